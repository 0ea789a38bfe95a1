import { aliasRank } from './aliases.ts';
import { IMPORT_FIELDS, type ImportField, type ImportMapping, type ImportTable } from './import-types.ts';
import { kindNamed } from './values.ts';
import { plain } from './words.ts';

export interface Guess {
  readonly mapping: ImportMapping;
  /** Names and managers were both found by their headings; otherwise somebody should look at it. */
  readonly sure: boolean;
}

type Taken = Map<ImportField, number>;

interface Wish {
  readonly field: ImportField;
  readonly column: number;
  readonly rank: number;
}

/** Each column goes to the field that knows its heading best; a field takes its best column. */
function byHeadings(headings: readonly string[]): Taken {
  const wishes = IMPORT_FIELDS.flatMap((field) =>
    headings.flatMap((heading, column): readonly Wish[] => {
      const rank = aliasRank(field, heading);
      return rank === null ? [] : [{ field, column, rank }];
    }),
  ).sort((a, b) => a.rank - b.rank || a.column - b.column);
  const taken: Taken = new Map();
  const columns = new Set<number>();
  for (const { field, column } of wishes) {
    if (taken.has(field) || columns.has(column)) continue;
    taken.set(field, column);
    columns.add(column);
  }
  const name = taken.get('name');
  // Romanian tables head the family name "Nume" and the first name "Prenume".
  if (
    name !== undefined &&
    taken.has('firstName') &&
    !taken.has('lastName') &&
    plain(headings[name] ?? '') === 'nume'
  ) {
    taken.delete('name');
    taken.set('lastName', name);
  }
  return taken;
}

const valuesOf = (rows: readonly (readonly string[])[], column: number): readonly string[] =>
  rows.map((row) => row[column] ?? '').filter((value) => value !== '');

/** A column of kinds whose values are mostly none we know (Full-time, Member) says something else. */
function dropForeign(taken: Taken, rows: readonly (readonly string[])[]): void {
  const kind = taken.get('kind');
  if (kind === undefined) return;
  const values = valuesOf(rows.slice(0, 200), kind);
  const known = values.filter((value) => kindNamed(value) !== null).length;
  if (values.length > 0 && known * 2 < values.length) taken.delete('kind');
}

/**
 * Tables whose headings say nothing, in the order of FlowBreeze: id, id of the boss, name, title, assistant. The second
 * column must name rows of the first.
 */
function byOrder(headings: readonly string[], rows: readonly (readonly string[])[]): Taken | null {
  if (headings.length < 3 || rows.length < 2) return null;
  const ids = new Set(rows.map((row) => row[0] ?? ''));
  if (ids.size !== rows.length || ids.has('')) return null;
  const bosses = valuesOf(rows, 1).filter((value) => value !== '0');
  if (bosses.length === 0 || !bosses.every((value) => ids.has(value))) return null;
  const fields: readonly ImportField[] = ['id', 'manager', 'name', 'title', 'assistant'];
  return new Map(fields.slice(0, headings.length).map((field, column) => [field, column]));
}

/** What each column means, by its heading, by what the file says of itself, or by the order of FlowBreeze. */
export function guessMapping({ headings, rows, hints = {} }: ImportTable): Guess {
  let taken = byHeadings(headings);
  for (const [field, heading] of Object.entries(hints) as [ImportField, string][]) {
    const column = headings.findIndex((one) => plain(one) === plain(heading));
    if (column < 0) continue;
    // A file that says which column holds bosses by name has no column of ids of its own.
    if (field === 'id' && taken.get('name') === column) continue;
    for (const [other, at] of taken) if (at === column) taken.delete(other);
    taken.set(field, column);
  }
  dropForeign(taken, rows);
  const placed = taken.has('manager') || taken.has('managerEmail') || taken.has('sitsIn');
  const called = taken.has('name') || taken.has('firstName') || taken.has('lastName') || taken.has('title');
  let sure = placed && called;
  if (!sure) {
    const ordered = byOrder(headings, rows);
    if (ordered !== null) {
      taken = ordered;
      sure = false;
    }
  }
  return { mapping: Object.fromEntries(taken) as ImportMapping, sure };
}

/** A mapping from headings people wrote. Answers the first heading there is not, too. */
export function mappingFrom(
  table: ImportTable,
  named: Readonly<Partial<Record<ImportField, string>>>,
): { readonly mapping: ImportMapping; readonly missing: string | null } {
  const mapping: Partial<Record<ImportField, number>> = { ...guessMapping(table).mapping };
  for (const [field, heading] of Object.entries(named) as [ImportField, string][]) {
    if (heading === '') {
      delete mapping[field];
      continue;
    }
    const column = table.headings.findIndex((one) => plain(one) === plain(heading));
    if (column < 0) return { mapping, missing: heading };
    for (const other of IMPORT_FIELDS) if (mapping[other] === column) delete mapping[other];
    mapping[field] = column;
  }
  return { mapping, missing: null };
}
