import { indexBoard } from '#shared/board/index-board.ts';
import { type Board, type BoardElement, EMPTY_BOARD, type Id, type Relation, reportsId } from '#shared/board/model.ts';
import { ordersBetween } from '#shared/board/order.ts';
import { layoutBoard } from '#shared/layout/layout-board.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';

interface Line {
  readonly depth: number;
  readonly name: string;
}

const ROLE_WORDS =
  /\b(chief|c[a-z]o|vp|svp|evp|president|director|head|manager|lead|officer|analyst|specialist|engineer|architect|strategist|owner|coordinator|administrator|scientist|designer|steward|partner)\b/i;
const MOST_LINES = 2_000;

/** Lines of an indented list with their depth. Bullets and numbers are dropped; tabs and any step of spaces indent. */
export function readOutline(text: string): readonly Line[] {
  const levels: number[] = [];
  const lines: Line[] = [];
  for (const raw of text.split(/\r?\n/)) {
    const found = /^([\t ]*)(?:[-*•–]\s+|\d+[.)]\s+)?(.*?)\s*$/.exec(raw);
    const name = found?.[2]?.slice(0, 200) ?? '';
    if (name === '') continue;
    const indent = (found?.[1] ?? '').replaceAll('\t', '    ').length;
    while (levels.length > 0 && (levels.at(-1) ?? 0) >= indent) levels.pop();
    lines.push({ depth: levels.length, name });
    levels.push(indent);
    if (lines.length === MOST_LINES) break;
  }
  return lines;
}

/** A laid-out piece of board from an indented list: who stands deeper reports to who stands above. */
export function boardFromOutline(text: string): Board {
  const lines = readOutline(text);
  const orders = ordersBetween(null, null, lines.length);
  const elements = new Map<Id, BoardElement>();
  const relations = new Map<Id, Relation>();
  const above: Id[] = [];
  lines.forEach((line, i) => {
    const id = `line-${i}`;
    const kind = ROLE_WORDS.test(line.name) ? 'role' : 'unit';
    const { defaultSize } = ELEMENT_KINDS[kind];
    elements.set(id, {
      id,
      kind,
      name: line.name,
      x: 0,
      y: 0,
      ...defaultSize,
      order: orders[i] ?? '',
      sitsIn: null,
      locked: false,
      group: null,
      attributes: {},
    });
    const boss = above[line.depth - 1];
    if (line.depth > 0 && boss !== undefined) {
      relations.set(reportsId(id), { id: reportsId(id), kind: 'reports', from: id, to: boss, attributes: {} });
    }
    above.length = line.depth;
    above.push(id);
  });
  const board: Board = { ...EMPTY_BOARD, elements, relations };
  for (const [id, box] of layoutBoard(board).boxes) {
    const element = elements.get(id);
    if (element !== undefined) elements.set(id, { ...element, ...box });
  }
  return { ...board, elements: new Map(elements) };
}

/** An indented list of a board: reports under their boss, contents under what holds them. Each element stands once. */
export function outlineOf(board: Board): string {
  const index = indexBoard(board);
  const said = new Set<Id>();
  const lines: string[] = [];
  const say = (one: BoardElement, depth: number): void => {
    if (said.has(one.id)) return;
    said.add(one.id);
    lines.push(`${'  '.repeat(depth)}${one.name.replaceAll(/\s+/g, ' ')}`);
    for (const below of [...index.contentsOf(one.id), ...index.reportsOf(one.id)]) say(below, depth + 1);
  };
  for (const root of index.roots) say(root, 0);
  for (const one of board.elements.values()) say(one, 0);
  return lines.join('\n');
}
