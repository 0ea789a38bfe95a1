import { describe, expect, it } from 'vitest';
import { BoardEditError } from '#shared/board/edit.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import { violations } from '#shared/board/invariants.ts';
import { desk, refusal, sample, sync, twoDesks } from './support.ts';

const at = () => {
  const d = desk();
  sample(d);
  return d;
};

describe('the editor', () => {
  it('BOARD-2 a new element has its kind’s defaults, its place in the order, its boss and its container', () => {
    const { editor, board } = at();
    const id = editor.addElement({ kind: 'role', x: 5, y: 6, boss: 'vp', sitsIn: 'ops', attributes: { fn: 'MOP' } });
    expect(board().elements.get(id)).toMatchObject({ kind: 'role', name: 'New role', x: 5, y: 6, sitsIn: 'ops' });
    expect(board().elements.get(id)?.attributes).toEqual({ fn: 'MOP' });
    expect(
      indexBoard(board())
        .reportsOf('vp')
        .map((e) => e.id),
    ).toEqual(['ops', 'brand', id]);
    expect(violations(board())).toEqual([]);
  });

  it('BOARD-2 a refused edit says a sentence and writes nothing', () => {
    const { editor, doc } = at();
    let writes = 0;
    doc.on('update', () => {
      writes += 1;
    });
    const refused: Record<string, () => unknown> = {
      'reports-cycle': () => editor.reparent(['cmo'], 'ops'),
      'reports-to-itself': () => editor.reparent(['vp'], 'vp'),
      'line-refused': () => editor.relate('reports', 'crm', 'cmo'),
      missing: () => editor.relate('serves', 'crm', 'nobody'),
      'id-taken': () => editor.addElement({ id: 'cmo', kind: 'role', x: 0, y: 0 }),
      'bad-id': () => editor.addElement({ id: 'a b', kind: 'role', x: 0, y: 0 }),
      'bad-number': () => editor.move(new Map([['cmo', { x: Number.NaN, y: 0 }]])),
      'bad-order': () => editor.setOrder('cmo', '?'),
      'bad-attribute': () => editor.setAttributes(['cmo'], { fn: 'NONE' }),
      'text-too-long': () => editor.rename('cmo', 'x'.repeat(10_001)),
      'sits-in-itself': () => editor.setSitsIn(['ops'], 'ops'),
      'not-a-container': () => editor.setSitsIn(['ops'], 'crm'),
    };
    for (const [code, run] of Object.entries(refused)) {
      expect(refusal(run)).toBe(code);
      expect(run).toThrow(BoardEditError);
      expect(run).toThrow(/\.$/);
    }
    expect(writes).toBe(0);
  });

  it('BOARD-2 sitting in each other is refused, through others too', () => {
    const { editor, board } = at();
    editor.setSitsIn(['brand'], 'ops');
    expect(refusal(() => editor.setSitsIn(['ops'], 'brand'))).toBe('sits-in-cycle');
    editor.setSitsIn(['brand'], null);
    editor.setSitsIn(['ops'], 'brand');
    expect(board().elements.get('ops')?.sitsIn).toBe('brand');
  });

  it('BOARD-2 the same line again is the same line, in both directions where it reads both ways', () => {
    const { editor, board } = at();
    const id = editor.relate('partners', 'ops', 'brand');
    expect(editor.relate('partners', 'brand', 'ops')).toBe(id);
    expect(editor.relate('owns', 'ops', 'crm')).toBe(
      [...board().relations.values()].find((r) => r.kind === 'owns')?.id,
    );
    expect([...board().relations.values()].filter((r) => r.kind === 'partners')).toHaveLength(1);
  });

  it('BOARD-2 a new boss takes the place of the old one, after the others there', () => {
    const { editor, board } = at();
    editor.reparent(['vp'], null);
    editor.reparent(['brand'], 'cmo');
    editor.reparent(['vp'], 'cmo');
    expect(
      indexBoard(board())
        .reportsOf('cmo')
        .map((e) => e.id),
    ).toEqual(['brand', 'vp']);
    expect([...board().relations.values()].filter((r) => r.from === 'brand' && r.kind === 'reports')).toHaveLength(1);
  });

  it('BOARD-2 attributes are stored in one form, and null removes them', () => {
    const { editor, board } = at();
    editor.setAttributes(['crm', 'gone'], { layer: '1', scope: 'global' });
    editor.setAttributes(['ops'], { cap: ['execute', 'data', 'data'], budget: true });
    expect(board().elements.get('crm')?.attributes).toEqual({ layer: 1, scope: 'global' });
    expect(board().elements.get('ops')?.attributes['cap']).toEqual(['data', 'execute']);
    editor.setAttributes(['ops'], { budget: null });
    expect(board().elements.get('ops')?.attributes).not.toHaveProperty('budget');
  });

  it('BOARD-2 writing what is there already is no change', () => {
    const { editor, doc } = at();
    let writes = 0;
    doc.on('update', () => {
      writes += 1;
    });
    editor.move(new Map([['cmo', { x: 0, y: 0 }]]));
    editor.rename('cmo', 'Chief marketing officer');
    editor.setKind('cmo', 'role');
    editor.reparent(['vp'], 'cmo');
    editor.setGroup(['vp'], null);
    expect(writes).toBe(0);
  });

  it('BOARD-2 everything in one transact is one update, nested too', () => {
    const { editor, doc } = at();
    let writes = 0;
    doc.on('update', () => {
      writes += 1;
    });
    editor.transact(() => {
      const id = editor.addElement({ kind: 'unit', x: 0, y: 0 });
      editor.transact(() => editor.reparent([id], 'cmo'));
      editor.reparent(['vp'], id);
    });
    expect(writes).toBe(1);
  });

  it('BOARD-3 two people type in the same name at once: both letters stay', () => {
    const [one, two] = twoDesks(sample);
    one.editor.rename('brand', 'The Brand');
    two.editor.rename('brand', 'Brand studio');
    sync(one.doc, two.doc);
    expect(one.board().elements.get('brand')?.name).toBe('The Brand studio');
    expect(two.board()).toEqual(one.board());
  });

  it('BOARD-3 a position is one value: two drags never mix x and y', () => {
    const [one, two] = twoDesks(sample);
    one.editor.move(new Map([['brand', { x: 1, y: 1 }]]));
    two.editor.move(new Map([['brand', { x: 2, y: 2 }]]));
    sync(one.doc, two.doc);
    const { x, y } = one.board().elements.get('brand') ?? { x: 0, y: 1 };
    expect(x).toBe(y);
    expect(two.board()).toEqual(one.board());
  });

  it('BOARD-3 half a surrogate pair is never written', () => {
    const { editor, board } = at();
    editor.rename('brand', 'B\uD83D');
    editor.rename('ops', 'a😀b');
    editor.rename('ops', 'a😁b');
    expect(board().elements.get('brand')?.name).toBe('B\uFFFD');
    expect(board().elements.get('ops')?.name).toBe('a😁b');
  });

  it('BOARD-4 additions to a tiger team and to a friction marker at the same moment both stay', () => {
    const [one, two] = twoDesks((d) => {
      sample(d);
      d.editor.addTiger({ id: 't', name: 'Launch', members: { vp: 10 } });
      d.editor.addFriction({ id: 'f', friction: 'silo', on: ['vp'] });
    });
    one.editor.setLoad('t', 'ops', 30);
    two.editor.setLoad('t', 'brand', 40);
    one.editor.updateFriction('f', { on: ['vp', 'ops'] });
    two.editor.updateFriction('f', { on: ['vp', 'brand'], status: 'mitigated', mitigation: 'A weekly talk' });
    sync(one.doc, two.doc);
    expect(one.board().overlays.get('t')).toMatchObject({ members: { brand: 40, ops: 30, vp: 10 } });
    expect(one.board().overlays.get('f')).toMatchObject({ on: ['brand', 'ops', 'vp'], status: 'mitigated' });
    expect(two.board()).toEqual(one.board());
  });

  it('BOARD-4 zones, tiger teams, frictions, frames, prompts and the board’s facts can be changed', () => {
    const { editor, board } = at();
    const zone = editor.addZone({ zone: 'function', x: 0, y: 0, w: 100, h: 100, wall: true });
    const tiger = editor.addTiger({});
    const friction = editor.addFriction({ friction: 'silo', on: ['ops'] });
    const frame = editor.addFrame({ x: 0, y: 0, w: 160, h: 90 });
    const prompt = editor.addPrompt({ text: 'Who pays?' });
    editor.updateZone(zone, { title: 'Marketing', wall: false, collapsed: true, x: 7, fn: 'MKT' });
    editor.updateTiger(tiger, { name: 'Launch', start: 1, end: 6, hidden: true, lead: 'vp' });
    editor.updateFriction(friction, { on: [], at: { x: 3, y: 4 }, friction: 'data-access' });
    editor.updateFrame(frame, { title: 'First', w: 320 });
    editor.updatePrompt(prompt, { answer: 'Sales', dismissed: true });
    editor.setMeta({ title: 'Ours', state: 'as-is' });
    editor.updateTiger(tiger, { end: null });
    expect(board().overlays.get(zone)).toMatchObject({
      title: 'Marketing',
      wall: false,
      collapsed: true,
      x: 7,
      y: 0,
      fn: 'MKT',
    });
    expect(board().overlays.get(tiger)).toMatchObject({
      name: 'Launch',
      start: 1,
      end: null,
      hidden: true,
      lead: 'vp',
    });
    expect(board().overlays.get(friction)).toMatchObject({ on: [], at: { x: 3, y: 4 }, friction: 'data-access' });
    expect(board().frames.get(frame)).toMatchObject({ title: 'First', w: 320, h: 90 });
    expect(board().prompts.get(prompt)).toMatchObject({ text: 'Who pays?', answer: 'Sales', dismissed: true });
    expect(board().meta).toEqual({ title: 'Ours', subtitle: '', state: 'as-is', template: '' });
    editor.rename(zone, 'Ours');
    editor.rename(tiger, 'Sprint');
    editor.rename(frame, 'Second');
    editor.move(
      new Map([
        [zone, { x: 1, y: 2 }],
        [friction, { x: 5, y: 6 }],
      ]),
    );
    expect(board().overlays.get(zone)).toMatchObject({ title: 'Ours', x: 1, y: 2 });
    expect(board().overlays.get(tiger)).toMatchObject({ name: 'Sprint' });
    expect(board().overlays.get(friction)).toMatchObject({ at: { x: 5, y: 6 } });
    expect(refusal(() => editor.setLoad(tiger, 'vp', 101))).toBe('bad-number');
    expect(refusal(() => editor.updateZone(tiger, { title: 'x' }))).toBe('missing');
    expect(violations(board())).toEqual([]);
  });

  it('BOARD-5 what is locked cannot be changed or removed by who may not, and can by who may', () => {
    const { editor, doc, board } = at();
    editor.setLocked(['vp'], true);
    const refused = [
      () => editor.move(new Map([['vp', { x: 1, y: 1 }]])),
      () => editor.resize(new Map([['vp', { x: 1, y: 1, w: 99, h: 99 }]])),
      () => editor.rename('vp', 'x'),
      () => editor.setAttributes(['vp'], { fte: 1 }),
      () => editor.setKind('vp', 'unit'),
      () => editor.setSitsIn(['vp'], 'ops'),
      () => editor.setOrder('vp', 'a'),
      () => editor.setGroup(['vp'], 'g'),
      () => editor.setLocked(['vp'], false),
      () => editor.remove(['brand', 'vp']),
    ];
    for (const run of refused) expect(refusal(run)).toBe('locked');
    expect(board().elements.get('brand')).toBeDefined();
    const convenor = desk('c', { mayEditLocked: true }, doc);
    convenor.editor.rename('vp', 'VP growth');
    convenor.editor.setLocked(['vp'], false);
    expect(refusal(() => editor.rename('vp', 'VP marketing'))).toBeNull();
  });

  it('BOARD-5 a container that holds something locked is not removed from under it', () => {
    const { editor, board } = at();
    editor.setSitsIn(['brand'], 'ops');
    editor.setLocked(['brand'], true);
    expect(refusal(() => editor.remove(['ops']))).toBe('holds-locked');
    expect(board().elements.has('ops')).toBe(true);
  });
});
