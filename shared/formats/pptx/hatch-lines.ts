import type { Hatch } from '../../drawing/mark.ts';
import { polygonsOf, type Segment } from './path-data.ts';

/** Where a line at distance `c` from the origin, with direction (dx, dy), runs inside the polygons (even-odd). */
function inside(
  polygons: readonly (readonly (readonly [number, number])[])[],
  [dx, dy]: readonly [number, number],
  c: number,
): readonly (readonly [number, number])[] {
  const cuts: number[] = [];
  for (const ring of polygons) {
    for (let i = 0; i < ring.length; i += 1) {
      const [ax, ay] = ring[i] ?? [0, 0];
      const [bx, by] = ring[(i + 1) % ring.length] ?? [0, 0];
      // Signed distances of both ends from the line.
      const da = ax * -dy + ay * dx - c;
      const db = bx * -dy + by * dx - c;
      if (da < 0 === db < 0) continue;
      const t = da / (da - db);
      cuts.push((ax + (bx - ax) * t) * dx + (ay + (by - ay) * t) * dy);
    }
  }
  cuts.sort((a, b) => a - b);
  const out: [number, number][] = [];
  for (let i = 0; i + 1 < cuts.length; i += 2) out.push([cuts[i] ?? 0, cuts[i + 1] ?? 0]);
  return out;
}

/** Lines at one angle (degrees from vertical, clockwise), `step` apart. */
function parallels(segments: readonly Segment[], angle: number, step: number): readonly Segment[] {
  const polygons = polygonsOf(segments);
  const turn = (angle * Math.PI) / 180;
  const dir = [-Math.sin(turn), Math.cos(turn)] as const;
  const distances = polygons.flat().map(([x, y]) => x * -dir[1] + y * dir[0]);
  if (distances.length === 0) return [];
  const out: Segment[] = [];
  const first = Math.ceil(Math.min(...distances) / step) * step + step / 2;
  for (let c = first; c < Math.max(...distances); c += step) {
    for (const [from, to] of inside(polygons, dir, c)) {
      const at = (t: number): readonly [number, number] => [dir[0] * t - dir[1] * c, dir[1] * t + dir[0] * c];
      out.push({ to: 'move', points: at(from) }, { to: 'line', points: at(to) });
    }
  }
  return out;
}

/** A hatch as real lines cut at the outline: a slide's own patterns keep neither step nor angle. */
export function hatchLines(segments: readonly Segment[], hatch: Hatch): readonly Segment[] {
  const lines = parallels(segments, hatch.angle, hatch.step);
  return hatch.hatch === 'cross' ? [...lines, ...parallels(segments, hatch.angle + 90, hatch.step)] : lines;
}
