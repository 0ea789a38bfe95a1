import { decodeBoard, FileProblem } from '../../board/file-decode.ts';
import { FARTHEST, LARGEST_SIDE, LEAST_SIDE } from '../../board/geometry.ts';
import { type Box, type Id, type Point, STATE_IDS, type StateId } from '../../board/model.ts';
import { isOrder } from '../../board/order.ts';
import { isId } from '../../board/roots.ts';
import type { BoardPatch } from '../patch.ts';
import { patchIds } from './between.ts';
import { MOST_THINGS, patchSize } from './size.ts';

const NOT_A_PATCH = 'This is not a proposed change of a board.';
const OUT_OF_BOUNDS = 'This what-if holds a number that a board cannot have.';
const KEYS: ReadonlySet<string> = new Set([
  'state',
  'elements',
  'relations',
  'overlays',
  'frames',
  'removed',
  'changed',
]);
const LONGEST_KEY = 80;
const MOST_KEYS = 200;

type Item = Readonly<Record<string, unknown>>;
const isItem = (value: unknown): value is Item => typeof value === 'object' && value !== null && !Array.isArray(value);

const goodPoint = ({ x, y }: Point): boolean => Math.abs(x) <= FARTHEST && Math.abs(y) <= FARTHEST;
const goodSide = (side: number): boolean => side >= LEAST_SIDE && side <= LARGEST_SIDE;
const goodBox = (box: Box): boolean => goodPoint(box) && goodSide(box.w) && goodSide(box.h);
const goodWeek = (week: number | null): boolean => week === null || Math.abs(week) <= 10_000;

/** Numbers and orders a document may hold (`shared/board/validate.ts`); kinds, texts and attributes are read already. */
function inBounds({ elements, overlays, frames }: Pick<BoardPatch, 'elements' | 'overlays' | 'frames'>): boolean {
  return (
    [...elements, ...frames].every((thing) => goodBox(thing) && isOrder(thing.order)) &&
    overlays.every((overlay) => {
      if (overlay.kind === 'friction') return goodPoint(overlay.at);
      if (!isOrder(overlay.order)) return false;
      if (overlay.kind === 'zone') return goodBox(overlay);
      const shares = Object.entries(overlay.members);
      return (
        shares.every(([id, share]) => isId(id) && share >= 0 && share <= 100) &&
        goodWeek(overlay.start) &&
        goodWeek(overlay.end)
      );
    })
  );
}

function validChanged(value: unknown, ids: ReadonlySet<Id>): Readonly<Record<Id, readonly string[]>> | null {
  if (!isItem(value)) return null;
  const entries = Object.entries(value);
  if (entries.length > MOST_THINGS) return null;
  const changed: [Id, readonly string[]][] = [];
  for (const [id, keys] of entries) {
    if (!ids.has(id) || !Array.isArray(keys) || keys.length > MOST_KEYS) return null;
    if (!keys.every((key) => typeof key === 'string' && key.length <= LONGEST_KEY)) return null;
    changed.push([id, Object.freeze([...(keys as readonly string[])])]);
  }
  return Object.freeze(Object.fromEntries(changed));
}

const isState = (value: unknown): value is StateId => (STATE_IDS as readonly unknown[]).includes(value);

/**
 * A patch out of what somebody sent, holding nothing that a board cannot hold and nothing besides, or the sentence that says why
 * it is none. Bounded by `MOST_THINGS` and `MOST_BYTES`. Whether it fits a board is asked when it is put on one.
 */
export function validPatch(value: unknown): BoardPatch | string {
  if (!isItem(value) || Object.keys(value).some((key) => !KEYS.has(key))) return NOT_A_PATCH;
  const { state, removed, elements, relations, overlays, frames } = value as {
    readonly [Key in keyof BoardPatch]: unknown;
  };
  if (!isState(state) || !Array.isArray(removed) || !removed.every(isId)) return NOT_A_PATCH;
  if (new Set(removed).size !== removed.length) return NOT_A_PATCH;
  const lists = [elements, relations, overlays, frames];
  if (!lists.every(Array.isArray)) return NOT_A_PATCH;
  // Counted before they are read: a long list costs nothing.
  if (
    removed.length + lists.reduce((sum: number, list) => sum + (list as readonly unknown[]).length, 0) >
    2 * MOST_THINGS
  ) {
    return `A what-if changes at most ${MOST_THINGS} things. Propose it in parts.`;
  }
  try {
    const { board } = decodeBoard({ elements, relations, overlays, frames });
    const things = {
      elements: [...board.elements.values()],
      relations: [...board.relations.values()],
      overlays: [...board.overlays.values()],
      frames: [...board.frames.values()],
    };
    if (!inBounds(things)) return OUT_OF_BOUNDS;
    const patch: BoardPatch = { state, ...things, removed: Object.freeze([...removed]) };
    const changed = value['changed'] === undefined ? undefined : validChanged(value['changed'], patchIds(patch));
    if (changed === null) return NOT_A_PATCH;
    const whole = Object.freeze(changed === undefined ? patch : { ...patch, changed });
    return patchSize(whole).sentence ?? whole;
  } catch (error) {
    if (error instanceof FileProblem) return `This what-if cannot be read: ${error.message}`;
    throw error;
  }
}
