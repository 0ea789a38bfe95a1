/** One piece of a path in absolute coordinates; curves are cubic. */
export type Segment =
  | { readonly to: 'move' | 'line'; readonly points: readonly [number, number] }
  | { readonly to: 'curve'; readonly points: readonly [number, number, number, number, number, number] }
  | { readonly to: 'close' };

const COUNT: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, C: 6, S: 4, Q: 4, T: 2, A: 7, Z: 0 };
const TOKEN = /([MmLlHhVvCcSsQqTtAaZz])|(-?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?)/g;

interface Command {
  readonly letter: string;
  readonly values: readonly number[];
}

/** Numbers of an arc may stand without spaces ("0 01.5"): its two flags are single digits. */
function arcFlags(text: string): string {
  return text.replace(
    /([Aa])([^A-Za-z]*)/g,
    (_, letter: string, rest: string) =>
      letter +
      rest.replace(
        /(-?[\d.]+)[\s,]*(-?[\d.]+)[\s,]*(-?[\d.]+)[\s,]+([01])[\s,]*([01])[\s,]*(-?(?:\d+\.?\d*|\.\d+))[\s,]*(-?(?:\d+\.?\d*|\.\d+))/g,
        '$1 $2 $3 $4 $5 $6 $7 ',
      ),
  );
}

function commandsOf(d: string): readonly Command[] {
  const out: Command[] = [];
  let letter = '';
  let values: number[] = [];
  const flush = (): void => {
    if (letter === '') return;
    const count = COUNT[letter.toUpperCase()] ?? 0;
    if (count === 0) out.push({ letter, values: [] });
    for (let i = 0; count > 0 && i + count <= values.length; i += count) {
      // Pairs that follow a move are lines.
      const again = i === 0 ? letter : letter === 'M' ? 'L' : letter === 'm' ? 'l' : letter;
      out.push({ letter: again, values: values.slice(i, i + count) });
    }
    values = [];
  };
  for (const match of arcFlags(d).matchAll(TOKEN)) {
    if (match[1] !== undefined) {
      flush();
      letter = match[1];
    } else values.push(Number(match[2]));
  }
  flush();
  return out;
}

type Curve = readonly [number, number, number, number, number, number];

/** An elliptical arc as cubic curves (SVG 1.1, F.6.5). */
function arcCurves(
  [x0, y0]: readonly [number, number],
  [rx0, ry0, turn, large, sweep]: readonly [number, number, number, number, number],
  [x1, y1]: readonly [number, number],
): readonly Curve[] {
  let rx = Math.abs(rx0);
  let ry = Math.abs(ry0);
  if (rx === 0 || ry === 0 || (x0 === x1 && y0 === y1)) return [[x0, y0, x1, y1, x1, y1]];
  const phi = (turn * Math.PI) / 180;
  const [sin, cos] = [Math.sin(phi), Math.cos(phi)];
  const [dx, dy] = [(x0 - x1) / 2, (y0 - y1) / 2];
  const xp = cos * dx + sin * dy;
  const yp = -sin * dx + cos * dy;
  const grow = Math.sqrt(Math.max(1, (xp * xp) / (rx * rx) + (yp * yp) / (ry * ry)));
  rx *= grow;
  ry *= grow;
  const under = rx * rx * yp * yp + ry * ry * xp * xp;
  const sign = large === sweep ? -1 : 1;
  const co = sign * Math.sqrt(Math.max(0, (rx * rx * ry * ry - under) / under));
  const cxp = (co * rx * yp) / ry;
  const cyp = (-co * ry * xp) / rx;
  const cx = cos * cxp - sin * cyp + (x0 + x1) / 2;
  const cy = sin * cxp + cos * cyp + (y0 + y1) / 2;
  const from = Math.atan2((yp - cyp) / ry, (xp - cxp) / rx);
  let by = Math.atan2((-yp - cyp) / ry, (-xp - cxp) / rx) - from;
  if (sweep === 0 && by > 0) by -= 2 * Math.PI;
  if (sweep === 1 && by < 0) by += 2 * Math.PI;
  const parts = Math.max(1, Math.ceil(Math.abs(by) / (Math.PI / 2) - 1e-9));
  const step = by / parts;
  const k = (4 / 3) * Math.tan(step / 4);
  const at = (angle: number, along: number): readonly [number, number] => {
    const ex = rx * (Math.cos(angle) - along * Math.sin(angle));
    const ey = ry * (Math.sin(angle) + along * Math.cos(angle));
    return [cx + cos * ex - sin * ey, cy + sin * ex + cos * ey];
  };
  return Array.from({ length: parts }, (_, i): Curve => {
    const a = from + i * step;
    const b = a + step;
    return [...at(a, k), ...at(b, -k), ...(i === parts - 1 ? ([x1, y1] as const) : at(b, 0))];
  });
}

