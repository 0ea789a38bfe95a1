import type { Id, Point } from '#shared/board/model.ts';
import { reducedMotion } from './view-control.ts';

/** Milliseconds over which what others move glides to its next known place (design, motion). */
const GLIDE = 80;

interface Move {
  readonly from: Point;
  readonly to: Point;
  readonly start: number;
}

/** Places that arrive twenty times a second, shown sixty times a second. */
export interface Glide {
  /** Where it is shown now, on its way to the last place told. */
  towards(id: Id, to: Point): Point;
  /** Forgets what nobody moves any more. */
  keep(ids: ReadonlySet<Id>): void;
  destroy(): void;
}

export function createGlide(onFrame: () => void): Glide {
  const moves = new Map<Id, Move>();
  let frame = 0;
  const at = (move: Move, now: number): Point => {
    const t = Math.min(1, (now - move.start) / GLIDE);
    return { x: move.from.x + (move.to.x - move.from.x) * t, y: move.from.y + (move.to.y - move.from.y) * t };
  };
  return {
    towards(id, to) {
      const now = performance.now();
      const known = moves.get(id);
      if (known === undefined || reducedMotion()) {
        moves.set(id, { from: to, to, start: now - GLIDE });
        return to;
      }
      if (known.to.x !== to.x || known.to.y !== to.y) moves.set(id, { from: at(known, now), to, start: now });
      const move = moves.get(id) ?? known;
      if (now - move.start < GLIDE && frame === 0) {
        frame = requestAnimationFrame(() => {
          frame = 0;
          onFrame();
        });
      }
      return at(move, now);
    },
    keep(ids) {
      for (const id of moves.keys()) if (!ids.has(id)) moves.delete(id);
    },
    destroy() {
      cancelAnimationFrame(frame);
      moves.clear();
    },
  };
}
