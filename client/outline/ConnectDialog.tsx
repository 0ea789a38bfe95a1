import type { JSX } from 'react';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Attributes, Board, BoardElement, Id } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import { OVERLAYS } from '#shared/overlays/index.ts';
import { RELATION_LIST } from '#shared/relations/index.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { attempt } from '../gestures/attempt.ts';
import { score } from '../panels/fuzzy.ts';
import { KindIcon } from '../panels/KindIcon.tsx';
import { PickDialog, type PickRow } from '../panels/PickDialog.tsx';
import { useBoard } from '../panels/use-board.ts';
import { useRuntime } from '../session/runtime.ts';
import styles from './Dialogs.module.css';
import { connect } from './edit.ts';
import { outlineStore } from './outline-store.ts';
import { showThing } from './row-actions.ts';

interface Props {
  readonly from: Id;
  readonly to: Id | null;
  readonly onClose: () => void;
}

/** Share of capacity that a new member lends, in per cent. */
const FIRST_SHARE = 20;

/** What may be asked of a line so that a partner's is not refused only because nobody said that it operates. */
const rights = (from: BoardElement): Attributes => (from.kind === 'partner' ? { right: 'operates' } : {});

const refusals = (from: BoardElement, to: BoardElement) =>
  RELATION_LIST.map((kind) => ({ kind, why: kind.refuse(from, to, rights(from)) }));

const best = <T extends { readonly label: string; readonly words: string }>(question: string, all: readonly T[]): T[] =>
  all
    .map((one) => ({ one, fit: score(question, one.label, one.words) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit)
    .map(({ one }) => one);

function ends(board: Board, from: BoardElement): readonly (PickRow & { readonly words: string })[] {
  const elements = [...board.elements.values()]
    .filter((one) => one.id !== from.id)
    .map((one) => {
      const kind = ELEMENT_KINDS[one.kind];
      const possible = refusals(from, one).some(({ why }) => why === null);
      return {
        id: one.id,
        label: nameOf(board, one.id),
        words: `${kind.label} ${String(one.attributes['fn'] ?? '')}`,
        left: <KindIcon icon={kind.icon} width={30} />,
        right: <span className={styles['said']}>{possible ? kind.label : 'No line is possible'}</span>,
        disabled: !possible,
      };
    })
    .sort((a, b) => Number(a.disabled) - Number(b.disabled) || a.label.localeCompare(b.label));
  const overlays = [...indexBoard(board).tigers, ...indexBoard(board).frictions].map((one) => {
    const kind = OVERLAYS[one.kind];
    const people = one.kind !== 'tiger' || ELEMENT_KINDS[from.kind].people;
    const there = one.kind === 'tiger' ? one.members[from.id] !== undefined : one.on.includes(from.id);
    return {
      id: one.id,
      label: nameOf(board, one.id),
      words: kind.label,
      left: <KindIcon icon={kind.icon} width={30} />,
      right: (
        <span className={styles['said']}>{there ? 'Is part of it' : people ? kind.label : 'Only people are lent'}</span>
      ),
      disabled: there || !people,
    };
  });
  return [...elements, ...overlays];
}

/** From one element to anything by its name: another element, a tiger team to join, a friction marker to stand under. */
export function ConnectDialog({ from: fromId, to: toId, onClose }: Props): JSX.Element | null {
  const runtime = useRuntime();
  const board = useBoard();
  const from = board.elements.get(fromId);
  const to = board.elements.get(toId ?? '');
  if (from === undefined) return null;
  if (to !== undefined) return <KindDialog from={from} to={to} onClose={onClose} />;
  const all = ends(board, from);
  const pick = (id: Id): void => {
    const overlay = board.overlays.get(id);
    if (overlay === undefined) {
      runtime.ui.setState({ overlay: { type: 'connect', from: fromId, to: id } });
      return;
    }
    const done = attempt(runtime, () => {
      if (overlay.kind === 'tiger') runtime.editor.setLoad(id, fromId, FIRST_SHARE);
      else if (overlay.kind === 'friction') runtime.editor.updateFriction(id, { on: [...overlay.on, fromId] });
      return true;
    });
    if (done === null) return;
    const words =
      overlay.kind === 'tiger' ? `lent to ${nameOf(board, id)} with ${FIRST_SHARE} %` : `under ${nameOf(board, id)}`;
    runtime.ui.setState({ announcement: `${nameOf(board, fromId)} is ${words} now.` });
  };
  return (
    <PickDialog
      title={`Connect ${nameOf(board, fromId)} to`}
      placeholder={`Connect ${nameOf(board, fromId)} to…`}
      nothing="Nothing on this board has that name."
      rows={(question) => (question.trim() === '' ? all : best(question, all))}
      onPick={pick}
      onClose={onClose}
    />
  );
}

/** The kinds of line between two ends: allowed ones first, each other one says why not. */
function KindDialog({
  from,
  to,
  onClose,
}: {
  readonly from: BoardElement;
  readonly to: BoardElement;
  readonly onClose: () => void;
}): JSX.Element {
  const runtime = useRuntime();
  const board = useBoard();
  const there = new Set(
    indexBoard(board)
      .relationsOf(from.id)
      .filter((line) => line.from === from.id && line.to === to.id)
      .map((line) => line.kind),
  );
  const all = refusals(from, to)
    .map(({ kind, why }) => {
      const reason = there.has(kind.id) ? 'This line is there already.' : why;
      return {
        id: kind.id,
        label: kind.label,
        words: `${kind.id} ${kind.term}`,
        left: <KindIcon icon={kind.icon} width={30} />,
        ...(reason === null ? {} : { right: <span className={styles['why']}>{reason}</span> }),
        disabled: reason !== null,
      };
    })
    .sort((a, b) => Number(a.disabled) - Number(b.disabled));
  const title = `Kind of line from ${nameOf(board, from.id)} to ${nameOf(board, to.id)}`;
  return (
    <PickDialog
      title={title}
      placeholder={title}
      nothing="No line is called that."
      rows={(question) => (question.trim() === '' ? all : best(question, all))}
      onPick={(id) => {
        const kind = RELATION_LIST.find((one) => one.id === id);
        if (kind === undefined) return;
        const line = connect(runtime, kind.id, from.id, to.id);
        if (line === null || kind.id === 'reports' || runtime.ui.getState().look === 'canvas') return;
        if (!outlineStore(runtime).getState().holds) return;
        runtime.ui.setState({ selection: new Set([line]) });
        showThing(runtime, line, true);
      }}
      onClose={onClose}
    />
  );
}
