import { describe, expect, it } from 'vitest';
import { diffBoards } from '#shared/board/diff/diff-boards.ts';
import { changeSentence, diffJson, diffSentences } from '#shared/board/diff/sentences.ts';
import type { Board, Id } from '#shared/board/model.ts';
import { changedIds, createBoardView } from '#shared/board/read.ts';
import { type Desk, desk, sample } from '../board/support.ts';

/** What is told about an edit of the sample. */
function toldAfter(edit: (at: Desk) => void, prepare: (at: Desk) => void = () => undefined): string[] {
  const at = desk();
  sample(at);
  prepare(at);
  const before = at.board();
  edit(at);
  return diffSentences(diffBoards(before, at.board()));
}

/** What one edit is told as, from what the view says was touched. */
function oneEdit(edit: (at: Desk) => void): string {
  const at = desk();
  sample(at);
  const view = createBoardView(at.doc);
  const before = view.board;
  edit(at);
  const sentence = changeSentence(before, view.board, changedIds(before, view.board));
  view.destroy();
  return sentence;
}

describe('a diff of two moments', () => {
  it('DIFF-7 a new boss, a new span, an addition: the headline counts, the details name', () => {
    const sentences = toldAfter(({ editor }) => {
      editor.reparent(['ops'], 'cmo');
      editor.addElement({ id: 'data', kind: 'unit', x: 0, y: 0, name: 'Data team', boss: 'vp' });
      editor.addElement({ id: 'events', kind: 'unit', x: 0, y: 0, name: 'Events', boss: 'cmo' });
    });
    expect(sentences[0]).toBe('1 team moved, 2 added, span of Chief marketing officer 1 to 3.');
    expect(sentences.slice(1)).toEqual([
      'Marketing operations moved from VP marketing to Chief marketing officer.',
      'Data team added under VP marketing.',
      'Events added under Chief marketing officer.',
    ]);
  });

  it('DIFF-8 names, kinds, attributes, containers and locks are told with what they were', () => {
    const sentences = toldAfter(
      ({ editor }) => {
        editor.rename('brand', 'Brand and content');
        editor.setKind('ops', 'centre');
        editor.setAttributes(['vp'], { vacant: true, fte: 2, fn: 'MOP', cap: ['data', 'process'] });
        editor.setSitsIn(['crm'], null);
        editor.setLocked(['cmo'], true);
      },
      ({ editor }) => {
        editor.setAttributes(['vp'], { fte: 1, fn: 'MKT', cap: ['data', 'tech'] });
        editor.setSitsIn(['crm'], 'ops');
      },
    );
    expect(sentences).toEqual([
      '1 team renamed.',
      'Brand is now called Brand and content.',
      'Marketing operations is a centre now, was a team.',
      'CRM no longer sits in Marketing operations.',
      'VP marketing: capability gained process and lost technology, function marketing to marketing operations, size 1 to 2 FTE, vacant.',
      'Chief marketing officer is locked.',
    ]);
  });

  it('DIFF-9 a line that is drawn, changed or taken away is told; what removed boxes take along goes without saying', () => {
    expect(
      toldAfter(
        ({ editor }) => {
          editor.relate('dotted', 'ops', 'cmo');
          editor.setAttributes(['funding'], { pct: 40 });
        },
        ({ editor, doc }) => {
          const id = editor.relate('funds', 'cmo', 'brand', { pct: 60 });
          const relations = doc.getMap('relations');
          const line = relations.get(id) as { clone(): unknown };
          relations.set('funding', line.clone());
          editor.remove([id]);
        },
      ).slice(1),
    ).toEqual([
      'New: Marketing operations has a dotted line to Chief marketing officer.',
      'Chief marketing officer funds Brand, 40 %; before 60 %.',
    ]);
    const removed = toldAfter(({ editor }) => editor.remove(['crm']));
    expect(removed).toEqual(['1 platform removed.', 'CRM removed.']);
  });

  it('DIFF-10 who owns something is told from the side of the thing', () => {
    const owned = toldAfter(({ editor, board }) => {
      const line = [...board().relations.values()].find((one) => one.kind === 'owns');
      editor.remove([line?.id ?? '']);
      editor.relate('owns', 'brand', 'crm');
    });
    expect(owned).toContain('CRM is owned by Brand instead of Marketing operations.');
    expect(toldAfter(({ editor }) => void editor.relate('owns', 'brand', 'crm'))).toContain(
      'CRM is now also owned by Brand.',
    );
  });

  it('DIFF-11 the order of reports is told with the fewest moves that explain it', () => {
    const sentences = toldAfter(
      ({ editor, board }) => {
        const last = board().elements.get('d')?.order ?? '';
        editor.setOrder('brand', `${last}V`);
      },
      ({ editor }) => {
        for (const id of ['c', 'd']) editor.addElement({ id, kind: 'unit', x: 0, y: 0, name: id, boss: 'vp' });
      },
    );
    expect(sentences.slice(1)).toEqual(['Brand is now 4 of 4 under VP marketing.']);
  });

  it('DIFF-12 tiger teams, friction, zones, frames and the title are told', () => {
    const sentences = toldAfter(
      ({ editor }) => {
        editor.setLoad('t', 'ops', 40);
        editor.setLoad('t', 'brand', 20);
        editor.setLoad('t', 'vp', null);
        editor.updateTiger('t', { lead: 'ops' });
        editor.updateFriction('f', { status: 'mitigated', mitigation: 'one backlog' });
        editor.updateZone('z', { title: 'Marketing, all of it', wall: true });
        editor.addFrame({ id: 'p', title: 'Overview', x: 0, y: 0, w: 800, h: 450 });
        editor.setMeta({ title: 'Plan', state: 'to-be' });
      },
      ({ editor }) => {
        editor.addTiger({ id: 't', name: 'Launch', members: { ops: 20, vp: 10 } });
        editor.addFriction({ id: 'f', friction: 'silo', on: ['ops', 'brand'] });
        editor.addZone({ id: 'z', zone: 'function', title: 'Marketing', x: 0, y: 0, w: 900, h: 900 });
        editor.setMeta({ title: 'Draft' });
      },
    );
    expect(sentences.slice(1)).toEqual([
      'Brand lent to tiger team Launch with 20 %.',
      'Marketing operations lent to tiger team Launch with 40 %, was 20 %.',
      'VP marketing no longer lent to tiger team Launch.',
      'Tiger team Launch: lead Marketing operations.',
      'Friction “Silo” on Brand and Marketing operations is mitigated, was open: one backlog.',
      'Zone Marketing is now called Marketing, all of it.',
      'Zone Marketing, all of it: a silo now.',
      'Frame Overview added.',
      'The board is called Plan, was Draft.',
      'The board is to-be now.',
    ]);
  });

  it('DIFF-13 where boxes stand is only counted', () => {
    expect(toldAfter(({ editor }) => editor.move(new Map([['ops', { x: 9, y: 9 }]])))).toEqual([
      '1 box stands elsewhere.',
    ]);
    const more = toldAfter(({ editor }) => {
      editor.move(
        new Map([
          ['ops', { x: 9, y: 9 }],
          ['crm', { x: 9, y: 9 }],
        ]),
      );
      editor.rename('vp', 'VP');
    });
    expect(more.at(-1)).toBe('2 boxes stand elsewhere.');
  });

  it('DIFF-14 long lists are cut and the rest is counted', () => {
    const sentences = toldAfter(({ editor }) => {
      for (let i = 0; i < 90; i += 1) editor.addElement({ kind: 'unit', x: 0, y: 0, name: `Team ${i}`, boss: 'vp' });
    });
    expect(sentences[0]).toBe('90 teams added, span of VP marketing 2 to 92.');
    expect(sentences).toHaveLength(62);
    expect(sentences.at(-1)).toBe('30 more changes.');
  });

  it('DIFF-15 boards without shared ids are matched by kind and name, then by a close name under the same boss', () => {
    const one = desk('x');
    sample(one);
    const two = desk('y');
    const ids = two.editor.addElements({
      elements: [...one.board().elements.values()],
      relations: [...one.board().relations.values()],
    });
    const id = (old: Id): Id => ids.get(old) ?? '';
    two.editor.rename(id('brand'), 'Brand and content');
    two.editor.reparent([id('ops')], id('cmo'));
    const close = diffBoards(one.board(), two.board());
    expect(close.related).toBe(false);
    expect(close.pairs.get(id('crm'))).toBe('crm');
    expect(diffSentences(close)).toEqual([
      '1 team moved, 1 added, 1 removed, span of Chief marketing officer 1 to 2, span of VP marketing 2 to 1.',
      'Marketing operations moved from VP marketing to Chief marketing officer.',
      'Brand and content added under VP marketing.',
      'Brand removed.',
    ]);
    two.editor.rename(id('brand'), 'The brand');
    expect(diffSentences(diffBoards(one.board(), two.board()))).toContain('Brand is now called The brand.');
  });

  it('DIFF-16 as data it holds the same sentences, with ids and values, and is plain JSON', () => {
    const at = desk();
    sample(at);
    const before = at.board();
    at.editor.reparent(['ops'], 'cmo');
    const json = diffJson(diffBoards(before, at.board()));
    expect(JSON.parse(JSON.stringify(json))).toEqual(json);
    expect(json).toMatchObject({ format: 'orgora-diff', version: 1, related: true });
    expect(json.changes).toContainEqual({
      type: 'moved',
      about: 'element',
      id: 'ops',
      was: 'ops',
      name: 'Marketing operations',
      kind: 'unit',
      from: 'VP marketing',
      to: 'Chief marketing officer',
      sentence: 'Marketing operations moved from VP marketing to Chief marketing officer.',
    });
  });

  it('DIFF-17 one edit is told in one breath', () => {
    expect(oneEdit(({ editor }) => editor.rename('vp', 'VP brand'))).toBe('VP marketing is now called VP brand.');
    expect(oneEdit(({ editor }) => editor.reparent(['ops'], 'cmo'))).toBe(
      'Marketing operations moved from VP marketing to Chief marketing officer.',
    );
    expect(oneEdit(({ editor }) => editor.move(new Map([['ops', { x: 9, y: 9 }]])))).toBe(
      'Marketing operations stands elsewhere.',
    );
    expect(
      oneEdit(({ editor }) => {
        editor.transact(() => {
          for (const name of ['A', 'B', 'C']) editor.addElement({ kind: 'role', x: 0, y: 0, name, boss: 'vp' });
        });
      }),
    ).toBe('3 roles added, span of VP marketing 2 to 5.');
    expect(oneEdit(() => undefined)).toBe('');
  });

  it('DIFF-18 what one edit is told as does not depend on the rest of the board', () => {
    const at = desk();
    sample(at);
    const before: Board = at.board();
    at.editor.rename('brand', 'Elsewhere');
    at.editor.rename('vp', 'VP brand');
    expect(changeSentence(before, at.board(), new Set(['vp']))).toBe('VP marketing is now called VP brand.');
  });
});
