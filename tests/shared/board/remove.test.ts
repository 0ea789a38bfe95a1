import { describe, expect, it } from 'vitest';
import { indexBoard } from '#shared/board/index-board.ts';
import { violations } from '#shared/board/invariants.ts';
import { desk, sample, sync, twoDesks } from './support.ts';

const at = () => {
  const d = desk();
  sample(d);
  return d;
};

describe('removing', () => {
  it('BOARD-6 reports of a removed boss go to the boss’s boss', () => {
    const { editor, board } = at();
    editor.remove(['vp']);
    const index = indexBoard(board());
    expect(index.reportsOf('cmo').map((e) => e.id)).toEqual(['ops', 'brand']);
    editor.remove(['cmo']);
    expect(indexBoard(board()).bossOf('ops')).toBeNull();
    expect(violations(board())).toEqual([]);
  });

  it('BOARD-6 two bosses removed together: reports go to the first boss that stays', () => {
    const { editor, board } = at();
    editor.addElement({ id: 'ceo', kind: 'role', x: 0, y: -200 });
    editor.reparent(['cmo'], 'ceo');
    editor.remove(['vp', 'cmo']);
    expect(
      indexBoard(board())
        .reportsOf('ceo')
        .map((e) => e.id),
    ).toEqual(['ops', 'brand']);
  });

  it('BOARD-6 contents of a removed container go to what holds it', () => {
    const { editor, board } = at();
    editor.setSitsIn(['ops'], 'brand');
    const inner = editor.addElement({ kind: 'role', x: 0, y: 0, sitsIn: 'ops' });
    editor.remove(['ops']);
    expect(board().elements.get(inner)?.sitsIn).toBe('brand');
    editor.remove(['brand']);
    expect(board().elements.get(inner)?.sitsIn).toBeNull();
  });

  it('BOARD-6 lines, memberships, leads and friction targets of what is removed go with it', () => {
    const { editor, board } = at();
    editor.addTiger({ id: 't', members: { ops: 20, brand: 30 }, lead: 'ops', sponsor: 'ops' });
    const line = [...board().relations.values()].find((r) => r.kind === 'owns')?.id as string;
    editor.addFriction({ id: 'f', friction: 'silo', on: ['ops', line, 'crm'] });
    editor.addFriction({ id: 'g', friction: 'silo', on: ['ops'] });
    const seen = {
      x: 0 + (board().elements.get('ops')?.w ?? 0) / 2,
      y: 400 + (board().elements.get('ops')?.h ?? 0) / 2,
    };
    editor.remove(['ops']);
    expect(board().relations.has(line)).toBe(false);
    expect(board().overlays.get('t')).toMatchObject({ members: { brand: 30 }, lead: '', sponsor: '' });
    expect(board().overlays.get('f')).toMatchObject({ on: ['crm'] });
    expect(board().overlays.get('g')).toMatchObject({ on: [], at: seen });
    expect(violations(board())).toEqual([]);
  });

  it('BOARD-6 removing what is gone changes nothing, and overlays, lines and frames can be removed', () => {
    const { editor, board } = at();
    const zone = editor.addZone({ zone: 'function', x: 0, y: 0, w: 100, h: 100 });
    const frame = editor.addFrame({ x: 0, y: 0, w: 100, h: 100 });
    editor.addFriction({ id: 'f', friction: 'silo', on: [zone] });
    editor.remove(['nobody', zone, frame, 'reports:vp']);
    expect([board().overlays.has(zone), board().frames.size, board().relations.has('reports:vp')]).toEqual([
      false,
      0,
      false,
    ]);
    expect(board().overlays.get('f')).toMatchObject({ on: [] });
  });

  it('BOARD-7 a boss removed while somebody gives it a new report: the line is not there, the report is', () => {
    const [one, two] = twoDesks(sample);
    one.editor.remove(['vp']);
    two.editor.addElement({ id: 'late', kind: 'role', x: 0, y: 0, boss: 'vp' });
    two.editor.reparent(['brand'], 'ops');
    sync(one.doc, two.doc);
    expect(one.board()).toEqual(two.board());
    expect(indexBoard(one.board()).bossOf('late')).toBeNull();
    expect(one.board().elements.has('late')).toBe(true);
    expect(violations(one.board())).toEqual([]);
  });

  it('BOARD-7 two people report each other’s boss to their own: one of the two lines stays', () => {
    const [one, two] = twoDesks((d) => {
      d.editor.addElement({ id: 'x', kind: 'unit', x: 0, y: 0 });
      d.editor.addElement({ id: 'y', kind: 'unit', x: 0, y: 0 });
    });
    one.editor.reparent(['x'], 'y');
    two.editor.reparent(['y'], 'x');
    one.editor.setSitsIn(['x'], 'y');
    two.editor.setSitsIn(['y'], 'x');
    sync(one.doc, two.doc);
    expect(one.board()).toEqual(two.board());
    expect(one.board().relations.size).toBe(1);
    expect([...one.board().elements.values()].filter((e) => e.sitsIn !== null)).toHaveLength(1);
    // Removing what is in the hidden half of the ring leaves nothing behind.
    one.editor.remove(['x']);
    expect([one.doc.getMap('relations').size, one.board().elements.get('y')?.sitsIn]).toEqual([0, null]);
  });

  it('BOARD-7 the same line drawn by two people at once is one line', () => {
    const [one, two] = twoDesks(sample);
    one.editor.relate('serves', 'crm', 'brand');
    two.editor.relate('serves', 'crm', 'brand');
    one.editor.relate('partners', 'ops', 'brand');
    two.editor.relate('partners', 'brand', 'ops');
    sync(one.doc, two.doc);
    const lines = [...one.board().relations.values()].filter((r) => r.kind === 'serves' || r.kind === 'partners');
    expect(lines).toHaveLength(2);
    expect(two.board()).toEqual(one.board());
  });
});
