import { boundsOf } from '../../board/geometry.ts';
import { indexBoard } from '../../board/index-board.ts';
import type { Board, BoardElement, Box, Id } from '../../board/model.ts';
import { compareOrder } from '../../board/order.ts';
import { layoutBoard } from '../../layout/layout-board.ts';
import type { Slide } from './slide.ts';
import { boardOfElements } from './slide-board.ts';

/** How a board becomes slides: as a whole, a slide for each frame, or an overview and a slide for each branch. */
export type SlidesBy = 'board' | 'frames' | 'branches';

export interface DeckOptions {
  readonly by?: SlidesBy;
  /** Questions of the board and their answers in the speaker notes; on unless said. */
  readonly prompts?: boolean;
}

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

function branchSlides(board: Board, notes: string): readonly Slide[] {
  const overview: Slide = { board, title: board.meta.title, subtitle: board.meta.subtitle, notes };
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

/** The slides of a board. A board without frames is one slide even when frames are asked for. */
export function slidesOf(board: Board, { by = 'frames', prompts = true }: DeckOptions = {}): readonly Slide[] {
  const notes = prompts ? promptNotes(board) : '';
  const whole: Slide = { board, title: board.meta.title, subtitle: board.meta.subtitle, notes };
  if (by === 'branches') return branchSlides(board, notes);
  const frames = [...board.frames.values()].sort(compareOrder);
  if (by === 'board' || frames.length === 0) return [whole];
  return frames.map(
    ({ title, x, y, w, h }, i): Slide => ({
      board,
      window: { x, y, w, h },
      title: title === '' ? board.meta.title : title,
      subtitle: title === '' ? '' : board.meta.title,
      ...(i === 0 ? { notes } : {}),
    }),
  );
}
