import type { ColorToken, Mark } from '../drawing/mark.ts';
import { type CommentKindId, commentKind } from './kinds.ts';

/** Width and height of a pin without its bubble, in CSS pixels; its tip is the lower left corner. */
export const PIN = 26;

/**
 * What a pin looks like (design README 5): ink for what I have not read, paper for what I have, accent for the one that is
 * open, half as strong once it is answered, dashed while nobody else can see it.
 */
export type PinLook = 'unread' | 'read' | 'open' | 'answered' | 'held';

export interface PinFacts {
  readonly kind: CommentKindId;
  readonly look: PinLook;
  /** Shown in a bubble when it is above nought. */
  readonly count: number;
  /** What it stood on has been removed. */
  readonly gone: boolean;
}

interface Stroked {
  readonly d: string;
  readonly width: number;
  readonly filled?: true;
}

/** Signs in a box of 16 around the origin: shape carries the kind, also in grey. */
const GLYPHS: Readonly<Record<Exclude<CommentKindId, 'vocabulary'>, readonly Stroked[]>> = {
  works: [{ d: 'M-4.8 .4L-1.4 3.8L5 -3.6', width: 1.9 }],
  wish: [{ d: 'M-5 0H4.6M.6 -4L4.8 0L.6 4', width: 1.8 }],
  'what-if': [{ d: 'M0 -5.2V5.2M-4.5 -2.6L4.5 2.6M-4.5 2.6L4.5 -2.6', width: 1.8 }],
  question: [
    { d: 'M-2.9 -2.5C-2.9 -4.2 -1.7 -5.2 0 -5.2C1.8 -5.2 3 -4.1 3 -2.6C3 -.4 .1 -.3 .1 1.9', width: 1.9 },
    { d: 'M.1 5.1m-1.15 0a1.15 1.15 0 1 0 2.3 0a1.15 1.15 0 1 0 -2.3 0Z', width: 0, filled: true },
  ],
  friction: [{ d: 'M0 -4.6L5.2 4.2H-5.2Z', width: 1.7 }],
  'same-here': [{ d: 'M-4.6 -2.1H4.6M-4.6 2.1H4.6', width: 1.9 }],
};

/** The sign of a kind, `size` units wide and high, centred on a point. */
export function kindSign(kind: CommentKindId, at: { x: number; y: number }, size: number, color: ColorToken): Mark[] {
  if (kind === 'vocabulary') {
    return [
      {
        type: 'text',
        x: at.x,
        y: at.y + size * 0.22,
        text: 'Aa',
        size: Math.round(size * 0.7 * 10) / 10,
        weight: 600,
        color,
        anchor: 'middle',
      },
    ];
  }
  return GLYPHS[kind].map((part) => ({
    type: 'path',
    d: part.d,
    at,
    scale: size / 16,
    ...(part.filled === true
      ? { fill: { color } }
      : { stroke: { color, width: part.width, cap: 'round' as const, join: 'round' as const } }),
  }));
}

/** A drop whose tip is the origin and whose body lies up and to the right of it. */
const DROP = 'M0 -2V-13A13 13 0 1 1 13 0H2Q0 0 0 -2Z';

interface Paint {
  readonly fill: ColorToken;
  readonly line: ColorToken;
  readonly sign: ColorToken;
  readonly dash?: readonly number[];
}

const PAINT: Readonly<Record<PinLook, Paint>> = {
  unread: { fill: 'ink', line: 'ink', sign: 'on-ink' },
  read: { fill: 'surface', line: 'ink', sign: 'ink' },
  open: { fill: 'accent', line: 'accent', sign: 'on-accent' },
  answered: { fill: 'surface', line: 'ink', sign: 'ink' },
  held: { fill: 'paper', line: 'ink-3', sign: 'ink-3', dash: [3, 2.4] },
};

/** Digits beyond which a bubble says "99+". */
const MOST = 99;

function bubble(count: number): Mark[] {
  const text = count > MOST ? `${MOST}+` : `${count}`;
  const w = Math.max(16, 9 + text.length * 6.4);
  return [
    {
      type: 'rect',
      x: 27 - w / 2,
      y: -32,
      w,
      h: 16,
      r: 8,
      fill: { color: 'surface' },
      stroke: { color: 'ink', width: 1.2 },
    },
    { type: 'text', x: 27, y: -20.1, text, size: 11, weight: 600, color: 'ink', anchor: 'middle' },
  ];
}

/** A pin as marks; its tip is the origin. The same on the canvas, in lists, in the outline and in the recap. */
export function pinMarks({ kind, look, count, gone }: PinFacts): readonly Mark[] {
  const paint = PAINT[look];
  const body: Mark[] = [
    {
      type: 'path',
      d: DROP,
      fill: { color: gone && look !== 'open' ? 'paper' : paint.fill },
      stroke: {
        color: gone && look !== 'open' ? 'ink-3' : paint.line,
        width: 1.4,
        join: 'round',
        ...(paint.dash === undefined ? {} : { dash: paint.dash, cap: 'butt' as const }),
      },
    },
    ...kindSign(kind, { x: 13, y: -13 }, 16, gone && look !== 'open' ? 'ink-3' : paint.sign),
  ];
  // What is no longer there is struck through.
  if (gone) body.push({ type: 'path', d: 'M4 -4L22 -22', stroke: { color: 'risk', width: 1.6, cap: 'round' } });
  if (count > 0) body.push(...bubble(count));
  return look === 'answered' ? [{ type: 'group', opacity: 0.5, marks: body }] : body;
}

const LOOK_WORDS: Readonly<Record<PinLook, string>> = {
  unread: 'unread',
  read: '',
  open: 'open now',
  answered: 'answered',
  held: 'only you see it',
};

/** What a pin says to a screen reader: "Question on Marketing operations: 4 say the same, unread". */
export function pinWords(facts: PinFacts, on: string): string {
  const { kind, look, count, gone } = facts;
  const told = [
    count > 0 ? `${count} ${count === 1 ? 'says' : 'say'} the same` : '',
    LOOK_WORDS[look],
    gone ? 'what it stood on was removed' : '',
  ].filter((word) => word !== '');
  return `${commentKind(kind).label} on ${on}${told.length === 0 ? '' : `: ${told.join(', ')}`}`;
}
