import { indexBoard } from '../../board/index-board.ts';
import { type Board, EMPTY_BOARD, type StateBoard } from '../../board/model.ts';
import { type DeckOptions, slidesOf } from './deck.ts';
import type { Slide } from './slide.ts';
import { talkingPoints } from './talking-points.ts';

/** A board of a council, and the other states of it. */
export interface CouncilBoard {
  readonly board: Board;
  readonly states?: readonly StateBoard[];
}

export interface CouncilOptions extends Omit<DeckOptions, 'points' | 'states'> {
  /** What is read off each board stands beside it; on unless said. */
  readonly points?: boolean;
}

const HEADS = ['Board', 'Elements', 'Lines', 'Tiger teams', 'Widest span', 'Friction open'];

/** Rows of the closing slide, so that they stand on one page. */
const MOST_ROWS = 14;

function counts(board: Board): readonly string[] {
  const index = indexBoard(board);
  const span = [...board.elements.keys()].reduce((most, id) => Math.max(most, index.reportsOf(id).length), 0);
  const open = index.frictions.filter(({ status }) => status === 'open').length;
  const numbers = [board.elements.size, board.relations.size, index.tigers.length, span, open];
  return [board.meta.title === '' ? 'Untitled board' : board.meta.title, ...numbers.map(String)];
}

function comparison(boards: readonly Board[]): readonly Slide[] {
  const rows = boards.map(counts);
  const pages = Math.ceil(rows.length / MOST_ROWS);
  return Array.from({ length: pages }, (_, i) => ({
    board: EMPTY_BOARD,
    title: pages === 1 ? 'Side by side' : `Side by side, ${i + 1} of ${pages}`,
    subtitle: boards.length === 1 ? 'One board' : `${boards.length} boards of one council`,
    table: [HEADS, ...rows.slice(i * MOST_ROWS, (i + 1) * MOST_ROWS)],
  }));
}

/** The deck of a council: the slides of each board in turn, with what is read off it, then all boards side by side. */
export function councilSlides(boards: readonly CouncilBoard[], options: CouncilOptions = {}): readonly Slide[] {
  const { points = true, ...deck } = options;
  const each = boards.flatMap(({ board, states = [] }) =>
    slidesOf(board, { ...deck, states, points: points ? talkingPoints(board) : [] }),
  );
  return [...each, ...comparison(boards.map(({ board }) => board))];
}
