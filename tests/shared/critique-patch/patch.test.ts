import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { readCites } from '#shared/board/cites.ts';
import { boardFromFile, citesFromFile, documentText, fillDocument, parseFile } from '#shared/board/file.ts';
import { validateDocument } from '#shared/board/schema.ts';
import { applyPatch } from '#shared/critique/patch/apply.ts';
import { patchBetween } from '#shared/critique/patch/between.ts';
import { patchChanges } from '#shared/critique/patch/changes.ts';
import { fitPatch } from '#shared/critique/patch/fit.ts';
import { MOST_THINGS, patchSize } from '#shared/critique/patch/size.ts';
import { validPatch } from '#shared/critique/patch/valid.ts';
import type { BoardPatch } from '#shared/critique/patch.ts';
import { type Desk, desk, sample } from '../board/support.ts';

const AT = Date.UTC(2026, 10, 22, 14, 30);

function sampleDesk(): Desk {
  const made = desk();
  sample(made);
  return made;
}

/** What somebody proposes on a copy of a drawing. */
function proposed(on: Desk, draw: (copy: Desk) => void): BoardPatch {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, Y.encodeStateAsUpdate(on.doc));
  const copy = desk('w', {}, doc);
  draw(copy);
  return patchBetween(on.board(), copy.board(), 'now');
}

describe('a proposal on a board that went on', () => {
  it('PATCH-5 takes only what was proposed: what the presenter moved and renamed meanwhile stays', () => {
    const at = sampleDesk();
    const patch = proposed(at, ({ editor }) => {
      editor.rename('ops', 'Marketing operations hub');
      editor.setAttributes(['brand'], { fte: 4 });
    });
    at.editor.move(new Map([['ops', { x: 900, y: 40 }]]));
    at.editor.rename('brand', 'Brand and content');
    applyPatch(at.editor, at.board(), patch);
    expect(at.board().elements.get('ops')).toMatchObject({ name: 'Marketing operations hub', x: 900, y: 40 });
    expect(at.board().elements.get('brand')).toMatchObject({ name: 'Brand and content', attributes: { fte: 4 } });
  });

  it('PATCH-6 leaves out what has lost its ground, and says each in a sentence', () => {
    const at = sampleDesk();
    const patch = proposed(at, ({ editor }) => {
      editor.rename('brand', 'Brand studio');
      editor.relate('dotted', 'ops', 'brand');
      editor.rename('ops', 'Operations');
    });
    at.editor.remove(['brand']);
    const { skipped } = applyPatch(at.editor, at.board(), patch);
    expect(skipped).toEqual([
      '“Brand studio” is no longer on the board.',
      'A line from “Marketing operations” to “Brand studio” no longer fits.',
    ]);
    expect(at.board().elements.get('ops')?.name).toBe('Operations');
    expect(at.board().elements.has('brand')).toBe(false);
  });

  it('PATCH-7 makes no ring of reporting lines or containers: the old boss and the old place stay', () => {
    const at = sampleDesk();
    at.editor.addElement({ id: 'hub', kind: 'unit', x: 0, y: 600, name: 'Hub' });
    const patch = proposed(at, ({ editor }) => {
      editor.reparent(['brand'], 'ops');
      editor.setSitsIn(['hub'], 'ops');
    });
    at.editor.reparent(['ops'], 'brand');
    at.editor.setSitsIn(['ops'], 'hub');
    const fit = fitPatch(at.board(), patch);
    expect(fit.skipped).toEqual([
      '“Hub” can no longer sit in “Marketing operations”.',
      '“Brand” can no longer report to “Marketing operations”.',
    ]);
    expect(fit.board.relations.get('reports:brand')?.to).toBe('vp');
    expect(fit.board.elements.get('hub')?.sitsIn).toBeNull();
  });

  it('PATCH-8 passes over what is locked, and what holds it, unless the one who accepts may change that', () => {
    const at = desk('n', { mayEditLocked: false });
    sample(at);
    at.editor.addElement({ id: 'cell', kind: 'role', x: 0, y: 0, name: 'Analyst', sitsIn: 'ops' });
    const patch = proposed(at, ({ editor }) => {
      editor.rename('vp', 'Chief of staff');
      editor.remove(['ops']);
      editor.rename('brand', 'Studio');
    });
    at.editor.setLocked(['vp', 'cell'], true);
    const { skipped, applied } = applyPatch(at.editor, at.board(), patch);
    expect(skipped).toContain('“VP marketing” is locked and stays as it is.');
    expect(skipped).toContain('“Marketing operations” holds something locked and stays.');
    expect(at.board().elements.get('vp')?.name).toBe('VP marketing');
    expect(at.board().elements.has('ops')).toBe(true);
    expect(at.board().elements.get('brand')?.name).toBe('Studio');
    expect(applied).toBe(1);
    expect(fitPatch(at.board(), patch, { mayEditLocked: true }).board.elements.has('ops')).toBe(false);
  });

  it('PATCH-9 what was drawn meanwhile under a boss who is to go moves up with the others', () => {
    const at = sampleDesk();
    const patch = proposed(at, ({ editor }) => editor.remove(['vp']));
    at.editor.addElement({ id: 'data', kind: 'unit', x: 0, y: 0, name: 'Data', boss: 'vp' });
    applyPatch(at.editor, at.board(), patch);
    const boss = (id: string) => at.board().relations.get(`reports:${id}`)?.to;
    expect([boss('ops'), boss('brand'), boss('data')]).toEqual(['cmo', 'cmo', 'cmo']);
  });

  it('PATCH-10 belongs to one state of a board and leaves the others alone', () => {
    const at = sampleDesk();
    at.editor.addState('target', 'Target', 'now');
    const doc = new Y.Doc();
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(at.doc));
    const copy = desk('w', { state: () => 'target' }, doc);
    copy.editor.rename('ops', 'Operations');
    const read = (from: Y.Doc, table: string) => (from.getMap(table).get('ops') as Y.Map<unknown>).get('name');
    const target = { ...at.board(), elements: new Map(at.board().elements) };
    const ops = target.elements.get('ops');
    if (ops === undefined) throw new Error('The sample has operations.');
    target.elements.set('ops', { ...ops, name: 'Operations' });
    applyPatch(at.editor, at.board(), patchBetween(at.board(), target, 'target'));
    expect(String(read(at.doc, 'elements@target'))).toBe('Operations');
    expect(String(read(at.doc, 'elements'))).toBe('Marketing operations');
  });
});

