import type { BoardElement, Id } from '#shared/board/model.ts';
import type { Mark, TextMark } from '#shared/drawing/mark.ts';
import { ellipsize, measureText, wrapText } from '#shared/drawing/measure-text.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';

/** Size on screen under which a name never falls while it is shown, in CSS pixels. */
export const NAME_ON_SCREEN = 11;
/** Box width on screen under which a name is left out. */
const LEAST_BOX = 72;

function* texts(marks: readonly Mark[]): Generator<TextMark> {
  for (const mark of marks) {
    if (mark.type === 'text') yield mark;
    else if (mark.type === 'group') yield* texts(mark.marks);
  }
}

const kept = new Map<
  Id,
  { readonly element: BoardElement; readonly zoom: number; readonly marks: readonly TextMark[] }
>();

const rooms = new Map<string, number>();

/** Width that the kind leaves for its name: a tag's point, a hexagon's side and a platform's gauge stay free. */
function nameRoom(element: BoardElement, first: TextMark): number {
  const key = `${element.kind} ${element.w} ${first.x} ${first.size}`;
  const known = rooms.get(key);
  if (known !== undefined) return known;
  const facts = { container: false, embedded: false, loads: [] };
  const long = { ...element, name: 'i'.repeat(600) };
  const [line] = texts(ELEMENT_KINDS[element.kind].draw(long, { detail: 2, finish: 'full', facts }));
  const room = line === undefined ? element.w : measureText(line.text, line.size, line.weight) + first.size / 4;
  rooms.set(key, room);
  return room;
}

/**
 * The name written so that it is 11 px on screen at this zoom, in two lines at most (a container's in one), where the drawing
 * has it. Empty when
 * the box is too narrow on screen, `null` when the drawing's own size is already large enough.
 */
export function heldName(
  element: BoardElement,
  marks: readonly Mark[],
  zoom: number,
  container = false,
): readonly TextMark[] | null {
  const own = [...texts(marks)];
  const first = own[0];
  if (first === undefined || first.size * zoom >= NAME_ON_SCREEN) return null;
  if (element.w * zoom < LEAST_BOX) return [];
  // Steps of 4 %: between them the text is scaled with the picture instead of being broken anew at each wheel click.
  const step = Math.exp(Math.round(Math.log(zoom) * 25) / 25);
  const known = kept.get(element.id);
  if (known !== undefined && known.element === element && known.zoom === step) return known.marks;
  const size = NAME_ON_SCREEN / step;
  const middle = first.anchor === 'middle';
  const width = middle ? element.w - 24 : Math.min(element.w - first.x - 3, nameRoom(element, first));
  const last = own.at(-1) ?? first;
  const centre = (first.y + last.y) / 2 - first.size * 0.36;
  // Two lines only where both stay inside the part of the box that the name stands in.
  const room = 2 * Math.min(centre, element.h - centre) - 2;
  const capitals = size * 0.75;
  // Of what is left, some stays free under the last line for what hangs below it.
  const leading = Math.max(size * 0.96, Math.min(size * 1.15, room - capitals - size * 0.3));
  // A word wider than the box is cut at its end, not broken: half words read as other words.
  const words = element.name.split(/\s+/).map((word) => ellipsize(word, width, size, first.weight));
  const lines = wrapText(words.join(' '), width, size, first.weight, !container && room >= leading + capitals ? 2 : 1);
  const top = centre - ((lines.length - 1) * leading) / 2 + size * 0.36;
  const written = lines.map((text, i) => ({ ...first, text, size, y: top + i * leading }));
  if (kept.size > 20_000) kept.clear();
  kept.set(element.id, { element, zoom: step, marks: written });
  return written;
}
