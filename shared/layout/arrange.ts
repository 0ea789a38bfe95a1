import { boundsOf } from '../board/geometry.ts';
import type { Box, Id, Point } from '../board/model.ts';
import type { ArrangeOptions } from './arrange-options.ts';
import { type Block, blockOf, compareItems, type Item, type Links, type Part } from './block.ts';
import { breakRows, grid, inColumns, lineUp } from './pack.ts';
import { Tops } from './tops.ts';
import { layoutTree, TREE, type TreeNode, type TreeOptions } from './tree.ts';

const GAP = 32;
const ROW_GAP = 56;
const SHELF_GAP = 72;
const INSIDE: TreeOptions = { ...TREE, hgap: 24, vgap: 36, stackGap: 20, stackFrom: 3, bothSidesFrom: 4 };
const AIRY: TreeOptions = { ...TREE, vgap: 88, stackGap: 36 };
/** Trees above this many boxes hang their leaves in stacks. */
const LARGE = 24;
/** What is so near above or under a column is as high. */
const BESIDE = 24;
const SHELF_FROM = 3;
const LEAST_ROW = 720;
const ROW = 1.1;
const CARDS_AWAY = 56;
/** In a band more boxes than this stand in several rows, in all so much wider than high. */
const LONGEST_ROW = 10;
const BAND = 4;
/** A drawing narrower than this times its height has its cards beside it. */
const NARROW = 0.95;
/** So much wider than the drawing a row of cards may be before it breaks. */
const OVERHANG = 1.2;

/** One arrangement under way: where items are, and what is asked about them. */
class Arrangement {
  readonly places = new Map<Id, Box>();
  readonly #items: readonly Item[];
  readonly #links: Links;
  readonly #options: ArrangeOptions;
  readonly #itemOf = new Map<Id, Item>();
  readonly #bosses = new Map<Id, Id | null>();

  constructor(items: readonly Item[], links: Links, options: ArrangeOptions) {
    this.#items = [...items].sort(compareItems);
    this.#links = links;
    this.#options = options;
    for (const item of items) for (const id of item.boxes.keys()) this.#itemOf.set(id, item);
  }

  block(): Block {
    this.#forest();
    this.#bands();
    const platforms = this.#of('platform');
    const together = this.#options.together === true;
    const shelf = !together && !this.#options.inside && !this.#options.platformsBelow && this.#shelved(platforms);
    this.#rows(together ? [...this.#of('function'), ...platforms] : this.#of('function'), 0);
    if (together) {
      // They stand already.
    } else if (!shelf) this.#rows(platforms, 8);
    else
      this.#column(
        [...platforms].sort(
          (a, b) =>
            b.layer - a.layer ||
            (this.#wish(a, 'owns')?.y ?? 0) - (this.#wish(b, 'owns')?.y ?? 0) ||
            compareItems(a, b),
        ),
        SHELF_GAP,
        24,
      );
    this.#column(this.#of('partner'), SHELF_GAP, 24);
    this.#committees();
    this.#cards();
    return blockOf(this.#items, this.places);
  }

  /** Whether platforms stand on a shelf at the right: beside bands, or when there are several of several owners. */
  #shelved(platforms: readonly Item[]): boolean {
    if (this.#options.shelf === true || this.#of('bands').length > 0) return true;
    const owners = new Set(platforms.flatMap((item) => this.#links.relatedTo(item.id, 'owns')));
    return platforms.length >= SHELF_FROM && owners.size > 1;
  }

  #of(part: Part): readonly Item[] {
    return this.#items.filter((item) => item.part === part);
  }

  #bounds(): Box {
    return boundsOf(this.places.values()) ?? { x: 0, y: 0, w: 0, h: 0 };
  }

  #put(item: Item, { x, y }: Point): void {
    this.places.set(item.id, { x, y, w: item.w, h: item.h });
  }

