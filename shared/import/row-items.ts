import type { AttributeValue, ElementKindId } from '../board/model.ts';
import { type AttributeId, attribute } from '../vocabulary/attributes.ts';
import { readAnnotations } from './annotations.ts';
import type { ImportField, ImportMapping, ImportTable } from './import-types.ts';
import { readLine, type WrittenLine } from './line-text.ts';
import { quoted, type Repairs } from './repairs.ts';
import type { SketchItem } from './settle.ts';
import {
  choiceNamed,
  familyNamed,
  fteIn,
  kindNamed,
  levelIn,
  namesNobody,
  saysVacant,
  saysYes,
  valueFrom,
} from './values.ts';
import { looksLikePerson, oneLine, readsAsRole } from './words.ts';

/** Longest name a box gets from a file. */
const LONGEST_NAME = 200;
const MOST_MEANINGS = 2000;
/** Cards hold sentences. */
const LONGEST_CARD = 2000;

export interface RowItem {
  readonly item: SketchItem;
  /** The id column of the row, or empty. */
  readonly id: string;
  readonly lines: readonly WrittenLine[];
}

/** Makes a box of each row; remembers what is said once for a whole column. */
export class RowReader {
  readonly #mapping: ImportMapping;
  readonly #repairs: Repairs;
  readonly #unknown = new Map<string, { count: number; line: number; value: string; field: ImportField }>();
  /** Whether names are those of people: there is a column for titles, first names or addresses. */
  readonly #people: boolean;
  /** There is a column for names, so that an empty cell in it says something. */
  readonly #named: boolean;
  /** A column says what every row is, and none speaks of people: names are what the boxes say, as in our own tables. */
  readonly #boxes: boolean;
  /** What the few words of a column of departments or states mean: found once. */
  readonly #meanings = new Map<string, unknown>();
  #row: readonly string[] = [];
  #line = 0;

  constructor(table: ImportTable, mapping: ImportMapping, repairs: Repairs) {
    this.#mapping = mapping;
    this.#repairs = repairs;
    const fields: readonly ImportField[] = ['title', 'firstName', 'lastName', 'email'];
    this.#people = fields.some((field) => mapping[field] !== undefined);
    this.#named = mapping.name !== undefined || mapping.firstName !== undefined || mapping.lastName !== undefined;
    this.#boxes = !this.#people && mapping.kind !== undefined;
    const used = new Set(Object.values(mapping));
    const left = table.headings.filter((heading, i) => heading !== '' && !used.has(i));
    if (left.length > 0)
      repairs.info(null, 'columns-left-out', `Columns that were left out: ${left.map(quoted).join(', ')}.`);
  }

