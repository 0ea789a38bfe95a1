import type { Anchor } from '#shared/critique/comment.ts';
import type { CommentKindId } from '#shared/critique/kinds.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { anchorKey } from './anchor-name.ts';

/** A comment that is being written: kept on this device until it is sent or thrown away. */
export interface Draft {
  readonly kind: CommentKindId;
  readonly anchor: Anchor;
  readonly text: string;
  readonly friction: string;
  readonly level: 1 | 2 | 3;
  readonly term: string;
  readonly symbol: string;
  readonly meaning: string;
}

/** The name begins as that of a board's copy on this device; each seat has its own. */
const nameOf = (room: CritiqueRoom): string => `orgora-drafts:${room.councilId}:${room.boardId ?? ''}:${room.seat}`;

const isDraft = (value: unknown): value is Draft =>
  typeof value === 'object' && value !== null && 'kind' in value && 'anchor' in value && 'text' in value;

type Drafts = Readonly<Record<string, unknown>>;

function readAll(room: CritiqueRoom): Drafts {
  const text = window.localStorage.getItem(nameOf(room));
  if (text === null) return {};
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Drafts) : {};
  } catch {
    // Written by something else: nothing of ours is in it.
    return {};
  }
}

function writeAll(room: CritiqueRoom, drafts: Drafts): void {
  if (Object.keys(drafts).length === 0) window.localStorage.removeItem(nameOf(room));
  else window.localStorage.setItem(nameOf(room), JSON.stringify(drafts));
}

const without = (drafts: Drafts, key: string): Drafts =>
  Object.fromEntries(Object.entries(drafts).filter(([other]) => other !== key));

const hasWords = (draft: Draft): boolean => `${draft.text}${draft.term}${draft.symbol}${draft.meaning}`.trim() !== '';

/** What was being written at this place, or `null`. */
export function keptDraft(room: CritiqueRoom, anchor: Anchor): Draft | null {
  const found = readAll(room)[anchorKey(anchor)];
  return isDraft(found) ? found : null;
}

export function keepDraft(room: CritiqueRoom, draft: Draft): void {
  const key = anchorKey(draft.anchor);
  const rest = without(readAll(room), key);
  writeAll(room, hasWords(draft) ? { ...rest, [key]: draft } : rest);
}

export const forgetDraft = (room: CritiqueRoom, anchor: Anchor): void =>
  writeAll(room, without(readAll(room), anchorKey(anchor)));

/** Comments on this board that were begun and not sent. */
export const keptDrafts = (room: CritiqueRoom): readonly Draft[] => Object.values(readAll(room)).filter(isDraft);

const replyKey = (on: string): string => `reply ${on}`;

export function keptReply(room: CritiqueRoom, on: string): string {
  const found = readAll(room)[replyKey(on)];
  return typeof found === 'string' ? found : '';
}

export function keepReply(room: CritiqueRoom, on: string, text: string): void {
  const rest = without(readAll(room), replyKey(on));
  writeAll(room, text.trim() === '' ? rest : { ...rest, [replyKey(on)]: text });
}
