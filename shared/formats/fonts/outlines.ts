import type { Glyph } from 'fontkit';
import type { TextMark } from '../../drawing/mark.ts';
import { measureText } from '../../drawing/measure-text.ts';
import { escapeXml, number } from '../svg-text.ts';
import { type Face, type FontBook, heavier, runsOf } from './font-book.ts';

const LETTERS: Readonly<Record<string, string>> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};

/** A glyph in whole units of its font, `dx`, `dy` to the side, with y downwards. */
function glyphPath(glyph: Glyph, dx: number, dy: number): string {
  const values = (args: readonly number[]): string =>
    args.map((value, i) => Math.round(i % 2 === 0 ? value + dx : -value - dy)).join(' ');
  return glyph.path.commands.map(({ command, args }) => `${LETTERS[command] ?? ''}${values(args)}`).join('');
}

interface Outline {
  readonly d: string;
  /** In units of the font. */
  readonly advance: number;
}

/** The letters of a run one after another; `spacing` in units of the font after every character. */
function runOutline(face: Face, text: string, spacing: number): Outline {
  const { glyphs, positions } = face.font.layout(text);
  let x = 0;
  let d = '';
  for (const [i, glyph] of glyphs.entries()) {
    const { xAdvance = 0, xOffset = 0, yOffset = 0 } = positions[i] ?? {};
    d += glyphPath(glyph, x + xOffset, yOffset);
    x += xAdvance + spacing * glyph.codePoints.length;
  }
  return { d, advance: x };
}

/** Boxes for characters that no font has, in units of a thousandth of an em. */
function missingOutline(text: string, { weight, tracking = 0 }: TextMark): Outline {
  let x = 0;
  let d = '';
  for (const char of text) {
    const w = Math.round(measureText(char, 1000, weight));
    if (w > 0) d += `M${x + 80} 0V-720H${x + w - 80}V0ZM${x + 150} -70H${x + w - 150}V-650H${x + 150}Z`;
    x += w + tracking * 1000;
  }
  return { d, advance: x };
}

/** A line of text as shapes: paths in the units of their fonts, and the text as their label. `paint` is the fill as attributes. */
export function outlineSvg(mark: TextMark, book: FontBook, paint: string): string {
  const parts = runsOf(mark.text, mark.weight, book).map(({ face, text }) => {
    const em = face?.font.unitsPerEm ?? 1000;
    const { d, advance } =
      face === null ? missingOutline(text, mark) : runOutline(face, text, (mark.tracking ?? 0) * em);
    const heavy = face === null ? 0 : heavier(face, mark.weight) * em;
    return { d, heavy, w: (advance * mark.size) / em, scale: mark.size / em };
  });
  const whole = parts.reduce((sum, { w }) => sum + w, 0);
  const anchor = mark.anchor ?? 'start';
  let x = mark.x - (anchor === 'start' ? 0 : anchor === 'middle' ? whole / 2 : whole);
  const paths = parts.map(({ d, heavy, w, scale }) => {
    const at = x;
    x += w;
    if (d === '') return '';
    const fine = String(Math.round(scale * 1e7) / 1e7);
    const stroke =
      heavy === 0
        ? ''
        : `${paint.replaceAll('fill', 'stroke')} stroke-width="${number(heavy)}" stroke-linejoin="round"`;
    return `<path transform="translate(${number(at)} ${number(mark.y)}) scale(${fine})"${stroke} d="${d}"/>`;
  });
  const drawn = paths.join('');
  return drawn === '' ? '' : `<g${paint} role="img" aria-label="${escapeXml(mark.text)}">${drawn}</g>`;
}
