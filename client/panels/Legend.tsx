import { ActionIcon, UnstyledButton } from '@mantine/core';
import { ChevronsDownUp, ChevronsUpDown, Eye, EyeOff } from 'lucide-react';
import type { JSX } from 'react';
import type { RelationKindId } from '#shared/board/model.ts';
import { type LegendEntry, legendOf } from '#shared/drawing/legend.ts';
import { RELATION_LIST } from '#shared/relations/index.ts';
import { useRuntime } from '../session/runtime.ts';
import { KindIcon } from './KindIcon.tsx';
import styles from './Legend.module.css';
import { useBoard, useUi } from './use-board.ts';

const isLine = (id: string): id is RelationKindId => RELATION_LIST.some((kind) => kind.id === id);

/** A kind of line in the legend: a switch that shows or hides all of its kind. */
function LineEntry({
  entry,
  shown,
  onShow,
}: {
  readonly entry: LegendEntry;
  readonly shown: boolean;
  readonly onShow: (kind: RelationKindId, on: boolean) => void;
}): JSX.Element {
  return (
    <UnstyledButton
      className={styles['line']}
      role="switch"
      aria-checked={shown}
      aria-label={`Show "${entry.label}" lines`}
      title={shown ? 'Hide these lines' : 'Show these lines'}
      onClick={() => isLine(entry.id) && onShow(entry.id, !shown)}
    >
      <KindIcon icon={entry.icon} width={28} />
      <span className={styles['word']}>{entry.label}</span>
      {shown ? <Eye size={13} /> : <EyeOff size={13} />}
    </UnstyledButton>
  );
}

/** What the drawing uses: signs with their words, the lines as switches. */
export function LegendEntries(): JSX.Element {
  const { ui } = useRuntime();
  const board = useBoard();
  const hidden = useUi((state) => state.hiddenRelations);
  const show = (kind: RelationKindId, on: boolean): void =>
    ui.setState(({ hiddenRelations }) => {
      const next = new Set(hiddenRelations);
      if (on) next.delete(kind);
      else next.add(kind);
      return { hiddenRelations: next };
    });
  const entries = legendOf(board);
  if (entries.length === 0)
    return <p className={styles['none']}>Nothing is drawn yet. Each mark you use is explained here.</p>;
  return (
    <ul className={styles['entries']}>
      {entries.map((entry) => (
        <li key={entry.id}>
          {isLine(entry.id) ? (
            <LineEntry entry={entry} shown={!hidden.has(entry.id)} onShow={show} />
          ) : (
            <>
              <KindIcon icon={entry.icon} width={28} />
              <span className={styles['word']}>{entry.label}</span>
            </>
          )}
        </li>
      ))}
    </ul>
  );
}

/** What the drawing uses, and switches for the kinds of line. */
export function Legend(): JSX.Element | null {
  const { ui } = useRuntime();
  const board = useBoard();
  const closed = useUi((state) => state.closedPanels.has('legend'));
  if (legendOf(board).length === 0) return null;
  const toggle = (): void =>
    ui.setState(({ closedPanels }) => {
      const next = new Set(closedPanels);
      if (!next.delete('legend')) next.add('legend');
      return { closedPanels: next };
    });
  return (
    <section className={styles['legend']} data-closed={closed} aria-label="Legend">
      <div className={styles['head']}>
        <h2>Legend</h2>
        <ActionIcon
          variant="subtle"
          size={24}
          aria-label={closed ? 'Open the legend' : 'Close the legend'}
          aria-expanded={!closed}
          onClick={toggle}
        >
          {closed ? <ChevronsUpDown size={14} /> : <ChevronsDownUp size={14} />}
        </ActionIcon>
      </div>
      {!closed && <LegendEntries />}
    </section>
  );
}
