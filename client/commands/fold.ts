import { ChevronsDownUp, ChevronsUpDown } from 'lucide-react';
import { canFold, foldingOf } from '#shared/board/folded.ts';
import type { Id } from '#shared/board/model.ts';
import { isFolded, setFolded, shownBoard } from '../gestures/fold.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { type Command, defineCommand } from './define-command.ts';
import { selectedElements } from './support.ts';

const heads = (runtime: BoardRuntime): readonly Id[] =>
  selectedElements(runtime)
    .map((one) => one.id)
    .filter((id) => canFold(runtime.view.board, id));

const FOLD = defineCommand({
  id: 'fold.toggle',
  title: 'Fold, open what is below',
  group: 'Look',
  keys: ['Alt+X'],
  icon: ChevronsDownUp,
  words: 'collapse expand subtree branch hide',
  contextMenu: 'selection',
  enabled: ({ runtime }) => heads(runtime).length > 0,
  run({ runtime }) {
    const ids = heads(runtime);
    setFolded(runtime, ids, !ids.every((id) => isFolded(runtime, id)));
  },
});

const OPEN_ALL = defineCommand({
  id: 'fold.open-all',
  title: 'Open everything folded',
  group: 'Look',
  icon: ChevronsUpDown,
  words: 'expand all unfold',
  contextMenu: 'board',
  enabled: ({ runtime }) => foldingOf(shownBoard(runtime)).folds.size > 0,
  run({ runtime }) {
    const folded = [...shownBoard(runtime).elements.values()].filter((one) => one.attributes['collapsed'] === true);
    setFolded(
      runtime,
      folded.map((one) => one.id),
      false,
    );
  },
});

export const FOLDS: readonly Command[] = [FOLD, OPEN_ALL];
