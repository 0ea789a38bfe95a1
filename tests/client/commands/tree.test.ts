import { beforeEach, describe, expect, it } from 'vitest';
import { boxesOverlap } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Board } from '#shared/board/model.ts';
import { command } from '../../../client/commands/index.ts';
import { contextFor, runCommand } from '../../../client/commands/support.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

const overlaps = (board: Board): string[] => {
  const all = [...board.elements.values()];
  return all.flatMap((a, i) =>
    all
      .slice(i + 1)
      .filter((b) => a.sitsIn !== b.id && b.sitsIn !== a.id && boxesOverlap(a, b))
      .map((b) => `${a.name} and ${b.name}`),
  );
};

let runtime: FakeRuntime;
const run = (id: string): boolean => runCommand(command(id), contextFor(runtime));
const names = (ids: readonly { readonly name: string }[]): string[] => ids.map((one) => one.name);

beforeEach(() => {
  stubBrowser();
  runtime = createFakeRuntime('convenor');
});

describe('growing the tree', () => {
  it('TREE-1 Tab adds a report of the same kind as its siblings, its name being edited, in view, in one step', () => {
    const boss = runtime.add('unit', 'Marketing', { x: 400, y: 0 });
    runtime.add('role', 'Campaign lead', { x: 400, y: 160, boss });
    runtime.undo.stop();
    runtime.select(boss);
    run('tree.below');
    const reports = indexBoard(runtime.board).reportsOf(boss);
    expect(reports.map((one) => one.kind)).toEqual(['role', 'role']);
    const added = reports.find((one) => one.name !== 'Campaign lead');
    expect(runtime.ui.getState().editing?.id).toBe(added?.id);
    expect(runtime.revealed.at(-1)).toMatchObject({ x: added?.x, y: added?.y });
    expect(overlaps(runtime.board)).toEqual([]);
    runtime.undo.undo();
    expect(indexBoard(runtime.board).reportsOf(boss)).toHaveLength(1);
    expect(runtime.board.elements.has(boss)).toBe(true);
  });

  it('TREE-2 Enter adds after, Shift Enter before, with the same boss and order', () => {
    const boss = runtime.add('unit', 'Marketing', { x: 400, y: 0 });
    const one = runtime.add('unit', 'Web', { x: 400, y: 160, boss });
    runtime.select(one);
    run('tree.beside');
    runtime.editor.rename([...runtime.ui.getState().selection][0] ?? '', 'After');
    runtime.ui.setState({ editing: null });
    runtime.select(one);
    run('tree.before');
    runtime.editor.rename([...runtime.ui.getState().selection][0] ?? '', 'Before');
    expect(names(indexBoard(runtime.board).reportsOf(boss))).toEqual(['Before', 'Web', 'After']);
    expect(overlaps(runtime.board)).toEqual([]);
  });

  it('TREE-3 Shift Tab puts a level between, overlapping nothing, and one undo takes it back whole', () => {
    const boss = runtime.add('role', 'Chief marketing officer', { x: 400, y: 0 });
    const one = runtime.add('unit', 'Web', { x: 400, y: 100, boss });
    const below = runtime.add('unit', 'Design', { x: 400, y: 220, boss: one });
    runtime.undo.stop();
    const before = new Map(runtime.board.elements);
    runtime.select(one);
    run('tree.above');
    const level = indexBoard(runtime.board).bossOf(one);
    expect(level).not.toBe(boss);
    expect(indexBoard(runtime.board).bossOf(level ?? '')).toBe(boss);
    expect(indexBoard(runtime.board).bossOf(below)).toBe(one);
    expect(runtime.ui.getState().editing?.id).toBe(level);
    expect(overlaps(runtime.board)).toEqual([]);
    runtime.undo.undo();
    expect([...runtime.board.elements.values()].map(({ id, x, y }) => ({ id, x, y }))).toEqual(
      [...before.values()].map(({ id, x, y }) => ({ id, x, y })),
    );
    expect(indexBoard(runtime.board).bossOf(one)).toBe(boss);
  });

  it('TREE-4 a level above among other boxes still overlaps nothing', () => {
    const boss = runtime.add('role', 'Chief marketing officer', { x: 400, y: 0 });
    const one = runtime.add('unit', 'Web', { x: 300, y: 100, boss });
    runtime.add('unit', 'Design', { x: 500, y: 100, boss });
    runtime.add('unit', 'Search', { x: 300, y: 200, boss: one });
    runtime.add('unit', 'Mail', { x: 500, y: 260 });
    runtime.select(one);
    run('tree.above');
    expect(overlaps(runtime.board)).toEqual([]);
  });

  it('TREE-5 Alt arrow changes the order among siblings in one step', () => {
    const boss = runtime.add('unit', 'Marketing', { x: 300, y: 0 });
    const a = runtime.add('unit', 'A', { x: 0, y: 160, boss });
    runtime.add('unit', 'B', { x: 200, y: 160, boss });
    runtime.add('unit', 'C', { x: 400, y: 160, boss });
    runtime.undo.stop();
    runtime.select(a);
    run('tree.later');
    expect(names(indexBoard(runtime.board).reportsOf(boss))).toEqual(['B', 'A', 'C']);
    const at = (name: string): number => runtime.board.elements.get(runtime.named(name))?.x ?? Number.NaN;
    expect(at('B')).toBeLessThan(at('A'));
    expect(overlaps(runtime.board)).toEqual([]);
    run('tree.later');
    expect(names(indexBoard(runtime.board).reportsOf(boss))).toEqual(['B', 'C', 'A']);
    run('tree.earlier');
    run('tree.earlier');
    expect(names(indexBoard(runtime.board).reportsOf(boss))).toEqual(['A', 'B', 'C']);
    runtime.undo.undo();
    expect(names(indexBoard(runtime.board).reportsOf(boss))).toEqual(['B', 'A', 'C']);
  });

  it('TREE-6 arrows walk the tree: up to the boss, down to the first report, aside to siblings', () => {
    const boss = runtime.add('unit', 'Boss', { x: 200, y: 0 });
    const a = runtime.add('unit', 'A', { x: 0, y: 160, boss });
    const b = runtime.add('unit', 'B', { x: 400, y: 160, boss });
    const selected = (): string[] => [...runtime.ui.getState().selection];
    runtime.select(boss);
    run('walk.down');
    expect(selected()).toEqual([a]);
    run('walk.right');
    expect(selected()).toEqual([b]);
    run('walk.up');
    expect(selected()).toEqual([boss]);
    expect(runtime.board.elements.get(a)).toMatchObject({ x: 0, y: 160 });
  });

  it('TREE-7 arrows nudge a free box by 8, with Shift by 1', () => {
    const free = runtime.add('platform', 'CRM', { x: 80, y: 80 });
    runtime.select(free);
    run('walk.right');
    run('nudge.down');
    expect(runtime.board.elements.get(free)).toMatchObject({ x: 88, y: 81 });
  });

  it('TREE-8 nothing reports to a platform: it is said, and nothing is added', () => {
    runtime.select(runtime.add('platform', 'CRM'));
    run('tree.below');
    expect(runtime.board.elements.size).toBe(1);
    expect(runtime.notices).toHaveLength(1);
  });
});

