import { describe, expect, test } from 'vitest';
import type { Box } from '../../../shared/board/model.ts';
import { drawBoard } from '../../../shared/drawing/draw-board.ts';
import { drawTiger } from '../../../shared/drawing/draw-overlays.ts';
import { hullOf } from '../../../shared/drawing/hull.ts';
import { overlaps } from '../../../shared/drawing/hull-corridors.ts';
import { placeTigers } from '../../../shared/drawing/place-tigers.ts';
import { THEMES } from '../../../shared/drawing/theme.ts';
import { boardOf, element, seeded, tiger } from './sample.ts';

const box = (x: number, y: number): Box => ({ x, y, w: 160, h: 72 });
const covers = (rects: readonly Box[], x: number, y: number): boolean =>
  rects.some((r) => x >= r.x && x <= r.x + r.w && y >= r.y && y <= r.y + r.h);

/** Whether rectangles hang together: every one reached from the first through overlaps. */
function connected(rects: readonly Box[]): boolean {
  const reached = new Set(rects.slice(0, 1));
  for (let grew = true; grew; ) {
    grew = false;
    for (const rect of rects) {
      if (reached.has(rect)) continue;
      const touching = { x: rect.x - 0.5, y: rect.y - 0.5, w: rect.w + 1, h: rect.h + 1 };
      if ([...reached].some((other) => overlaps(touching, other))) {
        reached.add(rect);
        grew = true;
      }
    }
  }
  return reached.size === rects.length;
}

/** A grid of 60 boxes, ten in a row. */
const GRID = Array.from({ length: 60 }, (_, i) => box((i % 10) * 208, Math.floor(i / 10) * 136));

