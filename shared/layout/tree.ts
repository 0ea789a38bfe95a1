import type { Id, Point } from '../board/model.ts';
import type { ArrangeMode } from './arrange-mode.ts';
import { clearance, joinShapes, moveShape, type Shape, shapeOfBox } from './contour.ts';

/** A box in a tree; siblings in the order of the list. A parent that is not in the list makes a root. */
export interface TreeNode {
  readonly id: Id;
  readonly w: number;
  readonly h: number;
  readonly parent: Id | null;
  /** Where the line from its boss arrives, right of its centre. */
  readonly lean?: number;
  /** Never piled over others: a zone. */
  readonly alone?: boolean;
  /** Starts this far under the top when it is a root. */
  readonly drop?: number;
  /** How its reports stand; by their number when absent. */
  readonly arrange?: ArrangeMode | undefined;
  /** Stands beside its boss's trunk, above the row. */
  readonly assistant?: boolean;
}

export interface TreeOptions {
  /** Between siblings, between a boss and the row below, between boxes of a stack; in units. */
  readonly hgap: number;
  readonly vgap: number;
  readonly stackGap: number;
  /** From the trunk of a stack to its boxes. */
  readonly indent: number;
  /** This many reports without reports of their own hang as a stack. */
  readonly stackFrom: number;
  /** This many hang on both sides of the trunk. */
  readonly bothSidesFrom: number;
}

export const TREE: TreeOptions = Object.freeze({
  hgap: 32,
  vgap: 48,
  stackGap: 20,
  indent: 24,
  stackFrom: 6,
  bothSidesFrom: 7,
});

interface Offset {
  readonly id: Id;
  readonly dx: number;
  readonly dy: number;
}

/** One place in a row: a branch, or a pile of leaves one over the other. */
interface Slot {
  readonly shape: Shape;
  readonly offsets: readonly Offset[];
  /** Where the line from the boss arrives, right of the slot's centre. */
  readonly lean: number;
}

/** Room kept left of a pile for its trunk. */
const TRUNK = 20;
/** Between the two columns of a grid that share a trunk: the trunk is as far from either as a line's end piece is long. */
const PAIR_GAP = 28;
/** Width to height that a grid comes near to, and what a hole in its last row costs against it. */
const GRID_ASPECT = 1.6;
const HOLE = 0.06;

class Forest {
  readonly #options: TreeOptions;
  readonly #nodes = new Map<Id, TreeNode>();
  readonly #reports = new Map<Id, TreeNode[]>();
  readonly #shapes = new Map<Id, Shape>();
  readonly #offsets = new Map<Id, Offset>();
  readonly #roots: TreeNode[] = [];
  /** Parents before children. */
  readonly #order: TreeNode[] = [];

  constructor(nodes: readonly TreeNode[], options: TreeOptions) {
    this.#options = options;
    for (const node of nodes) this.#nodes.set(node.id, node);
    for (const node of nodes) {
      const list = node.parent === null || !this.#nodes.has(node.parent) ? null : this.#reports.get(node.parent);
      if (list === null) this.#roots.push(node);
      else if (list === undefined) this.#reports.set(node.parent ?? '', [node]);
      else list.push(node);
    }
    this.#order.push(...this.#roots);
    for (let i = 0; i < this.#order.length; i += 1) {
      for (const child of this.#reports.get(this.#order[i]?.id ?? '') ?? []) this.#order.push(child);
    }
  }

  place(): ReadonlyMap<Id, Point> {
    for (let i = this.#order.length - 1; i >= 0; i -= 1) {
      const node = this.#order[i];
      if (node !== undefined) this.#shapes.set(node.id, this.#branch(node));
    }
    const centres = new Map<Id, Point>();
    let all: Shape | null = null;
    for (const root of this.#roots) {
      const shape = moveShape(this.#shape(root.id), 0, root.drop ?? 0);
      const x = all === null ? 0 : clearance(all, shape, this.#options.vgap) + this.#options.hgap * 1.5;
      centres.set(root.id, { x, y: root.drop ?? 0 });
      const at = moveShape(shape, x, 0);
      all = all === null ? at : joinShapes(all, at);
    }
    const places = new Map<Id, Point>();
    for (const node of this.#order) {
      let centre = centres.get(node.id);
      if (centre === undefined) {
        const boss = centres.get(node.parent ?? '');
        const offset = this.#offsets.get(node.id);
        centre = { x: (boss?.x ?? 0) + (offset?.dx ?? 0), y: (boss?.y ?? 0) + (offset?.dy ?? 0) };
        centres.set(node.id, centre);
      }
      places.set(node.id, { x: centre.x - node.w / 2, y: centre.y });
    }
    return places;
  }

  #shape(id: Id): Shape {
    return this.#shapes.get(id) ?? shapeOfBox(0, 0);
  }

  #isLeaf(node: TreeNode): boolean {
    return !this.#reports.has(node.id);
  }

  /** The shape of a boss with all below; notes where its reports go. */
  #branch(node: TreeNode): Shape {
    const own = shapeOfBox(node.w, node.h);
    const all = this.#reports.get(node.id);
    if (all === undefined) return own;
    const beside = all.filter((child) => child.assistant === true);
    if (beside.length === 0) return joinShapes(own, this.#below(node, node.h, all));
    const { offsets, bottom } = this.#assistants(node, beside);
    const reports = all.filter((child) => child.assistant !== true);
    const below = reports.length === 0 ? null : this.#below(node, bottom, reports);
    const sides = this.#hang(offsets);
    return joinShapes(own, below === null ? sides : joinShapes(sides, below));
  }

  /** Reports under `top`, as their boss has them stand; as it suits their number when nothing was said. */
  #below(node: TreeNode, top: number, reports: readonly TreeNode[]): Shape {
    switch (node.arrange) {
      case 'row':
        return this.#row(
          top,
          reports.map((child) => this.#slotOf(child)),
        );
      case 'stack':
        return this.#hang(this.#stack(node, top, reports));
      case 'stack2':
        return this.#hang(this.#bothSides(top, reports));
      case 'grid':
        return this.#hang(this.#grid(top, reports));
      case undefined:
        return this.#automatic(node, top, reports);
    }
  }

