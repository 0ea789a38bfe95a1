import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Board } from '#shared/board/model.ts';
import { drawioOf } from '#shared/formats/drawio.ts';
import { jsonCanvasOf } from '#shared/formats/json-canvas.ts';
import { markdownOf } from '#shared/formats/markdown.ts';
import { mermaidOf } from '#shared/formats/mermaid.ts';
import { draftFromDrawio } from '#shared/import/drawio.ts';
import { draftFromMermaid } from '#shared/import/mermaid.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { TEMPLATES } from '#shared/templates/index.ts';
import { boardOf } from './pptx-parts.ts';

const named = (board: Board, name: string): Board => {
  const [first] = [...board.elements.values()];
  if (first === undefined) throw new Error('There is no element.');
  return { ...board, elements: new Map([...board.elements, [first.id, { ...first, name }]]) };
};
const names = (items: Iterable<{ readonly name: string }>): readonly string[] =>
  [...items].map(({ name }) => name.replaceAll(/\s+/g, ' ').trim()).sort();

const parser = new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '' });
interface Cell {
  readonly id: string;
  readonly label: string;
  readonly kind: string;
  readonly mxCell: { readonly edge?: string; readonly source?: string; readonly target?: string };
}
const cellsOf = (xml: string): readonly Cell[] =>
  (parser.parse(xml) as { mxfile: { diagram: { mxGraphModel: { root: { object: Cell[] } } } } }).mxfile.diagram
    .mxGraphModel.root.object;

describe.each(TEMPLATES.map((t) => [t.id, t] as const))('%s', (_id, t) => {
  const board = boardFromTemplate(t);

  it('DRAWIO-1 is XML whose every line is fastened to a box of the file at both ends', () => {
    const xml = drawioOf(board);
    expect(XMLValidator.validate(xml)).toBe(true);
    const cells = cellsOf(xml);
    const boxes = new Set(cells.filter((cell) => cell.mxCell.edge === undefined).map((cell) => cell.id));
    const edges = cells.filter((cell) => cell.mxCell.edge !== undefined);
    expect(edges).toHaveLength(board.relations.size);
    for (const { mxCell } of edges) {
      expect(boxes).toContain(mxCell.source);
      expect(boxes).toContain(mxCell.target);
    }
  });

  it('CANVAS-1 is JSON Canvas whose edges join nodes of the file', () => {
    const { nodes, edges } = JSON.parse(jsonCanvasOf(board)) as {
      nodes: { id: string }[];
      edges: { fromNode: string; toNode: string }[];
    };
    const ids = new Set(nodes.map((node) => node.id));
    expect(ids.size).toBe(nodes.length);
    expect(edges).toHaveLength(board.relations.size);
    for (const { fromNode, toNode } of edges) expect(ids.has(fromNode) && ids.has(toNode)).toBe(true);
  });

  it('MERMAID-1 comes back through the import with every box', () => {
    const draft = draftFromMermaid(mermaidOf(board));
    expect(names(draft.items)).toEqual(names(board.elements.values()));
  });

  it('MD-1 says every element once, under whom it reports to or sits in', () => {
    const text = markdownOf(board);
    const tree = text.slice(text.indexOf('## Who is where')).split('\n## ')[0] ?? '';
    expect(tree.split('\n').filter((line) => /^\s*- /.test(line))).toHaveLength(board.elements.size);
  });
});

it('DRAWIO-2 comes back through the import with boxes, what they sit in and their places', () => {
  const board = boardOf('M3');
  const draft = draftFromDrawio(drawioOf(board));
  const zones = indexBoard(board).zones.map((zone) => ({ name: zone.title }));
  expect(names(draft.items)).toEqual(names([...board.elements.values(), ...zones]));
  const inside = [...board.elements.values()].filter((element) => element.sitsIn !== null).length;
  expect(draft.items.filter((item) => item.sitsIn !== null)).toHaveLength(inside);
});

it('DRAWIO-3 keeps signs of XML in names as they were written', () => {
  const xml = drawioOf(named(boardOf('M1'), 'R&D <"core">'));
  expect(cellsOf(xml).map((cell) => cell.label)).toContain('R&D <"core">');
});

it('MERMAID-2 keeps signs of the language in names as they were written', () => {
  const draft = draftFromMermaid(mermaidOf(named(boardOf('M1'), 'R&D "core" [x] <y>')));
  expect(names(draft.items)).toContain('R&D "core" [x] <y>');
});

it('MD-2 keeps signs of Markdown from becoming marks', () => {
  expect(markdownOf(named(boardOf('M1'), '*All* #1 [x]'))).toContain('\\*All\\* \\#1 \\[x\\]');
});
