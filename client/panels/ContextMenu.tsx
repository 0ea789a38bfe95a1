import { Menu } from '@mantine/core';
import type { JSX } from 'react';
import type { Id, Point } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import { COMMANDS } from '../commands/index.ts';
import { canRun, contextFor, runCommand } from '../commands/support.ts';
import { useRuntime } from '../session/runtime.ts';
import { KeyCaps } from './KeyCaps.tsx';

interface Props {
  readonly at: Point;
  readonly board: Point;
  readonly on: Id | null;
}

/** What can be done here: with what is selected, or with the board. */
export function ContextMenu({ at, board, on }: Props): JSX.Element {
  const runtime = useRuntime();
  const close = (): void => runtime.ui.setState({ overlay: { type: 'none' } });
  const context = contextFor(runtime, on, board);
  const where = on === null ? 'board' : 'selection';
  const listed = COMMANDS.filter((one) => one.contextMenu === where && canRun(one, context));
  return (
    <Menu
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      opened
      onClose={close}
      position="bottom-start"
      shadow="md"
      width={260}
      trapFocus
      returnFocus
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={
            on === null ? 'What can be done here' : `What can be done with ${nameOf(runtime.view.board, on) || 'this'}`
          }
          style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1, padding: 0, border: 0, opacity: 0 }}
        />
      </Menu.Target>
      <Menu.Dropdown mah="min(480px, 80vh)" style={{ overflowY: 'auto' }}>
        {listed.map((one) => {
          const Icon = one.icon;
          return (
            <Menu.Item
              key={one.id}
              leftSection={Icon === undefined ? <span style={{ width: 15 }} /> : <Icon size={15} />}
              rightSection={one.keys === undefined ? null : <KeyCaps keys={one.keys.slice(0, 1)} />}
              onClick={() => {
                close();
                runCommand(one, context);
              }}
            >
              {one.title}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}
