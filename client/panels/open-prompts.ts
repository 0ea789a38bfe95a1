import type { Board, Prompt } from '#shared/board/model.ts';

/** Questions that are not put away, in order. */
export const openPrompts = (board: Board): readonly Prompt[] =>
  [...board.prompts.values()].filter((prompt) => !prompt.dismissed).sort((a, b) => (a.order < b.order ? -1 : 1));
