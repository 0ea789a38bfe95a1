import type { Box, Id, Point, StateId } from '#shared/board/model.ts';
import type { Anchor } from '#shared/critique/comment.ts';
import type { CommentKindId } from '#shared/critique/kinds.ts';
import { anchorKey } from '../comments/anchor-name.ts';
import type { Shown } from '../comments/comment-list.ts';
import { type PinGround, placeOf } from './anchor-place.ts';

export interface Pin {
  readonly comment: Shown;
  readonly at: Point;
  readonly gone: boolean;
}

/** One pin, several that would lie over one another, or all that a folded head hides. */
export interface PinGroup {
  /** Names it as long as the same comments are in it. */
  readonly key: string;
  readonly at: Point;
  readonly pins: readonly Pin[];
  /** What hides them all. */
  readonly under: Id | null;
}

export interface Placed {
  readonly pins: readonly Pin[];
  /** Comments by what hides their things. */
  readonly rolled: ReadonlyMap<Id, readonly Pin[]>;
  /** Comments on another state of the board, by the state. */
  readonly elsewhere: ReadonlyMap<StateId, number>;
}

/** Room between two pins on the same thing, and how many stand in a row, in units. */
const BESIDE = { x: 36, y: 36, row: 4 } as const;
/** Pins nearer than this on screen join, in CSS pixels (design README, "Pins"). */
export const REACH = 28;

const stateOf = (anchor: Anchor): StateId | undefined => ('state' in anchor ? anchor.state : undefined);

/** The n-th pin at the same place: beside the first, towards the middle of the thing; those on the board in a stack. */
function beside(anchor: Anchor, at: Point, n: number): Point {
  if (anchor.on === 'board') return { x: at.x, y: at.y + n * BESIDE.y };
  const row = Math.floor(n / BESIDE.row);
  return { x: at.x - (n % BESIDE.row) * BESIDE.x, y: at.y - row * BESIDE.y };
}

const inReadingOrder = (a: Pin, b: Pin): number =>
  Math.round(a.at.y / 40) - Math.round(b.at.y / 40) || a.at.x - b.at.x || (a.comment.id < b.comment.id ? -1 : 1);

/** Where every comment stands on the state that is shown. */
export function placePins(comments: readonly Shown[], ground: PinGround, state: StateId): Placed {
  const pins: Pin[] = [];
  const rolled = new Map<Id, Pin[]>();
  const elsewhere = new Map<StateId, number>();
  const taken = new Map<string, number>();
  for (const comment of comments) {
    const other = stateOf(comment.anchor);
    if (other !== undefined && other !== state) {
      elsewhere.set(other, (elsewhere.get(other) ?? 0) + 1);
      continue;
    }
    const place = placeOf(comment.anchor, ground);
    if (place.under !== null) {
      rolled.set(place.under, [...(rolled.get(place.under) ?? []), { comment, at: place.at, gone: false }]);
      continue;
    }
    const part = 'part' in comment.anchor ? comment.anchor.part : undefined;
    const spot = part === undefined ? anchorKey(comment.anchor) : `${anchorKey(comment.anchor)} ${part.x} ${part.y}`;
    const n = taken.get(spot) ?? 0;
    taken.set(spot, n + 1);
    pins.push({ comment, at: beside(comment.anchor, place.at, n), gone: place.gone });
  }
  return { pins: pins.sort(inReadingOrder), rolled, elsewhere };
}

const cell = (value: number): number => Math.floor(value / REACH);

/** Joins pins that are nearer than 28 px at this zoom; a group stands where the first of it does. */
export function groupPins({ pins, rolled }: Placed, zoom: number): readonly PinGroup[] {
  const groups: { at: Point; pins: Pin[] }[] = [];
  const cells = new Map<string, { at: Point; pins: Pin[] }[]>();
  for (const pin of pins) {
    const x = pin.at.x * zoom;
    const y = pin.at.y * zoom;
    let found: { at: Point; pins: Pin[] } | null = null;
    for (let i = -1; i <= 1 && found === null; i += 1) {
      for (let j = -1; j <= 1 && found === null; j += 1) {
        for (const group of cells.get(`${cell(x) + i} ${cell(y) + j}`) ?? []) {
          if (Math.hypot(group.at.x * zoom - x, group.at.y * zoom - y) < REACH) {
            found = group;
            break;
          }
        }
      }
    }
    if (found !== null) {
      found.pins.push(pin);
      continue;
    }
    const group = { at: pin.at, pins: [pin] };
    groups.push(group);
    const key = `${cell(x)} ${cell(y)}`;
    cells.set(key, [...(cells.get(key) ?? []), group]);
  }
  const all: PinGroup[] = groups.map((group) => ({
    key: group.pins.map((pin) => pin.comment.id).join(' '),
    at: group.at,
    pins: group.pins,
    under: null,
  }));
  for (const [under, hidden] of rolled) {
    const [first] = hidden;
    if (first !== undefined) all.push({ key: `under ${under}`, at: first.at, pins: hidden, under });
  }
  return all;
}

/** Numbers by kind, most first: what a bar says of those in it. */
export function kindCounts(pins: readonly Pin[]): readonly { readonly kind: CommentKindId; readonly count: number }[] {
  const counts = new Map<CommentKindId, number>();
  for (const { comment } of pins) counts.set(comment.kind, (counts.get(comment.kind) ?? 0) + 1);
  return [...counts].map(([kind, count]) => ({ kind, count })).sort((a, b) => b.count - a.count);
}

/** The zoom at which a group falls apart, and the box of its places; `null` when its pins stand at one place. */
export function splitOf(group: PinGroup): { readonly zoom: number; readonly box: Box } | null {
  const [first] = group.pins;
  if (first === undefined) return null;
  const far = Math.max(...group.pins.map((pin) => Math.hypot(pin.at.x - first.at.x, pin.at.y - first.at.y)));
  if (far < 1) return null;
  const xs = group.pins.map((pin) => pin.at.x);
  const ys = group.pins.map((pin) => pin.at.y);
  const box = {
    x: Math.min(...xs),
    y: Math.min(...ys),
    w: Math.max(...xs) - Math.min(...xs),
    h: Math.max(...ys) - Math.min(...ys),
  };
  return { zoom: (REACH / far) * 1.05, box };
}
