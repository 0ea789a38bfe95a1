import { describe, expect, it } from 'vitest';
import { command } from '../../../client/commands/index.ts';
import { contextFor, runCommand } from '../../../client/commands/support.ts';
import { lensFacts } from '../../../client/lenses/lens-facts.ts';
import { branchIds, hiddenLines, litSet } from '../../../client/lenses/lit-set.ts';
import type { Lens } from '../../../client/state/ui-store.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

function organisation() {
  const runtime = createFakeRuntime();
  const cmo = runtime.add('role', 'CMO');
  const ops = runtime.add('unit', 'Operations', { boss: cmo });
  const web = runtime.add('unit', 'Web', { boss: ops });
  const sales = runtime.add('unit', 'Sales');
  const crm = runtime.add('platform', 'CRM');
  const cdp = runtime.add('platform', 'CDP');
  const funds = runtime.editor.relate('funds', sales, ops);
  const owns = runtime.editor.relate('owns', ops, crm);
  runtime.editor.setAttributes([web], { vacant: true, cap: ['data', 'tech'], scope: 'local' });
  runtime.editor.setAttributes([sales], { cap: ['data'] });
  const team = runtime.editor.addTiger({ name: 'Launch', members: { [web]: 25, [sales]: 10 } });
  return { runtime, cmo, ops, web, sales, crm, cdp, funds, owns, team };
}

const lit = (runtime: FakeRuntime, lens: Lens) => [...lensFacts(runtime.board, lens).lit].sort();
const said = (runtime: FakeRuntime, lens: Lens) => lensFacts(runtime.board, lens).sentence;

