import fc from 'fast-check';
import { expect, test } from 'vitest';
import type {
  Attributes,
  AttributeValue,
  Board,
  BoardElement,
  ElementKindId,
  Relation,
  RelationKindId,
} from '#shared/board/model.ts';
import { EMPTY_BOARD, reportsId } from '#shared/board/model.ts';
import { normalValue } from '#shared/board/normal-value.ts';
import { ordersBetween } from '#shared/board/order.ts';
import { csvOf, leftOutOf } from '#shared/formats/csv.ts';
import { outlineOf } from '#shared/formats/outline-text.ts';
import { boardFromDraft } from '#shared/import/to-board.ts';
import { RELATION_LIST, RELATIONS } from '#shared/relations/index.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { TEMPLATES } from '#shared/templates/index.ts';
import { ATTRIBUTES, type AttributeDefinition } from '#shared/vocabulary/attributes.ts';
import { ELEMENT_KINDS, KIND_LIST } from '#shared/vocabulary/index.ts';
import { draft, meaning, repairsOf } from './support.ts';

const backFromCsv = (board: Board): Board => boardFromDraft(draft(csvOf(board, { bom: true }), 'board.csv'));
const backFromList = (board: Board): Board => boardFromDraft(draft(outlineOf(board, { exact: true }), 'board.txt'));

test('CSV-12 every template comes back from its table with the same boxes, bosses, containers, attributes and lines', () => {
  for (const template of TEMPLATES) {
    const board = boardFromTemplate(template);
    expect({ id: template.id, ...(meaning(backFromCsv(board)) as object) }).toEqual({
      id: template.id,
      ...(meaning(board) as object),
    });
    expect(repairsOf(draft(csvOf(board))).filter((code) => code !== 'many-roots')).toEqual([]);
  }
});

test('OUTLINETEXT-6 every template comes back from its list with the same boxes, bosses, containers, attributes and lines', () => {
  for (const template of TEMPLATES) {
    const board = boardFromTemplate(template);
    expect({ id: template.id, ...(meaning(backFromList(board)) as object) }).toEqual({
      id: template.id,
      ...(meaning(board) as object),
    });
  }
});

const word = fc.string({
  unit: fc.constantFrom(
    'a',
    'B',
    '7',
    '"',
    ';',
    ',',
    '{',
    '}',
    '=',
    '|',
    '%',
    "'",
    '-',
    '#',
    'ș',
    '€',
    '.',
    '*',
    '\\',
    ':',
  ),
  minLength: 1,
  maxLength: 6,
});
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '));
const anyText = fc.string({ unit: fc.constantFrom('x', ' ', '\n', '"', ';', '\u00a0', '\t', '}', '='), maxLength: 8 });

function valuesOf({ id, value: spec }: AttributeDefinition): fc.Arbitrary<AttributeValue> {
  switch (spec.type) {
    case 'flag':
      return fc.boolean();
    case 'number':
      return fc.double({ min: spec.min, max: spec.max, noNaN: true }).map((n) => (n === 0 ? 0 : n));
    case 'text':
      return anyText;
    case 'choice':
      return fc.constantFrom(...spec.choices.map(({ code }) => normalValue(id, code) ?? code));
    case 'choices':
      return fc.subarray(spec.choices.map(({ code }) => code));
    case 'weights':
      return fc
        .subarray(spec.choices.map(({ code }) => code))
        .map((codes) => Object.fromEntries(codes.map((code) => [code, 10])));
  }
}

const attributes: fc.Arbitrary<Attributes> = fc
  .subarray(
    Object.values(ATTRIBUTES).filter((one) => one.id !== 'src'),
    { maxLength: 6 },
  )
  .chain((some) => fc.record(Object.fromEntries(some.map((one) => [one.id, valuesOf(one)]))));

interface Seed {
  readonly kind: ElementKindId;
  readonly name: string;
  readonly attributes: Attributes;
  readonly boss: number;
  readonly home: number;
}