describe('the selection', () => {
  it('SEL-1 duplicate keeps lines inside and lines to others, overlaps nothing, and is one step', () => {
    const boss = runtime.add('role', 'Chief marketing officer', { x: 0, y: 0 });
    const a = runtime.add('unit', 'A', { x: 0, y: 200, boss });
    const b = runtime.add('platform', 'CRM', { x: 0, y: 400 });
    runtime.editor.relate('owns', a, b, { right: 'decides' });
    runtime.undo.stop();
    runtime.select(a);
    run('selection.duplicate');
    const [copy] = [...runtime.ui.getState().selection];
    expect(copy).not.toBe(a);
    expect(indexBoard(runtime.board).bossOf(copy ?? '')).toBe(boss);
    const owned = indexBoard(runtime.board)
      .relationsOf(copy ?? '')
      .find((line) => line.kind === 'owns');
    expect(owned).toMatchObject({ to: b, attributes: { right: 'decides' } });
    expect(overlaps(runtime.board)).toEqual([]);
    runtime.undo.undo();
    expect(runtime.board.elements.size).toBe(3);
    expect(runtime.board.relations.size).toBe(2);
  });

  it('SEL-2 group takes all along, ungroup lets go', () => {
    const a = runtime.add('unit', 'A');
    const b = runtime.add('unit', 'B', { x: 300 });
    runtime.select(a, b);
    run('selection.group');
    expect(runtime.board.elements.get(a)?.group).not.toBeNull();
    expect(runtime.board.elements.get(a)?.group).toBe(runtime.board.elements.get(b)?.group);
    runtime.select(a);
    run('selection.ungroup');
    expect(runtime.board.elements.get(b)?.group).toBeNull();
  });

  it('SEL-3 align puts all on one edge, equal gaps makes gaps equal, what sits inside goes along', async () => {
    const a = runtime.add('unit', 'A', { x: 0, y: 0 });
    const b = runtime.add('unit', 'B', { x: 250, y: 40 });
    const c = runtime.add('unit', 'C', { x: 900, y: 80 });
    const inside = runtime.add('role', 'Inside', { x: 260, y: 60, sitsIn: b });
    runtime.select(a, b, c);
    run('align.top');
    await Promise.resolve();
    const y = (id: string): number | undefined => runtime.board.elements.get(id)?.y;
    expect([y(a), y(b), y(c)]).toEqual([0, 0, 0]);
    expect(y(inside)).toBe(20);
    run('distribute.x');
    await Promise.resolve();
    const box = (id: string) => runtime.board.elements.get(id) ?? { x: 0, w: 0 };
    expect(Math.abs(box(b).x - box(a).x - box(a).w - (box(c).x - box(b).x - box(b).w))).toBeLessThanOrEqual(1);
  });

  it('SEL-4 a tiger team is made of the people selected; without any it says what to do', () => {
    const unit = runtime.add('unit', 'A');
    const platform = runtime.add('platform', 'CRM', { x: 300 });
    runtime.select(platform);
    run('draw.tiger');
    expect(runtime.board.overlays.size).toBe(0);
    expect(runtime.notices).toHaveLength(1);
    runtime.select(unit, platform);
    run('draw.tiger');
    const [tiger] = runtime.board.overlays.values();
    expect(tiger).toMatchObject({ kind: 'tiger', members: { [unit]: 20 } });
  });

  it('SEL-5 swapping the ends of a line that may not run back says why and leaves it', () => {
    const unit = runtime.add('unit', 'A');
    const platform = runtime.add('platform', 'CRM', { x: 300 });
    const line = runtime.editor.relate('owns', unit, platform);
    runtime.select(line);
    run('line.swap');
    expect(runtime.board.relations.get(line)).toMatchObject({ from: unit, to: platform });
    expect(runtime.notices).toHaveLength(1);
  });

  it('SEL-6 delete removes what is selected and clears the selection', () => {
    const a = runtime.add('unit', 'A');
    runtime.select(a);
    run('selection.delete');
    expect(runtime.board.elements.size).toBe(0);
    expect(runtime.ui.getState().selection.size).toBe(0);
  });

  it('SEL-7 Escape ends the tool first, then the selection', () => {
    const a = runtime.add('unit', 'A');
    runtime.select(a);
    run('tool.hand');
    run('tool.done');
    expect(runtime.ui.getState().tool.tool).toBe('select');
    expect(runtime.ui.getState().selection.size).toBe(1);
    run('tool.done');
    expect(runtime.ui.getState().selection.size).toBe(0);
  });
});
