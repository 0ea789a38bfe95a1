import type { ColorToken, Fill, Hatch, Mark, Stroke, TextMark } from '../drawing/mark.ts';
import { THEMES, type ThemeName } from '../drawing/theme.ts';
import { escapeXml, number } from './svg-text.ts';

/** Writes a text in place of a `<text>` element; `paint` is its fill as attributes. */
export type TextWriter = (mark: TextMark, paint: string) => string;

/** Where colours come from: a theme's values, or custom properties for use inside a page. */
export type Palette = ThemeName | 'tokens';

/** Paint as attributes: opacity stands apart from the colour, as not every reader knows eight-digit colours. */
function paint(name: 'fill' | 'stroke', color: ColorToken, alpha: number | undefined, palette: Palette): string {
  if (palette === 'tokens') {
    return ` ${name}="var(--${color})"${alpha === undefined || alpha === 1 ? '' : ` ${name}-opacity="${number(alpha)}"`}`;
  }
  const value = THEMES[palette][color];
  const own = value.length > 7 ? Number.parseInt(value.slice(7), 16) / 255 : 1;
  const opacity = own * (alpha ?? 1);
  return ` ${name}="${value.slice(0, 7)}"${opacity >= 1 ? '' : ` ${name}-opacity="${String(Math.round(opacity * 1000) / 1000)}"`}`;
}

/** Id of a hatch: equal hatches share it, so that writing one twice does no harm. */
const hatchId = (hatch: Hatch): string =>
  ['hatch', hatch.hatch, hatch.angle, hatch.step, hatch.width, hatch.color, hatch.alpha ?? 1, hatch.ground ?? 'none']
    .join('-')
    .replaceAll('.', '_');

function pattern(hatch: Hatch, palette: Palette): string {
  const size = number(hatch.step);
  const line = `${paint('stroke', hatch.color, hatch.alpha, palette)} stroke-width="${number(hatch.width)}"`;
  const half = number(hatch.step / 2);
  const ground =
    hatch.ground === undefined
      ? ''
      : `<rect width="${size}" height="${size}"${paint('fill', hatch.ground, undefined, palette)}/>`;
  const marks = {
    lines: `<path d="M${half} 0V${size}" fill="none"${line}/>`,
    cross: `<path d="M${half} 0V${size}M0 ${half}H${size}" fill="none"${line}/>`,
    dots: `<circle cx="${half}" cy="${half}" r="${number(hatch.width / 2)}"${paint('fill', hatch.color, hatch.alpha, palette)}/>`,
  }[hatch.hatch];
  const turn = hatch.angle === 0 ? '' : ` patternTransform="rotate(${number(hatch.angle)})"`;
  return `<pattern id="${hatchId(hatch)}" width="${size}" height="${size}" patternUnits="userSpaceOnUse"${turn}>${ground}${marks}</pattern>`;
}

function collect(marks: readonly Mark[], into: Map<string, Hatch>): void {
  for (const mark of marks) {
    if (mark.type === 'group') collect(mark.marks, into);
    else if (mark.type !== 'text' && mark.fill !== undefined && 'hatch' in mark.fill)
      into.set(hatchId(mark.fill), mark.fill);
  }
}

/** The patterns that marks need, as one `<defs>`, or nothing. */
export function hatchDefs(marks: readonly Mark[], palette: Palette): string {
  const found = new Map<string, Hatch>();
  collect(marks, found);
  if (found.size === 0) return '';
  return `<defs>${[...found.values()].map((hatch) => pattern(hatch, palette)).join('')}</defs>`;
}

const fillOf = (fill: Fill | undefined, palette: Palette): string => {
  if (fill === undefined) return ' fill="none"';
  return 'hatch' in fill ? ` fill="url(#${hatchId(fill)})"` : paint('fill', fill.color, fill.alpha, palette);
};

const strokeOf = (stroke: Stroke | undefined, palette: Palette): string => {
  if (stroke === undefined) return '';
  const dash = stroke.dash === undefined ? '' : ` stroke-dasharray="${stroke.dash.map(number).join(' ')}"`;
  const cap = stroke.cap === undefined || stroke.cap === 'butt' ? '' : ` stroke-linecap="${stroke.cap}"`;
  const join = stroke.join === undefined || stroke.join === 'miter' ? '' : ` stroke-linejoin="${stroke.join}"`;
  return `${paint('stroke', stroke.color, stroke.alpha, palette)} stroke-width="${number(stroke.width)}"${dash}${cap}${join}`;
};

function markToSvg(mark: Mark, palette: Palette, write: TextWriter | null): string {
  switch (mark.type) {
    case 'rect': {
      const r = mark.r === undefined || mark.r === 0 ? '' : ` rx="${number(mark.r)}"`;
      const box = ` x="${number(mark.x)}" y="${number(mark.y)}" width="${number(mark.w)}" height="${number(mark.h)}"${r}`;
      return `<rect${box}${fillOf(mark.fill, palette)}${strokeOf(mark.stroke, palette)}/>`;
    }
    case 'circle': {
      const at = ` cx="${number(mark.cx)}" cy="${number(mark.cy)}" r="${number(mark.r)}"`;
      return `<circle${at}${fillOf(mark.fill, palette)}${strokeOf(mark.stroke, palette)}/>`;
    }
    case 'path': {
      const moves = [
        mark.at === undefined ? '' : `translate(${number(mark.at.x)} ${number(mark.at.y)})`,
        mark.rotate === undefined || mark.rotate === 0 ? '' : `rotate(${number(mark.rotate)})`,
        mark.scale === undefined || mark.scale === 1 ? '' : `scale(${String(Math.round(mark.scale * 1e4) / 1e4)})`,
      ].filter((move) => move !== '');
      const transform = moves.length === 0 ? '' : ` transform="${moves.join(' ')}"`;
      return `<path d="${mark.d}"${transform}${fillOf(mark.fill, palette)}${strokeOf(mark.stroke, palette)}/>`;
    }
    case 'text': {
      const fill = paint('fill', mark.color, undefined, palette);
      if (write !== null) return write(mark, fill);
      const anchor = mark.anchor === undefined || mark.anchor === 'start' ? '' : ` text-anchor="${mark.anchor}"`;
      const tracking =
        mark.tracking === undefined || mark.tracking === 0
          ? ''
          : ` letter-spacing="${String(Math.round(mark.tracking * 1e4) / 1e4)}em"`;
      const type = ` font-size="${number(mark.size)}" font-weight="${mark.weight}"${anchor}${tracking}`;
      const at = ` x="${number(mark.x)}" y="${number(mark.y)}"`;
      return `<text${at}${type}${fill} xml:space="preserve">${escapeXml(mark.text)}</text>`;
    }
    case 'group': {
      const at = mark.at === undefined ? '' : ` transform="translate(${number(mark.at.x)} ${number(mark.at.y)})"`;
      const opacity = mark.opacity === undefined || mark.opacity === 1 ? '' : ` opacity="${number(mark.opacity)}"`;
      return `<g${at}${opacity}>${mark.marks.map((inner) => markToSvg(inner, palette, write)).join('')}</g>`;
    }
  }
}

/** Marks as SVG elements, without the patterns they use. `write` takes the place of text elements. */
export const bareMarks = (marks: readonly Mark[], palette: Palette, write: TextWriter | null = null): string =>
  marks.map((mark) => markToSvg(mark, palette, write)).join('');
