import { Columns2, Columns3, ListTree, type LucideIcon, Pin, Shapes, Table2, UserRound } from 'lucide-react';
import { indexBoard } from '#shared/board/index-board.ts';
import type { BoardElement, Id } from '#shared/board/model.ts';
import { withLayout } from '#shared/layout/apply-layout.ts';
import type { ArrangeMode } from '#shared/layout/arrange-mode.ts';
import { morphTo } from '../gestures/morph.ts';
import { writeArrange } from '../layout/preview.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { type Command, defineCommand } from './define-command.ts';
import { layBranches } from './keep-tidy.ts';
import { selectedElements } from './support.ts';

/** Sets how the reports of some stand, `null` for automatic, and lays their branches out at once, as one step. */
export async function arrangeReports(
  runtime: BoardRuntime,
  heads: readonly Id[],
  mode: ArrangeMode | null,
): Promise<boolean> {
  const { board } = runtime.view;
  const arrange = new Map(heads.map((id) => [id, mode]));
  const boxes = layBranches(board, withLayout(board, new Map(), arrange), heads);
  return morphTo(runtime, boxes, () => writeArrange(runtime, arrange));
}

/** Sets or removes a flag that layout heeds, and lays out the branches around, as one step. */
export async function setPlaceFlag(
  runtime: BoardRuntime,
  ids: readonly Id[],
  flag: 'assistant' | 'pinned',
  on: boolean,
): Promise<boolean> {
  const { board } = runtime.view;
  const index = indexBoard(board);
  const elements = new Map(board.elements);
  for (const id of ids) {
    const one = elements.get(id);
    if (one === undefined) continue;
    const { [flag]: _, ...rest } = one.attributes;
    elements.set(id, { ...one, attributes: on ? { ...rest, [flag]: true } : rest });
  }
  const bosses = [...new Set(ids.flatMap((id) => index.bossOf(id) ?? []))];
  // A pin holds what is there; nothing moves until the next layout.
  const boxes = flag === 'pinned' ? new Map() : layBranches(board, { ...board, elements }, bosses);
  return morphTo(runtime, boxes, () => runtime.editor.setAttributes(ids, { [flag]: on ? true : null }));
}

/** Those of the selection that somebody reports to. */
const headsOf = (runtime: BoardRuntime): readonly BoardElement[] =>
  selectedElements(runtime).filter((one) => indexBoard(runtime.view.board).reportsOf(one.id).length > 0);

/** How reports can stand, in the words of menus and details; `null` is automatic. */
export const STANDINGS: readonly {
  readonly mode: ArrangeMode | null;
  readonly title: string;
  readonly said: string;
  readonly key: string;
  readonly icon: LucideIcon;
}[] = [
  { mode: null, title: 'Automatic', said: 'Reports stand as it suits their number', key: '0', icon: Shapes },
  { mode: 'row', title: 'In a row', said: 'Reports in a row', key: '1', icon: Columns3 },
  { mode: 'stack', title: 'Stacked', said: 'Reports stacked', key: '2', icon: ListTree },
  { mode: 'stack2', title: 'On two sides', said: 'Reports on two sides', key: '3', icon: Columns2 },
  { mode: 'grid', title: 'In a grid', said: 'Reports in a grid', key: '4', icon: Table2 },
];

export const STAND: readonly Command[] = STANDINGS.map(({ mode, said, key, icon }) =>
  defineCommand({
    id: `arrange.reports-${mode ?? 'automatic'}`,
    title: said,
    group: 'Arrange',
    keys: [`Alt+Shift+${key}`],
    icon,
    words: 'layout arrange hang stack row grid sides automatic',
    needs: 'board.edit',
    enabled: ({ runtime }) => headsOf(runtime).length > 0,
    async run({ runtime }) {
      const heads = headsOf(runtime).map((one) => one.id);
      if (await arrangeReports(runtime, heads, mode)) runtime.ui.setState({ announcement: `${said}.` });
    },
  }),
);

function flagCommand(flag: 'assistant' | 'pinned', title: string, icon: LucideIcon, words: string): Command {
  const fits = (runtime: BoardRuntime): readonly BoardElement[] =>
    selectedElements(runtime).filter(
      (one) => flag === 'pinned' || indexBoard(runtime.view.board).bossOf(one.id) !== null,
    );
  return defineCommand({
    id: `arrange.${flag}`,
    title,
    group: 'Arrange',
    icon,
    words,
    needs: 'board.edit',
    enabled: ({ runtime }) => fits(runtime).length > 0,
    async run({ runtime }) {
      const ones = fits(runtime);
      const on = !ones.every((one) => one.attributes[flag] === true);
      await setPlaceFlag(
        runtime,
        ones.map((one) => one.id),
        flag,
        on,
      );
    },
  });
}

export const ASSISTANT = flagCommand('assistant', 'Assistant: on, off', UserRound, 'beside the boss staff');
export const PIN = flagCommand('pinned', 'Pin in place: on, off', Pin, 'layout keep fixed');
