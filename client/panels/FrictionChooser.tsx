import { Menu } from '@mantine/core';
import { type JSX, useEffect } from 'react';
import type { Id, Point } from '#shared/board/model.ts';
import { sign } from '#shared/drawing/glyphs.ts';
import type { Mark } from '#shared/drawing/mark.ts';
import { FRICTION_KINDS, type FrictionKind } from '#shared/overlays/friction-kinds.ts';
import { command } from '../commands/index.ts';
import { contextFor, runCommand } from '../commands/support.ts';
import { attempt } from '../gestures/attempt.ts';
import { useRuntime } from '../session/runtime.ts';
import styles from './FrictionChooser.module.css';
import { KindIcon } from './KindIcon.tsx';
import { useBoard } from './use-board.ts';

const iconOf = (kind: FrictionKind): readonly Mark[] => [
  {
    type: 'path',
    d: 'M18 0L32 24H4Z',
    fill: { color: 'surface' },
    stroke: { color: 'ink', width: 1.4, join: 'round' },
  },
  sign(kind.sign, 12, 10, 12),
];

/** The 16 kinds of friction with their signs, for a marker that has just been put down or is asked about. */
export function FrictionChooser({ at, id }: { readonly at: Point; readonly id: Id }): JSX.Element | null {
  const runtime = useRuntime();
  const board = useBoard();
  const friction = board.overlays.get(id);
  const close = (): void => runtime.ui.setState({ overlay: { type: 'none' } });
  const gone = friction === undefined;
  useEffect(() => {
    if (gone) runtime.ui.setState({ overlay: { type: 'none' } });
  }, [gone, runtime]);
  useEffect(() => {
    /** Undo is meant for the marker, not for the list, wherever the focus is. */
    const onKey = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== 'z' || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
      event.preventDefault();
      event.stopPropagation();
      runtime.ui.setState({ overlay: { type: 'none' } });
      runtime.control?.focus();
      runCommand(command('edit.undo'), contextFor(runtime));
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [runtime]);
  if (friction?.kind !== 'friction') return null;
  return (
    <Menu
      withinPortal={false}
      opened
      onClose={() => {
        close();
        runtime.control?.focus();
      }}
      position="right-start"
      shadow="md"
      width="min(480px, calc(100vw - 24px))"
      trapFocus
      returnFocus
    >
      <Menu.Target>
        <button
          type="button"
          tabIndex={-1}
          aria-label="What rubs here"
          style={{ position: 'fixed', left: at.x, top: at.y, width: 1, height: 1, padding: 0, border: 0, opacity: 0 }}
        />
      </Menu.Target>
      <Menu.Dropdown mah="min(520px, 80vh)" style={{ overflowY: 'auto' }}>
        <Menu.Label>What rubs here?</Menu.Label>
        <div className={styles['kinds']}>
          {FRICTION_KINDS.map((kind) => (
            <Menu.Item
              key={kind.id}
              leftSection={<KindIcon icon={iconOf(kind)} width={36} />}
              title={kind.term}
              {...(kind.id === friction.friction ? { 'data-autofocus': true } : {})}
              aria-current={kind.id === friction.friction}
              className={styles['kind'] ?? ''}
              onClick={() => {
                close();
                if (kind.id !== friction.friction)
                  attempt(runtime, () => runtime.editor.updateFriction(id, { friction: kind.id }));
                runtime.control?.focus();
              }}
            >
              {kind.label}
            </Menu.Item>
          ))}
        </div>
      </Menu.Dropdown>
    </Menu>
  );
}
