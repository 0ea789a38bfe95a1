import { factsOf } from '../board/board-facts.ts';
import { foldingOf } from '../board/folded.ts';
import { boundsOf, containsBox, containsCentre } from '../board/geometry.ts';
import { indexBoard } from '../board/index-board.ts';
import type { Board, BoardElement, Box, Id, Point, Zone } from '../board/model.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';
import { arrange } from './arrange.ts';
import { type ArrangeMode, arrangeOf } from './arrange-mode.ts';
import { type Block, framed, type Item, type Links, type Part } from './block.ts';
import { clearOf, pushedPast } from './clear-of.ts';
import { largest } from './largest.ts';
import { type Membership, withZones } from './zones.ts';

export interface LayoutOptions {
  /** Only these move: a selection, or a subtree. Everything else stays, zones too. */
  readonly ids?: readonly Id[];
  /** The element that stays where it is; the topmost of those that move when absent. */
  readonly anchor?: Id;
  /** Who belongs to which zone; by present centres when absent. */
  readonly zoneMembers?: ReadonlyMap<Id, readonly Id[]>;
  /** How reports stand, instead of what elements say; `null` is automatic. */
  readonly arrange?: ReadonlyMap<Id, ArrangeMode | null>;
  /** Whether teams of three and more hang in stacks, also in a small drawing; what is larger on a slide when absent. */
  readonly stacked?: boolean;
}

export interface LayoutResult {
  /** New boxes of elements, containers and zones; only those that change. */
  readonly boxes: ReadonlyMap<Id, Box>;
}

const PARTS: Readonly<Partial<Record<BoardElement['kind'], Part>>> = {
  committee: 'committee',
  function: 'function',
  platform: 'platform',
  partner: 'partner',
  card: 'card',
};

/** Up to so many items are arranged in several ways, and the one that is largest on a slide is taken. */
const FEW = 24;
const NO_MODES: ReadonlyMap<Id, ArrangeMode | null> = new Map();
/** Automatic layout leaves it where it is. */
const isFixed = ({ locked, attributes }: BoardElement): boolean => locked || attributes['pinned'] === true;

const linksOf = (board: Board): Links => {
  const index = indexBoard(board);
  return {
    bossOf: (id) => index.bossOf(id),
    relatedTo: (id, kind) =>
      index
        .relationsOf(id)
        .filter((line) => (kind === undefined ? line.kind !== 'reports' : line.kind === kind))
        .map((line) => (line.from === id ? line.to : line.from)),
  };
};

/** Side room so that a block's corners stay inside the round ends of a stadium. */
function roundRoom({ h }: Block, top: number, bottom: number): number {
  const radius = (h + top + bottom) / 2;
  const rise = radius - Math.min(top, bottom);
  return radius - Math.sqrt(Math.max(0, radius * radius - rise * rise)) + 12;
}

class BoardLayout {
  readonly #board: Board;
  readonly #moving: ReadonlySet<Id>;
  readonly #whole: boolean;
  readonly #asked: ReadonlySet<Id>;
  readonly #zones: readonly Membership[];
  readonly #links: Links;
  readonly #items = new Map<Id, Item>();
  readonly #modes: ReadonlyMap<Id, ArrangeMode | null>;
  readonly #stacked: boolean | undefined;

