import { beforeEach, describe, expect, it } from 'vitest';
import { boxesOverlap } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import { clipOf, pasteText } from '../../../client/commands/clipboard.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { createFakeRuntime } from '../../support/fake-runtime.ts';

beforeEach(stubBrowser);

describe('the clipboard', () => {
  it('CLIP-1 what is copied on one board arrives whole on another: boxes, attributes, lines, containers', async () => {
    const there = createFakeRuntime();
    const boss = there.add('unit', 'Marketing');
    const role = there.add('role', 'Data steward', { x: 40, y: 50, sitsIn: boss });
    const crm = there.add('platform', 'CRM', { x: 400 });
    there.editor.setAttributes([boss], { fn: 'MKT', fte: 4 });
    there.editor.relate('owns', boss, crm, { right: 'operates' });
    const clip = clipOf(there.board, [boss, crm]);

    const here = createFakeRuntime();
    const ids = await pasteText(here, clip.text, clip.json);
    expect(here.board.elements.size).toBe(3);
    expect(here.board.elements.get(here.named('Marketing'))?.attributes).toEqual({ fn: 'MKT', fte: 4 });
    expect(here.board.elements.get(here.named('Data steward'))?.sitsIn).toBe(here.named('Marketing'));
    expect([...here.board.relations.values()]).toMatchObject([
      { kind: 'owns', from: here.named('Marketing'), to: here.named('CRM'), attributes: { right: 'operates' } },
    ]);
    expect(new Set(ids)).toEqual(here.ui.getState().selection);
    expect(there.board.elements.get(role)?.name).toBe('Data steward');
  });

  it('CLIP-2 pasting on the same board overlaps nothing and is one step', async () => {
    const runtime = createFakeRuntime();
    const a = runtime.add('unit', 'A', { x: 520, y: 360 });
    runtime.undo.stop();
    const clip = clipOf(runtime.board, [a]);
    await pasteText(runtime, '', clip.json);
    await pasteText(runtime, '', clip.json);
    const all = [...runtime.board.elements.values()];
    expect(all).toHaveLength(3);
    for (const one of all) for (const other of all) if (one !== other) expect(boxesOverlap(one, other)).toBe(false);
    runtime.undo.undo();
    expect(runtime.board.elements.size).toBe(2);
  });

  it('CLIP-3 an indented list becomes a tree, whatever the bullets and steps', async () => {
    const text = 'Chief marketing officer\n  - Marketing operations\n      1. Data steward\n  - Web\nSales\n';
    const runtime = createFakeRuntime();
    await pasteText(runtime, text, '');
    const index = indexBoard(runtime.board);
    const cmo = runtime.named('Chief marketing officer');
    expect(index.reportsOf(cmo).map((one) => one.name)).toEqual(['Marketing operations', 'Web']);
    expect(index.bossOf(runtime.named('Data steward'))).toBe(runtime.named('Marketing operations'));
    expect(index.bossOf(runtime.named('Sales'))).toBeNull();
    expect(runtime.board.elements.get(cmo)?.kind).toBe('role');
    expect(runtime.board.elements.get(runtime.named('Web'))?.kind).toBe('unit');
    const all = [...runtime.board.elements.values()];
    for (const one of all) for (const other of all) if (one !== other) expect(boxesOverlap(one, other)).toBe(false);
  });

  it('CLIP-4 the list of what was copied pastes as the same tree', async () => {
    const there = createFakeRuntime();
    const boss = there.add('unit', 'Marketing');
    there.add('unit', 'Web', { y: 200, boss });
    const { text } = clipOf(there.board, [...there.board.elements.keys()]);
    expect(text).toBe('Marketing\n  Web');
    const here = createFakeRuntime();
    await pasteText(here, text, '');
    expect(indexBoard(here.board).bossOf(here.named('Web'))).toBe(here.named('Marketing'));
  });

  it('CLIP-5 a file of a newer version, or nothing, changes nothing and says why', async () => {
    const runtime = createFakeRuntime();
    await pasteText(runtime, '', '{"format":"orgora-board","version":99,"board":{}}');
    await pasteText(runtime, '  \n ', '');
    expect(runtime.board.elements.size).toBe(0);
    expect(runtime.notices).toHaveLength(2);
  });
});
