import { writeFile } from '#shared/board/file.ts';
import type { Board, BoardElement, Box, Id, Overlay, Relation } from '#shared/board/model.ts';
import { sortedMap } from '#shared/board/tables.ts';
import type { Anchor, FrozenPart } from '#shared/critique/comment.ts';

/** A picture larger than this is not kept: the comment stands without one. */
const MOST_BYTES = 16 * 1024;
const MOST_REPORTS = 12;
const MOST_IN_AREA = 24;

interface Picked {
  readonly elements: ReadonlySet<Id>;
  readonly overlays: readonly Id[];
}

const NOTHING: Picked = { elements: new Set(), overlays: [] };

/** An element with what it reports to, what it sits in, and who reports to it. */
function around(board: Board, id: Id): Picked {
  const element = board.elements.get(id);
  if (element === undefined) return NOTHING;
  const bosses: Id[] = [];
  const reports: Id[] = [];
  for (const line of board.relations.values()) {
    if (line.kind !== 'reports') continue;
    if (line.from === id) bosses.push(line.to);
    if (line.to === id) reports.push(line.from);
  }
  const container = element.sitsIn === null ? [] : [element.sitsIn];
  return { elements: new Set([id, ...bosses, ...container, ...reports.slice(0, MOST_REPORTS)]), overlays: [] };
}

function ofOverlay(board: Board, id: Id): Picked {
  const overlay = board.overlays.get(id);
  if (overlay === undefined) return NOTHING;
  if (overlay.kind === 'zone') return { elements: inside(board, overlay), overlays: [id] };
  const on = overlay.kind === 'tiger' ? Object.keys(overlay.members) : overlay.on;
  const ends = on.flatMap((one) => {
    const line = board.relations.get(one);
    return line === undefined ? [one] : [line.from, line.to];
  });
  return { elements: new Set(ends.slice(0, MOST_REPORTS)), overlays: [id] };
}

function inside(board: Board, box: Box): ReadonlySet<Id> {
  const within = ({ x, y, w, h }: BoardElement): boolean => {
    const [middleX, middleY] = [x + w / 2, y + h / 2];
    return middleX >= box.x && middleX <= box.x + box.w && middleY >= box.y && middleY <= box.y + box.h;
  };
  const found = [...board.elements.values()].filter(within).map((element) => element.id);
  return new Set(found.slice(0, MOST_IN_AREA));
}

function pick(board: Board, anchor: Anchor): Picked {
  if (anchor.on === 'board') return NOTHING;
  if (anchor.on === 'area') return { elements: inside(board, anchor.box), overlays: [] };
  if (anchor.on === 'overlay') return ofOverlay(board, anchor.id);
  if (anchor.on !== 'relation') return around(board, anchor.id);
  const line = board.relations.get(anchor.id);
  return line === undefined ? NOTHING : { elements: new Set([line.from, line.to]), overlays: [] };
}

/** An overlay on no more than what is in the picture. */
function alone(overlay: Overlay, has: (id: Id) => boolean): Overlay {
  if (overlay.kind === 'zone') return overlay;
  if (overlay.kind === 'friction') return { ...overlay, on: overlay.on.filter(has) };
  const members = Object.fromEntries(Object.entries(overlay.members).filter(([member]) => has(member)));
  return { ...overlay, members, lead: has(overlay.lead) ? overlay.lead : '' };
}

/**
 * The part of a board that a comment is made on, as it is now; `null` for the board as a whole, for what is not there, and
 * for what is too large to keep with a comment.
 *
 * @param board the state of the board that the anchor stands in
 * @param version the place in the board's log that this is
 */
export function frozenPart(board: Board, anchor: Anchor, version: number): FrozenPart | null {
  const picked = pick(board, anchor);
  if (picked.elements.size === 0 && picked.overlays.length === 0) return null;
  const has = (id: Id): boolean => picked.elements.has(id) && board.elements.has(id);
  const elements = [...board.elements.values()]
    .filter(({ id }) => has(id))
    .map((element) => (element.sitsIn === null || has(element.sitsIn) ? element : { ...element, sitsIn: null }));
  const lines = [...board.relations.values()].filter((line: Relation) => has(line.from) && has(line.to));
  const kept = new Set<Id>(lines.map((line) => line.id));
  const overlays = picked.overlays.flatMap((id) => {
    const overlay = board.overlays.get(id);
    return overlay === undefined ? [] : [alone(overlay, (one) => has(one) || kept.has(one))];
  });
  const part: Board = {
    meta: { title: '', subtitle: '', state: '', template: '' },
    elements: sortedMap(elements.map((one) => [one.id, one] as const)),
    relations: sortedMap(lines.map((one) => [one.id, one] as const)),
    overlays: sortedMap(overlays.map((one) => [one.id, one] as const)),
    frames: new Map(),
    prompts: new Map(),
    broken: [],
  };
  const file = writeFile(part);
  return JSON.stringify(file).length > MOST_BYTES ? null : { version, file };
}
