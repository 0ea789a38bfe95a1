import type { Id } from '#shared/board/model.ts';
import { sameData } from '#shared/board/tables.ts';
import type { Comment } from '#shared/critique/comment.ts';
import { hasSession, phaseOf } from '#shared/critique/program.ts';
import { publicComments, publicSession, standingOf } from '#shared/critique/project.ts';
import type { PublicSession } from '#shared/critique/public.ts';
import type { Standing } from '#shared/critique/standing.ts';
import type { Critique } from '#shared/critique/state.ts';
import type { Phase } from '#shared/rights/phases.ts';

/** What the lane of a council says of its session. */
export interface Told {
  readonly phase: Phase;
  /** `null`: none was planned. */
  readonly session: PublicSession | null;
}

const NO_COMMENTS: ReadonlyMap<Id, Comment> = new Map();

/** One council's session as it is kept, and what of it everybody may know. What did not change keeps its identity. */
export class Book {
  readonly council: string;
  #critique: Critique;
  #standing: Standing;
  #told: Told | null = null;
  readonly #comments = new Map<Id, ReadonlyMap<Id, Comment>>();

  constructor(council: string, critique: Critique) {
    this.council = council;
    this.#critique = critique;
    this.#standing = standingOf(critique);
  }

  get critique(): Critique {
    return this.#critique;
  }

  get standing(): Standing {
    return this.#standing;
  }

  /** What is committed from now on. */
  turnTo(critique: Critique): void {
    this.#critique = critique;
    this.#standing = standingOf(critique);
  }

  /** What everybody may read on a board. */
  comments(board: Id): ReadonlyMap<Id, Comment> {
    const before = this.#comments.get(board) ?? NO_COMMENTS;
    const after = new Map<Id, Comment>();
    let same = true;
    for (const [id, comment] of publicComments(this.#critique, board)) {
      const old = before.get(id);
      const kept = old !== undefined && sameData(old, comment) ? old : comment;
      same &&= kept === old;
      after.set(id, kept);
    }
    if (same && after.size === before.size) return before;
    this.#comments.set(board, after);
    return after;
  }

  /** @param boards those that are there: what is deleted leaves the running order until it comes back */
  told(boards: ReadonlySet<Id>): Told {
    const session = publicSession(this.#critique);
    const told: Told = {
      phase: phaseOf(this.#critique),
      session: hasSession(this.#critique)
        ? { ...session, slots: session.slots.filter((slot) => boards.has(slot.board)) }
        : null,
    };
    if (this.#told === null || !sameData(this.#told, told)) this.#told = told;
    return this.#told;
  }
}

const sameSet = (a: ReadonlySet<Id>, b: ReadonlySet<Id>): boolean =>
  a.size === b.size && [...a].every((id) => b.has(id));

/** Whether anybody may do anything else now than before. */
export const sameStanding = (a: Standing, b: Standing): boolean =>
  a.phase === b.phase &&
  a.running === b.running &&
  sameSet(a.challengers, b.challengers) &&
  a.owners.size === b.owners.size &&
  [...a.owners].every(([board, seat]) => b.owners.get(board) === seat);
