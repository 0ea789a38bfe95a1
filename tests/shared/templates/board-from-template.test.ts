import { describe, expect, test } from 'vitest';
import { violations } from '#shared/board/invariants.ts';
import type { Board, Box, Zone } from '#shared/board/model.ts';
import { boardFromTemplate, unplacedBoard } from '#shared/templates/board-from-template.ts';
import type { Template } from '#shared/templates/define-template.ts';
import { TEMPLATES, template } from '#shared/templates/index.ts';

const named = (id: string): Template => {
  const found = template(id);
  if (found === undefined) throw new Error(`${id} is gone`);
  return found;
};

const overlap = (a: Box, b: Box): boolean => a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
const holds = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.w <= outer.x + outer.w &&
  inner.y + inner.h <= outer.y + outer.h;

const isInside = (board: Board, id: string, container: string): boolean => {
  for (let at = board.elements.get(id)?.sitsIn ?? null; at !== null; at = board.elements.get(at)?.sitsIn ?? null) {
    if (at === container) return true;
  }
  return false;
};

describe.each(TEMPLATES.map((t) => [t.id, t] as const))('%s', (_, t) => {
  const board = boardFromTemplate(t);
  const elements = [...board.elements.values()];

  test('TPL-20 becomes a valid board with everything in it', () => {
    expect(violations(board)).toEqual([]);
    expect(board.broken).toEqual([]);
    expect(board.elements.size).toBe(t.elements.length);
    expect(board.relations.size).toBe(t.relations.length);
    expect(board.overlays.size).toBe(t.zones.length + t.tigers.length + t.frictions.length);
    expect([...board.prompts.values()].map((p) => p.text)).toEqual(t.prompts);
    expect(board.meta).toEqual({ title: t.name, subtitle: '', state: '', template: t.id });
  });

  test('TPL-21 lays out so that no two elements overlap, but for what sits in a container', () => {
    const clashes: string[] = [];
    elements.forEach((a, i) => {
      for (const b of elements.slice(i + 1)) {
        const nested = isInside(board, a.id, b.id) || isInside(board, b.id, a.id);
        if (!nested && overlap(a, b)) clashes.push(`${a.id} and ${b.id}`);
      }
    });
    expect(clashes).toEqual([]);
  });

  test('TPL-22 draws every container around what sits in it', () => {
    for (const inner of elements) {
      const outer = inner.sitsIn === null ? undefined : board.elements.get(inner.sitsIn);
      if (outer !== undefined) expect(holds(outer, inner), `${inner.id} in ${outer.id}`).toBe(true);
    }
  });

  test('TPL-23 draws every zone around its members', () => {
    for (const { id, members } of t.zones) {
      const zone = board.overlays.get(id) as Zone;
      for (const member of members) {
        const item = board.elements.get(member);
        if (item !== undefined) expect(holds(zone, item), `${member} in ${id}`).toBe(true);
      }
    }
  });
});

test('TPL-24 lines have stable ids, one reporting line for one source', () => {
  const { relations } = boardFromTemplate(named('M1'));
  expect([...relations.keys()]).toEqual([
    'owns:sal:pcr',
    'owns:sp:pma',
    'reports:mkt',
    'reports:sp',
    'serves:ba:mkt',
    'serves:bd:mkt',
  ]);
});

test('TPL-25 the same template always makes the same board', () => {
  expect(boardFromTemplate(named('T1'))).toEqual(boardFromTemplate(named('T1')));
});

test('TPL-26 order keys keep the order of the template', () => {
  const t = named('T1');
  const { elements, overlays, prompts } = unplacedBoard(t);
  const inOrder = (items: Iterable<{ id: string; order: string }>): string[] =>
    [...items].sort((a, b) => (a.order < b.order ? -1 : 1)).map((item) => item.id);
  expect(inOrder(elements.values())).toEqual(t.elements.map((e) => e.id));
  expect(inOrder([...overlays.values()].filter((o) => o.kind === 'tiger'))).toEqual(['t1', 't2', 't3', 't4']);
  expect(inOrder(prompts.values())).toEqual(['prompt:1', 'prompt:2', 'prompt:3']);
});

test('TPL-28 a zone that names a function is tinted by it; another has no tint', () => {
  const tints = (id: string) =>
    Object.fromEntries(
      [...unplacedBoard(named(id)).overlays.values()].flatMap((o) => (o.kind === 'zone' ? [[o.title, o.fn]] : [])),
    );
  expect(tints('M1')).toEqual({ 'Marketing silo': 'MKT', 'Sales silo': 'SAL', 'IT silo': 'IT' });
  expect(tints('D1')).toEqual({ Marketing: 'MKT', 'Data and BI': 'DAT' });
  expect(tints('X1')).toEqual({ Global: null, Local: null });
});

test('TPL-27 a tiger team keeps loads, weeks, sponsor and lead; a friction its status and mitigation', () => {
  const { overlays } = unplacedBoard(named('T2'));
  expect(overlays.get('t1')).toMatchObject({
    ...{ name: 'Chartered sprint', sponsor: 'cmo', lead: 'tl', start: 0, end: 6 },
    members: { tl: 60, s1: 50, s2: 40, s3: 40 },
  });
  expect(unplacedBoard(named('H1')).overlays.get('f1')).toMatchObject({
    ...{ friction: 'priority-funding', on: ['idv', 'mop'], status: 'mitigated', mitigation: 'seats paid by marketing' },
  });
});