  constructor(board: Board, options: LayoutOptions) {
    this.#board = board;
    this.#whole = options.ids === undefined;
    this.#modes = options.arrange ?? NO_MODES;
    this.#stacked = options.stacked;
    this.#links = linksOf(board);
    const ids = options.ids ?? [...board.elements.keys()];
    const folded = foldingOf(board).hidden;
    this.#asked = new Set(ids);
    this.#moving = new Set(
      ids.filter((id) => {
        const element = board.elements.get(id);
        return element !== undefined && !isFixed(element) && !folded.has(id);
      }),
    );
    this.#zones = this.#whole ? this.#memberships(options.zoneMembers) : [];
  }

  run(anchor: Id | undefined): LayoutResult {
    const areas = this.#prepare();
    const boxes = new Map<Id, Box>();
    for (const [container, items] of areas) {
      const { boxes: area } = this.#arranged(container, items);
      const to = this.#placed(container, area, anchor);
      for (const [id, box] of area) {
        const { x, y } = to(id);
        const rounded = {
          x: Math.round(box.x + x),
          y: Math.round(box.y + y),
          w: Math.round(box.w),
          h: Math.round(box.h),
        };
        if (this.#changes(id, rounded)) boxes.set(id, rounded);
      }
    }
    this.#carryFolded(boxes);
    return { boxes };
  }

  /** How far each box of an area goes from where it was arranged: all as one, clear of what stays, or past it. */
  #placed(container: Id | null, area: ReadonlyMap<Id, Box>, anchor: Id | undefined): (id: Id) => Point {
    const [dx, dy] = this.#shift(area, anchor);
    const fixed =
      container === null ? [...this.#board.elements.values()].filter((element) => this.#stays(element)) : [];
    if (fixed.length === 0) return () => ({ x: dx, y: dy });
    const tops = new Map<Id, Box>();
    const topOf = (id: Id): Id =>
      indexBoard(this.#board)
        .ancestorsInside(id)
        .findLast((outer) => area.has(outer)) ?? id;
    let zoned = false;
    for (const [id, box] of area) {
      if (!this.#board.elements.has(id)) zoned = true;
      else if (topOf(id) === id) tops.set(id, { ...box, x: box.x + dx, y: box.y + dy });
    }
    const pushed = zoned ? null : pushedPast(tops, fixed, anchor);
    if (pushed === null) {
      const [x, y] = this.#whole ? clearOf([...tops.values()], fixed, [dx, dy]) : [dx, dy];
      return () => ({ x, y });
    }
    return (id) => {
      const by = pushed.get(topOf(id)) ?? { x: 0, y: 0 };
      return { x: dx + by.x, y: dy + by.y };
    };
  }

  /** What is folded under a head goes where the head goes, so that it is near when it is opened. */
  #carryFolded(boxes: Map<Id, Box>): void {
    const { hidden, folds } = foldingOf(this.#board);
    for (const { head } of folds.values()) {
      const [before, after] = [this.#board.elements.get(head), boxes.get(head)];
      if (before === undefined || after === undefined) continue;
      for (const id of indexBoard(this.#board).subtreeOf(head)) {
        const element = this.#board.elements.get(id);
        if (element === undefined || element.locked || !hidden.has(id) || boxes.has(id)) continue;
        const { x, y, w, h } = element;
        boxes.set(id, { x: x + after.x - before.x, y: y + after.y - before.y, w, h });
      }
    }
  }

  #memberships(given: ReadonlyMap<Id, readonly Id[]> | undefined): readonly Membership[] {
    const elements = [...this.#board.elements.values()];
    const inside = (zone: Zone): readonly Id[] =>
      given?.get(zone.id) ??
      elements
        .filter((element) => containsCentre(zone, element) && !containsBox(element, zone))
        .map((element) => element.id);
    return indexBoard(this.#board).zones.map((zone) => ({ zone, members: this.#outermost(inside(zone)) }));
  }

  /** Without those that sit in another of them: they come along. */
  #outermost(ids: readonly Id[]): ReadonlySet<Id> {
    const all = new Set(ids);
    const index = indexBoard(this.#board);
    return new Set(ids.filter((id) => !index.ancestorsInside(id).some((container) => all.has(container))));
  }

  /** Items of every container that is laid out again, innermost first; what remains are the areas to place, by container. */
  #prepare(): ReadonlyMap<Id | null, readonly Item[]> {
    const index = indexBoard(this.#board);
    const depth = (id: Id): number =>
      (this.#board.elements.get(id)?.sitsIn ?? null) === null ? 0 : index.ancestorsInside(id).length;
    const elements = [...this.#board.elements.values()].filter((element) => this.#moving.has(element.id));
    const deepest = elements
      .map((element) => ({ element, depth: depth(element.id) }))
      .sort((a, b) => b.depth - a.depth);
    const areas = new Map<Id | null, Item[]>();
    for (const { element } of deepest) {
      const item = this.#itemOf(element);
      this.#items.set(element.id, item);
      const inContainer = element.sitsIn !== null && this.#relaid(element.sitsIn);
      const carried = element.sitsIn !== null && !inContainer && this.#moving.has(element.sitsIn);
      if (inContainer || carried) continue;
      const area = areas.get(element.sitsIn);
      if (area === undefined) areas.set(element.sitsIn, [item]);
      else area.push(item);
    }
    return areas;
  }

  /** A container is laid out again when all in it may move; otherwise it keeps its inside as it is. */
  #relaid(id: Id): boolean {
    const contents = indexBoard(this.#board).contentsOf(id);
    return this.#moving.has(id) && contents.length > 0 && contents.every((inner) => this.#moving.has(inner.id));
  }

  #itemOf(element: BoardElement): Item {
    const { boxes, w, h } = this.#blockOf(element);
    const kind = ELEMENT_KINDS[element.kind];
    return {
      id: element.id,
      part: PARTS[element.kind] ?? 'people',
      w,
      h,
      order: element.order,
      chief: Number(element.attributes['lvl'] ?? 9) <= 2 && kind.people,
      layer: Number(element.attributes['layer'] ?? -1),
      heads: [element.id],
      arrange: this.#modeOf(element),
      assistant: element.attributes['assistant'] === true,
      boxes,
    };
  }

  #modeOf({ id, attributes }: BoardElement): ArrangeMode | undefined {
    const given = this.#modes.get(id);
    return given === undefined ? arrangeOf(attributes) : (given ?? undefined);
  }

  #blockOf(element: BoardElement): Block {
    const { id, w, h } = element;
    const contents = indexBoard(this.#board).contentsOf(id);
    if (contents.length === 0) return { w, h, boxes: new Map([[id, { x: 0, y: 0, w, h }]]) };
    if (!this.#relaid(id)) return this.#asItIs(element);
    const items = contents.map((inner) => this.#items.get(inner.id)).filter((item) => item !== undefined);
    return this.#contained(element, this.#arranged(id, items));
  }

  #asItIs(element: BoardElement): Block {
    const boxes = new Map<Id, Box>([[element.id, { x: 0, y: 0, w: element.w, h: element.h }]]);
    const index = indexBoard(this.#board);
    const queue = [...index.contentsOf(element.id)];
    for (const inner of queue) {
      boxes.set(inner.id, { x: inner.x - element.x, y: inner.y - element.y, w: inner.w, h: inner.h });
      queue.push(...index.contentsOf(inner.id));
    }
    return { w: element.w, h: element.h, boxes };
  }

  /** The container around what it holds, no narrower than its own header needs. */
  #contained(element: BoardElement, inner: Block): Block {
    const kind = ELEMENT_KINDS[element.kind];
    const { top, side, bottom } = kind.containerInsets;
    const least = kind.size({ ...element, w: kind.leastSize.w }, factsOf(this.#board, element.id));
    const round = element.kind === 'centre' ? Math.max(side, roundRoom(inner, top, bottom)) : side;
    const across = Math.max(round, (least.w - inner.w) / 2);
    return framed(element.id, inner, { top, left: across, right: across, bottom });
  }

  #arranged(container: Id | null, items: readonly Item[]): Block {
    const ids = new Set(items.map((item) => item.id));
    const zones = this.#zones.filter(({ members }) => members.size > 0 && [...members].some((id) => ids.has(id)));
    const all = withZones(items, zones, this.#links, this.#board);
    if (container !== null || all.length > FEW) return arrange(all, this.#links, { inside: container !== null });
    return largest(all, this.#links, this.#stacked, (way) => arrange(all, this.#links, { inside: false, ...way }));
  }

  /** How to move an arrangement so that its anchor, or the corner of the whole board, stays where it was. */
  #shift(area: ReadonlyMap<Id, Box>, anchor: Id | undefined): readonly [number, number] {
    const elements = [...area.keys()].map((id) => this.#board.elements.get(id)).filter((e) => e !== undefined);
    const fixed = anchor !== undefined ? this.#board.elements.get(anchor) : this.#whole ? undefined : topmost(elements);
    const target = fixed === undefined ? undefined : area.get(fixed.id);
    if (fixed !== undefined && target !== undefined) return [fixed.x - target.x, fixed.y - target.y];
    const before = boundsOf([...area.keys()].map((id) => this.#before(id)).filter((box) => box !== undefined));
    const after = boundsOf(area.values());
    return [(before?.x ?? 0) - (after?.x ?? 0), (before?.y ?? 0) - (after?.y ?? 0)];
  }

  #stays(element: BoardElement): boolean {
    const { id, sitsIn } = element;
    if (!this.#whole && !this.#asked.has(id) && element.attributes['pinned'] !== true) return false;
    return isFixed(element) && (sitsIn === null || !this.#moving.has(sitsIn)) && !this.#moving.has(id);
  }

  #before(id: Id): Box | undefined {
    const overlay = this.#board.overlays.get(id);
    return this.#board.elements.get(id) ?? (overlay?.kind === 'zone' ? overlay : undefined);
  }

  #changes(id: Id, { x, y, w, h }: Box): boolean {
    const before = this.#before(id);
    return before === undefined || before.x !== x || before.y !== y || before.w !== w || before.h !== h;
  }
}

const topmost = (elements: readonly BoardElement[]): BoardElement | undefined =>
  elements.reduce<BoardElement | undefined>(
    (best, element) =>
      best === undefined || element.y < best.y || (element.y === best.y && element.x < best.x) ? element : best,
    undefined,
  );

/**
 * Places a board, a selection or a subtree by the layout grammar (`vocabulary`, 2.8): committees over the tree of people,
 * function zones side by side, scope bands global over local, platforms by layer or under their owners, partners at the
 * right, cards below. Pure and deterministic. Locked and pinned elements stay, and a whole
 * board is laid out clear of them; a container with one inside keeps its inside.
 */
export const layoutBoard = (board: Board, options: LayoutOptions = {}): LayoutResult =>
  new BoardLayout(board, options).run(options.anchor);