const seeds: fc.Arbitrary<readonly Seed[]> = fc.array(
  fc.record({
    kind: fc.constantFrom(...KIND_LIST.map((kind) => kind.id)),
    name,
    attributes,
    boss: fc.nat(12),
    home: fc.nat(30),
  }),
  { minLength: 1, maxLength: 9 },
);
const wires = fc.array(
  fc.record({
    kind: fc.constantFrom(...RELATION_LIST.map((kind) => kind.id)),
    from: fc.nat(8),
    to: fc.nat(8),
    attributes: fc.constantFrom<Attributes>({}, { share: 20 }, { until: 'a|b; "c" %7C' }),
  }),
  { maxLength: 6 },
);

/** A valid board of what was drawn at random: only what stands before something is above it, only lines that may be. */
function boardOf(
  all: readonly Seed[],
  lines: readonly { kind: RelationKindId; from: number; to: number; attributes: Attributes }[],
): Board {
  const orders = ordersBetween(null, null, all.length);
  const elements = new Map<string, BoardElement>();
  const relations = new Map<string, Relation>();
  all.forEach((seed, i) => {
    const id = `e:${i}`;
    const home = elements.get(`e:${seed.home}`);
    const sitsIn = home !== undefined && ELEMENT_KINDS[home.kind].holds ? home.id : null;
    const place = { x: 0, y: 0, ...ELEMENT_KINDS[seed.kind].defaultSize };
    elements.set(id, {
      id,
      kind: seed.kind,
      name: seed.name,
      ...place,
      order: orders[i] ?? '',
      sitsIn,
      locked: false,
      group: null,
      attributes: seed.attributes,
    });
    const boss = elements.get(`e:${seed.boss}`);
    if (boss === undefined || boss.id === id || RELATIONS.reports.refuse({ id, kind: seed.kind }, boss, {}) !== null)
      return;
    relations.set(reportsId(id), { id: reportsId(id), kind: 'reports', from: id, to: boss.id, attributes: {} });
  });
  for (const line of lines) {
    const [from, to] = [elements.get(`e:${line.from}`), elements.get(`e:${line.to}`)];
    if (line.kind === 'reports' || from === undefined || to === undefined || from === to) continue;
    if (RELATIONS[line.kind].refuse(from, to, line.attributes) !== null) continue;
    const twice = [...relations.values()].some(
      (one) =>
        (one.kind === line.kind || one.kind === 'reports') &&
        [one.from, one.to].sort().join() === [from.id, to.id].sort().join(),
    );
    if (!twice)
      relations.set(`${line.kind}:${from.id}:${to.id}`, {
        ...line,
        id: `${line.kind}:${from.id}:${to.id}`,
        from: from.id,
        to: to.id,
      });
  }
  return { ...EMPTY_BOARD, elements, relations };
}

test('CSV-13 any board comes back from its table: hostile names, every attribute, every line', () => {
  fc.assert(
    fc.property(seeds, wires, (all, lines) => {
      const board = boardOf(all, lines);
      expect(meaning(backFromCsv(board))).toEqual(meaning(board));
    }),
    { numRuns: 150 },
  );
});

test('OUTLINETEXT-7 any board comes back from its list: hostile names, every attribute, every line', () => {
  fc.assert(
    fc.property(seeds, wires, (all, lines) => {
      const board = boardOf(all, lines);
      expect(meaning(backFromList(board))).toEqual(meaning(board));
    }),
    { numRuns: 150 },
  );
});

test('CSV-14 no cell begins as a formula would, and what a table cannot hold is counted', () => {
  const names = ['=1+1', '+cmd', '-2', '@sum', "'=x"];
  const board = boardOf(
    names.map((one) => ({ kind: 'unit', name: one, attributes: { note: one }, boss: 99, home: 99 })),
    [],
  );
  for (const row of csvOf(board).split('\r\n'))
    for (const cell of row.split(',')) expect(cell).not.toMatch(/^"?[=+@-]/);
  expect(meaning(backFromCsv(board))).toEqual(meaning(board));
  expect(leftOutOf(board)).toBeNull();
  const template = TEMPLATES.find((one) => one.tigers.length > 0 && one.zones.length > 0);
  if (template === undefined) throw new Error('There is a template with tiger teams and zones.');
  expect(leftOutOf(boardFromTemplate(template))).toMatch(/^(?=.*\d zone)(?=.*\d tiger team)/);
});
