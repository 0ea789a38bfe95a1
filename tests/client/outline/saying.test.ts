import { describe, expect, it } from 'vitest';
import { movedSentence } from '../../../client/outline/announce.ts';
import { changeSentence } from '../../../client/outline/changes.ts';
import { moveIn, moveOut, moveUnder, sitIn } from '../../../client/outline/edit.ts';
import { settableValues } from '../../../client/outline/settable-values.ts';
import { createFakeRuntime } from '../../support/fake-runtime.ts';

function tree() {
  const runtime = createFakeRuntime('convenor');
  const chief = runtime.add('role', 'VP marketing', { x: 400, y: 0 });
  const team = runtime.add('unit', 'Data team', { x: 300, y: 140, boss: chief });
  const other = runtime.add('unit', 'Web team', { x: 500, y: 140, boss: chief });
  const role = runtime.add('role', 'Analyst', { x: 300, y: 280, boss: team });
  runtime.undo.stop();
  return { runtime, chief, team, other, role };
}

describe('what a move means', () => {
  it('SPEAK-1 a move is said by where it led: the boss, the place there, the span', () => {
    const { runtime, chief, role } = tree();
    expect(moveUnder(runtime, role, chief)).toBe(true);
    expect(runtime.ui.getState().announcement).toBe('Moved under VP marketing, 3 of 3, span now 3.');
    moveUnder(runtime, role, null);
    expect(runtime.ui.getState().announcement).toBe('Now reports to nobody, 2 of 2.');
  });

  it('SPEAK-2 a move that is refused says why and changes nothing', () => {
    const { runtime, chief, role } = tree();
    const before = runtime.board;
    expect(moveUnder(runtime, chief, role)).toBe(false);
    expect(runtime.ui.getState().announcement).toBe('It stands under what you are moving.');
    expect(runtime.board).toBe(before);
  });

  it('OUTLINE-10 a step in and a step out re-report, each as one step of undo, and bring the branch along', () => {
    const { runtime, chief, team, other, role } = tree();
    moveIn(runtime, other);
    expect(runtime.board.relations.get(`reports:${other}`)?.to).toBe(team);
    expect(runtime.ui.getState().announcement).toBe('Moved under Data team, 2 of 2, span now 2.');
    const below = runtime.board.elements.get(team);
    expect(runtime.board.elements.get(other)?.y).toBeGreaterThanOrEqual((below?.y ?? 0) + (below?.h ?? 0));
    runtime.undo.undo();
    expect(runtime.board.relations.get(`reports:${other}`)?.to).toBe(chief);
    moveOut(runtime, role);
    expect(runtime.board.relations.get(`reports:${role}`)?.to).toBe(chief);
  });

  it('OUTLINE-11 sitting in a container puts the box inside it and makes room, as one step', () => {
    const { runtime, team, other } = tree();
    expect(sitIn(runtime, other, team)).toBe(true);
    const container = runtime.board.elements.get(team);
    const inside = runtime.board.elements.get(other);
    expect(inside?.sitsIn).toBe(team);
    if (container === undefined || inside === undefined) throw new Error('Both are there.');
    expect(inside.x).toBeGreaterThanOrEqual(container.x);
    expect(inside.y + inside.h).toBeLessThanOrEqual(container.y + container.h);
    runtime.undo.undo();
    expect(runtime.board.elements.get(other)?.sitsIn).toBeNull();
    expect(sitIn(runtime, team, team)).toBe(false);
  });
});

describe('what others change', () => {
  const changed = (act: (t: ReturnType<typeof tree>) => void): string => {
    const made = tree();
    const before = made.runtime.board;
    const ids = new Set<string>();
    made.runtime.view.subscribe((change) => {
      for (const id of change.ids) ids.add(id);
    });
    act(made);
    return changeSentence('Org C', before, made.runtime.board, ids);
  };

  it('SPEAK-3 what others change is one sentence of at most three parts', () => {
    const { runtime, team, chief } = tree();
    expect(movedSentence(runtime.board, team)).toBe('Moved under VP marketing, 1 of 2, span now 2.');
    expect(runtime.board.elements.has(chief)).toBe(true);
    expect(
      changed(({ runtime: { editor }, chief: a, team: b, other: c, role }) => {
        editor.move(new Map([a, c, role].map((id) => [id, { x: 1000, y: 1000 }])));
        editor.rename(b, 'Insight team');
      }),
    ).toBe('Org C moved 3 boxes and renamed Data team to Insight team.');
    expect(
      changed(({ runtime: { editor }, chief: a, team: b, other: c, role }) => {
        editor.remove([role]);
        editor.rename(b, 'Insight team');
        editor.setAttributes([c], { fte: 3 });
        editor.addElement({ kind: 'unit', name: 'Brand', x: 0, y: 0, boss: a });
      }),
    ).toBe('Org C added Brand, deleted Analyst, renamed Data team to Insight team and 1 more change.');
  });

  it('SPEAK-4 another boss is said by its name, and boxes that made room are not', () => {
    expect(
      changed(({ runtime: { editor }, other, role }) => {
        editor.reparent([role], other);
        editor.move(new Map([[other, { x: 900, y: 140 }]]));
      }),
    ).toBe('Org C moved Analyst under Web team.');
  });

  it('SPEAK-5 a line is said by what it says, and nothing is said of nothing', () => {
    expect(
      changed(({ runtime, team, other }) => {
        runtime.editor.relate('serves', team, other);
      }),
    ).toBe('Org C drew a line: Data team serves Web team.');
    expect(changed(() => undefined)).toBe('');
  });
});

describe('values by typing', () => {
  it('OUTLINE-12 choices, sets, numbers and texts are found by what is typed, for all that is selected', () => {
    const { runtime, team, other, role } = tree();
    const find = (question: string, ids = [team, other]) =>
      settableValues(runtime.board, ids, question).filter((one) => !one.hint);
    expect(find('').find((one) => one.label === 'Function: Marketing')?.value).toBe('MKT');
    expect(find('size 14').find((one) => one.attribute === 'fte')?.label).toBe('Size: 14 FTE');
    expect(find('size 999999').some((one) => one.attribute === 'fte')).toBe(false);
    expect(find('lead VP marketing').find((one) => one.attribute === 'lead')?.value).toBe('VP marketing');
    runtime.editor.setAttributes([team], { cap: ['data'] });
    expect(find('', [team]).find((one) => one.label === 'Capability: Technology')?.value).toEqual(['tech', 'data']);
    expect(find('', [team]).find((one) => one.label === 'Capability: Data')?.value).toBeNull();
    expect(find('', [team, role]).some((one) => one.attribute === 'informal')).toBe(false);
  });
});
