import type { ColorToken, Fill, Stroke } from '../../drawing/mark.ts';
import { THEMES, type ThemeName } from '../../drawing/theme.ts';

/** Tokens that become the deck's own theme colours when it is wished; tints stay exact, as a theme would shade them otherwise. */
const SLOTS: Readonly<Partial<Record<ColorToken, string>>> = {
  ink: 'tx1',
  paper: 'bg1',
  surface: 'bg1',
  'ink-2': 'tx2',
  'team-1': 'accent1',
  'team-2': 'accent2',
  'team-3': 'accent3',
  'team-4': 'accent4',
  'team-5': 'accent5',
  accent: 'accent6',
};

export interface Ink {
  readonly theme: ThemeName;
  /** `deck` follows the colours of the deck a slide is pasted into. */
  readonly colours: 'exact' | 'deck';
  /** EMU of a length in units. */
  readonly length: (units: number) => number;
}

/** A colour; `alpha` from 0 to 1 on top of what the colour has of its own. */
export function colour(ink: Ink, token: ColorToken, alpha = 1): string {
  const value = THEMES[ink.theme][token];
  const own = value.length > 7 ? Number.parseInt(value.slice(7), 16) / 255 : 1;
  const opacity = Math.round(own * alpha * 100) * 1000;
  const through = opacity >= 100_000 ? '' : `<a:alpha val="${opacity}"/>`;
  const slot = ink.colours === 'deck' ? SLOTS[token] : undefined;
  if (slot !== undefined) return `<a:schemeClr val="${slot}">${through}</a:schemeClr>`;
  return `<a:srgbClr val="${value.slice(1, 7)}">${through}</a:srgbClr>`;
}

/** A flat fill; a hatch is its ground here, its lines are drawn apart. */
export function fillXml(ink: Ink, fill: Fill | undefined, opacity = 1): string {
  if (fill === undefined) return '<a:noFill/>';
  if ('hatch' in fill) {
    if (fill.ground === undefined) return '<a:noFill/>';
    return `<a:solidFill>${colour(ink, fill.ground, opacity)}</a:solidFill>`;
  }
  return `<a:solidFill>${colour(ink, fill.color, (fill.alpha ?? 1) * opacity)}</a:solidFill>`;
}

export interface LineEnds {
  readonly head?: string;
  readonly tail?: string;
  /** Two parallel lines. */
  readonly double?: boolean;
}

/** Thinnest line a slide shows, 0.25 pt, in EMU. */
const THINNEST = 3175;

/** Dashes in thousandths of a per cent of the line's width; round dots by their own name, as a dash of no length is not drawn. */
function dashXml(stroke: Stroke): string {
  const { dash, width } = stroke;
  if (dash === undefined || dash.length === 0) return '<a:prstDash val="solid"/>';
  if (stroke.cap === 'round' && (dash[0] ?? 0) < 1) return '<a:prstDash val="sysDot"/>';
  const pairs: string[] = [];
  for (let i = 0; i < dash.length; i += 2) {
    const share = (units: number): number => Math.max(1000, Math.round((units / width) * 100_000));
    pairs.push(`<a:ds d="${share(dash[i] ?? 0)}" sp="${share(dash[i + 1] ?? dash[i] ?? 0)}"/>`);
  }
  return `<a:custDash>${pairs.join('')}</a:custDash>`;
}

/** An outline or line. */
export function lineXml(ink: Ink, stroke: Stroke | undefined, opacity = 1, ends: LineEnds = {}): string {
  if (stroke === undefined) return '<a:ln><a:noFill/></a:ln>';
  const width = Math.max(THINNEST, ink.length(stroke.width));
  const cap = stroke.cap === 'round' ? ' cap="rnd"' : '';
  const compound = ends.double === true ? ' cmpd="dbl"' : '';
  const fill = `<a:solidFill>${colour(ink, stroke.color, (stroke.alpha ?? 1) * opacity)}</a:solidFill>`;
  const join = stroke.join === 'round' ? '<a:round/>' : '<a:miter lim="800000"/>';
  return `<a:ln w="${width}"${cap}${compound}>${fill}${dashXml(stroke)}${join}${ends.head ?? ''}${ends.tail ?? ''}</a:ln>`;
}
