import { BoardEditError } from '#shared/board/edit.ts';
import type { Id } from '#shared/board/model.ts';
import { compareIds } from '#shared/board/tables.ts';
import type { ImportChanges, NameChoice } from '#shared/import/import-types.ts';
import { applyChanges } from '#shared/import/reimport.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import type { Compared } from './desk.ts';
import { nextFrame } from './next-frame.ts';

/** Changes written in one transaction: more would hold the page up, and not fit one message to the server. */
const AT_ONCE = 50;

const sliced = <T>(list: readonly T[]): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(list.length / AT_ONCE) }, (_, i) => list.slice(i * AT_ONCE, (i + 1) * AT_ONCE));

/** The changes in portions: who left, who is new, who moved (those under one boss together), what else is different. */
function portions(changes: ImportChanges): readonly Partial<ImportChanges>[] {
  return [
    { left: changes.left },
    ...sliced(changes.added).map((added) => ({ added })),
    ...sliced([...changes.moved].sort((a, b) => compareIds(a.to ?? '', b.to ?? ''))).map((moved) => ({ moved })),
    ...sliced(changes.changed).map((changed) => ({ changed })),
  ];
}

/**
 * Does to the board what a second import says, as one step of undo, portion by portion when it is much. `tell` hears how far
 * it is. Answers the ids of what is new, or `null` when the board did not take it.
 */
export async function applyUpdate(
  runtime: BoardRuntime,
  { draft }: Compared,
  changes: ImportChanges,
  names: NameChoice,
  tell: (share: number) => void,
): Promise<readonly Id[] | null> {
  const { editor, undo, view } = runtime;
  const none = { ...changes, added: [], left: [], moved: [], changed: [] };
  const many = changes.added.length + changes.moved.length + changes.changed.length > AT_ONCE;
  const work = many ? portions(changes) : [changes];
  let matched = changes.matched;
  const end = undo.join();
  try {
    if (many) {
      // Everybody lets go of the old boss first, so that two who change places never stand in a ring.
      editor.reparent(
        changes.moved.map(({ id }) => id),
        null,
      );
    }
    for (const [i, portion] of work.entries()) {
      matched = applyChanges(editor, view.board, draft, { ...none, ...portion, matched }, { names });
      tell((i + 1) / work.length);
      if (many) await nextFrame();
    }
  } catch (error) {
    if (!(error instanceof BoardEditError)) throw error;
    runtime.notify(error.message);
    return null;
  } finally {
    end();
  }
  return changes.added.flatMap((item) => matched.get(item.key) ?? []);
}
