import type { ColorToken, Fill, Mark, PathMark, Stroke, TextMark, TextWeight } from '../mark.ts';

/** A line in ink. */
export const ink = (width: number, rest: Partial<Stroke> = {}): Stroke => ({ color: 'ink', width, ...rest });

export const filled = (d: string, color: ColorToken, alpha?: number): PathMark => ({
  type: 'path',
  d,
  fill: alpha === undefined ? { color } : { color, alpha },
});

export const stroked = (d: string, stroke: Stroke, fill?: Fill): PathMark => ({
  type: 'path',
  d,
  stroke,
  ...(fill === undefined ? {} : { fill }),
});

export interface TextStyle {
  readonly size: number;
  readonly weight: TextWeight;
  readonly color?: ColorToken;
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly tracking?: number;
}

export const text = (x: number, y: number, value: string, style: TextStyle): TextMark => ({
  type: 'text',
  x,
  y,
  text: value,
  size: style.size,
  weight: style.weight,
  color: style.color ?? 'ink',
  ...(style.anchor === undefined ? {} : { anchor: style.anchor }),
  ...(style.tracking === undefined ? {} : { tracking: style.tracking }),
});

/** Dash of what is vacant or planned. */
export const PASSING = [5, 3.5] as const;

/** Nothing, or these: keeps lists of marks flat to read. */
export const when = (condition: boolean, marks: () => readonly Mark[]): readonly Mark[] => (condition ? marks() : []);
