import { Menu } from '@mantine/core';
import type { JSX } from 'react';
import type { Id, Point } from '#shared/board/model.ts';
import { RELATION_LIST } from '#shared/relations/index.ts';
import { attempt } from '../gestures/attempt.ts';
import { useRuntime } from '../session/runtime.ts';
import { KindIcon } from './KindIcon.tsx';
import styles from './RelationChooser.module.css';
import { useBoard } from './use-board.ts';

interface Props {
  readonly at: Point;
  readonly from: Id;
  readonly to: Id;
}

/** Kinds of line between two ends: allowed ones first; each other one says why not. */
export function RelationChooser({ at, from: fromId, to: toId }: Props): JSX.Element | null {
  const runtime = useRuntime();
  const board = useBoard();
  const from = board.elements.get(fromId);
  const to = board.elements.get(toId);
  const close = (): void => runtime.ui.setState({ overlay: { type: 'none' } });
  if (from === undefined || to === undefined) return null;
  const kinds = RELATION_LIST.map((kind) => ({ kind, why: kind.refuse(from, to, {}) }));
  const sorted = [...kinds.filter((one) => one.why === null), ...kinds.filter((one) => one.why !== null)];
  return (
    <Menu
      withinPortal={false}
      withInitialFocusPlaceholder={false}
      opened
      onClose={close}
      position="bottom-start"
      shadow="md"
      width={300}
      trapFocus
      returnFocus
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label={`Kind of line from ${from.name} to ${to.name}`}
          style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1, padding: 0, border: 0, opacity: 0 }}
        />
      </Menu.Target>
      <Menu.Dropdown mah="min(520px, 80vh)" style={{ overflowY: 'auto' }}>
        <Menu.Label>
          {from.name} … {to.name}
        </Menu.Label>
        {sorted.map(({ kind, why }) => (
          <Menu.Item
            key={kind.id}
            className={styles['item'] ?? ''}
            disabled={why !== null}
            leftSection={<KindIcon icon={kind.icon} width={30} />}
            onClick={() => {
              close();
              const id = attempt(runtime, () => runtime.editor.relate(kind.id, fromId, toId));
              if (id === null) return;
              const { keepTool } = runtime.ui.getState();
              runtime.ui.setState({
                selection: new Set([id]),
                ...(keepTool ? {} : { tool: { tool: 'select' as const } }),
              });
            }}
          >
            {kind.label}
            {why !== null && <span className={styles['why']}>{why}</span>}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
