import type { Box, Point } from '../../board/model.ts';
import type { Fill, Mark, PathMark, Stroke, TextMark } from '../../drawing/mark.ts';
import { mapPath, readPath, type Segment } from '../pptx/path-data.ts';

/** How a piece is filled and outlined. */
export type Paint = { readonly fill?: Fill; readonly stroke?: Stroke };

/** A mark in board coordinates. */
export type Piece =
  | {
      readonly type: 'path';
      readonly segments: readonly Segment[];
      readonly paint: Paint;
      readonly opacity: number;
      readonly d: string | null;
    }
  | { readonly type: 'text'; readonly mark: TextMark; readonly opacity: number };

const rectPath = (x: number, y: number, w: number, h: number, r: number): string => {
  const c = Math.max(0, Math.min(r, w / 2, h / 2));
  if (c === 0) return `M${x} ${y}H${x + w}V${y + h}H${x}Z`;
  const a = `A${c} ${c} 0 0 1 `;
  return `M${x + c} ${y}H${x + w - c}${a}${x + w} ${y + c}V${y + h - c}${a}${x + w - c} ${y + h}H${x + c}${a}${x} ${y + h - c}V${y + c}${a}${x + c} ${y}Z`;
};

const circlePath = (cx: number, cy: number, r: number): string =>
  `M${cx - r} ${cy}A${r} ${r} 0 0 1 ${cx + r} ${cy}A${r} ${r} 0 0 1 ${cx - r} ${cy}Z`;

const moved = (segments: readonly Segment[], { x, y }: Point): readonly Segment[] =>
  x === 0 && y === 0 ? segments : mapPath(segments, (px, py) => [px + x, py + y]);

const paintOf = (mark: Paint): Paint => ({
  ...(mark.fill === undefined ? {} : { fill: mark.fill }),
  ...(mark.stroke === undefined ? {} : { stroke: mark.stroke }),
});

function pathPiece(mark: PathMark, at: Point, opacity: number): Piece {
  const turn = ((mark.rotate ?? 0) * Math.PI) / 180;
  const scale = mark.scale ?? 1;
  const [sin, cos] = [Math.sin(turn) * scale, Math.cos(turn) * scale];
  const [ox, oy] = [at.x + (mark.at?.x ?? 0), at.y + (mark.at?.y ?? 0)];
  const segments = mapPath(readPath(mark.d), (x, y) => [ox + cos * x - sin * y, oy + sin * x + cos * y]);
  const own = mark.at === undefined && turn === 0 && scale === 1 ? mark.d : null;
  // A stroke is scaled with its path.
  const stroke = mark.stroke === undefined ? {} : { stroke: { ...mark.stroke, width: mark.stroke.width * scale } };
  return { type: 'path', segments, paint: { ...paintOf(mark), ...stroke }, opacity, d: own };
}

function piecesOf(mark: Mark, at: Point, opacity: number): readonly Piece[] {
  if (mark.type === 'group') {
    const inner = { x: at.x + (mark.at?.x ?? 0), y: at.y + (mark.at?.y ?? 0) };
    return flatten(mark.marks, inner, opacity * (mark.opacity ?? 1));
  }
  if (mark.type === 'text') return [{ type: 'text', mark: { ...mark, x: mark.x + at.x, y: mark.y + at.y }, opacity }];
  if (mark.type === 'path') return [pathPiece(mark, at, opacity)];
  const d =
    mark.type === 'rect' ? rectPath(mark.x, mark.y, mark.w, mark.h, mark.r ?? 0) : circlePath(mark.cx, mark.cy, mark.r);
  return [{ type: 'path', segments: moved(readPath(d), at), paint: paintOf(mark), opacity, d: null }];
}

/** Marks without groups, in board coordinates. */
export const flatten = (marks: readonly Mark[], at: Point, opacity: number): readonly Piece[] =>
  marks.flatMap((mark) => piecesOf(mark, at, opacity));

/** The box around the points of a path, curves by their control points; `null` for an empty path. */
export function bounds(segments: readonly Segment[]): Box | null {
  let [left, top, right, bottom] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const segment of segments) {
    if (segment.to === 'close') continue;
    for (let i = 0; i < segment.points.length; i += 2) {
      const [x, y] = [segment.points[i] ?? 0, segment.points[i + 1] ?? 0];
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
    }
  }
  return right < left ? null : { x: left, y: top, w: right - left, h: bottom - top };
}
