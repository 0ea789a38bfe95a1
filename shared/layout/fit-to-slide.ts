import { boundsOf } from '../board/geometry.ts';
import { indexBoard } from '../board/index-board.ts';
import type { Board, Box, Id } from '../board/model.ts';
import { NAME } from '../drawing/parts/name-block.ts';
import { type ArrangeMode, arrangeOf } from './arrange-mode.ts';
import { type LayoutOptions, layoutBoard } from './layout-board.ts';

export interface FitOptions extends Pick<LayoutOptions, 'ids' | 'anchor' | 'zoneMembers'> {
  /** Width to height of the slide; 16:9 when absent. */
  readonly ratio?: number;
}

export interface FitResult {
  /** New boxes, as of a layout: only those that change. */
  readonly boxes: ReadonlyMap<Id, Box>;
  /** What to write as `arrange` of elements, so that a later layout keeps the fit; `null` removes it. Only what changes. */
  readonly arrange: ReadonlyMap<Id, ArrangeMode | null>;
  /** Width to height of what was laid out. */
  readonly ratio: number;
  /** Size of a name on the slide, in points; under 10 it is hard to read from the back of a room. */
  readonly smallestPt: number;
}

export const SLIDE = Object.freeze({ wide: 16 / 9, standard: 4 / 3 });
/** Least size of a name on a slide that is said to be legible, in points (vocabulary 2.7). */
export const LEGIBLE_PT = 10;

/** A slide is so high, in points; its width follows from the ratio. */
const HEIGHT = 540;
/** Room for title and margins, in points. */
const ROOM = { across: 64, down: 112 } as const;
/** A drawing is never shown larger than this, in points a unit. */
const LARGEST = 1.1;
/** Something simpler stays unless another is so much better. */
const BETTER = 1.01;
/** Layouts that may be tried: the more boxes, the fewer. */
const TRIES = { most: 240, boxes: 40_000 } as const;

const MODES: readonly (ArrangeMode | null)[] = [null, 'row', 'stack2', 'stack', 'grid'];

/** Bosses that are laid out, by how far under the top they stand; the lowest first. */
function levelsOf(board: Board, ids: ReadonlySet<Id>): readonly (readonly Id[])[] {
  const index = indexBoard(board);
  const levels: Id[][] = [];
  const depths = new Map<Id, number>();
  const depthOf = (id: Id): number => {
    const way: Id[] = [];
    let at: Id | null = id;
    while (at !== null && !depths.has(at) && !way.includes(at)) {
      way.push(at);
      at = index.bossOf(at);
    }
    let depth = at === null ? -1 : (depths.get(at) ?? -1);
    for (const one of way.toReversed()) {
      depth += 1;
      depths.set(one, depth);
    }
    return depths.get(id) ?? 0;
  };
  for (const id of ids) {
    const reports = index.reportsOf(id);
    if (reports.length < 2) continue;
    // Bosses of leaves are a level of their own: they are the ones that are stacked.
    const leaves = reports.every((one) => index.reportsOf(one.id).length === 0);
    const level = depthOf(id) * 2 + Number(leaves);
    const list = levels[level];
    if (list === undefined) levels[level] = [id];
    else list.push(id);
  }
  return levels.filter((level) => level !== undefined).reverse();
}

/** What is tried: where everything would be, and how large on the slide. */
class Fit {
  readonly #board: Board;
  readonly #options: FitOptions;
  readonly #ids: ReadonlySet<Id>;
  readonly #ratio: number;
  left: number;

  constructor(board: Board, options: FitOptions) {
    this.#board = board;
    this.#options = options;
    this.#ids = new Set(options.ids ?? board.elements.keys());
    this.#ratio = options.ratio ?? SLIDE.wide;
    this.left = Math.max(12, Math.min(TRIES.most, Math.round(TRIES.boxes / Math.max(1, this.#ids.size))));
  }

  get ids(): ReadonlySet<Id> {
    return this.#ids;
  }

  lay(arrange: ReadonlyMap<Id, ArrangeMode | null>): Tried {
    this.left -= 1;
    const { ids, anchor, zoneMembers } = this.#options;
    const { boxes } = layoutBoard(this.#board, {
      ...(ids === undefined ? {} : { ids }),
      ...(anchor === undefined ? {} : { anchor }),
      ...(zoneMembers === undefined ? {} : { zoneMembers }),
      arrange,
    });
    const all = boundsOf(this.#shown(boxes)) ?? { x: 0, y: 0, w: 1, h: 1 };
    const scale = Math.min((HEIGHT * this.#ratio - ROOM.across) / all.w, (HEIGHT - ROOM.down) / all.h, LARGEST);
    return { arrange, boxes, scale, ratio: all.w / all.h };
  }

  *#shown(boxes: ReadonlyMap<Id, Box>): Generator<Box> {
    for (const id of this.#ids) {
      const box = boxes.get(id) ?? this.#board.elements.get(id);
      if (box !== undefined) yield box;
    }
    if (this.#options.ids !== undefined) return;
    for (const zone of indexBoard(this.#board).zones) yield boxes.get(zone.id) ?? zone;
  }
}

interface Tried {
  readonly arrange: ReadonlyMap<Id, ArrangeMode | null>;
  readonly boxes: ReadonlyMap<Id, Box>;
  readonly scale: number;
  readonly ratio: number;
}

/**
 * The layout of a board, or of part of it, that is largest on a slide: tries how reports stand, level by level from the lowest
 * up, and keeps what is best; on equal terms what is automatic. Deterministic.
 */
export function fitToSlide(board: Board, options: FitOptions = {}): FitResult {
  const fit = new Fit(board, options);
  const levels = levelsOf(board, fit.ids);
  const modes = new Map<Id, ArrangeMode | null>(levels.flat().map((id) => [id, null]));
  let best = fit.lay(modes);
  const offer = (changes: readonly (readonly [readonly Id[], ArrangeMode | null])[]): boolean => {
    if (fit.left <= 0 || changes.every(([level, mode]) => level.every((id) => best.arrange.get(id) === mode)))
      return false;
    const next = new Map(best.arrange);
    for (const [level, mode] of changes) for (const id of level) next.set(id, mode);
    const tried = fit.lay(next);
    if (tried.scale < best.scale * BETTER) return false;
    best = tried;
    return true;
  };
  for (let better = true; better && fit.left > 0; ) {
    better = false;
    for (const level of levels) for (const mode of MODES) better = offer([[level, mode]]) || better;
    if (better) continue;
    // Rows under rows are a ribbon and stacks under stacks a tower: sometimes only two levels at once are better.
    for (const [i, lower] of levels.entries()) {
      const upper = levels[i + 1];
      if (upper === undefined) break;
      for (const a of MODES)
        for (const b of MODES)
          better =
            offer([
              [lower, a],
              [upper, b],
            ]) || better;
    }
  }
  const arrange = new Map(
    [...best.arrange].filter(([id, mode]) => (arrangeOf(board.elements.get(id)?.attributes ?? {}) ?? null) !== mode),
  );
  return { boxes: best.boxes, arrange, ratio: best.ratio, smallestPt: best.scale * NAME.size };
}
