import type { Drawing } from '../drawing/draw-board.ts';
import type { Mark } from '../drawing/mark.ts';
import { THEMES, type ThemeName } from '../drawing/theme.ts';
import type { SvgFonts } from './fonts/svg-fonts.ts';
import { bareMarks, hatchDefs, type Palette } from './svg-marks.ts';
import { escapeXml, FONT_FAMILY, FONT_FEATURES, number } from './svg-text.ts';

/** Namespace of the board's source inside a file. */
export const SOURCE_NAMESPACE = 'urn:orgora:board';

export interface SvgOptions {
  readonly theme: ThemeName;
  /** No paper behind the drawing. */
  readonly transparent?: boolean;
  /** Orgora JSON of the board, kept in the file's metadata. */
  readonly embedSource?: string;
  readonly title?: string;
  readonly description?: string;
  /** Made by `svgFontsFor`; without it the text names its font and a reader without that font takes another. */
  readonly fonts?: SvgFonts;
}

/**
 * A drawing as a standalone SVG file: real text in broken lines, no foreign object, no script, and no style sheet but the one
 * of embedded fonts. Equal drawings give equal files. Every item is a group that carries its sentence.
 */
export function svgOf(drawing: Drawing, options: SvgOptions): string {
  const { box } = drawing;
  const title = options.title ?? drawing.items.find((item) => item.layer === 'title')?.sentence ?? 'Board';
  const said = drawing.items.filter((item) => item.sentence !== '' && item.layer !== 'title' && item.layer !== 'flag');
  const description = options.description ?? said.map((item) => `${item.sentence}.`).join(' ');
  const source =
    options.embedSource === undefined
      ? ''
      : `<metadata><orgora:board xmlns:orgora="${SOURCE_NAMESPACE}">${escapeXml(options.embedSource)}</orgora:board></metadata>`;
  const paper =
    options.transparent === true
      ? ''
      : `<rect x="${number(box.x)}" y="${number(box.y)}" width="${number(box.w)}" height="${number(box.h)}" fill="${THEMES[options.theme].paper}"/>`;
  const { fonts } = options;
  const style = fonts?.kind === 'embed' && fonts.css !== '' ? `<style>${fonts.css}</style>` : '';
  const write = fonts?.kind === 'outlines' ? fonts.write : null;
  const items = drawing.items.map((item) => {
    const at =
      item.at.x === 0 && item.at.y === 0 ? '' : ` transform="translate(${number(item.at.x)} ${number(item.at.y)})"`;
    const label = item.sentence === '' ? '' : ` aria-label="${escapeXml(item.sentence)}"`;
    return `<g${at}${label}>${bareMarks(item.marks, options.theme, write)}</g>`;
  });
  const all = drawing.items.flatMap((item) => item.marks);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${number(box.w)}" height="${number(box.h)}" viewBox="${number(box.x)} ${number(box.y)} ${number(box.w)} ${number(box.h)}" role="img" font-family="${escapeXml(FONT_FAMILY)}" style="font-feature-settings:${escapeXml(FONT_FEATURES)}">`,
    `<title>${escapeXml(title)}</title>`,
    `<desc>${escapeXml(description)}</desc>`,
    source,
    style,
    hatchDefs(all, options.theme),
    paper,
    ...items,
    '</svg>\n',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

/** Marks as SVG elements for use inside an `<svg>`, with the patterns they need; `tokens` writes `var(--ink)` colours. */
export const marksToSvg = (marks: readonly Mark[], palette: Palette): string =>
  hatchDefs(marks, palette) + bareMarks(marks, palette);
