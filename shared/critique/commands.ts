import type { Id } from '../board/model.ts';
import type { SessionRules } from './agenda.ts';
import type { Anchor } from './comment.ts';
import type { CommentKindId } from './kinds.ts';
import type { BoardPatch } from './patch.ts';
import type { BoardNotes, RecapNotes } from './recap-notes.ts';

/** What somebody writes; the page makes the id, so that the same command sent twice is one comment. */
export interface NewComment {
  readonly id: Id;
  readonly board: Id;
  readonly kind: CommentKindId;
  readonly anchor: Anchor;
  readonly text: string;
  readonly friction?: { readonly kind: string; readonly level: 1 | 2 | 3 };
  readonly word?: { readonly term: string; readonly symbol: string; readonly meaning: string };
  /** Only with a what-if. */
  readonly patch?: BoardPatch;
  readonly mentions?: readonly string[];
}

/** Everything a seat can tell the server about a session. `POST /api/councils/:id/commands` takes one. */
export type Command =
  // — agenda: session.plan
  | { readonly type: 'rules.set'; readonly rules: Partial<SessionRules> }
  | { readonly type: 'slot.add'; readonly id: Id; readonly board: Id; readonly seat: string | null }
  | { readonly type: 'slot.remove'; readonly id: Id }
  | { readonly type: 'slot.move'; readonly id: Id; readonly to: number }
  | { readonly type: 'slot.presenter'; readonly id: Id; readonly seat: string | null }
  | { readonly type: 'slot.challengers'; readonly id: Id; readonly seats: readonly string[] }
  | { readonly type: 'slot.readers'; readonly id: Id; readonly seats: readonly string[] }
  /** Deals first readers (three boards each) and rotating pairs of challengers to who is here. */
  | { readonly type: 'readers.deal' }
  // — a presenter's own slot: recap.own
  | { readonly type: 'slot.checked'; readonly id: Id; readonly checked: boolean }
  | { readonly type: 'slot.questions'; readonly id: Id; readonly questions: readonly string[] }
  // — running: session.run. `from` is the step the sender saw: sent twice, or by two convenors, it counts once.
  | { readonly type: 'run.start' }
  | { readonly type: 'run.next'; readonly from: number }
  | { readonly type: 'run.back'; readonly from: number }
  | { readonly type: 'run.to'; readonly step: number }
  /** The next board's first step, whatever is left of this one. */
  | { readonly type: 'run.hand-over'; readonly from: number }
  /** `of`: what the sender saw the step take, in seconds; when it takes another time now, it was extended already. */
  | { readonly type: 'run.extend'; readonly seconds: number; readonly from: number; readonly of?: number }
  | { readonly type: 'run.pause' }
  | { readonly type: 'run.resume' }
  /** session.end. `passphrase` when the mapping is to be sealed. */
  | { readonly type: 'run.end'; readonly passphrase?: string }
  // — attention
  | { readonly type: 'lead.take'; readonly board: Id }
  | { readonly type: 'lead.release' }
  | { readonly type: 'hand.raise' }
  | { readonly type: 'hand.lower' }
  /** session.run: gives the floor to the first hand of this alias; `null` to nobody. */
  | { readonly type: 'hand.call'; readonly alias: string | null }
  // — comments
  | { readonly type: 'comment.add'; readonly comment: NewComment }
  | { readonly type: 'comment.edit'; readonly id: Id; readonly text: string }
  | { readonly type: 'comment.delete'; readonly id: Id }
  | { readonly type: 'comment.reply'; readonly on: Id; readonly id: Id; readonly text: string }
  | { readonly type: 'reply.edit'; readonly on: Id; readonly id: Id; readonly text: string }
  | { readonly type: 'reply.delete'; readonly on: Id; readonly id: Id }
  | { readonly type: 'comment.same'; readonly id: Id; readonly on: boolean }
  | { readonly type: 'comment.state'; readonly id: Id; readonly state: 'open' | 'answered' | 'passed' | 'resolved' }
  | { readonly type: 'comment.hear'; readonly id: Id }
  | { readonly type: 'comment.group'; readonly ids: readonly Id[] }
  | { readonly type: 'comment.ungroup'; readonly id: Id }
  | {
      readonly type: 'proposal.answer';
      readonly id: Id;
      readonly answer: 'accepted' | 'parked' | 'declined';
      readonly text: string;
    }
  // — votes
  | {
      readonly type: 'vote.prepare';
      readonly id: Id;
      readonly title: string;
      readonly items: readonly { readonly id: Id; readonly label: string; readonly comments: readonly Id[] }[];
      readonly budget: number;
    }
  | { readonly type: 'vote.show'; readonly id: Id }
  | { readonly type: 'vote.open'; readonly id: Id }
  | { readonly type: 'vote.close'; readonly id: Id }
  | { readonly type: 'vote.cast'; readonly id: Id; readonly dots: Readonly<Record<Id, number>> }
  | { readonly type: 'dots.place'; readonly board: Id; readonly dots: Readonly<Record<Id, number>> }
  // — recap
  | { readonly type: 'recap.words'; readonly words: RecapNotes['words'] }
  | { readonly type: 'recap.patterns'; readonly patterns: RecapNotes['patterns'] }
  | { readonly type: 'recap.questions'; readonly questions: RecapNotes['questions'] }
  | { readonly type: 'recap.sentence'; readonly board: Id; readonly sentence: string }
  /** The presenter's own part of their board's notes; of the profile only the bands that change, an empty one is taken out. */
  | { readonly type: 'recap.own'; readonly board: Id; readonly notes: Partial<Omit<BoardNotes, 'sentence'>> };

export type CommandType = Command['type'];
export type CommandOf<T extends CommandType> = Extract<Command, { readonly type: T }>;
