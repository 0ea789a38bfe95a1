import dagre from '@dagrejs/dagre';
import { flextree } from 'd3-flextree';
import { boundsOf } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, Box, Id, Point } from '#shared/board/model.ts';
import { withLayout } from '#shared/layout/apply-layout.ts';
import { fitToSlide } from '#shared/layout/fit-to-slide.ts';
import { layoutBoard } from '#shared/layout/layout-board.ts';
import { routeBoard } from '#shared/layout/route-board.ts';
import { madeUpOrganisation } from '../support/organisation.ts';
import { type Row, row } from './support/table.ts';

const SIZES = [30, 100, 300, 1_000, 5_000];
/** Dagre takes minutes beyond, and says nothing new. */
const DAGRE_UP_TO = 1_000;
const GAP = { across: 32, down: 48 };

type Places = ReadonlyMap<Id, Box>;

function timed<T>(run: () => T): { readonly ms: number; readonly result: T } {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, result };
}

/** d3-flextree on the reporting tree, every box with room for the gaps. */
function byFlextree(board: Board): Places {
  interface Data {
    readonly id: Id;
    readonly size: [number, number];
    readonly children: Data[];
  }
  const index = indexBoard(board);
  const data = (id: Id): Data => {
    const { w, h } = board.elements.get(id) ?? { w: 0, h: 0 };
    return { id, size: [w + GAP.across, h + GAP.down], children: index.reportsOf(id).map((one) => data(one.id)) };
  };
  const layout = flextree<Data>({ nodeSize: (node) => node.data.size });
  const tree = layout.hierarchy({ id: '', size: [0, 0], children: index.roots.map((root) => data(root.id)) });
  layout(tree);
  const places = new Map<Id, Box>();
  tree.each((node) => {
    const one = board.elements.get(node.data.id);
    if (one !== undefined) places.set(one.id, { x: node.x - one.w / 2, y: node.y, w: one.w, h: one.h });
  });
  return places;
}

/** Dagre on all lines of the board, as layered graphs are laid out. */
function byDagre(board: Board): Places {
  const graph = new dagre.graphlib.Graph();
  graph.setGraph({ nodesep: GAP.across, ranksep: GAP.down });
  graph.setDefaultEdgeLabel(() => ({}));
  for (const { id, w, h } of board.elements.values()) graph.setNode(id, { width: w, height: h });
  for (const { from, to, kind } of board.relations.values()) {
    if (kind === 'reports') graph.setEdge(to, from);
    else graph.setEdge(from, to);
  }
  dagre.layout(graph);
  const places = new Map<Id, Box>();
  for (const id of board.elements.keys()) {
    const { x, y, width, height } = graph.node(id) as { x: number; y: number; width: number; height: number };
    places.set(id, { x: x - width / 2, y: y - height / 2, w: width, h: height });
  }
  return places;
}

const ours = (board: Board): Places => {
  const { boxes } = layoutBoard(board);
  return new Map([...board.elements].map(([id, one]) => [id, boxes.get(id) ?? one]));
};

/** Pieces of different lines that cross, of those that share no end. */
function crossings(board: Board, routes: ReadonlyMap<Id, { readonly points: readonly Point[] }>): number {
  const across: { readonly line: Id; readonly y: number; readonly x0: number; readonly x1: number }[] = [];
  const down: { readonly line: Id; readonly x: number; readonly y0: number; readonly y1: number }[] = [];
  for (const [line, { points }] of routes) {
    points.forEach((a, i) => {
      const b = points[i + 1];
      if (b === undefined) return;
      if (a.y === b.y) across.push({ line, y: a.y, x0: Math.min(a.x, b.x), x1: Math.max(a.x, b.x) });
      else if (a.x === b.x) down.push({ line, x: a.x, y0: Math.min(a.y, b.y), y1: Math.max(a.y, b.y) });
    });
  }
  down.sort((a, b) => a.x - b.x);
  let count = 0;
  for (const h of across) {
    for (const v of down) {
      if (v.x <= h.x0) continue;
      if (v.x >= h.x1) break;
      if (v.y0 >= h.y || v.y1 <= h.y) continue;
      const [p, q] = [board.relations.get(h.line), board.relations.get(v.line)];
      const shares = p?.from === q?.from || p?.to === q?.to || p?.from === q?.to || p?.to === q?.from;
      if (!shares) count += 1;
    }
  }
  return count;
}

const ratioOf = (places: Places): number => {
  const all = boundsOf(places.values());
  return (all?.w ?? 1) / (all?.h ?? 1);
};
const routed = (board: Board, places: Places): number => {
  const placed = withLayout(board, places);
  return crossings(placed, routeBoard(placed));
};

/**
 * Time, crossings and shape of layouts beside d3-flextree (reporting lines only, as it knows nothing else) and dagre (all lines)
 * on the same made-up organisations. Lines of all three are laid by our router, so that crossings tell where boxes stand.
 */
export function benchLayout(quick: boolean): Row[] {
  const runs = quick ? 1 : 3;
  const rows: Row[] = [];
  const times = (layout: (board: Board) => unknown, board: Board): number[] => {
    layout(board);
    return Array.from({ length: runs }, () => timed(() => layout({ ...board })).ms);
  };
  for (const count of SIZES) {
    const board = madeUpOrganisation({ count, seed: 11 });
    const mine = times(ours, board);
    const bar = count === 5_000 ? '≤ 60' : '–';
    rows.push(row(`layout of ${count}, peer d3-flextree`, 'CPU ms', mine, times(byFlextree, board), bar));
    if (count <= DAGRE_UP_TO)
      rows.push(row(`layout of ${count}, peer dagre`, 'CPU ms', mine, times(byDagre, board), '–'));
    const places = ours(board);
    const flex = byFlextree(board);
    rows.push(row(`width to height of ${count}, peer d3-flextree`, ': 1', [ratioOf(places)], [ratioOf(flex)], '–'));
    if (count <= DAGRE_UP_TO) {
      const layered = byDagre(board);
      rows.push(row(`width to height of ${count}, peer dagre`, ': 1', [ratioOf(places)], [ratioOf(layered)], '–'));
      const crossed = [routed(board, places)];
      rows.push(row(`crossings in ${count}, peer d3-flextree`, 'lines', crossed, [routed(board, flex)], '–'));
      rows.push(row(`crossings in ${count}, peer dagre`, 'lines', crossed, [routed(board, layered)], '–'));
      const placed = withLayout(board, places);
      rows.push(
        row(
          `lines of ${count}`,
          'CPU ms',
          times((one) => routeBoard(one), placed),
          null,
          '–',
        ),
      );
      const fitted = timed(() => fitToSlide(board));
      rows.push(row(`fit ${count} to 16:9`, 'CPU ms', [fitted.ms], null, '–'));
      rows.push(row(`width to height of ${count}, fitted`, ': 1', [fitted.result.ratio], null, '1.78'));
    }
  }
  return rows;
}
