import { fileText } from '#shared/board/file.ts';
import type { Board, Frame, StateBoard, StateId } from '#shared/board/model.ts';
import { compareOrder } from '#shared/board/order.ts';
import type { Level } from '#shared/redaction/levels.ts';
import { patternOf } from '#shared/redaction/pattern.ts';
import { redactBoard } from '#shared/redaction/redact.ts';
import { CliError } from './cli-error.ts';
import { frameNamed } from './find-frame.ts';
import type { WholeBoard } from './read-board.ts';

export interface ContentOptions {
  readonly level: Level;
  readonly pattern: boolean;
  readonly state?: StateId;
  readonly frame?: string;
}

/** What may leave of a board: what is drawn, and the whole of it as a board file would hold it. */
export interface ExportContent extends WholeBoard {
  readonly frame: Frame | null;
  readonly text: string;
}

/** One state alone, as a board of its own. Throws `CliError` that names the states there are. */
function stateOf({ board, states }: WholeBoard, wanted: StateId): Board {
  if (wanted === 'now') return board;
  const found = states.find(({ id }) => id === wanted);
  if (found !== undefined) return found.board;
  const others = states.map(({ id, title }) => `${id} (${title})`);
  throw new CliError(
    others.length === 0
      ? `This board has one state only: leave --state ${wanted} out.`
      : `This board has no state ${wanted}: there are ${['now', ...others].join(', ')}.`,
  );
}

const redacted = (states: readonly StateBoard[], level: Level): readonly StateBoard[] =>
  states.map((state) => ({ ...state, board: redactBoard(state.board, level) }));

const inOrder = (board: Board): readonly Frame[] => [...board.frames.values()].sort(compareOrder);

/** The board as it is asked for: one state or all, and nothing of it that its reader may not have. Throws `CliError`. */
export function contentOf(whole: WholeBoard, { level, pattern, state, frame }: ContentOptions): ExportContent {
  const { board, states } = state === undefined ? whole : { board: stateOf(whole, state), states: [] };
  // A frame is asked for by the words that a pattern takes away.
  const named = frame === undefined ? null : frameNamed(board, frame);
  const at = named === null ? -1 : inOrder(board).indexOf(named);
  const shown = states.find(({ id }) => id === named?.state)?.board ?? board;
  if (pattern) {
    const bare = patternOf(shown);
    return { board: bare, states: [], frame: inOrder(bare)[at] ?? null, text: fileText(bare) };
  }
  const now = redactBoard(board, level);
  const others = redacted(states, level);
  const part = redactBoard(shown, level);
  return { board: part, states: others, frame: inOrder(part)[at] ?? null, text: fileText(now, others) };
}
