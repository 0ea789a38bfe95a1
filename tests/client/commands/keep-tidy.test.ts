import { beforeEach, describe, expect, it } from 'vitest';
import { boxesOverlap } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, Id } from '#shared/board/model.ts';
import { layoutBoard } from '#shared/layout/layout-board.ts';
import { command } from '../../../client/commands/index.ts';
import { contextFor, runCommand } from '../../../client/commands/support.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

let runtime: FakeRuntime;
const run = (id: string): boolean => runCommand(command(id), contextFor(runtime));
const at = (name: string) => {
  const one = runtime.board.elements.get(runtime.named(name));
  if (one === undefined) throw new Error(`${name} is not there.`);
  return one;
};
/** Runs a tree command on the element of this name and names what it made. */
const grow = (from: string, id: string, name: string): Id => {
  runtime.select(runtime.named(from));
  run(id);
  const [made = ''] = runtime.ui.getState().selection;
  runtime.editor.rename(made, name);
  runtime.ui.setState({ editing: null });
  return made;
};
const overlaps = (board: Board): string[] => {
  const all = [...board.elements.values()];
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => a.sitsIn !== b.id && b.sitsIn !== a.id && boxesOverlap(a, b))
      .map((b) => `${a.name} and ${b.name}`),
  );
};
const untidy = (root: string): number => {
  const { board } = runtime;
  const anchor = runtime.named(root);
  return layoutBoard(board, { ids: indexBoard(board).subtreeOf(anchor), anchor }).boxes.size;
};
const places = (): string[] => [...runtime.board.elements.values()].map(({ name, x, y }) => `${name} ${x} ${y}`).sort();

beforeEach(() => {
  stubBrowser();
  runtime = createFakeRuntime('convenor');
  runtime.add('unit', 'Marketing', { x: 400, y: 0 });
  grow('Marketing', 'tree.below', 'Web');
  grow('Web', 'tree.beside', 'Mail');
  grow('Mail', 'tree.below', 'Design');
  grow('Design', 'tree.beside', 'Copy');
});

describe('a tree that grows', () => {
  it('TIDY-1 stands as a tidy tree after every key, its root where it was', () => {
    expect(untidy('Marketing')).toBe(0);
    grow('Web', 'tree.below', 'Front');
    grow('Front', 'tree.beside', 'Back');
    grow('Front', 'tree.before', 'First');
    grow('Mail', 'tree.above', 'Channels');
    expect(untidy('Marketing')).toBe(0);
    expect(overlaps(runtime.board)).toEqual([]);
    expect(at('Marketing')).toMatchObject({ x: 400, y: 0 });
  });

  it('TIDY-2 pushes the branch beside it aside in the same undo step', () => {
    grow('Web', 'tree.below', 'Front');
    runtime.undo.stop();
    const before = places();
    const mail = at('Mail').x;
    runtime.select(runtime.named('Front'));
    run('tree.beside');
    expect(at('Mail').x).toBeGreaterThan(mail);
    runtime.undo.undo();
    expect(places()).toEqual(before);
  });

  it('TIDY-3 closes the gap of what is deleted, in one step', () => {
    grow('Web', 'tree.below', 'Front');
    grow('Front', 'tree.beside', 'Back');
    runtime.undo.stop();
    const before = places();
    runtime.select(runtime.named('Web'));
    run('selection.delete');
    expect(untidy('Marketing')).toBe(0);
    expect(overlaps(runtime.board)).toEqual([]);
    runtime.undo.undo();
    expect(places()).toEqual(before);
  });

  it('TIDY-4 leaves locked boxes and everything outside the tree where they are', () => {
    const free = runtime.add('platform', 'CRM', { x: 1600, y: 300 });
    const copy = runtime.named('Copy');
    runtime.editor.setLocked([copy], true);
    const { x, y } = at('Copy');
    grow('Web', 'tree.below', 'Front');
    grow('Front', 'tree.beside', 'Back');
    expect(at('Copy')).toMatchObject({ x, y });
    expect(runtime.board.elements.get(free)).toMatchObject({ x: 1600, y: 300 });
    expect(overlaps(runtime.board)).toEqual([]);
  });

  it('TIDY-5 a tree arranged by hand keeps its places: only later branches move right, just enough', () => {
    runtime.editor.move(new Map([[runtime.named('Web'), { x: 96, y: 200 }]]));
    runtime.editor.move(new Map([[runtime.named('Mail'), { x: 296, y: 136 }]]));
    const web = { x: 96, y: 200 };
    const marketing = at('Marketing');
    grow('Web', 'tree.beside', 'Search');
    expect(at('Web')).toMatchObject(web);
    expect(at('Marketing')).toMatchObject({ x: marketing.x, y: marketing.y });
    expect(at('Search').x).toBeGreaterThan(at('Web').x);
    expect(at('Mail').x).toBeGreaterThan(at('Search').x);
    expect(overlaps(runtime.board)).toEqual([]);
  });

  it('TIDY-6 never lays a box over a neighbour that is no part of the tree', () => {
    for (let i = 0; i < 6; i += 1) runtime.add('platform', `Shelf ${i}`, { x: 300 + i * 220, y: 330 });
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five']) grow('Web', 'tree.below', name);
    expect(overlaps(runtime.board)).toEqual([]);
  });
});
