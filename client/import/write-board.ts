import { BoardEditError } from '#shared/board/edit.ts';
import { boundsOf } from '#shared/board/geometry.ts';
import type { Board, Id, Relation } from '#shared/board/model.ts';
import { inFreeSpot, pasteBoard } from '../commands/paste-board.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { nextFrame } from './next-frame.ts';
import { type Piece, piecesOf } from './pieces.ts';

/** More elements than this are written piece by piece: one transaction would keep the page from answering. */
const AT_ONCE = 500;

/** Lines drawn one by one in a frame: each takes about 2 ms on a large board. */
const LINES_A_FRAME = 50;

/** Writes what a piece holds; `ids` says what was written before is called now, and learns what this is called. */
function writePiece({ editor }: BoardRuntime, piece: Piece, ids: Map<Id, Id>): void {
  const elements = piece.elements.map((one) => ({
    ...one,
    sitsIn: one.sitsIn === null ? null : (ids.get(one.sitsIn) ?? one.sitsIn),
  }));
  for (const [old, id] of editor.addElements({ elements, relations: piece.relations })) ids.set(old, id);
}

function writeLines({ editor }: BoardRuntime, lines: readonly Relation[], ids: ReadonlyMap<Id, Id>): void {
  editor.transact(() => {
    for (const { kind, from, to, attributes } of lines) {
      editor.relate(kind, ids.get(from) ?? from, ids.get(to) ?? to, attributes);
    }
  });
}

/**
 * Adds an imported board where nothing stands, in view and selected, as one step of undo. A large one is written piece by
 * piece with a frame between, so that the page goes on answering; `tell` hears how far it is. Answers whether all is there.
 */
export async function addImported(
  runtime: BoardRuntime,
  board: Board,
  tell: (share: number) => void,
): Promise<boolean> {
  const more = board.overlays.size + board.frames.size + board.prompts.size;
  if (board.elements.size <= AT_ONCE || more > 0) {
    const ids = pasteBoard(runtime, board);
    if (ids.length > 0) runtime.control?.fit({ ids });
    return ids.length > 0;
  }
  const moved = inFreeSpot(runtime, board);
  const pieces = piecesOf(moved, AT_ONCE);
  const ids = new Map<Id, Id>();
  const end = runtime.undo.join();
  try {
    for (const [i, piece] of pieces.entries()) {
      writePiece(runtime, piece, ids);
      tell((0.9 * (i + 1)) / pieces.length);
      await nextFrame();
    }
    const across = pieces.flatMap((piece) => piece.across);
    for (let i = 0; i < across.length; i += LINES_A_FRAME) {
      writeLines(runtime, across.slice(i, i + LINES_A_FRAME), ids);
      tell(0.9 + (0.1 * i) / across.length);
      await nextFrame();
    }
  } catch (error) {
    if (!(error instanceof BoardEditError)) throw error;
    runtime.notify(error.message);
    return false;
  } finally {
    end();
  }
  const added = [...moved.elements.keys()].flatMap((id) => ids.get(id) ?? []);
  runtime.ui.setState({ selection: new Set(added), announcement: `${added.length} added.` });
  const around = boundsOf(moved.elements.values());
  if (around !== null) runtime.control?.fit({ ids: added });
  return true;
}
