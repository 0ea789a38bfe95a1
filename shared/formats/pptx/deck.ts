import { boundsOf } from '../../board/geometry.ts';
import { indexBoard } from '../../board/index-board.ts';
import type { Board, BoardElement, Box, Frame, Id, StateBoard } from '../../board/model.ts';
import { compareOrder } from '../../board/order.ts';
import { layoutBoard } from '../../layout/layout-board.ts';
import { pageOf, smallestText } from '../page/page.ts';
import type { Slide } from './slide.ts';
import { boardOfElements, widenedWindow } from './slide-board.ts';

/**
 * How a board becomes slides: as a whole, a slide for each frame, or an overview and a slide for each branch. `auto` takes the
 * frames there are, else the whole when it can be read on one slide, else the branches.
 */
export type SlidesBy = 'auto' | 'board' | 'frames' | 'branches';

export interface DeckOptions {
  readonly by?: SlidesBy;
  /** Questions of the board and their answers in the speaker notes; on unless said. */
  readonly prompts?: boolean;
  /** What the speaker wrote for each frame in its notes; as `prompts` unless said. */
  readonly notes?: boolean;
  /** What was said about the board, for the notes of its first slide. */
  readonly critique?: string;
  /** Sentences beside the drawing of the first slide. */
  readonly points?: readonly string[];
  /** The other states of the board: a frame made for one of them shows it. */
  readonly states?: readonly StateBoard[];
  /** Shape of the slides and whether a legend stands on them; `auto` measures with it. */
  readonly ratio?: '16:9' | '4:3';
  readonly legend?: boolean;
}

/** Below this, in points, a slide cannot be read from the back of a room. */
export const LEAST_POINTS = 9;

/** Questions that came with the board, with what was answered; dismissed ones are left out. */
export function promptNotes(board: Board): string {
  const open = [...board.prompts.values()].filter((prompt) => !prompt.dismissed).sort(compareOrder);
  return open.map(({ text, answer }) => (answer === '' ? text : `${text}\n${answer}`)).join('\n\n');
}

/** About as many boxes as a slide shows in readable type. */
const READABLE = 14;

interface Branch {
  readonly head: BoardElement;
  readonly ids: readonly Id[];
}

/** Branches small enough to read: a large one is its head with the small ones under it, and a branch of its own for each of the others. */
function branchesOf(board: Board): readonly Branch[] {
  const index = indexBoard(board);
  const below = (id: Id): readonly BoardElement[] => [...index.reportsOf(id), ...index.contentsOf(id)];
  const out: Branch[] = [];
  const queue = index.roots.filter((root) => below(root.id).length > 0);
  for (const head of queue) {
    const all = index.subtreeOf(head.id);
    if (all.length <= READABLE) {
      out.push({ head, ids: all });
      continue;
    }
    const large = below(head.id).filter((child) => index.subtreeOf(child.id).length > 2);
    const apart = new Set(large.flatMap((child) => index.subtreeOf(child.id).filter((id) => id !== child.id)));
    out.push({ head, ids: all.filter((id) => !apart.has(id)) });
    queue.push(...large);
  }
  return out;
}

/** Room around the boxes of a branch. */
const ROOM = 24;

const grown = ({ x, y, w, h }: Box): Box => ({ x: x - ROOM, y: y - ROOM, w: w + 2 * ROOM, h: h + 2 * ROOM });

function slideOf(board: Board, ids: Iterable<Id>, title: string): Slide {
  const all = new Set(ids);
  const boxes = [...all].flatMap((id) => board.elements.get(id) ?? []);
  const window = grown(boundsOf(boxes) ?? { x: 0, y: 0, w: 1, h: 1 });
  return { board: boardOfElements(board, all, window), title, subtitle: board.meta.title };
}

/** What stands far apart on the board, placed close together. */
function packedSlide(board: Board, elements: readonly BoardElement[], title: string): Slide {
  const slide = slideOf(
    board,
    elements.map(({ id }) => id),
    title,
  );
  const { boxes } = layoutBoard({ ...slide.board, overlays: new Map() });
  const moved = [...slide.board.elements].map(([id, element]) => [id, { ...element, ...boxes.get(id) }] as const);
  return { ...slide, board: Object.freeze({ ...slide.board, overlays: new Map(), elements: new Map(moved) }) };
}

function branchSlides(board: Board): readonly Slide[] {
  const overview: Slide = { board, title: board.meta.title, subtitle: board.meta.subtitle };
  const branches = branchesOf(board);
  const shown = new Set(branches.flatMap((branch) => branch.ids));
  const rest = [...board.elements.values()].filter(({ id }) => !shown.has(id));
  if (branches.length === 0) return [overview];
  return [
    overview,
    ...branches.map(({ head, ids }) => slideOf(board, ids, head.name)),
    ...(rest.length === 0 ? [] : [packedSlide(board, rest, 'Around the tree')]),
  ];
}

const paragraphs = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('\n\n');

function frameSlide(board: Board, frame: Frame, { states = [], prompts = true, notes = prompts }: DeckOptions): Slide {
  const state = states.find(({ id }) => id === frame.state);
  const { title, x, y, w, h } = frame;
  const under = frame.subtitle ?? (title === '' ? '' : board.meta.title);
  const shown = state?.board ?? board;
  return {
    board: shown,
    window: widenedWindow(shown, { x, y, w, h }),
    title: title === '' ? board.meta.title : title,
    subtitle: [under, state?.title ?? ''].filter((part) => part !== '').join(' · '),
    notes: notes ? (frame.notes ?? '') : '',
  };
}

/** Whether all of the board can be read on one slide. */
function isReadable(slide: Slide, { ratio = '16:9', legend = true }: DeckOptions): boolean {
  return smallestText(pageOf(slide, { ratio, legend, finish: 'full', source: '', mark: '' })) >= LEAST_POINTS;
}

function plainSlides(board: Board, options: DeckOptions): readonly Slide[] {
  const whole: Slide = { board, title: board.meta.title, subtitle: board.meta.subtitle };
  const frames = [...board.frames.values()].sort(compareOrder);
  const { by = 'frames' } = options;
  if (by === 'branches') return branchSlides(board);
  if (by === 'board' || (by === 'frames' && frames.length === 0)) return [whole];
  if (frames.length > 0) return frames.map((frame) => frameSlide(board, frame, options));
  return isReadable(whole, options) ? [whole] : branchSlides(board);
}

/** The slides of a board. A board without frames is one slide even when frames are asked for. */
export function slidesOf(board: Board, options: DeckOptions = {}): readonly Slide[] {
  const { prompts = true, critique = '', points = [] } = options;
  const asked = prompts ? promptNotes(board) : '';
  return plainSlides(board, options).map((slide, i) => {
    if (i > 0) return slide;
    const notes = paragraphs([slide.notes ?? '', asked, critique]);
    return { ...slide, notes, ...(points.length === 0 ? {} : { points }) };
  });
}

/** One frame as a slide. */
export const slideOfFrame = (board: Board, frame: Frame, options: DeckOptions = {}): Slide =>
  frameSlide(board, frame, options);
