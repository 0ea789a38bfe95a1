import type { Detail, Mark } from '../mark.ts';
import { breakLines, measureText, wrapText } from '../measure-text.ts';
import { text } from './marks.ts';

/** Type of an element's name at 100 %. */
export const NAME = { size: 13, lead: 17, weight: 500, tracking: -0.003 } as const;

/** A name grows its box to this many lines; a box made taller by hand shows up to `MOST_LINES`. */
const GROWN_LINES = 3;
const MOST_LINES = 5;

/** Sizes tried for a name far out (detail 2), so that it stays about 11 px on the screen; the largest that cuts nothing wins. */
const HELD_SIZES = [18, 16, 14] as const;

export interface NamePlace {
  readonly x: number;
  /** Middle of the lines at 100 %. */
  readonly cy: number;
  readonly width: number;
  /** Height the lines may take at 100 %. */
  readonly height: number;
  /** Middle and height when facts are not drawn; the same as at 100 % when absent. */
  readonly far?: { readonly cy: number; readonly height: number };
}

/** Lines a name asks for at a width, from 1 to 3. */
export const nameLines = (name: string, width: number): number =>
  Math.max(1, Math.min(GROWN_LINES, breakLines(name.trim(), width, NAME.size, NAME.weight).length));

/** How far a box may widen, in units, before a long name ends in "…". */
const MOST_WIDENING = 96;
/** A word longer than this is broken, and does not widen its box further. */
const MOST_WORD = 320;

/**
 * Room a name asks for when `room` is offered: what its widest word takes, or so much more, in steps of 8, that it needs no more
 * than three lines.
 */
export function nameRoom(name: string, room: number): number {
  const widest = name
    .split(/\s+/u)
    .reduce((most, word) => Math.min(MOST_WORD, Math.max(most, measureText(word, NAME.size, NAME.weight))), 0);
  for (let more = 0; more <= MOST_WIDENING; more += 8) {
    const width = Math.max(widest, room + more);
    if (breakLines(name.trim(), width, NAME.size, NAME.weight).length > GROWN_LINES) continue;
    return more === 0 ? widest : width;
  }
  return Math.max(widest, room + MOST_WIDENING);
}

function held(
  name: string,
  width: number,
  height: number,
): { readonly size: number; readonly lines: readonly string[] } {
  for (const size of HELD_SIZES) {
    const most = Math.max(1, Math.min(MOST_LINES, Math.floor(height / (size * 1.2))));
    const lines = breakLines(name.trim(), width, size, NAME.weight);
    const whole = name.split(/\s+/u).every((word) => measureText(word, size, NAME.weight) <= width);
    if (lines.length <= most && whole) return { size, lines };
  }
  const size = HELD_SIZES.at(-1) ?? NAME.size;
  return { size, lines: wrapText(name, width, size, NAME.weight, Math.max(1, Math.floor(height / (size * 1.2)))) };
}

/** The name at a detail: text, larger text, a grey bar a line, or nothing. */
export function nameBlock(name: string, detail: Detail, place: NamePlace): readonly Mark[] {
  if (name.trim() === '' || detail === 0 || place.width < 8) return [];
  const far = place.far ?? place;
  if (detail === 2) {
    const { size, lines } = held(name, place.width, far.height);
    const lead = size * 1.18;
    const first = far.cy - ((lines.length - 1) * lead) / 2 + size * 0.36;
    return lines.map((line, i) => text(place.x, first + i * lead, line, { size, weight: NAME.weight }));
  }
  const most = Math.max(1, Math.min(MOST_LINES, Math.floor((place.height + 1) / NAME.lead)));
  const lines = wrapText(name, place.width, NAME.size, NAME.weight, most);
  if (detail === 1) {
    const first = far.cy - ((lines.length - 1) * 15) / 2;
    return lines.map((line, i) => ({
      type: 'rect',
      x: place.x,
      y: first + i * 15 - 3.5,
      w: Math.min(place.width, Math.max(14, measureText(line, NAME.size, NAME.weight))),
      h: 7,
      r: 2,
      fill: { color: 'ink', alpha: 0.26 },
    }));
  }
  const first = place.cy - ((lines.length - 1) * NAME.lead) / 2 + NAME.size * 0.36;
  return lines.map((line, i) =>
    text(place.x, first + i * NAME.lead, line, { size: NAME.size, weight: NAME.weight, tracking: NAME.tracking }),
  );
}
