import type { Mark } from '../drawing/mark.ts';
import { wrapText } from '../drawing/measure-text.ts';
import type { Vote } from './public.ts';

const WIDTH = 480;
const NARROW = 288;
const NAME = 300;
const SIZE = 13;
const LINE = 17;
const PADDING = 10;
const HEAD = 30;
const BAR = 10;

export interface VotePicture {
  readonly marks: readonly Mark[];
  readonly w: number;
  readonly h: number;
  /** Said in place of the picture. */
  readonly words: string;
}

/** Items of a closed vote, most votes first. */
export const ranked = ({ items }: Pick<Vote, 'items'>): Vote['items'] =>
  [...items].sort((a, b) => (b.dots ?? 0) - (a.dots ?? 0));

/** The result in a sentence an item. */
export const voteWords = (vote: Pick<Vote, 'items' | 'title'>): string =>
  `${vote.title}: ${ranked(vote)
    .map(({ label, dots }) => `${label} ${dots ?? 0}`)
    .join(', ')}.`;

const text = (x: number, y: number, words: string, more: Partial<Extract<Mark, { type: 'text' }>> = {}): Mark => ({
  type: 'text',
  x,
  y,
  text: words,
  size: SIZE,
  weight: 500,
  color: 'ink',
  ...more,
});

/**
 * How a closed vote went, as bars of one ink with their numbers: read the same in grey.
 *
 * @param narrow bars stand under the words, for a panel or a phone
 */
export function votePicture(vote: Pick<Vote, 'items' | 'title'>, narrow = false): VotePicture {
  const items = ranked(vote);
  const width = narrow ? NARROW : WIDTH;
  const from = narrow ? 24 : NAME + 12;
  const most = Math.max(1, ...items.map(({ dots }) => dots ?? 0));
  const marks: Mark[] = wrapText(vote.title, width, 15, 600, 2).map((line, i) =>
    text(0, 15 + i * LINE, line, { size: 15, weight: 600 }),
  );
  let y = HEAD + Math.max(0, marks.length - 1) * LINE;
  for (const [i, { label, dots }] of items.entries()) {
    const lines = wrapText(label, (narrow ? width : NAME) - 24, SIZE, 500, 3);
    const n = dots ?? 0;
    const high = lines.length * LINE;
    const middle = y + PADDING + (narrow ? high + LINE / 2 : high / 2);
    marks.push(
      { type: 'path', d: `M0 ${y}H${width}`, stroke: { color: 'ink', alpha: 0.15, width: 1 } },
      text(0, y + PADDING + 13, String(i + 1), { weight: 600, color: 'ink-2' }),
      ...lines.map((line, row) => text(24, y + PADDING + 13 + row * LINE, line)),
      {
        type: 'rect',
        x: from,
        y: middle - BAR / 2,
        w: Math.max(1, ((width - from - 40) * n) / most),
        h: BAR,
        fill: { color: n === 0 ? 'ink-4' : 'ink' },
      },
      text(width, middle + 5, String(n), { weight: 600, anchor: 'end' }),
    );
    y += high + (narrow ? LINE : 0) + 2 * PADDING;
  }
  return { marks, w: width, h: y, words: voteWords(vote) };
}
