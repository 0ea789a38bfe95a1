import { boundsOf } from '../board/geometry.ts';
import type { Box, Id, Zone } from '../board/model.ts';
import { arrange } from './arrange.ts';
import { compareItems, type Item, type Links } from './block.ts';

/** A scope zone with what lies in it. */
export interface Band {
  readonly zone: Zone;
  readonly items: readonly Item[];
}

/** A layer zone over platforms of several bands. */
export interface Layer {
  readonly zone: Zone;
  readonly members: ReadonlySet<Id>;
}

const SIDE = 24;
const TOP = 36;
const LAYER_TOP = 30;
const LAYER_SIDE = 16;
const BETWEEN = 24;
const COLUMN_GAP = 56;
const STACK_GAP = 16;

/** Foundation, decisions, customer-near: the columns of a shelf that has turned. */
const columnOf = (layer: number): number => (layer <= 2 ? 0 : layer === 3 ? 1 : 2);

const meanLayer = (layer: Layer, platforms: readonly Item[]): number => {
  const own = platforms.filter((item) => layer.members.has(item.id));
  return own.reduce((sum, item) => sum + item.layer, 0) / Math.max(1, own.length);
};

/** The columns of platforms, foundation first; each layer zone has a column of its own. */
function columnsOf(platforms: readonly Item[], layers: readonly Layer[]): readonly (readonly Item[])[] {
  const sorted = [...layers].sort((a, b) => meanLayer(a, platforms) - meanLayer(b, platforms));
  const columns = new Map<number, Item[]>();
  for (const item of platforms) {
    const zone = sorted.findIndex((layer) => layer.members.has(item.id));
    const key = zone >= 0 ? zone * 3 : columnOf(item.layer) + 0.5;
    columns.set(key, [...(columns.get(key) ?? []), item]);
  }
  return [...columns].sort((a, b) => a[0] - b[0]).map(([, items]) => items);
}

/** Scope bands one under the other, people at the left, the platform shelf turned at the right, in columns through all bands. */
export function stackBands(bands: readonly Band[], layers: readonly Layer[], links: Links): Item {
  const turned = bands.length > 1;
  const platforms = turned ? bands.flatMap(({ items }) => items.filter((item) => item.part === 'platform')) : [];
  const columns = columnsOf(platforms, layers);
  const blocks = bands.map(({ items }) =>
    arrange(
      items.filter((item) => !platforms.includes(item)),
      links,
      { inside: false, platformsBelow: true, row: true },
    ),
  );
  const people = Math.max(...blocks.map((block) => block.w));
  const boxes = new Map<Id, Box>();
  const xs: number[] = [];
  let right = SIDE + people;
  columns.forEach((column, i) => {
    const x = right + (i === 0 ? COLUMN_GAP + 16 : COLUMN_GAP);
    xs.push(x);
    right = x + Math.max(...column.map((item) => item.w));
  });
  const width = right + SIDE + (layers.length > 0 ? LAYER_SIDE : 0);
  const title = layers.length > 0 ? LAYER_TOP : 0;
  let y = 0;
  bands.forEach(({ zone, items }, at) => {
    const block = blocks[at];
    if (block === undefined) return;
    const cells = columns.map((column) =>
      column.filter((item) => items.includes(item)).sort((a, b) => b.layer - a.layer || compareItems(a, b)),
    );
    const heights = cells.map((cell) => cell.reduce((sum, item) => sum + item.h + STACK_GAP, -STACK_GAP));
    const tallest = Math.max(block.h, ...heights.map((h) => h + (h > 0 ? title : 0)));
    const height = TOP + tallest + SIDE;
    boxes.set(zone.id, { x: 0, y, w: width, h: height });
    const left = SIDE + (people - block.w) / 2;
    const top = y + TOP + (tallest - block.h) / 2;
    for (const [id, box] of block.boxes) boxes.set(id, { ...box, x: box.x + left, y: box.y + top });
    cells.forEach((cell, i) => {
      let cellY = y + TOP + title + (tallest - title - (heights[i] ?? 0)) / 2;
      for (const item of cell) {
        for (const [id, box] of item.boxes) boxes.set(id, { ...box, x: box.x + (xs[i] ?? 0), y: box.y + cellY });
        cellY += item.h + STACK_GAP;
      }
    });
    y += height + BETWEEN;
  });
  for (const layer of layers) {
    const inner = boundsOf([...layer.members].map((id) => boxes.get(id)).filter((box) => box !== undefined));
    if (inner !== null) {
      boxes.set(layer.zone.id, {
        x: inner.x - LAYER_SIDE,
        y: inner.y - LAYER_TOP,
        w: inner.w + 2 * LAYER_SIDE,
        h: inner.h + LAYER_TOP + LAYER_SIDE,
      });
    }
  }
  const first = bands[0];
  return {
    id: first?.zone.id ?? '',
    part: 'bands',
    w: width,
    h: y - BETWEEN,
    order: first?.zone.order ?? '',
    chief: false,
    layer: -1,
    heads: [],
    boxes,
  };
}
