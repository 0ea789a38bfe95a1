import { describe, expect, it } from 'vitest';
import { boxesOverlap } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import { type Board, type BoardElement, EMPTY_BOARD, type Relation, reportsId } from '#shared/board/model.ts';
import type { ImportDraft, ImportedItem } from '#shared/import/import-types.ts';
import { branchesWithin, cutDraft, levelCounts } from '../../../client/import/cut-draft.ts';
import { piecesOf } from '../../../client/import/pieces.ts';
import { sketchOf } from '../../../client/import/sketch.ts';
import { addImported } from '../../../client/import/write-board.ts';
import { createFakeRuntime } from '../../support/fake-runtime.ts';

const item = (key: string, boss: string | null): ImportedItem => ({
  key,
  line: 1,
  kind: 'role',
  name: key,
  person: '',
  title: key,
  email: '',
  boss,
  sitsIn: null,
  attributes: {},
});

/** Everybody but the first reports to the one `span` times earlier. */
const draft = (count: number, span: number): ImportDraft => ({
  format: 'table',
  title: '',
  items: Array.from({ length: count }, (_, i) => item(`k${i}`, i === 0 ? null : `k${Math.floor((i - 1) / span)}`)),
  lines: [{ kind: 'dotted', from: 'k3', to: 'k2' }],
  repairs: [],
  unplaced: false,
});

function tree(count: number, span: number): Board {
  const elements = new Map<string, BoardElement>();
  const relations = new Map<string, Relation>();
  for (let i = 0; i < count; i += 1) {
    const id = `k${i}`;
    const place = { x: (i % 50) * 200, y: Math.floor(i / 50) * 100, w: 160, h: 52 };
    const more = { order: 'a0', sitsIn: null, locked: false, group: null, attributes: {} };
    elements.set(id, { id, kind: 'role', name: id, ...place, ...more });
    const to = `k${Math.floor((i - 1) / span)}`;
    if (i > 0) relations.set(reportsId(id), { id: reportsId(id), kind: 'reports', from: id, to, attributes: {} });
  }
  return { ...EMPTY_BOARD, elements, relations };
}

describe('a part of a large source', () => {
  it('IMPORTUI-6 levels are counted from the top', () => {
    expect(levelCounts(draft(21, 4))).toEqual([1, 5, 21]);
    expect(levelCounts({ ...draft(3, 2), items: [item('a', 'gone'), item('b', 'a')] })).toEqual([1, 2]);
  });

  it('IMPORTUI-7 the top levels keep their lines and lose what is cut', () => {
    const cut = cutDraft(draft(21, 4), { part: 'levels', levels: 2 });
    expect(cut.items.map((one) => one.key)).toEqual(['k0', 'k1', 'k2', 'k3', 'k4']);
    expect(cut.lines).toHaveLength(1);
    expect(cutDraft(draft(21, 4), { part: 'levels', levels: 1 }).lines).toEqual([]);
  });

  it('IMPORTUI-8 one branch is its head, now under nobody, and all below', () => {
    const cut = cutDraft(draft(21, 4), { part: 'branch', key: 'k2' });
    expect(cut.items.map((one) => one.key)).toEqual(['k2', 'k9', 'k10', 'k11', 'k12']);
    expect(cut.items.map((one) => one.boss)).toEqual([null, 'k2', 'k2', 'k2', 'k2']);
  });

  it('IMPORTUI-9 the branches offered are the largest that fit', () => {
    expect(branchesWithin(draft(21, 4), 10, 2).map(({ key, count }) => [key, count])).toEqual([
      ['k1', 5],
      ['k2', 5],
    ]);
    expect(branchesWithin(draft(21, 4), 21, 1).map(({ key }) => key)).toEqual(['k0']);
  });

  it('IMPORTUI-10 a chain of 20,000 is counted and cut', () => {
    const chain = draft(20_000, 1);
    expect(levelCounts(chain)).toHaveLength(20_000);
    expect(branchesWithin(chain, 10_000, 1)[0]?.count).toBe(10_000);
    expect(cutDraft(chain, { part: 'branch', key: 'k19990' }).items).toHaveLength(10);
  });
});

describe('writing a large board', () => {
  it('IMPORTUI-11 pieces hold every element and every line once, and few lines lead across', () => {
    const board = tree(2_500, 6);
    const pieces = piecesOf(board, 600);
    expect(pieces.map((piece) => piece.elements.length)).toEqual([600, 600, 600, 600, 100]);
    const lines = pieces.flatMap((piece) => [...piece.relations, ...piece.across]);
    expect(new Set(lines.map((line) => line.id)).size).toBe(2_499);
    expect(lines).toHaveLength(2_499);
    expect(pieces.flatMap((piece) => piece.across).length).toBeLessThan(150);
  });

  it('IMPORTUI-12 it arrives whole in messages the server takes, beside what is there, and is one step of undo', async () => {
    const runtime = createFakeRuntime();
    const there = runtime.add('unit', 'There before', { x: 500, y: 350 });
    runtime.undo.stop();
    const sizes: number[] = [];
    runtime.doc.on('update', (update: Uint8Array) => sizes.push(update.length));
    const shares: number[] = [];
    expect(await addImported(runtime, tree(1_400, 6), (share) => shares.push(share))).toBe(true);
    expect(Math.max(...sizes)).toBeLessThan(600_000);
    expect(shares).toEqual([...shares].sort((a, b) => a - b));
    expect(runtime.board.elements.size).toBe(1_401);
    expect([...runtime.board.relations.values()].filter((line) => line.kind === 'reports')).toHaveLength(1_399);
    expect(
      indexBoard(runtime.board)
        .reportsOf(runtime.named('k1'))
        .map((one) => one.name),
    ).toContain('k7');
    const before = runtime.board.elements.get(there);
    const met = [...runtime.board.elements.values()].filter(
      (one) => before !== undefined && one.id !== there && boxesOverlap(one, before),
    );
    expect(met).toEqual([]);
    expect(runtime.ui.getState().selection.size).toBe(1_400);
    runtime.undo.undo();
    expect([...runtime.board.elements.keys()]).toEqual([there]);
    runtime.undo.redo();
    expect(runtime.board.elements.size).toBe(1_401);
    expect(runtime.board.relations.size).toBe(1_399);
  }, 30_000);

  it('IMPORTUI-13 the picture from far away has every box, and its lines', () => {
    const { boxes, lines, view } = sketchOf(tree(30, 3));
    expect(boxes.match(/M/g)).toHaveLength(30);
    expect(lines.match(/M/g)).toHaveLength(29);
    expect(view.split(' ').map(Number).every(Number.isFinite)).toBe(true);
  });
});
