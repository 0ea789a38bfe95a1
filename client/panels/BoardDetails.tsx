import { SegmentedControl } from '@mantine/core';
import type { JSX } from 'react';
import { KIND_LIST } from '#shared/vocabulary/index.ts';
import { attempt } from '../gestures/attempt.ts';
import { useRuntime } from '../session/runtime.ts';
import { DoneText } from './AttributeField.tsx';
import styles from './Inspector.module.css';
import { useBoard } from './use-board.ts';

/** The board itself: title, line under it, state, and how much is on it. */
export function BoardDetails(): JSX.Element {
  const runtime = useRuntime();
  const board = useBoard();
  const set = (patch: Partial<typeof board.meta>): void => {
    attempt(runtime, () => runtime.editor.setMeta(patch));
  };
  const count = (kind: string): number => [...board.overlays.values()].filter((one) => one.kind === kind).length;
  const counts: readonly (readonly [string, number])[] = [
    ...KIND_LIST.map(
      (kind) => [kind.plural, [...board.elements.values()].filter((one) => one.kind === kind.id).length] as const,
    ),
    ['lines', board.relations.size],
    ['tiger teams', count('tiger')],
    ['zones', count('zone')],
    ['friction markers', count('friction')],
    ['frames', board.frames.size],
  ];
  const shown = counts.filter(([, n]) => n > 0);
  return (
    <>
      <div className={styles['section']} style={{ borderTop: 0 }}>
        <div className={styles['row']}>
          <span className={styles['label']}>Title</span>
          <DoneText
            label="Title"
            value={board.meta.title}
            placeholder="Untitled board"
            maxLength={200}
            onDone={(title) => set({ title })}
          />
        </div>
        <div className={styles['row']}>
          <span className={styles['label']}>Line under it</span>
          <DoneText
            label="Line under the title"
            value={board.meta.subtitle}
            placeholder="Not set"
            maxLength={300}
            onDone={(subtitle) => set({ subtitle })}
          />
        </div>
        <SegmentedControl
          fullWidth
          size="xs"
          mt={6}
          aria-label="State"
          value={board.meta.state}
          data={[
            { value: 'as-is', label: 'As-is' },
            { value: 'to-be', label: 'To-be' },
            { value: '', label: 'Not set' },
          ]}
          onChange={(state) => set({ state: state === 'as-is' || state === 'to-be' ? state : '' })}
        />
      </div>
      {shown.length > 0 && (
        <div className={styles['section']}>
          <h2>On this board</h2>
          <dl className={styles['counts']}>
            {shown.map(([label, n]) => (
              <div key={label} style={{ display: 'contents' }}>
                <dt>{label.charAt(0).toUpperCase() + label.slice(1)}</dt>
                <dd>{n}</dd>
              </div>
            ))}
          </dl>
        </div>
      )}
      {board.broken.length > 0 && (
        <div className={styles['section']}>
          <h2>Could not be read</h2>
          {board.broken.map((item) => (
            <p key={item.id} className={styles['hint']}>
              {item.why}
            </p>
          ))}
        </div>
      )}
    </>
  );
}
