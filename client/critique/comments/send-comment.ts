import type { NewComment } from '#shared/critique/commands.ts';
import { commentKind } from '#shared/critique/kinds.ts';
import { newId } from '../../session/new-id.ts';
import type { BoardRuntime } from '../../session/runtime.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { reachedHere } from './actions.ts';
import { anchorName } from './anchor-name.ts';
import { type Draft, forgetDraft } from './drafts.ts';
import { heldWords } from './held.ts';
import { mentionsIn } from './mentions.ts';

/** Why it cannot be sent yet, one sentence; empty when it can. */
export function missing(draft: Draft): string {
  if (draft.kind === 'vocabulary') return draft.term.trim() === '' ? 'Write the word you use.' : '';
  if (draft.kind === 'same-here') return '';
  return draft.text.trim() === '' ? 'Write something first.' : '';
}

/** What a comment says when its writer added no words of their own. */
function textOf(draft: Draft): string {
  const text = draft.text.trim();
  if (text !== '') return text;
  if (draft.kind === 'same-here') return 'We do this too.';
  return `We call this ${draft.term.trim()}.`;
}

export function commentFrom(draft: Draft, board: string, id: string, names: readonly string[]): NewComment {
  const text = textOf(draft);
  const mentions = mentionsIn(text, names);
  return {
    id,
    board,
    kind: draft.kind,
    anchor: draft.anchor,
    text,
    ...(draft.kind === 'friction' ? { friction: { kind: draft.friction, level: draft.level } } : {}),
    ...(draft.kind === 'vocabulary'
      ? { word: { term: draft.term.trim(), symbol: draft.symbol.trim(), meaning: draft.meaning.trim() } }
      : {}),
    ...(mentions.length === 0 ? {} : { mentions }),
  };
}

/** Sends what was written. Resolves `true` when the server took it; what it refused stays as it was. */
export async function sendComment(
  runtime: BoardRuntime,
  room: CritiqueRoom,
  draft: Draft,
  names: readonly string[],
): Promise<boolean> {
  const { boardId } = room;
  if (boardId === null) return false;
  const id = newId();
  if (!(await room.send({ type: 'comment.add', comment: commentFrom(draft, boardId, id, names) }))) return false;
  forgetDraft(room, draft.anchor);
  room.ui.setState(({ read }) => ({ read: new Set([...read, id]), draft: null }));
  const held = heldWords(draft.kind, reachedHere(room));
  const what = `${commentKind(draft.kind).label} on ${anchorName(runtime.view.board, draft.anchor)}`;
  runtime.ui.setState({ announcement: held === '' ? `${what} pinned.` : `${what} pinned, ${held}: only you see it.` });
  return true;
}
