import type { BoardEditor } from '#shared/board/edit.ts';
import type { Board } from '#shared/board/model.ts';
import type { ImportChanges, ImportDraft } from '#shared/import/import-types.ts';

export function applyChanges(_editor: BoardEditor, _draft: ImportDraft, _changes: ImportChanges): void {}
export const changesFor = (_board: Board, _draft: ImportDraft): ImportChanges => ({
  added: [],
  left: [],
  moved: [],
  changed: [],
  same: 0,
});