describe('lenses', () => {
  it('LENS-1 money lights the "funds" lines and their ends, and counts them', () => {
    const { runtime, funds, sales, ops } = organisation();
    expect(lit(runtime, { lens: 'money' })).toEqual([funds, sales, ops].sort());
    expect(said(runtime, { lens: 'money' })).toBe('1 "funds" line, 1 payer, 1 funded.');
  });

  it('LENS-2 ownership lights the "owns" lines and their ends, and says which platforms have no owner drawn', () => {
    const { runtime, owns, ops, crm } = organisation();
    expect(lit(runtime, { lens: 'ownership' })).toEqual([owns, ops, crm].sort());
    expect(said(runtime, { lens: 'ownership' })).toBe('1 "owns" line, 1 owner, 1 platform with no owner drawn.');
  });

  it('LENS-3 vacancies, scope and capabilities light the boxes that have them', () => {
    const { runtime, web, sales } = organisation();
    expect(lit(runtime, { lens: 'vacancy' })).toEqual([web]);
    expect(lit(runtime, { lens: 'scope' })).toEqual([web]);
    expect(lit(runtime, { lens: 'capability', cap: null })).toEqual([web, sales].sort());
    expect(lit(runtime, { lens: 'capability', cap: 'tech' })).toEqual([web]);
    expect(said(runtime, { lens: 'vacancy' })).toMatch(/^1 vacant of \d+ posts\.$/);
    expect(said(runtime, { lens: 'capability', cap: null })).toBe('2 capabilities at 2 places.');
  });

  it('LENS-4 one tiger team lights its flag and members, and says what is lent', () => {
    const { runtime, team, web, sales } = organisation();
    expect(lit(runtime, { lens: 'tiger', id: team })).toEqual([team, web, sales].sort());
    expect(said(runtime, { lens: 'tiger', id: team })).toBe('2 members, 35 % lent in all.');
  });

  it('LENS-5 what is not drawn is never called none', () => {
    const empty = createFakeRuntime();
    empty.add('unit', 'Alone');
    const lenses: Lens[] = [
      { lens: 'money' },
      { lens: 'ownership' },
      { lens: 'scope' },
      { lens: 'vacancy' },
      { lens: 'capability', cap: null },
      { lens: 'capability', cap: 'data' },
      { lens: 'tiger', id: 'gone' },
    ];
    for (const lens of lenses) {
      expect(said(empty, lens)).toMatch(/drawn|gone/);
      expect(said(empty, lens)).not.toMatch(/none|^0 /i);
      expect(lit(empty, lens)).toEqual([]);
    }
  });

  it('LENS-6 nothing dims without a lens, a branch or a list; what a list points at goes first', () => {
    const { runtime, ops, web, funds, sales } = organisation();
    const { board } = runtime;
    expect(litSet(board, { lens: null, branch: null, lit: null })).toBeNull();
    expect(litSet(board, { lens: { lens: 'money' }, branch: ops, lit: new Set(['x']) })).toEqual(new Set(['x']));
    expect(litSet(board, { lens: null, branch: 'gone', lit: null })).toBeNull();
    const both = litSet(board, { lens: { lens: 'money' }, branch: ops, lit: null });
    expect([both?.has(ops), both?.has(web), both?.has(sales), both?.has(funds)]).toEqual([true, false, false, false]);
  });

  it('LENS-7 the same state and board answer the same set, so that nothing is painted anew for it', () => {
    const { runtime, ops } = organisation();
    const parts = { lens: { lens: 'money' } as const, branch: ops, lit: null };
    expect(litSet(runtime.board, parts)).toBe(litSet(runtime.board, { ...parts }));
  });

  it('LENS-8 a lens shows its kind of line though such lines are switched off, and leaves the switch alone', () => {
    const hidden = new Set(['funds', 'owns'] as const);
    const shown = hiddenLines({ hiddenRelations: hidden, lens: { lens: 'money' } });
    expect([...shown]).toEqual(['owns']);
    expect(hiddenLines({ hiddenRelations: hidden, lens: { lens: 'money' } })).toBe(shown);
    expect(hiddenLines({ hiddenRelations: hidden, lens: { lens: 'scope' } })).toBe(hidden);
    expect(hidden.size).toBe(2);
  });

  it('LENS-9 asked twice the same lens ends; Escape ends the selection first and the lens last', () => {
    const { runtime, ops } = organisation();
    const run = (id: string) => runCommand(command(id), contextFor(runtime));
    run('lens.money');
    expect(runtime.ui.getState().lens).toEqual({ lens: 'money' });
    expect(runtime.ui.getState().announcement).toBe('Money: 1 "funds" line, 1 payer, 1 funded.');
    runtime.select(ops);
    run('tool.done');
    expect([runtime.ui.getState().selection.size, runtime.ui.getState().lens]).toEqual([0, { lens: 'money' }]);
    run('tool.done');
    expect(runtime.ui.getState().lens).toBeNull();
    run('lens.money');
    run('lens.money');
    expect(runtime.ui.getState().lens).toBeNull();
  });

  it('LENS-10 what is lit but folded away is said', () => {
    const { runtime, cmo } = organisation();
    runtime.editor.setAttributes([cmo], { collapsed: true });
    expect(said(runtime, { lens: 'vacancy' })).toMatch(/; 1 folded away\.$/);
  });
});

describe('a branch', () => {
  it('FOCUS-1 is its head, all below it and the lines between them', () => {
    const { runtime, ops, web, owns, funds } = organisation();
    expect([...branchIds(runtime.board, ops)].sort()).toEqual([ops, web, `reports:${web}`].sort());
    expect(branchIds(runtime.board, ops).has(owns)).toBe(false);
    expect(branchIds(runtime.board, ops).has(funds)).toBe(false);
  });

  it('FOCUS-2 is looked at alone by a command, and Escape shows everything before it ends the selection', () => {
    const { runtime, ops } = organisation();
    runtime.select(ops);
    runCommand(command('branch.focus'), contextFor(runtime));
    expect(runtime.ui.getState().branch).toBe(ops);
    expect(runtime.ui.getState().announcement).toContain('1 below it');
    runCommand(command('tool.done'), contextFor(runtime));
    expect([runtime.ui.getState().branch, runtime.ui.getState().selection.size]).toEqual([null, 1]);
  });
});