  #automatic(node: TreeNode, top: number, reports: readonly TreeNode[]): Shape {
    const leaves = reports.every((child) => this.#isLeaf(child));
    let tallest = 0;
    let shortest = Number.POSITIVE_INFINITY;
    for (const child of reports) {
      tallest = Math.max(tallest, this.#shape(child.id).bottom);
      shortest = Math.min(shortest, child.h);
    }
    const uneven = tallest > 1.5 * shortest;
    if (leaves && !uneven && reports.length >= this.#options.bothSidesFrom)
      return this.#hang(this.#bothSides(top, reports));
    if (leaves && !uneven && reports.length >= this.#options.stackFrom)
      return this.#hang(this.#stack(node, top, reports));
    return this.#row(top, uneven ? this.#slots(reports, tallest) : reports.map((child) => this.#slotOf(child)));
  }

  /** Boxes at their offsets; joined from the lowest up, so that each touches the top of the others only. */
  #hang(offsets: readonly Offset[]): Shape {
    let all: Shape | null = null;
    for (const { id, dx, dy } of offsets.toReversed()) {
      this.#offsets.set(id, { id, dx, dy });
      const at = moveShape(this.#shape(id), dx, dy);
      all = all === null ? at : joinShapes(at, all);
    }
    return all ?? shapeOfBox(0, 0);
  }

  #slotOf(child: TreeNode): Slot {
    return { shape: this.#shape(child.id), offsets: [{ id: child.id, dx: 0, dy: 0 }], lean: child.lean ?? 0 };
  }

  #row(under: number, slots: readonly Slot[]): Shape {
    const top = under + this.#options.vgap;
    const xs: number[] = [];
    let row: Shape | null = null;
    for (const slot of slots) {
      const x = row === null ? 0 : clearance(row, slot.shape, this.#options.vgap * 0.99) + this.#options.hgap;
      xs.push(x);
      const at = moveShape(slot.shape, x, 0);
      row = row === null ? at : joinShapes(row, at);
    }
    const middle = ((xs[0] ?? 0) + (slots[0]?.lean ?? 0) + (xs.at(-1) ?? 0) + (slots.at(-1)?.lean ?? 0)) / 2;
    slots.forEach((slot, i) => {
      for (const { id, dx, dy } of slot.offsets) {
        this.#offsets.set(id, { id, dx: (xs[i] ?? 0) - middle + dx, dy: top + dy });
      }
    });
    return row === null ? shapeOfBox(0, 0) : moveShape(row, -middle, top);
  }

  #stack(node: TreeNode, under: number, reports: readonly TreeNode[]): readonly Offset[] {
    const trunk = -node.w / 2 + this.#options.indent / 2;
    let top = under + this.#options.vgap * 0.6;
    return reports.map(({ id }) => {
      const { minX, bottom } = this.#shape(id);
      const offset = { id, dx: trunk + this.#options.indent - minX, dy: top };
      top += bottom + this.#options.stackGap;
      return offset;
    });
  }

  #bothSides(under: number, reports: readonly TreeNode[]): readonly Offset[] {
    return this.#pairs(reports, under + this.#options.vgap * 0.6).offsets;
  }

  /** Assistants stand on both sides of the trunk, between their boss and the row. */
  #assistants(
    node: TreeNode,
    beside: readonly TreeNode[],
  ): { readonly offsets: readonly Offset[]; readonly bottom: number } {
    return this.#pairs(beside, node.h + this.#options.vgap * 0.4);
  }

  /** Two by two left and right of the trunk; where the last two end. */
  #pairs(reports: readonly TreeNode[], from: number): { readonly offsets: readonly Offset[]; readonly bottom: number } {
    const half = this.#options.indent * 0.75;
    const offsets: Offset[] = [];
    let top = from;
    for (let i = 0; i < reports.length; i += 2) {
      const [left, right] = [reports[i], reports[i + 1]];
      if (left === undefined) break;
      const [a, b] = [this.#shape(left.id), right === undefined ? null : this.#shape(right.id)];
      offsets.push({ id: left.id, dx: -half - a.maxX, dy: top });
      if (right !== undefined && b !== null) offsets.push({ id: right.id, dx: half - b.minX, dy: top });
      top += Math.max(a.bottom, b?.bottom ?? 0) + this.#options.stackGap;
    }
    return { offsets, bottom: top - this.#options.stackGap };
  }

  /** Rows and columns; two columns each share a trunk, so that every report has a way to its boss. */
  #grid(under: number, reports: readonly TreeNode[]): readonly Offset[] {
    const shapes = reports.map(({ id }) => this.#shape(id));
    const { stackGap, hgap, vgap } = this.#options;
    const columns = gridColumns(shapes, { across: hgap, down: stackGap });
    const pairs: { readonly left: number; readonly right: number }[] = [];
    for (let first = 0; first < columns; first += 2) {
      const widest = (column: number): number =>
        Math.max(0, ...shapes.filter((_, i) => i % columns === column).map(({ minX, maxX }) => maxX - minX));
      pairs.push({ left: widest(first), right: widest(first + 1) });
    }
    const total = pairs.reduce((sum, { left, right }) => sum + left + right + PAIR_GAP + hgap, -hgap);
    const trunks: number[] = [];
    let x = -total / 2;
    for (const { left, right } of pairs) {
      trunks.push(x + left + PAIR_GAP / 2);
      x += left + right + PAIR_GAP + hgap;
    }
    const offsets: Offset[] = [];
    let top = under + vgap;
    let tall = 0;
    reports.forEach(({ id }, i) => {
      const shape = shapes[i] ?? shapeOfBox(0, 0);
      const column = i % columns;
      if (i > 0 && column === 0) {
        top += tall + stackGap;
        tall = 0;
      }
      tall = Math.max(tall, shape.bottom);
      const trunk = trunks[Math.floor(column / 2)] ?? 0;
      const dx = column % 2 === 0 ? trunk - PAIR_GAP / 2 - shape.maxX : trunk + PAIR_GAP / 2 - shape.minX;
      offsets.push({ id, dx, dy: top });
    });
    return offsets;
  }

  /** Leaves beside something tall stand in piles no higher than it; one tall branch stands between its piles. */
  #slots(reports: readonly TreeNode[], tallest: number): readonly Slot[] {
    const gap = this.#options.stackGap;
    const low = reports.filter(
      (child) => this.#isLeaf(child) && child.alone !== true && child.h * 2 + gap <= tallest * 1.3,
    );
    if (low.length < 2) return reports.map((child) => this.#slotOf(child));
    const height = Math.max(...low.map((child) => child.h));
    const fit = Math.max(1, Math.floor((tallest * 1.3 + gap) / (height + gap)));
    const count = Math.ceil(low.length / fit);
    const each = Math.ceil(low.length / count);
    const piles: Slot[] = [];
    for (let i = 0; i < low.length; i += each) piles.push(this.#pile(low.slice(i, i + each)));
    const tall = reports.filter((child) => !low.includes(child)).map((child) => this.#slotOf(child));
    if (tall.length > 1) {
      return low[0] === reports[0] ? [...piles, ...tall] : [...tall, ...piles];
    }
    const before = piles.length === 1 ? Number(low[0] === reports[0]) : Math.ceil(piles.length / 2);
    return [...piles.slice(0, before), ...tall, ...piles.slice(before)];
  }

  #pile(nodes: readonly TreeNode[]): Slot {
    const width = Math.max(...nodes.map((node) => node.w));
    const offsets: Offset[] = [];
    let top = 0;
    for (const node of nodes) {
      offsets.push({ id: node.id, dx: (node.w - width) / 2, dy: top });
      top += node.h + this.#options.stackGap;
    }
    return { shape: shapeOfBox(width, top - this.#options.stackGap, TRUNK), offsets, lean: 0 };
  }
}

/** The even number of columns at which a grid comes nearest to a good width to height. */
function gridColumns(shapes: readonly Shape[], gap: { readonly across: number; readonly down: number }): number {
  const w = shapes.reduce((most, { minX, maxX }) => Math.max(most, maxX - minX), 0) + gap.across;
  const h = shapes.reduce((most, { bottom }) => Math.max(most, bottom), 0) + gap.down;
  let best = 2;
  let least = Number.POSITIVE_INFINITY;
  for (let columns = 2; columns <= Math.max(2, shapes.length + 1); columns += 2) {
    const rows = Math.ceil(shapes.length / columns);
    const off = Math.abs(Math.log((columns * w) / (rows * h) / GRID_ASPECT)) + HOLE * (rows * columns - shapes.length);
    if (off < least) [best, least] = [columns, off];
  }
  return best;
}

/**
 * Tidy tree for boxes of any size: rows by outline, stacks under a boss, piles beside tall branches, several roots side by
 * side. Returns top-left corners with the first root's centre at 0. Work grows with boxes, not with how deep they
 * stand.
 */
export const layoutTree = (nodes: readonly TreeNode[], options: TreeOptions = TREE): ReadonlyMap<Id, Point> =>
  new Forest(nodes, options).place();
