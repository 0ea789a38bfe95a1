import { Menu } from '@mantine/core';
import type { JSX } from 'react';
import { command } from '../commands/index.ts';
import { contextFor, isOffered, runCommand } from '../commands/support.ts';
import { KeyCaps } from '../panels/KeyCaps.tsx';
import { useRuntime } from '../session/runtime.ts';
import styles from './Outline.module.css';
import { activate, type OutlineState, outlineStore } from './outline-store.ts';
import { addBeside, addUnder, editRow, mayRename, moveRow, removeRow, thingOf } from './row-actions.ts';
import type { Row } from './rows.ts';

interface Item {
  readonly label: string;
  readonly keys?: string;
  readonly run: () => void;
}

/** What can be done with a row, by touch, by mouse and with the menu key. */
export function RowMenu({
  row,
  at,
}: {
  readonly row: Row;
  readonly at: NonNullable<OutlineState['menu']>['at'];
}): JSX.Element {
  const runtime = useRuntime();
  const store = outlineStore(runtime);
  const close = (): void => {
    store.setState({ menu: null });
    activate(store, row.key, true);
  };
  const select = (): void => {
    const thing = thingOf(row);
    if (thing !== null && !runtime.ui.getState().selection.has(thing)) {
      runtime.ui.setState({ selection: new Set([thing]) });
    }
  };
  const ask = (id: string) => () => {
    select();
    runCommand(command(id), contextFor(runtime));
  };
  // Below where it was asked for, or above when that leaves more room.
  const above = at.y > window.innerHeight * 0.6;
  const room = (above ? at.y : window.innerHeight - at.y) - 24;
  const element = row.type === 'element';
  const editor = runtime.can('board.edit');
  const items: readonly (Item | null | false)[] = editor
    ? [
        element && { label: 'Add below', keys: 'Alt+Enter', run: () => addUnder(runtime, row) },
        element && { label: 'Add beside', keys: 'Enter', run: () => addBeside(runtime, row, 'after') },
        mayRename(row) && {
          label: row.type === 'member' ? 'Change the share' : 'Rename',
          keys: 'F2',
          run: () => editRow(runtime, row.key),
        },
        null,
        element && { label: 'Move under…', keys: 'Alt+M', run: ask('outline.boss') },
        element && { label: 'Sit in…', keys: 'Alt+I', run: ask('outline.seat') },
        element && { label: 'Connect to…', keys: 'Alt+C', run: ask('outline.connect') },
        element && { label: 'Earlier', keys: 'Alt+ArrowUp', run: () => moveRow(runtime, row, 'up') },
        element && { label: 'Later', keys: 'Alt+ArrowDown', run: () => moveRow(runtime, row, 'down') },
        null,
        row.type !== 'member' &&
          row.type !== 'frame' && { label: 'Set a value…', keys: 'Alt+E', run: ask('outline.set') },
        element && { label: 'Tiger team from the selection', run: ask('draw.tiger') },
        element && { label: 'Zone around the selection', run: ask('tool.zone') },
        null,
        {
          label: row.type === 'member' ? 'Take out of the team' : 'Delete',
          keys: 'Delete',
          run: () => removeRow(runtime, row),
        },
      ]
    : [];
  const shown = items.filter((item) => item !== false);
  const everything = {
    label: 'Everything else…',
    run: () => {
      select();
      runtime.ui.setState({
        overlay: { type: 'context-menu', at, board: contextFor(runtime).at, on: thingOf(row) },
      });
    },
  };
  return (
    <Menu
      withInitialFocusPlaceholder={false}
      opened
      onClose={close}
      position={above ? 'top-end' : 'bottom-end'}
      shadow="md"
      width={260}
      trapFocus
      returnFocus={false}
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label="What can be done here"
          className={styles['here']}
          style={{ left: at.x, top: at.y }}
        />
      </Menu.Target>
      <Menu.Dropdown mah={Math.min(560, room)} style={{ overflowY: 'auto' }} aria-label={`Actions for ${row.name}`}>
        {shown.map((item, i) =>
          item === null ? (
            // biome-ignore lint/suspicious/noArrayIndexKey: dividers have no name; the list never changes.
            <Menu.Divider key={i} />
          ) : (
            <Menu.Item
              key={item.label}
              className={styles['menuItem'] ?? ''}
              rightSection={item.keys === undefined ? null : <KeyCaps keys={[item.keys]} />}
              onClick={() => {
                close();
                item.run();
              }}
            >
              {item.label}
            </Menu.Item>
          ),
        )}
        {element && isOffered(command('selection.duplicate'), runtime) && (
          <Menu.Item
            className={styles['menuItem'] ?? ''}
            onClick={() => {
              close();
              everything.run();
            }}
          >
            {everything.label}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
