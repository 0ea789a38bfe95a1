import type { Board, Id } from '../model.ts';
import type { BoardDiff, Change, Changed, ChangeType, DiffOptions } from './change.ts';
import { elementChanges, type Pairing } from './element-changes.ts';
import { matchElements } from './likeness.ts';
import { lineChanges } from './line-changes.ts';
import { overlayChanges } from './overlay-changes.ts';
import { pageChanges } from './page-changes.ts';

export type { BoardDiff, Change, Changed, ChangeType, DiffOptions } from './change.ts';

const ABOUT: readonly Changed[] = ['element', 'line', 'tiger', 'friction', 'zone', 'frame', 'prompt', 'board'];
const TYPES: readonly ChangeType[] = [
  'span',
  'moved',
  'added',
  'removed',
  'renamed',
  'kind',
  'owner',
  'sits-in',
  'members',
  'status',
  'attributes',
  'order',
  'locked',
];

const rank = (change: Change): number => ABOUT.indexOf(change.about) * TYPES.length + TYPES.indexOf(change.type);

interface Boxed {
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
}

const differs = (a: Boxed, b: Boxed): boolean => a.x !== b.x || a.y !== b.y || a.w !== b.w || a.h !== b.h;

function elsewhere({ before, after, wanted }: Pairing, pairs: ReadonlyMap<Id, Id>): Id[] {
  const ids: Id[] = [];
  for (const [id, was] of pairs) {
    if (!wanted(id)) continue;
    const now = after.elements.get(id);
    const old = before.elements.get(was);
    if (now !== undefined && old !== undefined) {
      if (differs(old, now)) ids.push(id);
      continue;
    }
    const overlay = after.overlays.get(id);
    const earlier = before.overlays.get(was);
    if (overlay?.kind === 'zone' && earlier?.kind === 'zone' && differs(earlier, overlay)) ids.push(id);
  }
  for (const frame of after.frames.values()) {
    const old = before.frames.get(frame.id);
    if (old !== undefined && wanted(frame.id) && differs(old, frame)) ids.push(frame.id);
  }
  return ids;
}

/** The most telling first; alike ones as they stand on the board, from the top. */
function inOrder(changes: readonly Change[], before: Board, after: Board): Change[] {
  const place = ({ id, type }: Change): Boxed | undefined => (type === 'removed' ? before : after).elements.get(id);
  return [...changes].sort((a, b) => {
    const byRank = rank(a) - rank(b);
    const [p, q] = [place(a), place(b)];
    return byRank !== 0 || p === undefined || q === undefined ? byRank : p.y - q.y || p.x - q.x;
  });
}

/**
 * What differs between two boards: two moments or states of one, or two boards. Things are the same by their ids; in boards that
 * share few of them by kind and name. Positions are not changes: they are only listed as `elsewhere`.
 */
export function diffBoards(before: Board, after: Board, { only }: DiffOptions = {}): BoardDiff {
  const { pairs, related } = matchElements(before, after);
  const later = new Map([...pairs].map(([id, was]) => [was, id] as const));
  const wanted = (id: Id): boolean => only === undefined || only.has(id);
  const pairing: Pairing = { before, after, pairs, later, wanted };
  const overlays = overlayChanges(pairing, related);
  const changes = [...elementChanges(pairing), ...lineChanges(pairing), ...overlays.changes, ...pageChanges(pairing)];
  const all = new Map([...pairs, ...overlays.pairs]);
  return {
    before,
    after,
    changes: inOrder(changes, before, after),
    elsewhere: elsewhere(pairing, all),
    pairs: all,
    related,
  };
}

/** Whether two boards say the same; where things stand does not count. */
export const isSame = (diff: BoardDiff): boolean => diff.changes.length === 0 && diff.elsewhere.length === 0;
