import { expect, it } from 'vitest';
import type { Point } from '#shared/board/model.ts';
import { type ConnectorShape, connectorShape, corners } from '#shared/formats/pptx/connector.ts';
import { mapPath, polygonsOf, readPath } from '#shared/formats/pptx/path-data.ts';
import { routeBoard } from '#shared/layout/route-board.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { TEMPLATES } from '#shared/templates/index.ts';

/** Where a preset connector runs, from its definition in ISO/IEC 29500-1: horizontal first, then turned about its middle. */
function walked({ box, turn, adjust, preset }: ConnectorShape): readonly Point[] {
  const { w, h } = box;
  const pieces = Number(preset.slice(-1));
  const local: [number, number][] = [[0, 0]];
  let [x, y] = [0, 0];
  for (let i = 1; i < pieces; i += 1) {
    const adj = adjust[i - 1];
    if (i % 2 === 1) x = i === pieces - 1 ? w : w * (adj ?? 0);
    else y = i === pieces - 1 ? h : h * (adj ?? 0);
    local.push([x, y]);
  }
  local.push([w, h]);
  const rot = (Number(/rot="(\d+)"/.exec(turn)?.[1] ?? 0) / 60_000 / 180) * Math.PI;
  const [cx, cy] = [box.x + w / 2, box.y + h / 2];
  const points = local.map(([lx, ly]) => {
    const dx = (lx - w / 2) * (turn.includes('flipH') ? -1 : 1);
    const dy = (ly - h / 2) * (turn.includes('flipV') ? -1 : 1);
    return { x: cx + dx * Math.cos(rot) - dy * Math.sin(rot), y: cy + dx * Math.sin(rot) + dy * Math.cos(rot) };
  });
  return corners(points);
}

const near = (a: readonly Point[], b: readonly Point[]): void => {
  expect(a).toHaveLength(b.length);
  for (const [i, p] of a.entries()) {
    expect(p.x).toBeCloseTo(b[i]?.x ?? Number.NaN, 3);
    expect(p.y).toBeCloseTo(b[i]?.y ?? Number.NaN, 3);
  }
};

const route = (start: Point, steps: readonly (readonly [number, number])[]): readonly Point[] => {
  const out = [start];
  let { x, y } = start;
  for (const [dx, dy] of steps) {
    x += dx;
    y += dy;
    out.push({ x, y });
  }
  return out;
};

const SIGNS = [
  [1, 1],
  [1, -1],
  [-1, 1],
  [-1, -1],
] as const;

it('PPTX-11 runs a connector through every bend of a route, whichever way it leaves and turns', () => {
  for (const [sx, sy] of SIGNS) {
    for (let pieces = 1; pieces <= 5; pieces += 1) {
      for (const first of ['x', 'y'] as const) {
        const steps = Array.from({ length: pieces }, (_, i): readonly [number, number] => {
          const along = (i % 2 === 0) === (first === 'x');
          return along ? [sx * (20 + 7 * i), 0] : [0, sy * (30 + 5 * i)];
        });
        const points = route({ x: 11, y: -7 }, steps);
        const shape = connectorShape(points);
        if (shape === null) throw new Error('There is no preset for this route.');
        near(walked(shape), points);
      }
    }
  }
});

it('PPTX-12 runs a connector back behind its own start', () => {
  const points = route({ x: 0, y: 0 }, [
    [-30, 0],
    [0, 80],
    [70, 0],
  ]);
  const shape = connectorShape(points);
  if (shape === null) throw new Error('There is no preset for this route.');
  near(walked(shape), points);
});

it('PPTX-13 has a preset for nearly every line of the templates, each through the same points', () => {
  let [preset, all] = [0, 0];
  for (const t of TEMPLATES) {
    for (const { points } of routeBoard(boardFromTemplate(t)).values()) {
      if (points.length < 2) continue;
      const shape = connectorShape(points);
      all += 1;
      if (shape === null) continue;
      preset += 1;
      near(walked(shape), corners(points));
    }
  }
  expect(preset / all).toBeGreaterThan(0.9);
});

it('PPTX-14 reads every command of path data, relative and absolute, arcs as curves', () => {
  const square = polygonsOf(readPath('m1 1h2v2h-2z'))[0];
  expect(square).toEqual([
    [1, 1],
    [3, 1],
    [3, 3],
    [1, 3],
  ]);
  const circle = polygonsOf(readPath('M-5 0a5 5 0 0110 0A5 5 0 0 1-5 0Z'))[0] ?? [];
  for (const [x, y] of circle) expect(Math.hypot(x, y)).toBeCloseTo(5, 2);
  expect(circle.some(([, y]) => y < -4.9)).toBe(true);
  expect(circle.some(([, y]) => y > 4.9)).toBe(true);
  const curve = readPath('M0 0Q10 0 10 10T20 20');
  // The second curve leaves as the first one arrived: straight down.
  expect(curve.at(-1)?.to === 'curve' && curve.at(-1)).toMatchObject({ points: { 0: 10, 4: 20, 5: 20 } });
  expect(mapPath(readPath('M1 2'), (x, y) => [x + 1, y * 2])).toEqual([{ to: 'move', points: [2, 4] }]);
});