describe('tiger teams', () => {
  test('HULL-1 a hull holds every corner of every member, in one piece', () => {
    const random = seeded(3);
    for (let run = 0; run < 40; run++) {
      const members = Array.from({ length: 2 + Math.floor(random() * 7) }, () =>
        box(Math.round(random() * 1200), Math.round(random() * 900)),
      );
      const hull = hullOf(members, [], 8);
      for (const member of members) {
        for (const [dx, dy] of [
          [0, 0],
          [160, 0],
          [0, 72],
          [160, 72],
        ] as const) {
          expect(covers(hull.rects, member.x + dx, member.y + dy)).toBe(true);
        }
      }
      expect(connected(hull.rects)).toBe(true);
    }
  });

  test('HULL-2 a hull goes round boxes that are not in the team where there is a way', () => {
    const inTheWay = box(300, 0);
    const free = hullOf([box(0, 0), box(600, 200)], [inTheWay], 8);
    expect(free.rects.some((rect) => overlaps(rect, inTheWay))).toBe(false);
    const spread = [0, 13, 27, 41, 55].flatMap((i) => GRID[i] ?? []);
    const foreign = GRID.filter((other) => !spread.includes(other));
    const hit = foreign.filter((other) => hullOf(spread, foreign, 8).rects.some((rect) => overlaps(rect, other)));
    expect(hit.length).toBeLessThanOrEqual(6);
  });

  test('HULL-3 neighbours join at full width and distant members by a corridor of 36', () => {
    const near = hullOf([box(0, 0), box(200, 0)], [], 8);
    expect(near.rects.at(-1)?.h).toBe(88);
    const far = hullOf([box(0, 0), box(400, 0)], [], 8);
    expect(far.rects.at(-1)?.h).toBe(36);
  });

  test('HULL-4 teams that share a member never share an outline', () => {
    const elements = [element('a', 'unit', 0, 0), element('b', 'unit', 240, 0), element('c', 'unit', 480, 0)];
    const teams = [tiger('t1', { a: 10, b: 10 }), tiger('t2', { b: 10, c: 10 }), tiger('t3', { a: 10, b: 10, c: 10 })];
    const places = placeTigers(boardOf(elements, [], teams));
    const tops = [...places.values()].map((place) => place.rects[0]?.y);
    expect(new Set(tops).size).toBe(3);
  });

  test('HULL-5 a flag covers no box and no other flag', () => {
    const elements = GRID.slice(0, 30).map((b, i) => element(`e${i}`, 'unit', b.x, b.y));
    const teams = Array.from({ length: 5 }, (_, i) =>
      tiger(`t${i}`, { [`e${i}`]: 10, [`e${i + 10}`]: 20, [`e${i + 21}`]: 5 }),
    );
    const flags = [...placeTigers(boardOf(elements, [], teams)).values()].map((place) => place.flagBox);
    expect(flags).toHaveLength(5);
    for (const [i, flag] of flags.entries()) {
      expect(elements.some((e) => overlaps(flag, e))).toBe(false);
      expect(flags.some((other, j) => j !== i && overlaps(flag, other))).toBe(false);
    }
  });

  test('HULL-6 the sixth team and a team spread over more than 600 are rails with a number at every stop', () => {
    const elements = [0, 1, 2, 3]
      .map((i) => element(`e${i}`, 'unit', i * 220, 0))
      .concat(element('far', 'unit', 2000, 900));
    const teams = [0, 1, 2, 3, 4, 5].map((i) => tiger(`t${i}`, { e0: 5, e1: 5 }));
    const board = boardOf(elements, [], [...teams, tiger('t9', { e0: 5, far: 5 })]);
    const rails = [...placeTigers(board).values()].filter((place) => place.rail).map((place) => place.number);
    expect(rails).toEqual([6, 7]);
    const sixth = board.overlays.get('t5');
    if (sixth?.kind !== 'tiger') throw new Error('The sixth team is missing.');
    const drawn = drawTiger(board, sixth, 6, { detail: 3, finish: 'full' });
    expect(JSON.stringify(drawn.flag).match(/"text":"6"/g)).toHaveLength(3);
    expect(JSON.stringify(drawn.under)).toContain('"width":7');
  });

  test('HULL-7 a hidden team, and one whose members are gone, draws nothing', () => {
    const board = boardOf(
      [element('a', 'unit', 0, 0)],
      [],
      [tiger('t1', { a: 5 }, { hidden: true }), tiger('t2', { gone: 5 })],
    );
    expect(placeTigers(board).size).toBe(0);
  });

  test('HULL-8 outlines are worked out once: the same board gives the same ones, a change elsewhere on it too', () => {
    const random = seeded(11);
    const elements = GRID.map((b, i) => element(`e${i}`, 'unit', b.x, b.y));
    const teams = Array.from({ length: 5 }, (_, t) =>
      tiger(`t${t}`, Object.fromEntries(Array.from({ length: 8 }, () => [`e${Math.floor(random() * 60)}`, 10]))),
    );
    const board = boardOf(elements, [], teams);
    const first = placeTigers(board);
    expect(placeTigers(board)).toBe(first);
    expect([...first.keys()].sort()).toEqual(['t0', 't1', 't2', 't3', 't4']);
    for (const place of first.values()) expect(place.rects.length).toBeGreaterThan(0);
  });

  test('HULL-9 a corridor goes round a box that stands between two members, and over it when there is no way round', () => {
    const between = box(300, 0);
    const around = hullOf([box(0, 0), box(600, 0)], [between], 8);
    expect(around.rects.some((rect) => overlaps(rect, between))).toBe(false);
    expect(connected(around.rects)).toBe(true);
    const wall = { x: 300, y: -2000, w: 160, h: 4000 };
    const through = hullOf([box(0, 0), box(600, 0)], [wall], 8);
    expect(through.rects.some((rect) => overlaps(rect, wall))).toBe(true);
    expect(connected(through.rects)).toBe(true);
  });

  test('HULL-10 corridors leave the name of a container free where there is a way', () => {
    const elements = [
      element('core', 'centre', 400, 0, { w: 480, h: 260, name: 'Central martech core' }),
      element('inside', 'unit', 440, 70, { sitsIn: 'core' }),
      element('outside', 'unit', 100, 4),
    ];
    const board = boardOf(elements, [], [tiger('t', { inside: 20, outside: 20 })]);
    const name = { x: 560, y: 18, w: 160, h: 24 };
    const place = placeTigers(board).get('t');
    expect(connected(place?.rects ?? [])).toBe(true);
    expect(place?.rects.some((rect) => overlaps(rect, name))).toBe(false);
  });

  test('HULL-11 a hull is fainter in the dark: fill 12 and hatch 30 % on paper, 10 and 28 % in the dark', () => {
    const alpha = (value: string) => Math.round((Number.parseInt(value.slice(7), 16) / 255) * 100);
    expect([alpha(THEMES.light['team-2-fill']), alpha(THEMES.light['team-2-hatch'])]).toEqual([12, 30]);
    expect([alpha(THEMES.dark['team-2-fill']), alpha(THEMES.dark['team-2-hatch'])]).toEqual([10, 28]);
    const board = boardOf([element('a', 'unit', 0, 0)], [], [tiger('t', { a: 20 })]);
    const fills = drawBoard(board)
      .items.find((item) => item.layer === 'tiger')
      ?.marks.flatMap((mark) => (mark.type === 'path' && mark.fill !== undefined ? [mark.fill.color] : []));
    expect(fills).toEqual(['team-1-fill', 'team-1-hatch']);
  });
});
