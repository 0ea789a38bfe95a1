import { boardFromFile } from '../../board/file.ts';
import { type Board, EMPTY_BOARD } from '../../board/model.ts';
import { commentKind } from '../../critique/kinds.ts';
import type { Recap, RecapBoard, RecapComment, RecapPattern } from '../../critique/recap/recap.ts';
import { saidOn } from '../../critique/recap/recap-comments.ts';
import { CONSENT_WORDS } from '../../critique/recap-notes.ts';
import { measureText } from '../../drawing/measure-text.ts';
import { type DeckOptions, slidesOf } from './deck.ts';
import type { Slide } from './slide.ts';

/** Room for a table on a slide, in units, and what its lines take. */
const TABLE = { width: 1184, height: 500, line: 22, padding: 14, size: 16 } as const;
/** Sentences beside a drawing. */
const MOST_POINTS = 4;

type Row = readonly string[];

const day = (ms: number | null): string => (ms === null ? '' : new Date(ms).toISOString().slice(0, 10));
const titled = (board: RecapBoard): string => (board.title === '' ? 'Untitled board' : board.title);

/** Height of a row whose longest cell is broken over lines. */
function heightOf(row: Row, columns: readonly number[]): number {
  const sum = columns.reduce((all, one) => all + one, 0);
  const lines = row.map((cell, i) => {
    const width = (TABLE.width * (columns[i] ?? 1)) / sum - 8;
    return Math.max(1, Math.ceil((measureText(cell, TABLE.size, 400) * 1.08) / width));
  });
  return Math.max(...lines) * TABLE.line + TABLE.padding;
}

/** A table over as many slides as it takes; none when there is nothing in it. */
function tableSlides(
  title: string,
  subtitle: string,
  heads: Row,
  columns: readonly number[],
  rows: readonly Row[],
): readonly Slide[] {
  const pages: Row[][] = [];
  let room = 0;
  for (const row of rows) {
    const height = heightOf(row, columns);
    if (height > room || pages.length === 0) {
      pages.push([]);
      room = TABLE.height - heightOf(heads, columns);
    }
    pages.at(-1)?.push(row);
    room -= height;
  }
  return pages.map((page, i) => ({
    board: EMPTY_BOARD,
    title: pages.length === 1 ? title : `${title}, ${i + 1} of ${pages.length}`,
    subtitle,
    table: [heads, ...page],
    columns,
  }));
}

const commentLine = ({ kind, on, text, same }: RecapComment): string =>
  `${commentKind(kind).label}${on === '' ? '' : `, ${on}`}: ${text}${same === 0 ? '' : ` (same here: ${same})`}`;

/** Everything that was said about a board, for the notes under its slide. */
export function critiqueNotes(board: RecapBoard): string {
  const replies = ({ replies: all }: RecapComment): readonly string[] =>
    all.map(({ alias, text }) => `  ${alias === null ? '' : `${alias}: `}${text}`);
  return [
    ...saidOn(board).flatMap((comment) => [commentLine(comment), ...replies(comment)]),
    ...board.proposals.map(({ reason, status, changes }) => `Proposed, ${status}: ${reason} ${changes.join(' ')}`),
    ...board.changed,
  ].join('\n');
}

const pointsOf = (board: RecapBoard): readonly string[] => {
  const said = board.takeaways.length > 0 ? board.takeaways : board.comments.map(({ text }) => text);
  return said.slice(0, MOST_POINTS);
};

function boardSlides(board: RecapBoard, options: DeckOptions): readonly Slide[] {
  const drawn: Board = board.file === null ? EMPTY_BOARD : boardFromFile(board.file);
  const title = titled(board);
  const subtitle = [board.alias, board.sentence].filter((part) => part !== '').join(' · ');
  const points = pointsOf(board);
  const slides =
    board.file === null
      ? []
      : slidesOf(drawn, { ...options, by: 'board', critique: critiqueNotes(board), points }).map((slide) => ({
          ...slide,
          title,
          subtitle,
        }));
  const rows: readonly Row[] = [
    ...saidOn(board).map((one): Row => [commentKind(one.kind).label, one.text, one.same === 0 ? '' : String(one.same)]),
    ...board.proposals.map(({ reason, status }): Row => [`What if, ${status}`, reason, '']),
    ...board.actions.map((action): Row => ['Action', action, '']),
  ];
  const read = board.read.map(({ label, value }): Row => [label, value]);
  return [
    ...slides,
    ...(board.file === null ? tableSlides(title, subtitle, ['Read', 'Value'], [3, 1], read) : []),
    ...tableSlides(`${title}: what was said`, board.alias, ['Kind', 'What', 'Same here'], [2, 7, 1], rows),
  ];
}

/** Whose board something is about. */
function whose(recap: Recap, board: string | null): string {
  const found = recap.boards.find((one) => one.board === board);
  return found === undefined ? '' : found.alias || titled(found);
}

const patternRow = ({ text, n, of }: RecapPattern): Row => [text, `${n} of ${of}`];

/** A recap as slides: what it is, each board with what was said in its notes, then what the boards have in common. */
export function recapSlides(recap: Recap, options: DeckOptions = {}): readonly Slide[] {
  const { vote } = recap;
  const items = vote === null ? [] : [...vote.items].sort((a, b) => (b.dots ?? 0) - (a.dots ?? 0));
  const boards = recap.boards.map((board): Row => [titled(board), board.alias, CONSENT_WORDS[board.consent].label]);
  return [
    ...tableSlides(
      recap.council,
      [day(recap.startedAt), recap.rule].filter((part) => part !== '').join(' · '),
      ['Board', 'Alias', 'May leave the council'],
      [3, 1, 2],
      boards,
    ),
    ...recap.boards.flatMap((board) => boardSlides(board, options)),
    ...tableSlides(
      'Patterns',
      'Counted on what is drawn, and said by hand',
      ['Pattern', 'Boards'],
      [4, 1],
      recap.patterns.map(patternRow),
    ),
    ...tableSlides('Where models part', '', ['Split', 'Boards'], [4, 1], recap.splits.map(patternRow)),
    ...tableSlides(
      'Words',
      `Symbols version ${recap.vocabulary}`,
      ['Term', 'Symbol', 'Meaning'],
      [2, 2, 5],
      recap.words.map(({ term, symbol, meaning }): Row => [term, symbol, meaning]),
    ),
    ...tableSlides(
      'Open questions',
      '',
      ['Question', 'Asked', 'Same here'],
      [6, 2, 1],
      recap.questions.map(({ text, board, same }): Row => [text, whose(recap, board), same === 0 ? '' : String(same)]),
    ),
    ...(vote === null
      ? []
      : tableSlides(
          vote.title,
          vote.voters === 1 ? '1 person voted' : `${vote.voters} people voted`,
          ['Item', 'Votes'],
          [6, 1],
          items.map(({ label, dots }): Row => [label, String(dots ?? 0)]),
        )),
    ...tableSlides(
      'Imagined failures',
      'It is a year later and this failed: why?',
      ['What', 'Board', 'Same here'],
      [6, 2, 1],
      recap.failures.map(({ text, board, same }): Row => [text, whose(recap, board), same === 0 ? '' : String(same)]),
    ),
  ];
}
