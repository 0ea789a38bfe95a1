import type { Drawing } from '../drawing/draw-board.ts';
import type { Mark } from '../drawing/mark.ts';
import type { ThemeName } from '../drawing/theme.ts';

export interface SvgOptions {
  readonly theme: ThemeName;
  /** No paper behind the drawing. */
  readonly transparent?: boolean;
  /** Orgora JSON of the board, kept in the file's metadata. */
  readonly embedSource?: string;
  readonly title?: string;
  readonly description?: string;
}

/** A drawing as a standalone SVG file. */
export const svgOf = (_drawing: Drawing, _options: SvgOptions): string => '<svg xmlns="http://www.w3.org/2000/svg"/>';

/** Marks as SVG elements for use inside an `<svg>`; `tokens` writes `var(--ink)` colours. */
export const marksToSvg = (_marks: readonly Mark[], _theme: ThemeName | 'tokens'): string => '';
