import RBush from 'rbush';
import type { Box, Id, Point } from '../board/model.ts';
import { Channels } from './channels.ts';
import { CLEARANCE, OVER_WORDS, type Rect, segment } from './line-costs.ts';

interface Obstacle extends Rect {
  readonly id: Id;
}

const rectOf = (id: Id, { x, y, w, h }: Box): Obstacle => ({ id, minX: x, minY: y, maxX: x + w, maxY: y + h });

/** The boxes lines keep clear of. */
export class Obstacles {
  readonly #tree = new RBush<Obstacle>();
  readonly #words = new RBush<Rect>();
  readonly #boxes: ReadonlyMap<Id, Box>;
  readonly #channels = new Map<string, Channels>();

  /** `words` are texts on containers and zones that a line may cross but had better not. */
  constructor(boxes: ReadonlyMap<Id, Box>, words: readonly Box[]) {
    this.#boxes = boxes;
    this.#words.load(words.map((box) => rectOf('', box)));
    this.#tree.load([...boxes].map(([id, box]) => rectOf(id, box)));
  }

  box(id: Id): Box | undefined {
    return this.#boxes.get(id);
  }

  /** The free space for a line that may cross these containers. Worked out when first asked for. */
  channels(open: ReadonlySet<Id>): Channels {
    const key = [...open].sort().join(' ');
    let channels = this.#channels.get(key);
    if (channels === undefined) {
      channels = new Channels([...this.#boxes].flatMap(([id, box]) => (open.has(id) ? [] : [box])));
      this.#channels.set(key, channels);
    }
    return channels;
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
