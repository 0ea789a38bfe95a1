import type { Mark } from '../drawing/mark.ts';
import { wrapText } from '../drawing/measure-text.ts';
import type { Vote } from './public.ts';

const WIDTH = 480;
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

/** How a closed vote went, as bars of one ink with their numbers: read the same in grey. */
export function votePicture(vote: Pick<Vote, 'items' | 'title'>): VotePicture {
  const items = ranked(vote);
  const most = Math.max(1, ...items.map(({ dots }) => dots ?? 0));
  const marks: Mark[] = [{ type: 'text', x: 0, y: 15, text: vote.title, size: 15, weight: 600, color: 'ink' }];
  let y = HEAD;
  for (const [i, { label, dots }] of items.entries()) {
    const lines = wrapText(label, NAME - 24, SIZE, 500, 3);
    const n = dots ?? 0;
    const middle = y + PADDING + (lines.length * LINE) / 2;
    marks.push(
      { type: 'path', d: `M0 ${y}H${WIDTH}`, stroke: { color: 'ink', alpha: 0.15, width: 1 } },
      { type: 'text', x: 0, y: y + PADDING + 13, text: String(i + 1), size: SIZE, weight: 600, color: 'ink-2' },
      ...lines.map(
        (text, line): Mark => ({
          type: 'text',
          x: 24,
          y: y + PADDING + 13 + line * LINE,
          text,
          size: SIZE,
          weight: 500,
          color: 'ink',
        }),
      ),
      {
        type: 'rect',
        x: NAME + 12,
        y: middle - BAR / 2,
        w: Math.max(1, ((WIDTH - NAME - 52) * n) / most),
        h: BAR,
        fill: { color: n === 0 ? 'ink-4' : 'ink' },
      },
      {
        type: 'text',
        x: WIDTH,
        y: middle + 5,
        text: String(n),
        size: SIZE,
        weight: 600,
        color: 'ink',
        anchor: 'end',
      },
    );
    y += lines.length * LINE + 2 * PADDING;
  }
  return { marks, w: WIDTH, h: y, words: voteWords(vote) };
}