describe('the sentences of a proposal', () => {
  it('PATCH-11 tell what would differ, the most telling first, then what only stands elsewhere', () => {
    const at = sampleDesk();
    const patch = proposed(at, ({ editor }) => {
      editor.reparent(['ops'], 'cmo');
      editor.addElement({ kind: 'unit', name: 'Data', x: 0, y: 600, boss: 'ops' });
      editor.move(new Map([['crm', { x: 640, y: 480 }]]));
    });
    expect(patchChanges(at.board(), patch)).toEqual([
      'Marketing operations moved from VP marketing to Chief marketing officer.',
      'Data added under Marketing operations.',
      'CRM stands elsewhere.',
    ]);
    at.editor.reparent(['ops'], 'cmo');
    expect(patchChanges(at.board(), patch)[0]).toBe('Data added under Marketing operations.');
  });
});

describe('what may be sent as a proposal', () => {
  const good = proposed(sampleDesk(), ({ editor }) => editor.rename('ops', 'Operations'));
  const [ops] = good.elements;

  it.each([
    ['nothing', null],
    ['a list', []],
    ['an unknown key', { ...good, author: 'me' }],
    ['no state', { ...good, state: 'past' }],
    ['a bad id among what goes', { ...good, removed: ['a b'] }],
    ['one that goes twice', { ...good, removed: ['crm', 'crm'] }],
    ['an unknown kind', { ...good, elements: [{ ...ops, kind: 'king' }] }],
    ['a bad id', { ...good, elements: [{ ...ops, id: '' }] }],
    ['a place beyond the board', { ...good, elements: [{ ...ops, x: 1e9 }] }],
    ['a size of nothing', { ...good, elements: [{ ...ops, w: 0 }] }],
    ['an order that is none', { ...good, elements: [{ ...ops, order: 'x y' }] }],
    ['an unknown attribute value', { ...good, elements: [{ ...ops, attributes: { fte: 'many' } }] }],
    ['keys of something else', { ...good, changed: { crm: ['name'] } }],
    ['keys that are no texts', { ...good, changed: { ops: [1] } }],
    ['lists that are none', { ...good, overlays: 'all' }],
    ['a line of no kind', { ...good, relations: [{ id: 'l', kind: 'loves', from: 'ops', to: 'crm' }] }],
    ['a long text', { ...good, elements: [{ ...ops, name: 'a'.repeat(10_001) }] }],
  ])('PATCH-12 %s is refused with a sentence', (_, value) => {
    const answer = validPatch(value);
    if (typeof answer !== 'string') throw new Error('It was taken.');
    expect(answer).toMatch(/^[A-Z].*[.]$/);
  });

  it('PATCH-13 drops what a board does not hold, and keeps what was sent otherwise', () => {
    const sent = { ...good, elements: [{ ...ops, author: 'seat-7', __proto__: null }] };
    const taken = validPatch(JSON.parse(JSON.stringify(sent)));
    expect(taken).toEqual(good);
    expect(JSON.stringify(taken)).not.toContain('seat-7');
  });

  it('PATCH-14 more than 60 things or 24 KB is refused, and the sentence says how many there are', () => {
    const many = proposed(sampleDesk(), ({ editor }) => {
      for (let i = 0; i <= MOST_THINGS; i += 1) editor.addElement({ kind: 'role', name: `${i}`, x: i, y: 0 });
    });
    expect(patchSize(many).sentence).toBe(
      'This what-if changes 61 things, and 60 is the most. Undo some, or propose it in two parts.',
    );
    expect(validPatch(many)).toBe(patchSize(many).sentence);
    const long = proposed(sampleDesk(), ({ editor }) => {
      for (let i = 0; i < 3; i += 1) editor.addElement({ kind: 'card', name: 'é'.repeat(5_000), x: i, y: 0 });
    });
    expect(patchSize(long).bytes).toBeGreaterThan(30_000);
    expect(validPatch(long)).toContain('24 KB');
    expect(patchSize(good).sentence).toBeNull();
  });
});

