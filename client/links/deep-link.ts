import type { Id } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import { openTo, shownBoard } from '../gestures/fold.ts';
import type { BoardRuntime } from '../session/runtime.ts';

/** A place on a board that an address can name, in its part after `#`. */
export type DeepLink =
  | { readonly type: 'element'; readonly id: Id }
  | { readonly type: 'frame'; readonly id: Id }
  /** Middle of the view in board units, and its zoom. */
  | { readonly type: 'view'; readonly x: number; readonly y: number; readonly zoom: number };

const ID = /^#([ef])=([A-Za-z0-9:_-]{1,64})$/;
const VIEW = /^#v=(-?\d{1,7}),(-?\d{1,7}),(\d(?:\.\d{1,3})?)$/;

export function parseDeepLink(hash: string): DeepLink | null {
  let text = hash;
  try {
    text = decodeURIComponent(hash);
  } catch {
    return null;
  }
  const [, kind, id] = ID.exec(text) ?? [];
  if (id !== undefined) return { type: kind === 'e' ? 'element' : 'frame', id };
  const [, x, y, zoom] = VIEW.exec(text) ?? [];
  if (x === undefined || y === undefined || zoom === undefined || Number(zoom) === 0) return null;
  return { type: 'view', x: Number(x), y: Number(y), zoom: Number(zoom) };
}

export function deepLinkHash(link: DeepLink): string {
  if (link.type === 'element') return `#e=${link.id}`;
  if (link.type === 'frame') return `#f=${link.id}`;
  return `#v=${Math.round(link.x)},${Math.round(link.y)},${Math.round(link.zoom * 1000) / 1000}`;
}

/** Shows what a link names and selects it. Answers `false` when it is not there. */
export function showDeepLink(runtime: BoardRuntime, link: DeepLink): boolean {
  const { board } = runtime.view;
  const { control } = runtime;
  if (control === null) return false;
  if (link.type === 'view') {
    const seen = control.visible();
    const { zoom } = runtime.ui.getState();
    // The view control keeps a margin of 8 pixels around what it shows.
    const [w, h] = [(seen.w * zoom - 16) / link.zoom, (seen.h * zoom - 16) / link.zoom];
    control.contain({ x: link.x - w / 2, y: link.y - h / 2, w, h });
    return true;
  }
  const frame = link.type === 'frame' ? board.frames.get(link.id) : undefined;
  const there =
    link.type === 'frame'
      ? frame !== undefined
      : board.elements.has(link.id) || board.overlays.has(link.id) || board.relations.has(link.id);
  if (!there) return false;
  openTo(runtime, [link.id]);
  runtime.ui.setState({ selection: new Set([link.id]), announcement: nameOf(shownBoard(runtime), link.id) });
  if (frame === undefined) control.fit({ ids: [link.id] });
  else control.contain(frame);
  return true;
}

/** What is said when the thing is gone. */
export const GONE = {
  element: 'What this link points to is no longer on this board.',
  frame: 'The frame this link points to is no longer on this board.',
  view: 'This link points to no place on this board.',
} as const;
