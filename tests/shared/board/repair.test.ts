import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cycleCuts, repair, violations } from '#shared/board/invariants.ts';
import type { Board, BoardElement, Overlay, Relation } from '#shared/board/model.ts';
import { EMPTY_BOARD } from '#shared/board/model.ts';
import { sortedMap } from '#shared/board/tables.ts';

const ids = ['a', 'b', 'c', 'd', 'e'] as const;
const anyId = fc.constantFrom(...ids, 'ghost');
const anyNumber = fc.oneof(fc.double(), fc.constantFrom(0, 40, 160, Number.NaN, Number.POSITIVE_INFINITY, -3e6));
const anyOrder = fc.constantFrom('V', 'V', 'a', '', '0', 'x y');

const anyElement = (id: string): fc.Arbitrary<BoardElement> =>
  fc.record({
    id: fc.constant(id),
    kind: fc.constantFrom('unit' as const, 'role' as const, 'platform' as const, 'committee' as const),
    name: fc.constant(id),
    x: anyNumber,
    y: anyNumber,
    w: anyNumber,
    h: anyNumber,
    order: anyOrder,
    sitsIn: fc.option(anyId),
    locked: fc.boolean(),
    group: fc.constant(null),
    attributes: fc.constant({}),
  });

const anyRelation = fc
  .record({
    kind: fc.constantFrom(
      'reports' as const,
      'reports' as const,
      'dotted' as const,
      'owns' as const,
      'partners' as const,
    ),
    from: anyId,
    to: anyId,
    named: fc.constantFrom('r1', 'r2', 'r3', 'a'),
  })
  .map(({ kind, from, to, named }): Relation => {
    return { id: kind === 'reports' && named !== 'r3' ? `reports:${from}` : named, kind, from, to, attributes: {} };
  });

const anyOverlay: fc.Arbitrary<Overlay> = fc.oneof(
  fc.record({
    id: fc.constantFrom('t1', 't2', 'b'),
    kind: fc.constant('tiger' as const),
    name: fc.constant(''),
    purpose: fc.constant(''),
    sponsor: fc.constant(''),
    lead: fc.constantFrom('', 'a', 'ghost'),
    start: fc.constant(null),
    end: fc.constant(null),
    members: fc.dictionary(anyId, anyNumber),
    order: anyOrder,
    hidden: fc.boolean(),
  }),
  fc.record({
    id: fc.constantFrom('f1', 'f2', 't1'),
    kind: fc.constant('friction' as const),
    friction: fc.constant('silo'),
    status: fc.constant('open' as const),
    mitigation: fc.constant(''),
    owner: fc.constant(''),
    on: fc.uniqueArray(fc.constantFrom('a', 'ghost', 'r1', 't1', 'f2', 'z1', 'reports:a')),
    at: fc.record({ x: anyNumber, y: anyNumber }),
  }),
  fc.record({
    id: fc.constantFrom('z1', 'z2'),
    kind: fc.constant('zone' as const),
    zone: fc.constant('function' as const),
    title: fc.constant(''),
    fn: fc.constant(null),
    wall: fc.boolean(),
    collapsed: fc.boolean(),
    order: anyOrder,
    x: anyNumber,
    y: anyNumber,
    w: anyNumber,
    h: anyNumber,
  }),
);

const table = <T extends { readonly id: string }>(items: readonly T[]) =>
  sortedMap(items.map((item) => [item.id, Object.freeze(item)] as const));

const anyBoard: fc.Arbitrary<Board> = fc
  .record({
    elements: fc.tuple(...ids.map(anyElement)),
    keep: fc.subarray([...ids]),
    relations: fc.array(anyRelation, { maxLength: 12 }),
    overlays: fc.array(anyOverlay, { maxLength: 5 }),
    frame: fc.record({
      id: fc.constantFrom('frame', 'a'),
      title: fc.constant(''),
      order: anyOrder,
      x: anyNumber,
      y: anyNumber,
      w: anyNumber,
      h: anyNumber,
    }),
  })
  .map(({ elements, keep, relations, overlays, frame }) => ({
    ...EMPTY_BOARD,
    elements: table(elements.filter((element) => (keep as readonly string[]).includes(element.id))),
    relations: table(relations),
    overlays: table(overlays),
    frames: table([frame]),
  }));

describe('repair', () => {
  it('BOARD-12 makes any board valid, the same one each time, and leaves a valid one as it is', () => {
    fc.assert(
      fc.property(anyBoard, (raw) => {
        const board = repair(raw);
        expect(violations(board)).toEqual([]);
        expect(repair(raw)).toEqual(board);
        const again = repair(board);
        for (const part of ['elements', 'relations', 'overlays', 'frames', 'prompts'] as const) {
          expect(again[part]).toBe(board[part]);
        }
      }),
      { numRuns: 1_500, seed: 11 },
    );
  });

  it('BOARD-12 keeps the identity of what was repaired the same way before', () => {
    fc.assert(
      fc.property(anyBoard, (raw) => {
        const board = repair(raw);
        const later = repair({ ...raw, meta: { ...raw.meta, title: 'Later' } }, board);
        expect(later.elements).toBe(board.elements);
        expect(later.relations).toBe(board.relations);
        expect(later.overlays).toBe(board.overlays);
      }),
      { numRuns: 300, seed: 12 },
    );
  });

  it('BOARD-12 one cut per ring, whatever the order of its members', () => {
    const ring = [
      ['a', 'b'],
      ['b', 'c'],
      ['c', 'a'],
      ['x', 'a'],
      ['p', 'q'],
      ['q', 'p'],
    ] as const;
    expect(cycleCuts(new Map(ring)).sort()).toEqual(['c', 'q']);
    expect(cycleCuts(new Map([...ring].reverse())).sort()).toEqual(['c', 'q']);
    expect(
      cycleCuts(
        new Map([
          ['a', 'b'],
          ['b', 'c'],
        ]),
      ),
    ).toEqual([]);
  });

  it('BOARD-12 violations says what is wrong with a board that was not repaired', () => {
    fc.assert(
      fc.property(anyBoard, (raw) => {
        const board = repair(raw);
        const same = (['elements', 'relations', 'overlays', 'frames'] as const).every(
          (part) => raw[part] === board[part],
        );
        // A double of a line is dropped too, which breaks no rule.
        if (violations(raw).length > 0) expect(same).toBe(false);
      }),
      { numRuns: 300, seed: 13 },
    );
    const lost: Relation = Object.freeze({ id: 'reports:a', kind: 'reports', from: 'a', to: 'b', attributes: {} });
    expect(violations({ ...EMPTY_BOARD, relations: new Map([[lost.id, lost]]) })).toEqual([
      'reports:a hangs in the air.',
    ]);
  });
});
