import { boardFromFile, writeFile } from '../../board/file.ts';
import { patternOf } from '../../redaction/pattern.ts';
import type { Recap, RecapBoard } from './recap.ts';

/** Figures over fewer boards than this stay in the council: they would tell whose they are (session 5.4). */
export const LEAST_OUTSIDE = 5;

/** What of a board may be shown outside, as its presenter chose; `null`: nothing. */
function boardOutside(board: RecapBoard, index: number): RecapBoard | null {
  if (board.consent !== 'figures' && board.consent !== 'redacted') return null;
  const drawing = board.consent === 'redacted' && board.file !== null ? patternOf(boardFromFile(board.file)) : null;
  const title = `Model ${index + 1}`;
  return {
    ...board,
    board: `model-${index + 1}`,
    title,
    alias: '',
    who: '',
    sentence: '',
    takeaways: [],
    actions: [],
    // Twelve bands together tell which company it is.
    profile: {},
    comments: [],
    proposals: [],
    changed: [],
    file:
      drawing === null ? null : writeFile({ ...drawing, meta: { ...drawing.meta, title, subtitle: '', template: '' } }),
  };
}

/**
 * A recap that may leave the council: boards as far as their presenters agreed, nobody's words, no aliases, and no figure over
 * fewer than five boards. What the council decided about words is its own to tell.
 */
export function outside(recap: Recap): Recap {
  const boards = recap.boards.map(boardOutside).filter((board) => board !== null);
  const broad = (patterns: Recap['patterns']): Recap['patterns'] =>
    patterns.filter(({ of, counted }) => counted && of >= LEAST_OUTSIDE).map((pattern) => ({ ...pattern, boards: [] }));
  return {
    ...recap,
    council: 'A council',
    aliases: [],
    boards,
    patterns: broad(recap.patterns),
    splits: broad(recap.splits),
    words: recap.words.map((word) => ({ ...word, from: [] })),
    offered: [],
    questions: [],
    vote: null,
    failures: [],
  };
}

/** A recap for the council's own use: what was said on a board whose presenter gave nothing away is not taken along. */
export function insideFiles(recap: Recap): Recap {
  const kept = new Set(recap.boards.filter(({ consent }) => consent !== 'none').map(({ board }) => board));
  return {
    ...recap,
    boards: recap.boards.filter(({ board }) => kept.has(board)),
    questions: recap.questions.filter(({ board }) => board === null || kept.has(board)),
    failures: recap.failures.filter(({ board }) => kept.has(board)),
  };
}
