import type { Id } from '#shared/board/model.ts';
import type { Anchor } from '#shared/critique/comment.ts';
import type { CommentKindId } from '#shared/critique/kinds.ts';
import { openTo } from '../../gestures/fold.ts';
import { fitting, isPhone } from '../../outline/kept-look.ts';
import type { BoardRuntime } from '../../session/runtime.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { placeOfAnchor } from '../pins/anchor-place.ts';
import { anchorName } from './anchor-name.ts';
import { anchorOfThing } from './anchor-of-thing.ts';
import { readIds, type Shown } from './comment-list.ts';
import { fittingKind, KIND_ORDER, reachedFor } from './held.ts';
import { shownNow, threadOf } from './use-shown.ts';

const announce = (runtime: BoardRuntime, announcement: string): void => runtime.ui.setState({ announcement });

/** Kinds this seat may pin here and now, in the order of the bar. */
export const mayPin = (room: CritiqueRoom): readonly CommentKindId[] =>
  KIND_ORDER.filter((kind) => room.can(`comment.${kind}`));

/** How far the session is with the open board. */
export function reachedHere(room: CritiqueRoom): ReturnType<typeof reachedFor> {
  const { phase, session } = room.store.getState();
  return reachedFor(phase, session, room.boardId ?? '');
}

/** The kind that the phase asks for, when it may be pinned; else the first that may. */
export function firstKind(room: CritiqueRoom): CommentKindId | null {
  const kinds = mayPin(room);
  const wanted = fittingKind(room.store.getState().phase);
  return kinds.includes(wanted) ? wanted : (kinds[0] ?? null);
}

export function markRead(room: CritiqueRoom, comments: readonly Shown[]): void {
  const { read } = room.ui.getState();
  const ids = comments.flatMap((one) => [one, ...one.alike].flatMap(readIds)).filter((id) => !read.has(id));
  if (ids.length > 0) room.ui.setState({ read: new Set([...read, ...ids]) });
}

export function markAllRead(runtime: BoardRuntime, room: CritiqueRoom): void {
  markRead(room, shownNow(room));
  announce(runtime, 'All comments are marked as read.');
}

/** Brings what a comment stands on into view: its state, out of folds, on the drawing. */
export function revealAnchor(runtime: BoardRuntime, anchor: Anchor): void {
  const state = 'state' in anchor ? anchor.state : undefined;
  if (state !== undefined && runtime.view.states.some((one) => one.id === state)) runtime.view.show(state);
  if ('id' in anchor) openTo(runtime, [anchor.id]);
  const place = placeOfAnchor(runtime, anchor);
  // Room for the pin itself, which stands up and to the right of its place.
  if (place !== null) runtime.control?.reveal({ x: place.x - 24, y: place.y - 48, w: 96, h: 72 });
}

/** Opens a comment's thread. Answers `false` when it is not there. */
export function openComment(runtime: BoardRuntime, room: CritiqueRoom, id: Id, reveal = true): boolean {
  const found = threadOf(shownNow(room), id);
  if (found === undefined) return false;
  room.ui.setState({ open: found.id });
  markRead(room, [found]);
  const inOutline = fitting(runtime.ui.getState().look) === 'outline';
  runtime.ui.setState({
    ...(inOutline ? {} : { dock: 'comments' as const }),
    ...('id' in found.anchor && inOutline ? { selection: new Set([found.anchor.id]) } : {}),
  });
  if (reveal) revealAnchor(runtime, found.anchor);
  return true;
}

export function closeComment(room: CritiqueRoom): void {
  if (room.ui.getState().open !== null) room.ui.setState({ open: null });
}

/** The next click on the board pins a comment of this kind; `null` puts the pin away. */
export function pinNext(runtime: BoardRuntime, room: CritiqueRoom, kind: CommentKindId | null): void {
  const { look, selection } = runtime.ui.getState();
  if (kind !== null && fitting(look) === 'outline') {
    // There is no drawing to click on: it is about the row that is chosen, else about the board.
    const [id] = selection;
    beginComment(runtime, room, kind, (id === undefined ? null : anchorOfThing(runtime, id)) ?? { on: 'board' });
    return;
  }
  room.ui.setState({ pinning: kind });
  if (kind === null) return;
  runtime.ui.setState({
    tool: { tool: 'select' },
    // On a phone the list lies over the board that is to be clicked.
    ...(isPhone() ? { dock: null } : {}),
    announcement: 'Click what the comment is about, or press Enter for what is selected. Escape puts the pin away.',
  });
}

/** Begins to write a comment on something. */
export function beginComment(runtime: BoardRuntime, room: CritiqueRoom, kind: CommentKindId, anchor: Anchor): void {
  room.ui.setState({ draft: { kind, anchor }, pinning: null });
  announce(runtime, `Comment on ${anchorName(runtime.view.board, anchor)}.`);
}

/** Walks from one comment to the next as the list has them; from the last to the first. */
export function stepComment(runtime: BoardRuntime, room: CritiqueRoom, by: 1 | -1): boolean {
  const shown = shownNow(room);
  if (shown.length === 0) {
    announce(runtime, 'No comments on this board.');
    return false;
  }
  const { open } = room.ui.getState();
  const at = shown.findIndex((one) => one.id === open);
  const next = at < 0 ? (by > 0 ? 0 : shown.length - 1) : (at + by + shown.length) % shown.length;
  const found = shown[next];
  if (found === undefined) return false;
  openComment(runtime, room, found.id);
  announce(
    runtime,
    `${next + 1} of ${shown.length}: ${found.heard ? found.text : 'an opinion waits'}, on ${anchorName(runtime.view.board, found.anchor)}.`,
  );
  return true;
}
