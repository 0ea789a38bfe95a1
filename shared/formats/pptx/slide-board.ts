import { boundsOf } from '../../board/geometry.ts';
import type { Board, Box, Id, Overlay } from '../../board/model.ts';
import { repair } from '../../board/repair.ts';

const centreIn = (box: Box, { x, y, w, h }: Box): boolean =>
  x + w / 2 >= box.x && x + w / 2 <= box.x + box.w && y + h / 2 >= box.y && y + h / 2 <= box.y + box.h;

/** A zone that shows less than this share of itself would be a sliver: it is left out, unless it fills the window's width. */
const SLIVER = 0.25;

function cut(overlay: Overlay, window: Box, kept: ReadonlySet<Id>): Overlay | null {
  if (overlay.kind === 'zone') {
    const x = Math.max(overlay.x, window.x);
    const y = Math.max(overlay.y, window.y);
    const w = Math.min(overlay.x + overlay.w, window.x + window.w) - x;
    const h = Math.min(overlay.y + overlay.h, window.y + window.h) - y;
    if (w <= 0 || h <= 0) return null;
    const across = overlay.x <= window.x && overlay.x + overlay.w >= window.x + window.w;
    if (w * h < SLIVER * overlay.w * overlay.h && !across) return null;
    return { ...overlay, x, y, w, h };
  }
  if (overlay.kind === 'tiger') {
    const members = Object.fromEntries(Object.entries(overlay.members).filter(([id]) => kept.has(id)));
    return Object.keys(members).length === 0 ? null : { ...overlay, members };
  }
  if (overlay.on.length === 0) return centreIn(window, { ...overlay.at, w: 0, h: 0 }) ? overlay : null;
  const on = overlay.on.filter((id) => kept.has(id));
  return on.length === 0 ? null : { ...overlay, on };
}

const table = <T extends { readonly id: Id }>(items: Iterable<T>): ReadonlyMap<Id, T> =>
  new Map([...items].map((item) => [item.id, item]));

function partOf(board: Board, isIn: (box: Box & { readonly id: Id }) => boolean, window: Box): Board {
  const elements = table([...board.elements.values()].filter(isIn));
  const relations = table([...board.relations.values()].filter((l) => elements.has(l.from) && elements.has(l.to)));
  const kept = new Set([...elements.keys(), ...relations.keys()]);
  for (const overlay of board.overlays.values()) if (overlay.kind !== 'friction') kept.add(overlay.id);
  const overlays = table([...board.overlays.values()].flatMap((overlay) => cut(overlay, window, kept) ?? []));
  return repair(Object.freeze({ ...board, elements, relations, overlays }));
}

/** A box may stand over each edge of a window by this share of it; the window is widened for it then. */
const OVER = 0.2;

const fitsIn = (window: Box, { x, y, w, h }: Box): boolean => {
  const [dx, dy] = [window.w * OVER, window.h * OVER];
  return (
    x >= window.x - dx && y >= window.y - dy && x + w <= window.x + window.w + dx && y + h <= window.y + window.h + dy
  );
};

const isShown =
  (window: Box) =>
  (box: Box): boolean =>
    centreIn(window, box) && fitsIn(window, box);

/**
 * What a window on a board shows: whole boxes whose middle lies in it, lines between them, zones cut at its edge. A slide cannot
 * clip: what a window is too small for (a team around the whole of it) is left out.
 */
export const boardInWindow = (board: Board, window: Box): Board => partOf(board, isShown(window), window);

/** Room beside a box that a window is widened for: heads and badges stand out of it. */
const ROOM = 14;

/** The window with room for every box it shows, none cut. */
export function widenedWindow(board: Board, window: Box): Box {
  const boxes = [...board.elements.values()].filter(isShown(window));
  const all = boundsOf(boxes.map(({ x, y, w, h }) => ({ x: x - ROOM, y: y - ROOM, w: w + 2 * ROOM, h: h + 2 * ROOM })));
  return all === null ? window : (boundsOf([window, all]) ?? window);
}

/** The part of a board made of these elements, with the zones that lie behind them. */
export function boardOfElements(board: Board, ids: ReadonlySet<Id>, window: Box): Board {
  return partOf(board, ({ id }) => ids.has(id), window);
}
