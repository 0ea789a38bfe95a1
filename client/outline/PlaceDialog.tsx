import type { JSX } from 'react';
import type { Id } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { refuseReport } from '../gestures/drop-target.ts';
import { score } from '../panels/fuzzy.ts';
import { KindIcon } from '../panels/KindIcon.tsx';
import { PickDialog } from '../panels/PickDialog.tsx';
import { useBoard } from '../panels/use-board.ts';
import { useRuntime } from '../session/runtime.ts';
import styles from './Dialogs.module.css';
import { moveUnder, refuseSeat, sitIn } from './edit.ts';
import { outlineStore } from './outline-store.ts';
import { showThing } from './row-actions.ts';

interface Props {
  readonly id: Id;
  readonly as: 'report' | 'sits-in';
  readonly onClose: () => void;
}

const NOWHERE = '#nowhere';

/** Whom an element reports to, or what it sits in, by its name. */
export function PlaceDialog({ id, as, onClose }: Props): JSX.Element | null {
  const runtime = useRuntime();
  const board = useBoard();
  if (!board.elements.has(id)) return null;
  const refuse = (to: Id): string | null =>
    as === 'report' ? refuseReport(board, [id], to) : refuseSeat(board, id, to);
  const rows = (question: string) => {
    const found = [...board.elements.values()]
      .filter((one) => one.id !== id && refuse(one.id) === null)
      .map((one) => {
        const kind = ELEMENT_KINDS[one.kind];
        const label = nameOf(board, one.id);
        return {
          id: one.id,
          label,
          fit: score(question, label, kind.label),
          left: <KindIcon icon={kind.icon} width={30} />,
          right: <span className={styles['said']}>{kind.label}</span>,
        };
      })
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => b.fit - a.fit || a.label.localeCompare(b.label));
    const none = { id: NOWHERE, label: as === 'report' ? 'Nobody' : 'Nothing' };
    return score(question, none.label) > 0 ? [...found, none] : found;
  };
  const name = nameOf(board, id);
  const title = as === 'report' ? `Move ${name} under` : `Let ${name} sit in`;
  return (
    <PickDialog
      title={title}
      placeholder={`${title}…`}
      nothing={as === 'report' ? 'Nothing it may report to has that name.' : 'Nothing it may sit in has that name.'}
      rows={rows}
      onPick={(to) => {
        const goal = to === NOWHERE ? null : to;
        const done = as === 'report' ? moveUnder(runtime, id, goal) : sitIn(runtime, id, goal);
        if (done && outlineStore(runtime).getState().holds) showThing(runtime, id, true);
      }}
      onClose={onClose}
    />
  );
}
