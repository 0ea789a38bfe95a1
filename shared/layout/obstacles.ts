import RBush from 'rbush';
import type { Box, Id, Point } from '../board/model.ts';

interface Rect {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

interface Obstacle extends Rect {
  readonly id: Id;
}

interface Laid extends Rect {
  readonly line: Id;
  /** Lines of one group may share a trunk. */
  readonly group: string;
}

/** Space between a line and a box it does not end at. */
export const CLEARANCE = 8;
/** Space between parallel lines of different groups. */
export const APART = 8;

const rectOf = (id: Id, { x, y, w, h }: Box): Obstacle => ({ id, minX: x, minY: y, maxX: x + w, maxY: y + h });

const segment = (a: Point, b: Point, by: number): Rect => ({
  minX: Math.min(a.x, b.x) - by,
  minY: Math.min(a.y, b.y) - by,
  maxX: Math.max(a.x, b.x) + by,
  maxY: Math.max(a.y, b.y) + by,
});

/** The boxes lines keep clear of. */
export class Obstacles {
  readonly #tree = new RBush<Obstacle>();
  readonly #words = new RBush<Rect>();
  readonly #boxes: ReadonlyMap<Id, Box>;

  /** `words` are texts on containers and zones that a line may cross but had better not. */
  constructor(boxes: ReadonlyMap<Id, Box>, words: readonly Box[]) {
    this.#boxes = boxes;
    this.#words.load(words.map((box) => rectOf('', box)));
    this.#tree.load([...boxes].map(([id, box]) => rectOf(id, box)));
  }

  box(id: Id): Box | undefined {
    return this.#boxes.get(id);
  }

  within(area: Rect): readonly Obstacle[] {
    return this.#tree.search(area);
  }

  /** Whether a straight piece comes too near a box that is not in `open`, or runs through one of its own `ends`. */
  blocked(a: Point, b: Point, open: ReadonlySet<Id>, ends: readonly [Id, Id], clearance = CLEARANCE): boolean {
    const near = segment(a, b, clearance - 0.5);
    const own = segment(a, b, 0);
    for (const hit of this.#tree.search(near)) {
      if (open.has(hit.id)) continue;
      if (hit.id !== ends[0] && hit.id !== ends[1]) return true;
      const inside =
        own.minX < hit.maxX - 0.5 &&
        own.maxX > hit.minX + 0.5 &&
        own.minY < hit.maxY - 0.5 &&
        own.maxY > hit.minY + 0.5;
      if (inside) return true;
    }
    return false;
  }

  /** Cost of a piece over the texts it crosses. */
  overWords(a: Point, b: Point): number {
    return this.#words.search(segment(a, b, 0)).length * OVER_WORDS;
  }

  /** Whether anything but containers around it lies under a label. */
  covered(area: Box, open: ReadonlySet<Id>): boolean {
    return this.#tree.search(rectOf('', area)).some((hit) => !open.has(hit.id));
  }
}

/** Lines laid so far, piece by piece. */
export class LaidLines {
  readonly #tree = new RBush<Laid>();

  add(line: Id, group: string, points: readonly Point[]): void {
    for (let i = 0; i + 1 < points.length; i += 1) {
      const [a, b] = [points[i], points[i + 1]];
      if (a !== undefined && b !== undefined) this.#tree.insert({ line, group, ...segment(a, b, 0) });
    }
  }

  /**
   * Cost of a piece among the lines before it: crossings, and length run on top of or too near another. Running on a trunk of
   * the own group is cheaper than new ink, so the answer may be less than 0, but never less than minus its length.
   */
  cost(a: Point, b: Point, group: string): number {
    const own = segment(a, b, 0);
    const vertical = Math.abs(a.x - b.x) < 0.5;
    let cost = 0;
    let trunk = 0;
    for (const hit of this.#tree.search(segment(a, b, APART - 0.5))) {
      const hitVertical = hit.maxX - hit.minX < hit.maxY - hit.minY;
      if (hit.group === group) {
        if (hitVertical === vertical) trunk = Math.max(trunk, onTop(own, hit, vertical));
        continue;
      }
      if (hitVertical !== vertical) {
        const crosses = own.minX <= hit.maxX && hit.minX <= own.maxX && own.minY <= hit.maxY && hit.minY <= own.maxY;
        if (crosses) cost += CROSSING;
        continue;
      }
      const shared = vertical
        ? Math.min(own.maxY, hit.maxY) - Math.max(own.minY, hit.minY)
        : Math.min(own.maxX, hit.maxX) - Math.max(own.minX, hit.minX);
      if (shared > -4) cost += TOO_NEAR + Math.max(0, shared);
    }
    return cost - trunk * TRUNK_SAVES;
  }
}

/** How much of two parallel pieces is the same ink. */
function onTop(a: Rect, b: Rect, vertical: boolean): number {
  const apart = vertical ? Math.abs(a.minX - b.minX) : Math.abs(a.minY - b.minY);
  if (apart > 0.5) return 0;
  const shared = vertical
    ? Math.min(a.maxY, b.maxY) - Math.max(a.minY, b.minY)
    : Math.min(a.maxX, b.maxX) - Math.max(a.minX, b.minX);
  return Math.max(0, shared);
}

const TRUNK_SAVES = 0.6;

export const BEND = 34;
export const CROSSING = 45;
const TOO_NEAR = 120;
const OVER_WORDS = 320;
