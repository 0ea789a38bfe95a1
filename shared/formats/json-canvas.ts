import { indexBoard } from '../board/index-board.ts';
import type { Board, Box, Id, Point } from '../board/model.ts';
import { routeBoard } from '../layout/route-board.ts';
import { RELATIONS } from '../relations/index.ts';

type Side = 'top' | 'right' | 'bottom' | 'left';

interface CanvasNode {
  readonly id: string;
  readonly type: 'text' | 'group';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly text?: string;
  readonly label?: string;
}

interface CanvasEdge {
  readonly id: string;
  readonly fromNode: string;
  readonly toNode: string;
  readonly fromSide?: Side;
  readonly toSide?: Side;
  readonly fromEnd: 'none' | 'arrow';
  readonly toEnd: 'none' | 'arrow';
  readonly label?: string;
}

const placed = ({ x, y, w, h }: Box) => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.round(w),
  height: Math.round(h),
});

function sideOf({ x, y, w, h }: Box, point: Point): Side {
  const far: readonly (readonly [Side, number])[] = [
    ['top', Math.abs(point.y - y)],
    ['right', Math.abs(point.x - x - w)],
    ['bottom', Math.abs(point.y - y - h)],
    ['left', Math.abs(point.x - x)],
  ];
  return far.reduce((best, next) => (next[1] < best[1] ? next : best))[0];
}

/** A board as JSON Canvas 1.0 (jsoncanvas.org): zones and containers as groups, elements as texts, lines as edges. */
export function jsonCanvasOf(board: Board): string {
  const index = indexBoard(board);
  const routes = routeBoard(board);
  const box = (id: Id): Box => board.elements.get(id) ?? { x: 0, y: 0, w: 1, h: 1 };
  const groups: CanvasNode[] = index.zones.map((zone) => ({
    id: zone.id,
    type: 'group',
    ...placed(zone),
    label: zone.title,
  }));
  const texts: CanvasNode[] = [];
  const deep = (id: Id): number => index.ancestorsInside(id).length;
  for (const one of [...board.elements.values()].sort((a, b) => deep(a.id) - deep(b.id))) {
    if (index.contentsOf(one.id).length > 0)
      groups.push({ id: one.id, type: 'group', ...placed(one), label: one.name });
    else texts.push({ id: one.id, type: 'text', ...placed(one), text: one.name });
  }
  const edges = [...board.relations.values()].map((line): CanvasEdge => {
    const kind = RELATIONS[line.kind];
    const { from, to } = kind.caps(line.attributes);
    const points = routes.get(line.id)?.points ?? [];
    const [start, finish] = [points[0], points.at(-1)];
    return {
      id: line.id,
      fromNode: line.from,
      toNode: line.to,
      ...(start === undefined ? {} : { fromSide: sideOf(box(line.from), start) }),
      ...(finish === undefined ? {} : { toSide: sideOf(box(line.to), finish) }),
      fromEnd: from === 'arrow' ? 'arrow' : 'none',
      toEnd: to === 'arrow' || to === 'triangle' ? 'arrow' : 'none',
      ...(line.kind === 'reports' ? {} : { label: kind.verb }),
    };
  });
  return `${JSON.stringify({ nodes: [...groups, ...texts], edges }, null, 2)}\n`;
}
