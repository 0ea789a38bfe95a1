import { ordersBetween } from '#shared/board/order.ts';

/** Where the i-th element of a benchmark board lies: a grid of 50 columns. */
export const gridPlace = (i: number): readonly [number, number] => [(i % 50) * 200, Math.floor(i / 50) * 112];

export interface BenchRelation {
  readonly id: string;
  readonly kind: string;
  readonly from: string;
  readonly to: string;
  readonly attributes: Readonly<Record<string, never>>;
}

/** Reporting lines first (each element to the one above it in the grid), then dotted lines across, until there are `count`. */
function benchRelations(elements: number, count: number): BenchRelation[] {
  const made: BenchRelation[] = [];
  for (let i = 50; i < elements && made.length < count; i += 1) {
    made.push({ id: `reports:e${i}`, kind: 'reports', from: `e${i}`, to: `e${i - 50}`, attributes: {} });
  }
  for (let i = 0; made.length < count && i < elements; i += 1) {
    made.push({ id: `d${i}`, kind: 'dotted', from: `e${i}`, to: `e${(i + 53) % elements}`, attributes: {} });
  }
  return made;
}

/** Content of a benchmark board, as a board file holds it. */
export function benchBoard(elements: number, relations = 0): unknown {
  const orders = ordersBetween(null, null, elements);
  return {
    meta: { title: 'Bench', subtitle: '', state: '', template: '' },
    elements: Array.from({ length: elements }, (_, i) => {
      const [x, y] = gridPlace(i);
      return {
        id: `e${i}`,
        kind: 'unit',
        name: `Team ${i}`,
        x,
        y,
        w: 168,
        h: 72,
        order: orders[i],
        sitsIn: null,
        locked: false,
        group: null,
        attributes: { fn: 'MOP', fte: 4 },
      };
    }),
    relations: benchRelations(elements, relations),
    overlays: [],
    frames: [],
    prompts: [],
  };
}
