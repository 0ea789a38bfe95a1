import metrics from './inter-metrics.generated.json' with { type: 'json' };
import type { TextWeight } from './mark.ts';

interface Table {
  readonly unitsPerEm: number;
  readonly index: ReadonlyMap<string, number>;
  readonly advances: readonly number[];
  readonly rows: readonly number[];
  readonly columns: readonly number[];
  readonly kerning: readonly ReadonlyMap<number, number>[];
}

type Baked = (typeof metrics)['400'];

function tableOf(baked: Baked): Table {
  const kerning = baked.kerning.map((flat) => {
    const row = new Map<number, number>();
    for (let i = 0; i + 1 < flat.length; i += 2) row.set(flat[i] as number, flat[i + 1] as number);
    return row;
  });
  return { ...baked, index: new Map([...baked.chars].map((char, i) => [char, i])), kerning };
}

const TABLES: Record<TextWeight, Table> = {
  400: tableOf(metrics['400']),
  500: tableOf(metrics['500']),
  600: tableOf(metrics['600']),
};

/** Chinese, Japanese, Korean and emoji: one em wide each, and a line may break between any two. */
const isWide = (code: number): boolean =>
  (code >= 0x1100 && code <= 0x115f) ||
  (code >= 0x2e80 && code <= 0xa4cf) ||
  (code >= 0xac00 && code <= 0xd7a3) ||
  (code >= 0xf900 && code <= 0xfaff) ||
  (code >= 0xfe30 && code <= 0xfe6f) ||
  (code >= 0xff00 && code <= 0xff60) ||
  (code >= 0x1f300 && code <= 0x1faff) ||
  (code >= 0x20000 && code <= 0x3fffd);

/** Combining marks, joiners and variation selectors take no room. */
const isZeroWidth = (code: number): boolean =>
  (code >= 0x300 && code <= 0x36f) || (code >= 0x200b && code <= 0x200f) || (code >= 0xfe00 && code <= 0xfe0f);

/** Em share assumed for a letter that has no baked width (Arabic, Thai …): a little wider than Inter's mean, so text stays inside. */
const UNKNOWN_EM = 0.65;

/**
 * Width in units of one line of text in Inter, with kerning, `calt` and `liga` off; `tracking` in em after every character.
 * Within 0.02 units of Chromium for Latin, Greek and Cyrillic at 14; wide scripts count one em a character.
 */
export function measureText(text: string, size: number, weight: TextWeight, tracking = 0): number {
  const table = TABLES[weight];
  let units = 0;
  let count = 0;
  let previous = -1;
  for (const char of text) {
    count += 1;
    const at = table.index.get(char);
    if (at === undefined) {
      const code = char.codePointAt(0) ?? 0;
      if (isWide(code)) units += table.unitsPerEm;
      else if (!isZeroWidth(code)) units += table.unitsPerEm * UNKNOWN_EM;
      previous = -1;
      continue;
    }
    units += table.advances[at] ?? 0;
    if (previous >= 0) units += table.kerning[table.rows[previous] ?? -1]?.get(table.columns[at] ?? -1) ?? 0;
    previous = at;
  }
  return (units * size) / table.unitsPerEm + count * tracking * size;
}

/** Signs that may not begin a line, and signs that may not end one (kinsoku). */
const NO_START = '、。，．：；？！）］｝」』】》〉ー々ぁぃぅぇぉっゃゅょゎァィゥェォッャュョヮ…';
const NO_END = '（［｛「『【《〈';

/** Pieces that stay together: words with the space before them, single wide characters, parts of a word after `-` and `/`. */
function pieces(text: string): string[] {
  const out: string[] = [];
  const chars = [...text];
  let piece = '';
  for (let i = 0; i < chars.length; i++) {
    const char = chars[i] as string;
    const next = chars[i + 1];
    piece += char;
    if (next === undefined) break;
    const wide = isWide(char.codePointAt(0) ?? 0) || isWide(next.codePointAt(0) ?? 0);
    const breaks =
      next === ' '
        ? piece.trim() !== ''
        : char === ' '
          ? false
          : wide
            ? !NO_START.includes(next) && !NO_END.includes(char)
            : ('-/–—'.includes(char) || char === '\u200b') && piece.trim().length > 1;
    if (breaks) {
      out.push(piece);
      piece = '';
    }
  }
  if (piece !== '') out.push(piece);
  return out;
}

const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The longest start of `text` that fits, at least one grapheme. */
function fitting(text: string, width: number, size: number, weight: TextWeight, suffix = ''): string {
  let kept = '';
  for (const { segment } of graphemes.segment(text)) {
    if (kept !== '' && measureText(kept + segment + suffix, size, weight) > width) break;
    kept += segment;
  }
  return kept;
}

/** One line that fits, cut with "…" where it does not; empty when not even "…" fits. */
export function ellipsize(text: string, width: number, size: number, weight: TextWeight): string {
  if (measureText(text, size, weight) <= width) return text;
  if (measureText('…', size, weight) > width) return '';
  const kept = fitting(text, width, size, weight, '…').trimEnd();
  return measureText(`${kept}…`, size, weight) <= width ? `${kept}…` : '…';
}

/** Every line of the text at a width, without a limit: breaks at spaces, `-`, `/` and between wide characters; long words are cut. */
export function breakLines(text: string, width: number, size: number, weight: TextWeight): string[] {
  const lines: string[] = [];
  for (const paragraph of text.split('\n')) {
    let line = '';
    for (const piece of pieces(paragraph.replaceAll(/\s+/gu, ' ').trim())) {
      if (line === '' ? false : measureText(line + piece, size, weight) <= width) {
        line += piece;
        continue;
      }
      if (line !== '') lines.push(line);
      line = piece.trimStart();
      while (measureText(line, size, weight) > width) {
        const head = fitting(line, width, size, weight);
        if (head === line) break;
        lines.push(head);
        line = line.slice(head.length);
      }
    }
    lines.push(line);
  }
  return lines;
}

/** The text in at most `maxLines` lines no wider than `width` units; what does not fit ends in "…". Empty text gives no line. */
export function wrapText(text: string, width: number, size: number, weight: TextWeight, maxLines: number): string[] {
  if (text.trim() === '' || maxLines < 1) return [];
  const lines = breakLines(text.trim(), width, size, weight);
  if (lines.length <= maxLines) return lines;
  const kept = lines.slice(0, maxLines - 1);
  const rest = lines.slice(maxLines - 1, maxLines + 1).join(' ');
  kept.push(ellipsize(`${rest}${lines.length > maxLines + 1 ? '…' : ''}`, width, size, weight));
  return kept;
}