describe('the citation of an accepted proposal', () => {
  it('PATCH-15 is written with the step that draws it, and goes and comes with undo and redo', () => {
    const at = sampleDesk();
    const patch = proposed(at, ({ editor }) => editor.rename('ops', 'Operations'));
    at.editor.transact(() => {
      applyPatch(at.editor, at.board(), patch);
      at.editor.cite('c1', AT);
    });
    expect([...readCites(at.doc)]).toEqual([['c1', AT]]);
    at.undo.undo();
    expect(readCites(at.doc).size).toBe(0);
    expect(at.board().elements.get('ops')?.name).toBe('Marketing operations');
    at.undo.redo();
    expect(readCites(at.doc).has('c1')).toBe(true);
    expect(at.board().elements.get('ops')?.name).toBe('Operations');
    expect(at.undo.canRedo).toBe(false);
  });

  it('PATCH-16 the server takes an id with a time and nothing else', () => {
    const at = sampleDesk();
    at.editor.cite('c1', AT);
    expect(validateDocument(at.doc)).toEqual([]);
    for (const value of ['yesterday', -1, 1.5, { at: AT }, new Y.Map([['by', 'seat']])]) {
      const doc = new Y.Doc();
      doc.getMap('cites').set('c1', value);
      expect(validateDocument(doc).map((problem) => problem.root)).toEqual(['cites']);
    }
  });

  it('PATCH-17 a saved board carries it; a board without one is the file it was', () => {
    const at = sampleDesk();
    expect(documentText(at.doc)).not.toContain('cites');
    at.editor.cite('c1', AT);
    const parsed = parseFile(documentText(at.doc));
    if ('problem' in parsed) throw new Error(parsed.problem);
    expect(parsed.file.version).toBe(1);
    expect([...citesFromFile(parsed.file)]).toEqual([['c1', AT]]);
    const again = new Y.Doc();
    fillDocument(again, boardFromFile(parsed.file), null, [], citesFromFile(parsed.file));
    expect(documentText(again)).toBe(documentText(at.doc));
    const bad = { ...parsed.file, board: { ...parsed.file.board, cites: { c1: 'now' } } };
    expect(parseFile(JSON.stringify(bad))).toHaveProperty('problem');
  });
});
