import type { Id } from '#shared/board/model.ts';
import { PHASE_WORDS } from '#shared/critique/agenda.ts';
import { COMMENT_KINDS, type CommentKindId, commentKind } from '#shared/critique/kinds.ts';
import type { PublicSession } from '#shared/critique/public.ts';
import { PHASES, type Phase } from '#shared/rights/phases.ts';

const rank = (phase: Phase): number => PHASES.indexOf(phase);

/** How far the session has come: as a whole, and with one board. */
export interface Reached {
  readonly phase: Phase;
  /** The furthest phase of the council. */
  readonly council: Phase;
  /** The furthest phase of this board's turn; `null` before it begins. */
  readonly turn: Phase | null;
  /** Whether the board is in the running order at all. */
  readonly listed: boolean;
}

export function reachedFor(phase: Phase, session: PublicSession | null, board: Id): Reached {
  const slot = session?.slots.find((one) => one.board === board)?.id ?? null;
  let council: Phase = phase;
  let turn: Phase | null = null;
  for (const step of session?.steps.slice(0, (session.step ?? -1) + 1) ?? []) {
    if (rank(step.phase) > rank(council)) council = step.phase;
    if (slot !== null && step.slot === slot && (turn === null || rank(step.phase) > rank(turn))) turn = step.phase;
  }
  return { phase, council, turn, listed: slot !== null };
}

/** The phase in which a comment of this kind is heard, when one made now is not heard at once; `null` when it is. */
export function heldUntil(kind: CommentKindId, { phase, council, turn, listed }: Reached): Phase | null {
  if (phase === 'open' || phase === 'sealed') return null;
  const { heardIn } = commentKind(kind);
  if (heardIn === null && phase !== 'ahead' && phase !== 'read') return null;
  if (heardIn === 'failure' || heardIn === 'recap') return rank(council) >= rank(heardIn) ? null : heardIn;
  // While everybody reads in silence nothing is heard, also what is heard at once elsewhere.
  const from = heardIn ?? 'works';
  if (turn !== null && rank(turn) >= rank(from)) return null;
  return (turn !== null || !listed) && rank(council) >= rank('compare') ? null : from;
}

/** "held until Works", or empty. */
export function heldWords(kind: CommentKindId, reached: Reached): string {
  const until = heldUntil(kind, reached);
  return until === null ? '' : `held until ${PHASE_WORDS[until].label}`;
}

const FITTING: Partial<Readonly<Record<Phase, CommentKindId>>> = {
  works: 'works',
  answers: 'question',
  questions: 'question',
  opinions: 'wish',
  compare: 'same-here',
  failure: 'friction',
  recap: 'vocabulary',
};

/** The kind that is asked for in a phase. */
export const fittingKind = (phase: Phase): CommentKindId => FITTING[phase] ?? 'question';

/** Kinds in the order of the bar. */
export const KIND_ORDER: readonly CommentKindId[] = Object.freeze(COMMENT_KINDS.map((kind) => kind.id));
