import { describe, expect, it } from 'vitest';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { TEMPLATES } from '#shared/templates/index.ts';
import { rowSentence } from '../../../client/outline/row-sentence.ts';
import { outlineTree, rowsAbove, visibleRows } from '../../../client/outline/rows.ts';
import { drawnBoard } from '../../support/drawn-board.ts';

const NONE: ReadonlyMap<string, boolean> = new Map();
const ALL = { get: () => true } as unknown as ReadonlyMap<string, boolean>;

const SAMPLE = drawnBoard((editor) => {
  const at = { x: 0, y: 0 };
  editor.addElement({ kind: 'card', id: 'note', name: 'A note', ...at });
  editor.addElement({ kind: 'partner', id: 'agency', name: 'Agency', ...at });
  editor.addElement({ kind: 'platform', id: 'web', name: 'Web', ...at, attributes: { layer: 4 } });
  editor.addElement({ kind: 'platform', id: 'cdp', name: 'CDP', ...at, attributes: { layer: 1 } });
  editor.addElement({ kind: 'role', id: 'cmo', name: 'Chief', ...at });
  editor.addElement({ kind: 'unit', id: 'ops', name: 'Operations', ...at, boss: 'cmo' });
  editor.addElement({ kind: 'role', id: 'lead', name: 'Lead', ...at, boss: 'ops', sitsIn: 'ops' });
  editor.addElement({ kind: 'role', id: 'guest', name: 'Guest', ...at, sitsIn: 'ops' });
  editor.addElement({ kind: 'committee', id: 'board', name: 'Board', ...at });
  editor.relate('owns', 'ops', 'cdp');
  editor.relate('owns', 'lead', 'web');
  editor.addZone({ zone: 'function', title: 'Marketing', x: -10, y: -10, w: 400, h: 300 });
  editor.addTiger({ id: 'sprint', name: 'Sprint', members: { ops: 30 } });
  editor.addFriction({ friction: 'silo', on: ['ops'] });
});

describe('rows of the outline', () => {
  it('OUTLINE-1 committees, the tree by reporting with contents, platforms by layer, partners, cards, then what lies over them', () => {
    const rows = visibleRows(outlineTree(SAMPLE), NONE);
    expect(rows.map((row) => `${'·'.repeat(row.level - 1)}${row.name}`)).toEqual([
      'Board',
      'Chief',
      '·Operations',
      '··1 line',
      '··Lead',
      '··Guest',
      'CDP',
      'Web',
      'Agency',
      'A note',
      'Zones',
      '·Marketing',
      'Tiger teams',
      '·Sprint',
      'Friction',
      '·Friction Silo',
    ]);
  });

  it('OUTLINE-2 each row knows its place among those that hang from the same one', () => {
    const rows = visibleRows(outlineTree(SAMPLE), ALL);
    for (const row of rows) {
      const kin = rows.filter((other) => other.parent === row.parent);
      expect([row.name, row.place, row.of]).toEqual([row.name, kin.indexOf(row) + 1, kin.length]);
    }
  });

  it('OUTLINE-3 lines are rows under their source, alone under it or behind one row where others hang there', () => {
    const tree = outlineTree(SAMPLE);
    const [line] = tree.nodes.get('lead')?.below ?? [];
    expect(tree.nodes.get(line ?? '')?.name).toBe('Is accountable for Web');
    expect(visibleRows(tree, NONE).some((row) => row.key === line)).toBe(false);
    const [lines] = tree.nodes.get('ops')?.below ?? [];
    expect(tree.nodes.get(lines ?? '')?.type).toBe('lines');
    expect(rowsAbove(tree, tree.nodes.get(lines ?? '')?.below[0] ?? '')).toEqual([lines, 'ops', 'cmo']);
  });

  it('OUTLINE-4 two that hang from one another by a boss and a container both stand in the outline, once', () => {
    const round = drawnBoard((editor) => {
      editor.addElement({ kind: 'unit', id: 'outer', name: 'Outer', x: 0, y: 0 });
      editor.addElement({ kind: 'role', id: 'inner', name: 'Inner', x: 0, y: 0, sitsIn: 'outer' });
      editor.reparent(['outer'], 'inner');
    });
    const keys = visibleRows(outlineTree(round), ALL).map((row) => row.key);
    expect([...keys].sort()).toEqual(['inner', 'outer']);
  });

  it('OUTLINE-5 everything on each of the templates has its row, and just one', () => {
    for (const template of TEMPLATES) {
      const board = boardFromTemplate(template);
      const rows = visibleRows(outlineTree(board), ALL);
      const ids = rows.flatMap((row) => (row.type === 'member' || row.id === null ? [] : [row.id]));
      const lines = [...board.relations.values()].filter((one) => one.kind !== 'reports').map((one) => one.id);
      const wanted = [...board.elements.keys(), ...board.overlays.keys(), ...board.frames.keys(), ...lines];
      expect([...ids].sort(), template.id).toEqual(wanted.sort());
    }
  });

  it('OUTLINE-6 the sentence of a row says its lines both ways, what it sits in, who reports, and what is set', () => {
    const sentence = (id: string) => rowSentence(SAMPLE, { type: 'element', id, member: null });
    expect(sentence('ops')).toBe(
      'Reports to Chief. Is accountable for CDP. 1 reports to it. 2 sit in it. Lent to tiger team 1, Sprint, with 30 %. Friction: Silo, open.',
    );
    expect(sentence('cdp')).toBe('Operations is accountable for it.');
    expect(sentence('guest')).toBe('Sits in Operations.');
  });
});
