import { describe, expect, it } from 'vitest';
import { compareOrder, isOrder, orderBetween, ordersBetween } from '#shared/board/order.ts';
import { randomFrom } from '../../fuzz/random.ts';

describe('order keys', () => {
  it('BOARD-1 a key between two keys sorts between them as a plain string, at random places, ten thousand times', () => {
    const random = randomFrom(7);
    const keys: string[] = [];
    for (let i = 0; i < 10_000; i += 1) {
      const at = random.below(keys.length + 1);
      const key = orderBetween(keys[at - 1] ?? null, keys[at] ?? null);
      expect(isOrder(key)).toBe(true);
      keys.splice(at, 0, key);
      expect(keys[at - 1] === undefined || (keys[at - 1] as string) < key).toBe(true);
      expect(keys[at + 1] === undefined || key < (keys[at + 1] as string)).toBe(true);
    }
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThan(20);
  });

  it('BOARD-1 lists built at their end or start keep keys of at most four characters', () => {
    const up = [orderBetween(null, null)];
    const down = [orderBetween(null, null)];
    for (let i = 0; i < 10_000; i += 1) {
      up.push(orderBetween(up.at(-1) ?? null, null));
      down.push(orderBetween(null, down.at(-1) ?? null));
    }
    expect([...up].sort()).toEqual(up);
    expect([...down].sort().reverse()).toEqual(down);
    expect(Math.max(...up.map((key) => key.length), ...down.map((key) => key.length))).toBeLessThanOrEqual(4);
  });

  it('BOARD-1 the ends of the key space are never used up', () => {
    let low = orderBetween(null, '0001');
    let high = orderBetween('zzzz', null);
    for (let i = 0; i < 200; i += 1) {
      const lower = orderBetween(null, low);
      const higher = orderBetween(high, null);
      expect(lower < low && high < higher).toBe(true);
      [low, high] = [lower, higher];
    }
  });

  it('BOARD-1 many keys at once rise strictly between their neighbours', () => {
    for (const [a, b] of [
      [null, null],
      ['V', null],
      [null, 'V'],
      ['V', 'V1'],
      ['a', 'b'],
    ] as const) {
      const keys = ordersBetween(a, b, 25);
      const all = [...(a === null ? [] : [a]), ...keys, ...(b === null ? [] : [b])];
      expect(keys).toHaveLength(25);
      expect(new Set(all).size).toBe(all.length);
      expect([...all].sort()).toEqual(all);
    }
    expect(ordersBetween('a', 'b', 0)).toEqual([]);
  });

  it('BOARD-1 equal neighbours give a key after both, and what is no key is refused', () => {
    expect(orderBetween('V', 'V') > 'V').toBe(true);
    for (const bad of ['', '0', 'a0', 'a b', 'ä', 'a'.repeat(1001)]) expect(isOrder(bad)).toBe(false);
    expect(() => orderBetween('a0', null)).toThrow(RangeError);
  });

  it('BOARD-1 equal keys are ordered by id', () => {
    const items = [
      { order: 'V', id: 'b' },
      { order: 'V', id: 'a' },
      { order: 'A', id: 'z' },
    ];
    expect(items.sort(compareOrder).map((item) => item.id)).toEqual(['z', 'a', 'b']);
  });
});
