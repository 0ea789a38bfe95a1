import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, Id } from '#shared/board/model.ts';
import { treeRows } from '#shared/formats/tree-order.ts';
import type { ImportDraft, ImportedItem } from '#shared/import/import-types.ts';
import { draftOf, openSource } from '#shared/import/read-source.ts';

/** A file written by hand in the shape a product writes. */
export const sample = (name: string): Buffer =>
  readFileSync(fileURLToPath(new URL(`samples/${name}`, import.meta.url)));

/** The draft of a text, or of bytes, as both the dialog and the command line make it. */
export const draft = (content: string | Uint8Array, name = 'people.csv'): ImportDraft =>
  draftOf(openSource({ name, content }));

const wordOf = (item: ImportedItem | undefined): string =>
  item === undefined ? '' : item.title === '' ? item.name : item.title;

/** "Data steward < VP marketing operations": each box by title with its boss, in the order of the file. */
export function tree({ items }: ImportDraft): readonly string[] {
  const byKey = new Map(items.map((item) => [item.key, item]));
  return items.map((item) => `${wordOf(item)} < ${item.boss === null ? '' : wordOf(byKey.get(item.boss))}`.trimEnd());
}

/** "12 cycle": line and code of each repair. */
export const repairsOf = ({ repairs }: ImportDraft): readonly string[] =>
  repairs.map(({ line, code }) => (line === null ? code : `${line} ${code}`));

/** Everything of a board that a table or list can say, without ids and places: equal for boards that say the same. */
export function meaning(board: Board): unknown {
  const rows = treeRows(board).map(({ element }) => element);
  const places = new Map(rows.map(({ id }, i) => [id, i]));
  const at = (id: Id | null): number | null => (id === null ? null : (places.get(id) ?? -1));
  return {
    elements: rows.map(({ id, kind, name, sitsIn, attributes }) => {
      const { src: _mark, ...said } = attributes;
      return { kind, name, boss: at(indexBoard(board).bossOf(id)), sitsIn: at(sitsIn), said };
    }),
    lines: [...board.relations.values()]
      .filter((line) => line.kind !== 'reports')
      .map(({ kind, from, to, attributes }) => JSON.stringify([kind, at(from), at(to), attributes]))
      .sort(),
  };
}
