import { boundsOf } from '#shared/board/geometry.ts';
import type { Board, Box, Frame, Id, StateId } from '#shared/board/model.ts';
import { compareOrder } from '#shared/board/order.ts';

/** One thing that is shown on the full screen: a frame, or the whole board where none is drawn. */
export interface Slide {
  /** Id of the frame; `null` for the whole board. */
  readonly frame: Id | null;
  readonly title: string;
  readonly subtitle: string;
  readonly notes: string;
  /** The state it shows; `null`: the one that is shown already. */
  readonly state: StateId | null;
  readonly box: Box;
}

/** Room around a whole board, in units. */
const AROUND = 24;
const EMPTY: Box = { x: 0, y: 0, w: 960, h: 540 };

/** Frames in the order of slides. */
export const framesInOrder = (board: Board): readonly Frame[] => [...board.frames.values()].sort(compareOrder);

function wholeOf(board: Board): Box {
  const zones = [...board.overlays.values()].flatMap((overlay) => (overlay.kind === 'zone' ? [overlay] : []));
  const box = boundsOf([...board.elements.values(), ...zones]);
  return box === null ? EMPTY : { x: box.x - AROUND, y: box.y - AROUND, w: box.w + 2 * AROUND, h: box.h + 2 * AROUND };
}

/** The slides of a board: its frames by order, or the whole of it as one. Never empty. */
export function slidesOf(board: Board): readonly Slide[] {
  const frames = framesInOrder(board);
  if (frames.length === 0) {
    const { title, subtitle } = board.meta;
    return [{ frame: null, title, subtitle, notes: '', state: null, box: wholeOf(board) }];
  }
  return frames.map((frame) => ({
    frame: frame.id,
    title: frame.title,
    subtitle: frame.subtitle ?? '',
    notes: frame.notes ?? '',
    state: frame.state ?? null,
    box: { x: frame.x, y: frame.y, w: frame.w, h: frame.h },
  }));
}

/** Place of a frame among the slides; when it is gone, the place it had, or the last. */
export function placeOfSlide(slides: readonly Slide[], frame: Id | null, before: number): number {
  const found = slides.findIndex((slide) => slide.frame === frame);
  return found >= 0 ? found : Math.max(0, Math.min(before, slides.length - 1));
}

/** Elements whose middle is in the box, from the top down and from the left. */
export function elementsIn(board: Board, box: Box): readonly Id[] {
  return [...board.elements.values()]
    .filter((one) => {
      const x = one.x + one.w / 2;
      const y = one.y + one.h / 2;
      return x >= box.x && x <= box.x + box.w && y >= box.y && y <= box.y + box.h;
    })
    .sort((a, b) => a.y - b.y || a.x - b.x)
    .map(({ id }) => id);
}

/** Most names that are read out of what a slide shows. */
const NAMED = 12;

/** What a step says to a screen reader: which slide, its title, and what is in it. */
export function slideSentence(board: Board, slides: readonly Slide[], place: number): string {
  const slide = slides[place];
  if (slide === undefined) return '';
  const names = elementsIn(board, slide.box).flatMap((id) => board.elements.get(id)?.name || []);
  const listed = names.slice(0, NAMED).join(', ');
  const more = names.length > NAMED ? ` and ${names.length - NAMED} more` : '';
  const inside = names.length === 0 ? 'Nothing is drawn in it.' : `In it: ${listed}${more}.`;
  const sentence = (text: string): string => (/[.!?…]$/.test(text) ? text : `${text}.`);
  const head = sentence(`${place + 1} of ${slides.length}: ${slide.title || 'Untitled'}`);
  return [head, ...(slide.subtitle === '' ? [] : [sentence(slide.subtitle)]), inside].join(' ');
}

/** Room on the screen that a slide's drawing leaves free, in CSS pixels. */
interface Room {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

const PHONE = 700;
/** Nothing is enlarged more than this. */
const MOST_ZOOM = 2.5;
/** What the view control leaves at each edge when it is asked to contain a box. */
const EDGE = 8;

export function roomFor(width: number, hasTitle: boolean, hasSubtitle: boolean): Room {
  const title = hasTitle ? (hasSubtitle ? 128 : 104) : 32;
  return width < PHONE
    ? { left: 12, right: 12, top: hasTitle ? 92 : 16, bottom: 104 }
    : { left: 56, right: 56, top: title, bottom: 84 };
}

/** Where a slide stands on a screen, and what of the board the window then shows. */
export interface Placed {
  /** The frame on the screen, in CSS pixels. */
  readonly hole: Box;
  /** Board coordinates to bring into view. */
  readonly view: Box;
}

/** Fits a slide into a window of this size, in the middle of what its title and bars leave free. */
export function placeSlide(box: Box, width: number, height: number, room: Room): Placed {
  const w = Math.max(80, width - room.left - room.right);
  const h = Math.max(80, height - room.top - room.bottom);
  const zoom = Math.min(MOST_ZOOM, w / Math.max(box.w, 1), h / Math.max(box.h, 1));
  const middle = { x: room.left + w / 2, y: room.top + h / 2 };
  const view = {
    x: box.x + box.w / 2 - (middle.x - EDGE) / zoom,
    y: box.y + box.h / 2 - (middle.y - EDGE) / zoom,
    w: (width - 2 * EDGE) / zoom,
    h: (height - 2 * EDGE) / zoom,
  };
  const hole = {
    x: middle.x - (box.w * zoom) / 2,
    y: middle.y - (box.h * zoom) / 2,
    w: box.w * zoom,
    h: box.h * zoom,
  };
  return { hole, view };
}