  /** Centre of an element that has its place already, also when it lies inside an item. */
  #centre(id: Id): Point | null {
    const item = this.#itemOf.get(id);
    const at = item === undefined ? undefined : this.places.get(item.id);
    const box = item?.boxes.get(id);
    if (at === undefined || box === undefined) return null;
    return { x: at.x + box.x + box.w / 2, y: at.y + box.y + box.h / 2 };
  }

  /** Where an item would like its centre: the middle of its owners, else of all it has lines with. */
  #wish(item: Item, kind?: 'owns' | 'member'): Point | null {
    const named = kind === undefined ? [] : this.#points(item, kind);
    const points = named.length > 0 ? named : this.#points(item);
    if (points.length === 0) return null;
    const mean = (pick: (p: Point) => number): number => points.reduce((sum, p) => sum + pick(p), 0) / points.length;
    return { x: mean((p) => p.x), y: mean((p) => p.y) };
  }

  #points(item: Item, kind?: 'owns' | 'member'): readonly Point[] {
    return this.#links
      .relatedTo(item.id, kind)
      .map((id) => (this.#itemOf.get(id) === item ? null : this.#centre(id)))
      .filter((point) => point !== null);
  }

  /** The item its boss is in; of a zone, the one most of its members report to. */
  #bossOf(item: Item): Id | null {
    let boss = this.#bosses.get(item.id);
    if (boss === undefined) {
      boss = this.#findBoss(item);
      this.#bosses.set(item.id, boss);
    }
    return boss;
  }

  #findBoss(item: Item): Id | null {
    const over = (id: Id): Id | null => {
      const boss = this.#links.bossOf(id);
      const at = boss === null ? undefined : this.#itemOf.get(boss);
      return at === undefined || at === item ? null : at.id;
    };
    const [head] = item.heads;
    if (item.heads.length < 2) return head === undefined ? null : over(head);
    const votes = new Map<Id, number>();
    for (const id of item.heads) {
      const boss = over(id);
      if (boss !== null) votes.set(boss, (votes.get(boss) ?? 0) + 1);
    }
    return [...votes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  }

  #parents(members: readonly Item[]): Map<Id, Id | null> {
    const inTree = new Set(members.map((item) => item.id));
    const parents = new Map<Id, Id | null>();
    const tops = new Tops();
    for (const item of members) {
      const boss = this.#bossOf(item);
      const fits = boss !== null && inTree.has(boss) && tops.of(boss) !== item.id;
      parents.set(item.id, fits ? boss : null);
      if (fits) tops.put(item.id, boss);
    }
    return parents;
  }

  #forest(): void {
    const committees = new Set(this.#of('committee').map((item) => item.id));
    const members = this.#items.filter((item) => item.part === 'people' || item.part === 'zone');
    const bosses = new Set(members.map((item) => this.#bossOf(item)));
    for (const id of committees) {
      const item = this.#itemOf.get(id);
      if (item !== undefined && bosses.has(id)) members.push(item);
    }
    const parents = this.#parents(members);
    const kids = new Set(parents.values());
    const lone = (item: Item): boolean => parents.get(item.id) === null && !kids.has(item.id);
    const trees = members.filter((item) => !lone(item) || item.part === 'zone' || item.chief);
    const planted = new Set(trees);
    let rest = members.filter((item) => !planted.has(item));
    const root = this.#largest(members, parents);
    if (root !== null && rest.length > 0) {
      const tall = members.some((item) => parents.get(item.id) === root && item.h >= 140);
      if (tall || rest.length < 4) {
        for (const item of rest) parents.set(item.id, root);
        trees.push(...rest);
        rest = [];
      }
    }
    this.#plant(trees, parents);
    this.#scatter(rest);
  }

  /** The root with most under it, or `null` when nothing has anything under it. */
  #largest(members: readonly Item[], parents: ReadonlyMap<Id, Id | null>): Id | null {
    const sizes = new Map<Id, number>();
    const tops = new Tops();
    for (const [id, parent] of parents) if (parent !== null) tops.put(id, parent);
    for (const { id } of members) {
      const top = tops.of(id);
      if (top !== id) sizes.set(top, (sizes.get(top) ?? 0) + 1);
    }
    return [...sizes].sort((a, b) => b[1] - a[1])[0]?.[0] ?? null;
  }

  #plant(trees: readonly Item[], parents: ReadonlyMap<Id, Id | null>): void {
    const base = this.#options.inside ? INSIDE : this.#options.airy === true ? AIRY : TREE;
    const options =
      trees.length > LARGE || this.#options.stacked === true ? { ...base, stackFrom: 3, bothSidesFrom: 8 } : base;
    const kids = new Set(parents.values());
    const sorted = [...trees].sort(compareItems);
    const zones = sorted.filter((item) => item.part === 'zone');
    const loneZones = zones.filter((item) => parents.get(item.id) === null && !kids.has(item.id));
    const planted = sorted.filter((item) => !loneZones.includes(item));
    const nodes = planted.map(
      (item): TreeNode => ({
        ...{ id: item.id, w: item.w, h: item.h, parent: parents.get(item.id) ?? null },
        lean: this.#lean(item, parents.get(item.id) ?? null),
        alone: item.part === 'zone',
        arrange: item.arrange,
        assistant: item.assistant === true,
      }),
    );
    for (const [id, at] of layoutTree(nodes, options)) {
      const item = this.#itemOf.get(id);
      if (item !== undefined) this.#put(item, at);
    }
    this.#besides(loneZones, zones);
  }

  /** Of a zone, how far right of its centre those stand who report to its parent. */
  #lean(item: Item, parent: Id | null): number {
    if (item.part !== 'zone' || parent === null) return 0;
    const xs = item.heads
      .filter((id) => this.#itemOf.get(this.#links.bossOf(id) ?? '')?.id === parent)
      .map((id) => item.boxes.get(id))
      .filter((box) => box !== undefined)
      .map((box) => box.x + box.w / 2);
    return xs.length === 0 ? 0 : (Math.min(...xs) + Math.max(...xs)) / 2 - item.w / 2;
  }

  /** Zones nobody outside leads stand beside the others, small ones in a pile; before or after the tree by their order. */
  #besides(lone: readonly Item[], zones: readonly Item[]): void {
    if (lone.length === 0) return;
    const first = zones.find((item) => !lone.includes(item));
    const anchor = first === undefined ? undefined : this.places.get(first.id);
    const bounds = this.#bounds();
    const top = anchor?.y ?? (this.places.size > 0 ? bounds.y + bounds.h + ROW_GAP : 0);
    const height = Math.max(anchor?.h ?? 0, ...lone.map((item) => item.h));
    const columns: Item[][] = [];
    for (const item of lone) {
      const last = columns.at(-1);
      const used = (last ?? []).reduce((sum, other) => sum + other.h + 16, 0);
      if (last !== undefined && used + item.h <= height * 1.02) last.push(item);
      else columns.push([item]);
    }
    const widthOf = (column: readonly Item[]): number => Math.max(...column.map((item) => item.w));
    const total = columns.reduce((sum, column) => sum + widthOf(column) + 40, -40);
    let x = anchor === undefined ? bounds.x + bounds.w / 2 - total / 2 : bounds.x + bounds.w + 56;
    for (const column of columns) {
      let y = top;
      for (const item of column) {
        this.#put(item, { x, y });
        y += item.h + 16;
      }
      x += widthOf(column) + 40;
    }
  }

  /** Boxes without any line up or down: a grid under the trees, or the whole arrangement when there are none. */
  #scatter(items: readonly Item[]): void {
    if (items.length === 0) return;
    const bounds = this.#bounds();
    const empty = this.places.size === 0;
    const gap = this.#options.inside ? 24 : GAP;
    if (empty) {
      const most = this.#options.row === true ? LONGEST_ROW : this.#options.inside ? 0 : 3;
      const row = items.length <= most;
      const places = row
        ? inColumns(items, items.length, gap).places
        : grid(items, gap, this.#options.inside ? 1.7 : this.#options.row === true ? BAND : 2.2);
      items.forEach((item, i) => {
        this.#put(item, places[i] ?? { x: 0, y: 0 });
      });
      return;
    }
    this.#rows(items, 0, Math.max(bounds.w, LEAST_ROW));
  }

  #bands(): void {
    for (const item of this.#of('bands')) {
      const bounds = this.#bounds();
      const empty = this.places.size === 0;
      this.#put(item, {
        x: bounds.x + bounds.w / 2 - item.w / 2,
        y: empty ? 0 : bounds.y + bounds.h + ROW_GAP,
      });
    }
  }

  /** Rows under everything, each box as near under its owner as its neighbours let it. */
  #rows(items: readonly Item[], extra: number, width = this.#rowWidth()): void {
    if (items.length === 0) return;
    const middle = this.#bounds().x + this.#bounds().w / 2;
    const wishes = new Map(items.map((item) => [item.id, this.#wish(item, 'owns')?.x ?? middle]));
    const wish = (item: Item): number => wishes.get(item.id) ?? middle;
    const sorted = [...items].sort((a, b) => wish(a) - wish(b) || b.layer - a.layer || compareItems(a, b));
    for (const row of breakRows(sorted, GAP, width)) {
      const bounds = this.#bounds();
      const y = this.places.size === 0 ? 0 : bounds.y + bounds.h + (this.#options.inside ? 32 : ROW_GAP + extra);
      const xs = lineUp(
        row.map((item) => ({ size: item.w, wish: wish(item) })),
        this.#options.inside ? 24 : GAP,
      );
      row.forEach((item, i) => {
        this.#put(item, { x: xs[i] ?? 0, y });
      });
    }
  }

  #rowWidth(): number {
    return Math.max(this.#bounds().w * (this.#options.wide ?? ROW), LEAST_ROW);
  }

  /** Where everything ends that is about as high. */
  #rightOf(top: number, bottom: number): number {
    const level = [...this.places.values()].filter((box) => box.y < bottom + BESIDE && top < box.y + box.h + BESIDE);
    return level.length === 0 ? this.#bounds().x : Math.max(...level.map((box) => box.x + box.w));
  }

  /** A column at the right of all that is as high, in the given order, each as near beside its owner as its neighbours let it. */
  #column(items: readonly Item[], away: number, gap: number): void {
    if (items.length === 0) return;
    const bounds = this.#bounds();
    const middle = bounds.y + bounds.h / 2;
    const wishes = items.map((item) => ({ size: item.h, wish: this.#wish(item, 'owns')?.y ?? middle }));
    const ys = lineUp(wishes, gap);
    const [top, bottom] = [ys[0] ?? 0, (ys.at(-1) ?? 0) + (items.at(-1)?.h ?? 0)];
    const x = this.places.size === 0 ? 0 : this.#rightOf(top, bottom) + away;
    items.forEach((item, i) => {
      this.#put(item, { x, y: ys[i] ?? 0 });
    });
  }

  /** Above the tree, over the middle of those who sit in them. */
  #committees(): void {
    const items = this.#of('committee').filter((item) => !this.places.has(item.id));
    if (items.length === 0) return;
    const bounds = this.#bounds();
    const wish = (item: Item): number => this.#wish(item, 'member')?.x ?? bounds.x + bounds.w / 2;
    const sorted = [...items].sort((a, b) => wish(a) - wish(b) || compareItems(a, b));
    const xs = lineUp(
      sorted.map((item) => ({ size: item.w, wish: wish(item) })),
      GAP,
    );
    const height = Math.max(...items.map((item) => item.h));
    const y = this.places.size === 0 ? 0 : bounds.y - height - (this.#options.inside ? 32 : ROW_GAP);
    sorted.forEach((item, i) => {
      this.#put(item, { x: xs[i] ?? 0, y });
    });
  }

  /** A row under the drawing from its left edge, or a column at the top right, in the corner when that is free, when the drawing is narrow. */
  #cards(): void {
    const items = this.#of('card');
    if (items.length === 0) return;
    const bounds = this.#bounds();
    const empty = this.places.size === 0;
    const narrow = this.#options.cardsBeside === true || bounds.w < bounds.h * NARROW;
    const beside = !empty && !this.#options.inside && narrow;
    const wide = Math.max(...items.map((item) => item.w));
    if (beside) {
      let y = bounds.y;
      const tall = items.reduce((sum, item) => sum + item.h + 24, -24);
      const x = Math.max(this.#rightOf(y, y + tall) + CARDS_AWAY, bounds.x + bounds.w - wide);
      for (const item of items) {
        this.#put(item, { x, y });
        y += item.h + 24;
      }
      return;
    }
    const across = Math.max(1, Math.floor((Math.max(bounds.w * OVERHANG, wide) + 24) / (wide + 24)));
    const rows = Math.ceil(items.length / across);
    const each = Math.ceil(items.length / rows);
    let y = empty ? 0 : bounds.y + bounds.h + (this.#options.inside ? 24 : 40);
    for (let i = 0; i < items.length; i += each) {
      const row = items.slice(i, i + each);
      let x = bounds.x;
      for (const item of row) {
        this.#put(item, { x, y });
        x += item.w + 24;
      }
      y += Math.max(...row.map((item) => item.h)) + 24;
    }
  }
}

/** Arranges items by the grammar: committees, tree of people, bands, functions, platforms; partners at the right, cards below. */
export const arrange = (items: readonly Item[], links: Links, options: ArrangeOptions): Block =>
  new Arrangement(items, links, options).block();
