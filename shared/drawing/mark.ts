import type { Point } from '../board/model.ts';

/**
 * A drawing is a list of marks: geometry, paint and text, in no renderer's words. A shape is computed once, here, and the
 * canvas, the thumbnails and every exporter render the same marks. There are no clips: a strip is drawn as its own path.
 */

/** Fill and hatch of a tiger team: its colour, as faint as the theme asks. */
export type TeamFaint = `team-${1 | 2 | 3 | 4 | 5}-${'fill' | 'hatch'}`;

/**
 * Names of the colours in `theme.ts`; the same names as the custom properties in `client/styles/tokens.css`, without `--`. The
 * faint colours of teams are in `theme.ts` alone, as hulls are only painted and exported, never styled by a page.
 */
export type ColorToken =
  | TeamFaint
  | 'paper'
  | 'surface'
  | 'surface-sunk'
  | 'ink'
  | 'ink-2'
  | 'ink-3'
  | 'ink-4'
  | 'on-ink'
  | 'accent'
  | 'on-accent'
  | 'risk'
  | 'tint-amber'
  | 'tint-sky'
  | 'tint-green'
  | 'tint-yellow'
  | 'tint-blue'
  | 'tint-verm'
  | 'tint-purple'
  | 'tint-stone'
  | 'team-1'
  | 'team-2'
  | 'team-3'
  | 'team-4'
  | 'team-5'
  | 'on-team'
  | 'container'
  | 'zone'
  | 'zone-line';

/** A flat colour with an opacity of its own (0 to 1, default 1). */
export interface Solid {
  readonly color: ColorToken;
  readonly alpha?: number;
}

/** Parallel lines (or dots) `step` units apart at `angle` degrees from vertical, clockwise; `cross` draws the second direction too. */
export interface Hatch {
  readonly hatch: 'lines' | 'cross' | 'dots';
  readonly angle: number;
  readonly step: number;
  readonly width: number;
  readonly color: ColorToken;
  readonly alpha?: number;
  /** Painted under the lines; none when absent. */
  readonly ground?: ColorToken;
}

export type Fill = Solid | Hatch;

export interface Stroke {
  readonly color: ColorToken;
  readonly alpha?: number;
  readonly width: number;
  readonly dash?: readonly number[];
  readonly cap?: 'butt' | 'round';
  readonly join?: 'miter' | 'round';
}

interface Painted {
  readonly fill?: Fill;
  readonly stroke?: Stroke;
}

export interface RectMark extends Painted {
  readonly type: 'rect';
  readonly x: number;
  readonly y: number;
  readonly w: number;
  readonly h: number;
  readonly r?: number;
}

export interface CircleMark extends Painted {
  readonly type: 'circle';
  readonly cx: number;
  readonly cy: number;
  readonly r: number;
}

/** SVG path data. `at` moves it, then `scale` and `rotate` (degrees, clockwise) turn it about its own origin. */
export interface PathMark extends Painted {
  readonly type: 'path';
  readonly d: string;
  readonly at?: Point;
  readonly scale?: number;
  readonly rotate?: number;
}

/** Weights that have baked metrics; the drawing uses no others. */
export type TextWeight = 400 | 500 | 600;

/** One line of text, already broken. `y` is the baseline. */
export interface TextMark {
  readonly type: 'text';
  readonly x: number;
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly weight: TextWeight;
  readonly color: ColorToken;
  readonly anchor?: 'start' | 'middle' | 'end';
  /** Letter spacing in em. */
  readonly tracking?: number;
}

export interface GroupMark {
  readonly type: 'group';
  readonly marks: readonly Mark[];
  readonly at?: Point;
  readonly opacity?: number;
}

export type Mark = RectMark | CircleMark | PathMark | TextMark | GroupMark;

/** What is left of a shape at a zoom (`design` table "Level of detail"): 3 everything, 2 names and glyphs, 1 shapes with grey bars, 0 silhouettes. */
export type Detail = 0 | 1 | 2 | 3;

/** `full` tints; `print` has no tint and hatches tiger teams in ink. */
export type Finish = 'full' | 'print';