/** Paths read before: symbols and outlines of usual sizes come again on every box. */
const known = new Map<string, readonly Segment[]>();
const MOST_KNOWN = 2000;

/** SVG path data as absolute moves, lines and cubic curves. What is not path data is passed over. */
export function readPath(d: string): readonly Segment[] {
  let segments = known.get(d);
  if (segments === undefined) {
    segments = Object.freeze(parsePath(d));
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(d, segments);
  }
  return segments;
}

function parsePath(d: string): readonly Segment[] {
  const out: Segment[] = [];
  let [x, y, startX, startY] = [0, 0, 0, 0];
  /** The last control point, for smooth curves. */
  let control: readonly [number, number] | null = null;
  const line = (toX: number, toY: number): void => {
    [x, y] = [toX, toY];
    out.push({ to: 'line', points: [x, y] });
  };
  const curve = (points: Curve): void => {
    out.push({ to: 'curve', points });
    control = [points[2], points[3]];
    [x, y] = [points[4], points[5]];
  };
  const quadratic = (qx: number, qy: number, toX: number, toY: number): void => {
    const [fromX, fromY] = [x, y];
    curve([
      fromX + (2 / 3) * (qx - fromX),
      fromY + (2 / 3) * (qy - fromY),
      toX + (2 / 3) * (qx - toX),
      toY + (2 / 3) * (qy - toY),
      toX,
      toY,
    ]);
    control = [qx, qy];
  };
  for (const { letter, values } of commandsOf(d)) {
    const relative = letter !== letter.toUpperCase();
    const [ox, oy] = relative ? [x, y] : [0, 0];
    const v = (i: number): number => values[i] ?? 0;
    const before = control as readonly [number, number] | null;
    const mirrored = (): readonly [number, number] =>
      before === null ? [x, y] : [2 * x - before[0], 2 * y - before[1]];
    control = null;
    switch (letter.toUpperCase()) {
      case 'M':
        [x, y] = [ox + v(0), oy + v(1)];
        [startX, startY] = [x, y];
        out.push({ to: 'move', points: [x, y] });
        break;
      case 'L':
        line(ox + v(0), oy + v(1));
        break;
      case 'H':
        line(ox + v(0), y);
        break;
      case 'V':
        line(x, oy + v(0));
        break;
      case 'C':
        curve([ox + v(0), oy + v(1), ox + v(2), oy + v(3), ox + v(4), oy + v(5)]);
        break;
      case 'S':
        curve([...mirrored(), ox + v(0), oy + v(1), ox + v(2), oy + v(3)]);
        break;
      case 'Q':
        quadratic(ox + v(0), oy + v(1), ox + v(2), oy + v(3));
        break;
      case 'T': {
        const [qx, qy] = mirrored();
        quadratic(qx, qy, ox + v(0), oy + v(1));
        break;
      }
      case 'A':
        for (const points of arcCurves([x, y], [v(0), v(1), v(2), v(3), v(4)], [ox + v(5), oy + v(6)])) curve(points);
        control = null;
        break;
      default:
        out.push({ to: 'close' });
        [x, y] = [startX, startY];
    }
  }
  return out;
}

/** The pieces with every point moved by a function. */
export function mapPath(
  segments: readonly Segment[],
  move: (x: number, y: number) => readonly [number, number],
): readonly Segment[] {
  return segments.map((segment): Segment => {
    if (segment.to === 'close') return segment;
    const p = segment.points;
    if (segment.to === 'curve') {
      const [a, b, c] = [
        move(p[0], p[1]),
        move(segment.points[2], segment.points[3]),
        move(segment.points[4], segment.points[5]),
      ];
      return { to: 'curve', points: [...a, ...b, ...c] };
    }
    return { to: segment.to, points: move(p[0], p[1]) };
  });
}

const STEPS = 8;

/** Closed outlines of a path as polygons: curves become short straight pieces. */
export function polygonsOf(segments: readonly Segment[]): readonly (readonly (readonly [number, number])[])[] {
  const out: [number, number][][] = [];
  let ring: [number, number][] = [];
  for (const segment of segments) {
    if (segment.to === 'close') continue;
    if (segment.to === 'curve') {
      const [ax, ay] = ring.at(-1) ?? [0, 0];
      const [bx, by, cx, cy, dx, dy] = segment.points;
      for (let i = 1; i <= STEPS; i += 1) {
        const t = i / STEPS;
        const u = 1 - t;
        ring.push([
          u * u * u * ax + 3 * u * u * t * bx + 3 * u * t * t * cx + t * t * t * dx,
          u * u * u * ay + 3 * u * u * t * by + 3 * u * t * t * cy + t * t * t * dy,
        ]);
      }
    } else if (segment.to === 'move') {
      if (ring.length > 2) out.push(ring);
      ring = [[...segment.points]];
    } else ring.push([...segment.points]);
  }
  if (ring.length > 2) out.push(ring);
  return out;
}
