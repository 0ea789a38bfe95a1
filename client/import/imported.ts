import type { Board } from '#shared/board/model.ts';
import type { ImportChanges } from '#shared/import/import-types.ts';

/** Whether something on the board came from an import and can be recognised in the next one. */
export const holdsImported = (board: Board): boolean =>
  [...board.elements.values()].some((one) => one.attributes['src'] !== undefined);

/** Whether the same people were on the board before: otherwise everything is new, and there is nothing to update. */
export const isSameSource = (changes: ImportChanges): boolean =>
  changes.same + changes.moved.length + changes.changed.length > 0;