  get(field: ImportField): string {
    const column = this.#mapping[field];
    return column === undefined ? '' : (this.#row[column] ?? '');
  }

  /** The box of a row, or `null` for one that says nothing about who or what it is. */
  read(row: readonly string[], line: number): RowItem | null {
    this.#row = row;
    this.#line = line;
    const id = oneLine(this.get('id'));
    const email = oneLine(this.get('email'));
    const title = oneLine(this.get('title'));
    const given =
      this.get('name') === ''
        ? [this.get('firstName'), this.get('lastName')].filter((part) => part !== '').join(' ')
        : this.get('name');
    if (given === '' && title === '' && id === '' && email === '') return null;
    const nobody = !this.#boxes && namesNobody(given);
    const kind = this.#kindOf(given, title);
    const vacant =
      kind === 'role' &&
      (this.#meaning('vacant', this.get('vacant'), saysVacant) ||
        nobody ||
        (this.#named && this.#people && given === '' && title !== ''));
    const person =
      kind === 'role' && !nobody && !(vacant && !looksLikePerson(given)) && this.#isPerson(given) ? oneLine(given) : '';
    const called = given === '' || (nobody && title !== '') ? title : given;
    const name = kind === 'card' ? this.#short(called, LONGEST_CARD) : this.#short(oneLine(called), LONGEST_NAME);
    if (name === '')
      this.#repairs.warn(line, 'no-name', `This row has neither a name nor a title: its box stays without one.`);
    const { attributes, lines } = this.#attributes(vacant);
    return {
      id,
      lines,
      item: { key: id, line, kind, name, person, title, email, boss: null, sitsIn: null, attributes },
    };
  }

  #meaning<T>(field: ImportField, text: string, read: (text: string) => T): T {
    const key = `${field}\n${text}`;
    if (this.#meanings.has(key)) return this.#meanings.get(key) as T;
    const found = read(text);
    if (this.#meanings.size < MOST_MEANINGS) this.#meanings.set(key, found);
    return found;
  }

  /** Says what was in cells that nothing could be made of, once for each value. */
  close(): void {
    for (const { count, line, value, field } of this.#unknown.values()) {
      const times = count === 1 ? '' : ` and in ${count - 1} more`;
      const what =
        field === 'kind'
          ? 'is no kind of box we know: a role was drawn'
          : `could not be used as ${WORDS[field] ?? field}`;
      this.#repairs.warn(line, `unknown-${field}`, `${quoted(value)} here${times} ${what}.`);
    }
  }

  #isPerson(given: string): boolean {
    return given !== '' && !this.#boxes && (this.#people || looksLikePerson(given));
  }

  #short(name: string, most: number): string {
    if (name.length <= most) return name;
    this.#repairs.info(this.#line, 'long-name', `The name ${quoted(name)} was cut to ${most} letters.`);
    return `${name.slice(0, most - 1).toWellFormed()}…`;
  }

  #kindOf(given: string, title: string): ElementKindId {
    const word = this.get('kind');
    const kind = word === '' ? null : this.#meaning('kind', word, kindNamed);
    if (kind !== null) return kind;
    if (word !== '') this.#cannotUse('kind', word);
    const plainName = !this.#people && !this.#boxes && title === '';
    return plainName && !namesNobody(given) && !readsAsRole(given) && !looksLikePerson(given) && given !== ''
      ? 'unit'
      : 'role';
  }

  #attributes(vacant: boolean): Pick<SketchItem, 'attributes'> & { readonly lines: readonly WrittenLine[] } {
    const found: Record<string, AttributeValue> = {};
    const lines: WrittenLine[] = [];
    const put = (id: string, field: ImportField, read: (text: string) => AttributeValue | null): void => {
      const text = this.get(field);
      if (text === '') return;
      const value = this.#meaning(field, text, read);
      if (value === null) this.#cannotUse(field, text);
      else found[id] = value;
    };
    put('scope', 'scope', (text) => choiceNamed('scope', text));
    put('fte', 'fte', fteIn);
    put('lvl', 'level', levelIn);
    put('cap', 'capability', (text) => valueFrom('cap', text));
    for (const id of ['region', 'bu', 'note'] as const) {
      const text = id === 'note' ? this.get(id) : oneLine(this.get(id));
      if (text !== '') found[id] = this.#text(id, text);
    }
    this.#department(found);
    if (vacant) found['vacant'] = true;
    if (this.#meaning('assistant', this.get('assistant'), saysYes)) found['assistant'] = true;
    this.#more(found, lines);
    return { attributes: found, lines };
  }

  /** A department that is a function family becomes the function; any other stays as the business line. */
  #department(found: Record<string, AttributeValue>): void {
    const text = oneLine(this.get('fn'));
    if (text === '') return;
    const family = this.#meaning('fn', text, familyNamed);
    if (family !== null) found['fn'] = family;
    else if (found['bu'] === undefined) found['bu'] = this.#text('bu', text);
    else this.#cannotUse('fn', text);
  }

  #more(found: Record<string, AttributeValue>, lines: WrittenLine[]): void {
    const notes = readAnnotations(this.get('attributes'));
    if (notes === null) this.#cannotUse('attributes', this.get('attributes'));
    for (const { key, value } of notes ?? []) {
      const known = valueFrom(key, value ?? '');
      if (known === null) this.#cannotUse('attributes', value === null ? key : `${key}=${value}`);
      else found[key] = known;
    }
    const drawn = readAnnotations(this.get('lines'));
    if (drawn === null) this.#cannotUse('lines', this.get('lines'));
    for (const note of drawn ?? []) {
      const line = readLine(note);
      if (line === null) this.#cannotUse('lines', note.key);
      else lines.push(line);
    }
  }

  #text(id: AttributeId, text: string): string {
    const spec = attribute(id)?.value;
    const most = spec?.type === 'text' ? spec.maxLength : 80;
    if (text.length <= most) return text;
    this.#repairs.info(this.#line, 'long-text', `${quoted(text)} was cut to ${most} letters.`);
    return `${text.slice(0, most - 1).toWellFormed()}…`;
  }

  #cannotUse(field: ImportField, value: string): void {
    const key = `${field}\n${value}`;
    const known = this.#unknown.get(key);
    if (known === undefined) this.#unknown.set(key, { count: 1, line: this.#line, value, field });
    else known.count += 1;
  }
}

const WORDS: Readonly<Partial<Record<ImportField, string>>> = {
  scope: 'a scope (global, regional, local)',
  fte: 'a size in FTE',
  level: 'a level from 1 to 5',
  capability: 'capabilities',
  fn: 'a function, and the business line was there already',
  attributes: 'an attribute',
  lines: 'a line',
};
