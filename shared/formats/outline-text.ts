import { indexBoard } from '../board/index-board.ts';
import type { AttributeValue, Board, BoardElement, Id } from '../board/model.ts';
import { type Annotation, writeAnnotations } from '../import/annotations.ts';
import { writeLine } from '../import/line-text.ts';
import { guessedKind, readOutlineLines } from '../import/outline.ts';
import { valueText } from '../import/values.ts';
import { looksLikePerson } from '../import/words.ts';
import { RELATIONS } from '../relations/index.ts';
import { attribute } from '../vocabulary/attributes.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';
import { type TreeRow, treeRows } from './tree-order.ts';

export interface OutlineOptions {
  /**
   * Writes in braces what a list of names does not say (kinds, lines, attributes), so that reading it again gives the same
   * boxes and lines. Without, it is a list for people.
   */
  readonly exact?: boolean;
}

const flat = (name: string): string => name.replaceAll(/\s+/g, ' ').trim();

/** Whether a line with this name, and braces after it, would be read as this name. */
function readsBack(name: string): boolean {
  if (name.includes('{')) return false;
  const [line, ...others] = readOutlineLines(`${name} {x}`);
  return line !== undefined && others.length === 0 && line.name === name && line.notes === 'x' && line.depth === 0;
}

class ExactOutline {
  readonly #board: Board;
  readonly #rows: readonly TreeRow[];
  /** Short numbers of what other lines speak of. */
  readonly #numbers = new Map<Id, string>();

  constructor(board: Board) {
    this.#board = board;
    this.#rows = treeRows(board);
    const spoken = new Set<Id>();
    for (const { element, above } of this.#rows) {
      const boss = indexBoard(board).bossOf(element.id);
      for (const id of [boss, element.sitsIn])
        if (id !== null && (id !== above || boss === element.sitsIn)) spoken.add(id);
    }
    for (const line of board.relations.values()) if (line.kind !== 'reports') spoken.add(line.to);
    for (const { element } of this.#rows)
      if (spoken.has(element.id)) this.#numbers.set(element.id, String(this.#numbers.size + 1));
  }

  text(): string {
    return this.#rows
      .map(({ element, depth, above }) => {
        const notes = this.#notes(element, above);
        // What stands before the braces is for people only when the braces say the name; it must not read as a bullet.
        const short = flat(element.name).replace(/\s*\{.*$/, '');
        const said = readsBack(short) ? short : '';
        const parts = [said, notes.length === 0 ? '' : `{${writeAnnotations(notes)}}`].filter((part) => part !== '');
        return '  '.repeat(depth) + parts.join(' ');
      })
      .join('\n');
  }

  #notes(element: BoardElement, above: Id | null): readonly Annotation[] {
    const { id, kind, name } = element;
    const plainName = readsBack(name);
    const number = this.#numbers.get(id);
    return [
      ...(guessedKind(name) === kind && !looksLikePerson(name) ? [] : [{ key: kind, value: null }]),
      ...(number === undefined ? [] : [{ key: 'id', value: number }]),
      ...(plainName ? [] : [{ key: 'name', value: name }]),
      ...this.#place(element, above),
      ...attributeNotes(element),
      ...indexBoard(this.#board)
        .relationsOf(id)
        .flatMap((line) =>
          line.kind === 'reports' || line.from !== id
            ? []
            : [writeLine({ kind: line.kind, to: this.#number(line.to), attributes: line.attributes })],
        ),
    ];
  }

  #number(id: Id): string {
    return this.#numbers.get(id) ?? '';
  }

  /** What the place in the list does not say by itself: see how `shared/import/outline.ts` reads it. */
  #place(element: BoardElement, above: Id | null): readonly Annotation[] {
    const boss = indexBoard(this.#board).bossOf(element.id);
    const { sitsIn } = element;
    const over = above === null ? undefined : this.#board.elements.get(above);
    const bossNote = (to: Id | null): Annotation => ({ key: 'boss', value: to === null ? '' : this.#number(to) });
    if (over === undefined) {
      return [
        ...(sitsIn === null ? [] : [{ key: 'in', value: this.#number(sitsIn) }]),
        ...(boss === null ? [] : [bossNote(boss)]),
      ];
    }
    const wouldReport = RELATIONS.reports.refuse(element, over, {}) === null;
    if (sitsIn === above && boss !== above) {
      if (boss !== null) return [{ key: 'in', value: null }, bossNote(boss)];
      return wouldReport || !ELEMENT_KINDS[over.kind].holds ? [{ key: 'in', value: null }] : [];
    }
    return sitsIn === null ? [] : [{ key: 'in', value: this.#number(sitsIn) }];
  }
}

/** Attributes, without the mark of an earlier import. A flag of ours that is set is a bare word. */
const attributeNotes = ({ attributes }: BoardElement): readonly Annotation[] =>
  Object.entries(attributes)
    .filter(([id]) => id !== 'src')
    .map(([id, value]: readonly [string, AttributeValue]) => ({
      key: id,
      value: value === true && attribute(id)?.value.type === 'flag' ? null : valueText(value),
    }));

/** An indented list of a board: reports under their boss, contents under what holds them. Each element stands once. */
export function outlineOf(board: Board, { exact = false }: OutlineOptions = {}): string {
  if (exact) return new ExactOutline(board).text();
  return treeRows(board)
    .map(({ element, depth }) => '  '.repeat(depth) + flat(element.name))
    .join('\n');
}
