import RBush from 'rbush';
import type { Id, Point } from '../board/model.ts';
import { APART, CROSSING, type Rect, segment } from './line-costs.ts';

interface Laid extends Rect {
  readonly line: Id;
  /** Lines of one group may share a trunk. */
  readonly group: string;
}

/** Lines laid so far, piece by piece. */
export class LaidLines {
  readonly #tree = new RBush<Laid>();
  readonly #pieces = new Map<Id, Laid[]>();

  add(line: Id, group: string, points: readonly Point[]): void {
    const pieces: Laid[] = [];
    for (let i = 0; i + 1 < points.length; i += 1) {
      const [a, b] = [points[i], points[i + 1]];
      if (a !== undefined && b !== undefined) pieces.push({ line, group, ...segment(a, b, 0) });
    }
    for (const piece of pieces) this.#tree.insert(piece);
    this.#pieces.set(line, pieces);
  }

  remove(line: Id): void {
    for (const piece of this.#pieces.get(line) ?? []) this.#tree.remove(piece);
    this.#pieces.delete(line);
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

const TOO_NEAR = 120;
