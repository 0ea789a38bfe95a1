import { boundsOf } from '../../board/geometry.ts';
import { indexBoard } from '../../board/index-board.ts';
import type { Board, BoardElement, Box, Id } from '../../board/model.ts';
import { compareOrder } from '../../board/order.ts';
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

/** The element under which the board divides: the head with most below it, down to the first with several reports. */
function headOf(board: Board): BoardElement | null {
  const index = indexBoard(board);
  const size = (element: BoardElement): number => index.subtreeOf(element.id).length;
  let head = index.roots.reduce<BoardElement | null>(
    (best, root) => (best === null || size(root) > size(best) ? root : best),
    null,
  );
  for (;;) {
    const below: readonly BoardElement[] =
      head === null ? [] : [...index.reportsOf(head.id), ...index.contentsOf(head.id)];
    if (head === null || below.length !== 1 || below[0] === undefined) return head;
    head = below[0];
  }
}

/** Room around the boxes of a branch. */
const ROOM = 40;

const grown = ({ x, y, w, h }: Box): Box => ({ x: x - ROOM, y: y - ROOM, w: w + 2 * ROOM, h: h + 2 * ROOM });

/** A branch with its boss, and with what is not in the tree but tied to it: platforms, partners, functions. */
function branchIds(board: Board, head: BoardElement, top: BoardElement): ReadonlySet<Id> {
  const index = indexBoard(board);
  const ids = new Set<Id>(index.subtreeOf(head.id));
  const inTree = new Set<Id>(
    index.roots.flatMap((root) => (index.reportsOf(root.id).length > 0 ? index.subtreeOf(root.id) : [])),
  );
  for (const id of [...ids]) {
    for (const { from, to } of index.relationsOf(id)) {
      const other = from === id ? to : from;
      if (!inTree.has(other)) ids.add(other);
    }
  }
  ids.add(top.id);
  return ids;
}

function branchSlides(board: Board, notes: string): readonly Slide[] {
  const overview: Slide = { board, title: board.meta.title, subtitle: board.meta.subtitle, notes };
  const top = headOf(board);
  if (top === null) return [overview];
  const index = indexBoard(board);
  const heads = [...index.reportsOf(top.id), ...index.contentsOf(top.id)].filter(
    (head) => index.subtreeOf(head.id).length > 1,
  );
  if (heads.length < 2) return [overview];
  const slides = heads.map((head): Slide => {
    const ids = branchIds(board, head, top);
    const boxes = [...ids].flatMap((id) => board.elements.get(id) ?? []);
    const window = grown(boundsOf(boxes) ?? { x: 0, y: 0, w: 1, h: 1 });
    const part = boardOfElements(board, ids, window);
    return { board: part, title: head.name, subtitle: board.meta.title };
  });
  return [overview, ...slides];
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
