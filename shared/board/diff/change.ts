import type { Board, ElementKindId, Id } from '../model.ts';

/** What a change is about. */
export type Changed = 'element' | 'line' | 'zone' | 'tiger' | 'friction' | 'frame' | 'prompt' | 'board';

export type ChangeType =
  | 'moved'
  | 'added'
  | 'removed'
  | 'renamed'
  | 'kind'
  | 'span'
  | 'sits-in'
  | 'order'
  | 'owner'
  | 'attributes'
  | 'members'
  | 'status'
  | 'locked';

/** A value before or after, as it can be written as JSON. */
export type ChangeValue = string | number | boolean | null | readonly string[];

/** One difference between two boards: as data, and as the sentence that people read. */
export interface Change {
  readonly type: ChangeType;
  readonly about: Changed;
  /** Its id in the later board; in the earlier one for what was removed. */
  readonly id: Id;
  /** Its id in the earlier board; `null` for what was added. */
  readonly was: Id | null;
  /** What people call it, now or, when it was removed, before. */
  readonly name: string;
  /** Kind of an element. */
  readonly kind?: ElementKindId;
  readonly from?: ChangeValue;
  readonly to?: ChangeValue;
  /** A whole sentence, with its full stop. */
  readonly sentence: string;
}

/** Two boards compared. */
export interface BoardDiff {
  readonly before: Board;
  readonly after: Board;
  /** The most telling first. */
  readonly changes: readonly Change[];
  /** Ids of the later board whose boxes stand elsewhere or have another size. */
  readonly elsewhere: readonly Id[];
  /** Id in the later board to id in the earlier one, of elements and overlays that are in both. */
  readonly pairs: ReadonlyMap<Id, Id>;
  /** Whether the boards share their ids: two moments of one board, or two boards that have one origin. */
  readonly related: boolean;
}

export interface DiffOptions {
  /** Look only at these ids (of either board), as when one edit is told. */
  readonly only?: ReadonlySet<Id>;
}
