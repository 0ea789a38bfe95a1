import type { Id } from '../board/model.ts';
import type { Phase } from '../rights/phases.ts';
import { COMMENT_KINDS, type CommentKindId } from './kinds.ts';
import { phaseOf, remaining, slotOfBoard } from './program.ts';
import { publicComments } from './project.ts';
import { EMPTY_NOTES } from './recap-notes.ts';
import type { Critique } from './state.ts';

const QUESTIONS = 3;

/** What a late joiner reads in 20 seconds. Nothing of it is more than everybody may read. */
export interface Digest {
  readonly phase: Phase;
  /** Whole minutes left of the step, rounded up; below 0: overrun; `null`: no clock runs. */
  readonly minutesLeft: number | null;
  readonly board: Id;
  /** Who presents the board, as everybody knows them; `null` when nobody does. */
  readonly presenter: { readonly alias: string; readonly who: string } | null;
  /** The model in one sentence; empty: not written yet. */
  readonly sentence: string;
  /** The presenter's questions to the room. */
  readonly asked: readonly string[];
  /** Open questions, those that most people share first. */
  readonly open: readonly { readonly id: Id; readonly text: string; readonly same: number }[];
  /** Comments that can be read, by kind; kinds without any are left out. */
  readonly counts: Readonly<Partial<Record<CommentKindId, number>>>;
  /** What changed on the board since its turn began, as sentences. */
  readonly changed: readonly string[];
}

/**
 * @param changed sentences about what changed on the board since its turn began
 * @param now the server's clock, ms since 1970
 */
export function digestOf(critique: Critique, board: Id, changed: readonly string[], now: number): Digest {
  const { clock } = critique.run;
  const slot = slotOfBoard(critique, board);
  const comments = [...publicComments(critique, board).values()];
  const open = comments.filter((comment) => comment.kind === 'question' && comment.state === 'open');
  open.sort((a, b) => b.same - a.same || (b.dots ?? 0) - (a.dots ?? 0) || a.at - b.at);
  const counts: Partial<Record<CommentKindId, number>> = {};
  for (const { id } of COMMENT_KINDS) {
    const count = comments.filter((comment) => comment.kind === id).length;
    if (count > 0) counts[id] = count;
  }
  return {
    phase: phaseOf(critique),
    minutesLeft: clock === null ? null : Math.ceil(remaining(clock, now) / 60_000),
    board,
    presenter: slot === null || slot.alias === '' ? null : { alias: slot.alias, who: slot.who },
    sentence: (critique.notes.boards[board] ?? EMPTY_NOTES).sentence,
    asked: slot?.questions ?? [],
    open: open.slice(0, QUESTIONS).map(({ id, text, same }) => ({ id, text, same })),
    counts,
    changed,
  };
}
