import { diffBoards, isSame } from '#shared/board/diff/diff-boards.ts';
import { diffSentences } from '#shared/board/diff/sentences.ts';
import { boardFromFile, checkFile } from '#shared/board/file.ts';
import type { Board } from '#shared/board/model.ts';
import type { FrozenPart } from '#shared/critique/comment.ts';

/** The same things of another board: those that the part has, and what is not in it left out. */
function sameThings(part: Board, board: Board): Board {
  const only = <T>(from: ReadonlyMap<string, T>, of: ReadonlyMap<string, unknown>): ReadonlyMap<string, T> =>
    new Map([...from].filter(([id]) => of.has(id)));
  const elements = only(board.elements, part.elements);
  const relations = new Map(
    [...board.relations].filter(
      ([id, line]) => part.relations.has(id) || (elements.has(line.from) && elements.has(line.to)),
    ),
  );
  const inside = new Map(
    [...elements].map(([id, element]) => [
      id,
      element.sitsIn === null || elements.has(element.sitsIn) ? element : { ...element, sitsIn: null },
    ]),
  );
  const ends = new Map([...relations].filter(([, { from, to }]) => elements.has(from) && elements.has(to)));
  return Object.freeze({
    ...board,
    meta: part.meta,
    elements: inside,
    relations: ends,
    overlays: only(board.overlays, part.overlays),
    frames: only(board.frames, part.frames),
    prompts: part.prompts,
  });
}

export interface FrozenView {
  readonly then: Board;
  /** The same part now, when it differs. */
  readonly now: Board | null;
  /** What differs, as sentences. */
  readonly changes: readonly string[];
}

const parts = new WeakMap<FrozenPart, Board | null>();

function boardOf(frozen: FrozenPart): Board | null {
  let board = parts.get(frozen);
  if (board === undefined) {
    const parsed = checkFile(frozen.file);
    board = 'file' in parsed ? boardFromFile(parsed.file) : null;
    parts.set(frozen, board);
  }
  return board;
}

/** What a comment was made on, beside how it is now; `null` when the picture cannot be read. */
export function frozenView(frozen: FrozenPart, board: Board): FrozenView | null {
  const then = boardOf(frozen);
  if (then === null || (then.elements.size === 0 && then.overlays.size === 0)) return null;
  const now = sameThings(then, board);
  const diff = diffBoards(then, now);
  const moved = [...then.elements.values()].some((one) => {
    const other = now.elements.get(one.id);
    return other !== undefined && (other.w !== one.w || other.h !== one.h);
  });
  if (isSame(diff) && !moved) return { then, now: null, changes: [] };
  return { then, now, changes: diffSentences(diff, 3) };
}
