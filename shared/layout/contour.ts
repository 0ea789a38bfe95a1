/** One step of an outline: at heights `y0` to `y1` it reaches to `x`. */
interface Step {
  readonly y0: number;
  readonly y1: number;
  readonly x: number;
}

/** Outline of a placed branch, seen from the left and from the right, relative to the centre of its top edge. */
export interface Shape {
  readonly left: readonly Step[];
  readonly right: readonly Step[];
  readonly bottom: number;
  readonly minX: number;
  readonly maxX: number;
}

export const shapeOfBox = (w: number, h: number, room = 0): Shape => ({
  left: [{ y0: 0, y1: h, x: -w / 2 - room }],
  right: [{ y0: 0, y1: h, x: w / 2 }],
  bottom: h,
  minX: -w / 2 - room,
  maxX: w / 2,
});

type Pick = (a: number, b: number) => number;

/** The outer envelope of two step lists, both ordered from the top. */
function envelope(a: readonly Step[], b: readonly Step[], pick: Pick): readonly Step[] {
  if (a.length === 0) return b;
  if (b.length === 0) return a;
  const out: Step[] = [];
  const push = (y0: number, y1: number, x: number): void => {
    const last = out.at(-1);
    if (y1 <= y0) return;
    if (last !== undefined && last.x === x && last.y1 === y0) out[out.length - 1] = { y0: last.y0, y1, x };
    else out.push({ y0, y1, x });
  };
  let i = 0;
  let j = 0;
  let y = Math.min(a[0]?.y0 ?? 0, b[0]?.y0 ?? 0);
  for (;;) {
    while (i < a.length && (a[i]?.y1 ?? 0) <= y) i += 1;
    while (j < b.length && (b[j]?.y1 ?? 0) <= y) j += 1;
    const p = a[i];
    const q = b[j];
    if (p === undefined && q === undefined) return out;
    const inP = p !== undefined && p.y0 <= y ? p : undefined;
    const inQ = q !== undefined && q.y0 <= y ? q : undefined;
    const next = Math.min(inP?.y1 ?? p?.y0 ?? Number.POSITIVE_INFINITY, inQ?.y1 ?? q?.y0 ?? Number.POSITIVE_INFINITY);
    if (inP !== undefined && inQ !== undefined) push(y, next, pick(inP.x, inQ.x));
    else if (inP !== undefined) push(y, next, inP.x);
    else if (inQ !== undefined) push(y, next, inQ.x);
    y = next;
  }
}

const moved = (steps: readonly Step[], dx: number, dy: number): readonly Step[] =>
  steps.map(({ y0, y1, x }) => ({ y0: y0 + dy, y1: y1 + dy, x: x + dx }));

export const moveShape = (shape: Shape, dx: number, dy: number): Shape => ({
  left: moved(shape.left, dx, dy),
  right: moved(shape.right, dx, dy),
  bottom: shape.bottom + dy,
  minX: shape.minX + dx,
  maxX: shape.maxX + dx,
});

export const joinShapes = (a: Shape, b: Shape): Shape => ({
  left: envelope(a.left, b.left, Math.min),
  right: envelope(a.right, b.right, Math.max),
  bottom: Math.max(a.bottom, b.bottom),
  minX: Math.min(a.minX, b.minX),
  maxX: Math.max(a.maxX, b.maxX),
});

/** How far right `next` must go to clear `before`; heights closer than `pad` count as the same height. */
export function clearance(before: Shape, next: Shape, pad: number): number {
  let least = Number.NEGATIVE_INFINITY;
  let i = 0;
  let j = 0;
  while (i < before.right.length && j < next.left.length) {
    const a = before.right[i];
    const b = next.left[j];
    if (a === undefined || b === undefined) break;
    if (a.y1 + pad > b.y0 && b.y1 + pad > a.y0) least = Math.max(least, a.x - b.x);
    if (a.y1 < b.y1) i += 1;
    else j += 1;
  }
  return least === Number.NEGATIVE_INFINITY ? before.maxX - next.minX : least;
}
