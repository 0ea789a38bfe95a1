import * as Y from 'yjs';
import { createEditor } from '#shared/board/edit.ts';
import type { Board } from '#shared/board/model.ts';
import { readBoard } from '#shared/board/read.ts';

/** A board somebody has drawn with the editor, with ids `n-0`, `n-1` … for what gets none. */
export function drawnBoard(draw: (editor: ReturnType<typeof createEditor>) => void): Board {
  const doc = new Y.Doc();
  let n = 0;
  const editor = createEditor(doc, { origin: doc, newId: () => `n-${n++}` });
  editor.transact(() => draw(editor));
  return readBoard(doc);
}
