import * as Y from 'yjs';
import { type BoardEditor, createEditor, type EditorOptions } from '#shared/board/edit.ts';
import type { Board, Id } from '#shared/board/model.ts';
import { readBoard } from '#shared/board/read.ts';
import { type BoardUndo, createUndo } from '#shared/board/undo.ts';

export interface Desk {
  readonly doc: Y.Doc;
  readonly editor: BoardEditor;
  readonly undo: BoardUndo;
  /** Read anew, so that tests do not depend on what a view kept. */
  board(): Board;
}

/** A document with an editor and undo, with ids `a1`, `a2` … for the prefix `a`. */
export function desk(prefix = 'n', options: Partial<EditorOptions> = {}, doc = new Y.Doc()): Desk {
  let count = 0;
  const origin = { desk: prefix };
  const newId = (): Id => {
    count += 1;
    return `${prefix}${count}`;
  };
  const editor = createEditor(doc, { origin, newId, ...options });
  const mayEditLocked = options.mayEditLocked ?? false;
  return { doc, editor, undo: createUndo(doc, origin, { mayEditLocked }), board: () => readBoard(doc) };
}

/** Gives each document what the others have. */
export function sync(...docs: readonly Y.Doc[]): void {
  for (const from of docs) {
    for (const to of docs) {
      if (from !== to) Y.applyUpdate(to, Y.encodeStateAsUpdate(from, Y.encodeStateVector(to)), 'remote');
    }
  }
}

/** Two desks that start from the same document. */
export function twoDesks(prepare: (desk: Desk) => void): [Desk, Desk] {
  const one = desk('a');
  prepare(one);
  const two = desk('b');
  sync(one.doc, two.doc);
  return [one, two];
}

/** A small organisation: cmo ← vp ← (ops, brand); a platform that ops owns. */
export function sample(at: Desk): void {
  const { editor } = at;
  editor.addElement({ id: 'cmo', kind: 'role', x: 0, y: 0, name: 'Chief marketing officer' });
  editor.addElement({ id: 'vp', kind: 'role', x: 0, y: 200, name: 'VP marketing', boss: 'cmo' });
  editor.addElement({ id: 'ops', kind: 'unit', x: 0, y: 400, name: 'Marketing operations', boss: 'vp' });
  editor.addElement({ id: 'brand', kind: 'unit', x: 300, y: 400, name: 'Brand', boss: 'vp' });
  editor.addElement({ id: 'crm', kind: 'platform', x: 600, y: 400, name: 'CRM' });
  editor.relate('owns', 'ops', 'crm');
}

/** The code of a refused edit, or `null` when it went through. */
export function refusal(run: () => unknown): string | null {
  try {
    run();
    return null;
  } catch (error) {
    return (error as { readonly code: string }).code;
  }
}
