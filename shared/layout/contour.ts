/** One step of an outline: at heights `y0` to `y1` it reaches to `x`. */
interface Step {
  readonly y0: number;
  readonly y1: number;
  readonly x: number;
}

type Pick = (a: number, b: number) => number;

/**
 * One side of a branch as steps, the lowest first, moved as a whole by a note: a boss on top is one step more, and joining two
 * touches only the heights both have. So a forest costs what its branches share, not boxes times depth.
 */
class Outline {
  readonly #steps: Step[];
  #dx = 0;
  #dy = 0;

  constructor(first: Step) {
    this.#steps = [first];
  }

  get length(): number {
    return this.#steps.length;
  }

  /** The step so many under the top. */
  fromTop(at: number): Step | undefined {
    const step = this.#steps[this.#steps.length - 1 - at];
    return step === undefined ? undefined : { y0: step.y0 + this.#dy, y1: step.y1 + this.#dy, x: step.x + this.#dx };
  }

  move(dx: number, dy: number): void {
    this.#dx += dx;
    this.#dy += dy;
  }

  take(): Step | undefined {
    const step = this.fromTop(0);
    this.#steps.pop();
    return step;
  }

  put({ y0, y1, x }: Step): void {
    this.#steps.push({ y0: y0 - this.#dy, y1: y1 - this.#dy, x: x - this.#dx });
  }
}

/** The outer envelope of two outlines. Uses both up: the deeper one goes on as the answer. */
function envelope(a: Outline, b: Outline, pick: Pick): Outline {
  const out: Step[] = [];
  const push = (y0: number, y1: number, x: number): void => {
    const last = out.at(-1);
    if (last !== undefined && last.x === x && last.y1 === y0) out[out.length - 1] = { y0: last.y0, y1, x };
    else out.push({ y0, y1, x });
  };
  let p = a.take();
  let q = b.take();
  while (p !== undefined && q !== undefined) {
    if (p.y0 < q.y0) {
      const y1 = Math.min(p.y1, q.y0);
      push(p.y0, y1, p.x);
      p = p.y1 > y1 ? { ...p, y0: y1 } : a.take();
    } else if (q.y0 < p.y0) {
      const y1 = Math.min(q.y1, p.y0);
      push(q.y0, y1, q.x);
      q = q.y1 > y1 ? { ...q, y0: y1 } : b.take();
    } else {
      const y1: number = Math.min(p.y1, q.y1);
      push(p.y0, y1, pick(p.x, q.x));
      p = p.y1 > y1 ? { ...p, y0: y1 } : a.take();
      q = q.y1 > y1 ? { ...q, y0: y1 } : b.take();
    }
  }
  const rest = p === undefined ? b : a;
  const cut = p ?? q;
  if (cut !== undefined) rest.put(cut);
  for (let i = out.length - 1; i >= 0; i -= 1) {
    const step = out[i];
    if (step !== undefined) rest.put(step);
  }
  return rest;
}

/** A placed branch seen from the left and from the right, relative to the centre of its top edge. Moving and joining use it up. */
export interface Shape {
  readonly left: Outline;
  readonly right: Outline;
  readonly bottom: number;
  readonly minX: number;
  readonly maxX: number;
}

export const shapeOfBox = (w: number, h: number, room = 0): Shape => ({
  left: new Outline({ y0: 0, y1: h, x: -w / 2 - room }),
  right: new Outline({ y0: 0, y1: h, x: w / 2 }),
  bottom: h,
  minX: -w / 2 - room,
  maxX: w / 2,
});

export function moveShape({ left, right, bottom, minX, maxX }: Shape, dx: number, dy: number): Shape {
  left.move(dx, dy);
  right.move(dx, dy);
  return { left, right, bottom: bottom + dy, minX: minX + dx, maxX: maxX + dx };
}

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
    const a = before.right.fromTop(i);
    const b = next.left.fromTop(j);
    if (a === undefined || b === undefined) break;
    if (a.y1 + pad > b.y0 && b.y1 + pad > a.y0) least = Math.max(least, a.x - b.x);
    if (a.y1 < b.y1) i += 1;
    else j += 1;
  }
  return least === Number.NEGATIVE_INFINITY ? before.maxX - next.minX : least;
}
