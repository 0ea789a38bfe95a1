import { Network, Presentation, RectangleHorizontal } from 'lucide-react';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Id } from '#shared/board/model.ts';
import { fitToSlide, LEGIBLE_PT, SLIDE } from '#shared/layout/fit-to-slide.ts';
import { layoutBoard } from '#shared/layout/layout-board.ts';
import { movedBy, offerLayout } from '../layout/preview.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { defineCommand } from './define-command.ts';
import { hasElements, selectedElements } from './support.ts';

const NOTHING = new Map<Id, null>();

const count = (n: number): string => (n === 1 ? '1 box moves' : `${n} boxes move`);

/** What is selected, to be laid out: one box means the branch below it, which stays where it is. */
function selectedPart(runtime: BoardRuntime): { readonly ids: readonly Id[]; readonly anchor?: Id } | null {
  const elements = selectedElements(runtime);
  const [first] = elements;
  if (first === undefined) return null;
  if (elements.length > 1) return { ids: elements.map((one) => one.id) };
  return { ids: indexBoard(runtime.view.board).subtreeOf(first.id), anchor: first.id };
}

export const TIDY = defineCommand({
  id: 'arrange.tidy',
  title: 'Tidy the board',
  group: 'Arrange',
  keys: ['Mod+Shift+Enter'],
  icon: Network,
  words: 'layout arrange automatic clean',
  needs: 'board.edit',
  contextMenu: 'board',
  enabled: ({ runtime }) => runtime.view.board.elements.size > 1,
  async run({ runtime }) {
    const { boxes } = layoutBoard(runtime.view.board);
    const moved = movedBy(runtime, boxes);
    if (boxes.size === 0) {
      runtime.notify('The board is tidy already.');
      runtime.control?.fit();
      return;
    }
    const preview = { title: `Tidy whole board · ${count(moved)}`, boxes, arrange: NOTHING };
    if (await offerLayout(runtime, preview, true))
      runtime.ui.setState({ announcement: 'The board is tidy. Undo brings it back as it was.' });
  },
});

export const TIDY_SELECTION = defineCommand({
  id: 'arrange.tidy-selection',
  title: 'Tidy the selection',
  group: 'Arrange',
  keys: ['Mod+Enter'],
  icon: Network,
  words: 'layout subtree below branch',
  needs: 'board.edit',
  contextMenu: 'selection',
  enabled: hasElements,
  async run({ runtime }) {
    const part = selectedPart(runtime);
    if (part === null) return;
    const { boxes } = layoutBoard(runtime.view.board, part);
    const what = part.anchor === undefined ? 'Tidy selection' : 'Tidy branch';
    await offerLayout(
      runtime,
      { title: `${what} · ${count(movedBy(runtime, boxes))}`, boxes, arrange: NOTHING },
      false,
    );
  },
});

/** Shows the layout that is largest on a slide: of the branch or boxes selected, else of the whole board. */
async function fitOn(runtime: BoardRuntime, ratio: number, words: string): Promise<void> {
  const part = selectedPart(runtime);
  const branch = part !== null && part.ids.length > 1 ? part : null;
  const { boxes, arrange, smallestPt } = fitToSlide(runtime.view.board, { ...branch, ratio });
  const size = `Names are ${smallestPt < 2 ? smallestPt.toFixed(1) : Math.round(smallestPt)} pt on a slide`;
  const note = smallestPt < LEGIBLE_PT ? `${size}: small. Show a branch at a time.` : `${size}.`;
  if (boxes.size === 0 && arrange.size === 0) {
    runtime.notify(`It fits ${words} as well as it can already. ${note}`);
    return;
  }
  const title = `Fit ${words} · ${count(movedBy(runtime, boxes))}`;
  if (await offerLayout(runtime, { title, boxes, arrange, note }, branch === null))
    runtime.notify(`${title.split(' · ')[0] ?? ''}: done. ${note}`);
}

export const FIT_SLIDE = defineCommand({
  id: 'arrange.fit-slide',
  title: 'Fit to a slide',
  group: 'Arrange',
  icon: Presentation,
  words: '16:9 wide screen layout export deck powerpoint',
  needs: 'board.edit',
  enabled: ({ runtime }) => runtime.view.board.elements.size > 1,
  run: ({ runtime }) => fitOn(runtime, SLIDE.wide, 'to a slide'),
});

export const FIT_STANDARD = defineCommand({
  id: 'arrange.fit-4-3',
  title: 'Fit to 4:3',
  group: 'Arrange',
  icon: RectangleHorizontal,
  words: 'slide layout export deck powerpoint standard',
  needs: 'board.edit',
  enabled: ({ runtime }) => runtime.view.board.elements.size > 1,
  run: ({ runtime }) => fitOn(runtime, SLIDE.standard, 'to 4:3'),
});

export const LIVE = defineCommand({
  id: 'arrange.live',
  title: 'Keep the tree tidy while I draw: on, off',
  group: 'Arrange',
  icon: Network,
  words: 'live automatic layout',
  needs: 'board.edit',
  run({ runtime }) {
    const keepsTidy = !runtime.ui.getState().keepsTidy;
    runtime.ui.setState({ keepsTidy });
    runtime.notify(
      keepsTidy ? 'Trees are laid out again with every change you make to them.' : 'Trees stay as you draw them.',
    );
  },
});
