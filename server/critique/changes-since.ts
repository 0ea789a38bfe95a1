import { diffBoards, isSame } from '#shared/board/diff/diff-boards.ts';
import { diffSentences } from '#shared/board/diff/sentences.ts';
import { boardFromFile, checkFile } from '#shared/board/file.ts';
import type { Id } from '#shared/board/model.ts';
import { slotOfBoard } from '#shared/critique/program.ts';
import type { Critique } from '#shared/critique/state.ts';
import type { BoardReadings } from './board-readings.ts';

const MOST_SENTENCES = 5;

/** What changed on a board since its turn began, as sentences; nothing before. */
export async function changesSince(critique: Critique, board: Id, readings: BoardReadings): Promise<readonly string[]> {
  const slot = slotOfBoard(critique, board);
  const baseline = slot === null ? undefined : critique.baselines.get(slot.id);
  if (slot === null || baseline === undefined) return [];
  const then = checkFile(baseline);
  if ('problem' in then) return [];
  const now = await readings.read(board);
  const diff = diffBoards(boardFromFile(then.file), now.board);
  return isSame(diff) ? [] : diffSentences(diff, MOST_SENTENCES);
}
