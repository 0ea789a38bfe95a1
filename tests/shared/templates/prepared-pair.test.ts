import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { fillDocument } from '#shared/board/file.ts';
import { violations } from '#shared/board/invariants.ts';
import { readBoard, readStateBoards } from '#shared/board/read.ts';
import { validateDocument } from '#shared/board/schema.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { TEMPLATES, template } from '#shared/templates/index.ts';
import { preparedPair } from '#shared/templates/prepared-pair.ts';

const boardOf = (id: string) => {
  const found = template(id);
  if (found === undefined) throw new RangeError(`There is no template ${id}.`);
  return boardFromTemplate(found);
};

describe('prepared pairs as two states', () => {
  const pairs = TEMPLATES.flatMap(({ id, pairs: others }) => others.map((other) => [id, other] as const));
  const named = new Map(TEMPLATES.map(({ id }) => [id, boardOf(id)]));

  it.each(pairs)('STATE-15 %s and %s are one valid document, and each state is the template it came from', (a, b) => {
    const [now, target] = [named.get(a) ?? boardOf(a), named.get(b) ?? boardOf(b)];
    const { board, states } = preparedPair(now, target);
    const doc = new Y.Doc();
    fillDocument(doc, board, null, states);
    expect(validateDocument(doc)).toEqual([]);
    const [then] = readStateBoards(doc);
    expect(violations(readBoard(doc))).toEqual([]);
    expect(then === undefined ? [] : violations(then.board)).toEqual([]);
    const words = (of: typeof now) => [...of.elements.values()].map(({ kind, name }) => `${kind} ${name}`).sort();
    expect([words(readBoard(doc)), then && words(then.board)]).toEqual([words(now), words(target)]);
    expect(then?.board.relations.size).toBe(target.relations.size);
    expect([...(then?.board.overlays.values() ?? [])].length).toBe(target.overlays.size);
  });

  it.each(['D1 D2', 'P1 H1', 'M1 M2'])('STATE-16 what both templates of %s name has one id in both states', (pair) => {
    const [a = '', b = ''] = pair.split(' ');
    const { board, states } = preparedPair(boardOf(a), boardOf(b));
    const then = states[0]?.board;
    const once = (of: typeof board) => {
      const names = [...of.elements.values()].map((one) => `${one.kind} ${one.name.toLowerCase()}`);
      return names.filter((name) => names.indexOf(name) === names.lastIndexOf(name));
    };
    const both = once(board).filter((name) => then !== undefined && once(then).includes(name));
    expect(both.length).toBeGreaterThan(0);
    for (const name of both) {
      const idIn = (of: typeof board) =>
        [...of.elements.values()].find((one) => `${one.kind} ${one.name.toLowerCase()}` === name)?.id;
      expect([name, then && idIn(then)]).toEqual([name, idIn(board)]);
    }
  });
});
