import type { ImportDraft, ImportedLine, ImportMapping, ImportProgress, ImportTable } from './import-types.ts';
import { PeopleIndex } from './people-index.ts';
import { counted, quoted, Repairs } from './repairs.ts';
import { type RowItem, RowReader } from './row-items.ts';
import { type SketchItem, settle } from './settle.ts';
import { between, finish, type Steps } from './steps.ts';
import { looksLikePerson, oneLine, plain } from './words.ts';

export interface DraftOptions {
  /** Title of the board to be. */
  readonly title?: string;
  /** A manager who is not in the file gets an empty box instead of leaving the row at the top. */
  readonly placeholders?: boolean;
}

/** What a row says about others; read when all rows are known. */
interface References {
  readonly item: SketchItem;
  readonly manager: string;
  readonly managerEmail: string;
  dotted: string;
  readonly home: string;
  readonly lines: RowItem['lines'];
}

const NOBODY = /^(0|-+|–|—|n\/?a|none|null|nil|nobody|niciunul|#n\/a)$/i;

class People {
  readonly #table: ImportTable;
  readonly #mapping: ImportMapping;
  readonly #options: DraftOptions;
  readonly #repairs = new Repairs();
  readonly #named = new Set<SketchItem>();
  #index = new PeopleIndex([], this.#named);
  readonly #items: SketchItem[] = [];
  readonly #references: References[] = [];
  readonly #byId = new Map<string, References>();
  readonly #keys = new Set<string>();
  readonly #lines: ImportedLine[] = [];
  readonly #made = new Map<string, SketchItem>();

  constructor(table: ImportTable, mapping: ImportMapping, options: DraftOptions) {
    this.#table = table;
    this.#mapping = mapping;
    this.#options = options;
  }

  *run(): Steps<ImportDraft> {
    yield* between(this.#readRows(), 0, 0.4);
    this.#index = new PeopleIndex(this.#items, this.#named);
    yield 0.5;
    yield* between(this.#resolve(), 0.5, 0.8);
    this.#sayMade();
    const { manager, managerEmail, sitsIn } = this.#mapping;
    const unplaced = manager === undefined && managerEmail === undefined && sitsIn === undefined;
    if (unplaced) {
      this.#repairs.warn(
        null,
        'no-manager-column',
        'No column says who reports to whom: the boxes stand side by side, to be placed by hand.',
      );
    }
    const { title = '' } = this.#options;
    const items = [...this.#items, ...this.#made.values()];
    return yield* between(
      settle({ format: 'table', title, items, lines: this.#lines, unplaced }, this.#repairs),
      0.8,
      1,
    );
  }

  *#readRows(): Steps<void> {
    const { rows, lines } = this.#table;
    const reader = new RowReader(this.#table, this.#mapping, this.#repairs);
    const { name, firstName, lastName, title } = this.#mapping;
    if (name === undefined && firstName === undefined && lastName === undefined && title === undefined) {
      this.#repairs.error(null, 'no-name-column', 'No column looks like names or titles: choose which one it is.');
    }
    for (const [i, row] of rows.entries()) {
      if (i % 1000 === 999) yield i / rows.length;
      const line = lines[i] ?? i + 1;
      const read = reader.read(row, line);
      if (read === null) {
        this.#repairs.warn(
          line,
          'empty-row',
          `This row has no name, title, id or e-mail and was left out: ${quoted(row.filter((cell) => cell !== '').join(', '))}.`,
        );
        continue;
      }
      this.#take(read, {
        item: read.item,
        manager: oneLine(reader.get('manager')),
        managerEmail: oneLine(reader.get('managerEmail')),
        dotted: oneLine(reader.get('dotted')),
        home: oneLine(reader.get('sitsIn')),
        lines: read.lines,
      });
    }
    reader.close();
  }

  /** Gives the row its key; the same person in the same post again becomes a dotted line of the first row. */
  #take({ id, item }: RowItem, references: References): void {
    const base =
      id !== '' ? id : item.email !== '' ? item.email.toLowerCase() : item.name !== '' ? item.name : `row ${item.line}`;
    if (id === '' && this.#mapping.id !== undefined) {
      this.#repairs.warn(item.line, 'missing-id', `This row has no id: ${quoted(base)} stands for it.`);
    }
    const before = this.#byId.get(base);
    if (before !== undefined) {
      const strong = id !== '' || item.email !== '';
      if (strong && before.item.name === item.name && before.item.title === item.title) {
        this.#again(before, references);
        return;
      }
      item.key = this.#freeKey(base);
      const where = `on line ${before.item.line} too`;
      if (strong) {
        this.#repairs.error(
          item.line,
          'duplicate-id',
          `The id ${quoted(base)} stands ${where}: this row was kept as ${quoted(item.key)}.`,
        );
      } else if (item.person !== '') {
        this.#repairs.warn(
          item.line,
          'same-name',
          `${quoted(base)} stands ${where}, and nothing tells them apart: both were kept.`,
        );
      }
    } else {
      item.key = this.#freeKey(base);
      this.#byId.set(base, references);
    }
    this.#keys.add(item.key);
    if (id !== '') this.#named.add(item);
    this.#items.push(item);
    this.#references.push(references);
  }

  #again(before: References, { item, manager, managerEmail, dotted }: References): void {
    const boss = manager === '' ? managerEmail : manager;
    const other = boss !== '' && boss !== before.manager && boss !== before.managerEmail;
    const then = other ? 'its manager here became a dotted line' : 'it was left out';
    this.#repairs.info(
      item.line,
      'duplicate-row',
      `The same id, name and title as on line ${before.item.line}: ${then}.`,
    );
    const more = [other ? boss : '', dotted].filter((text) => text !== '');
    if (more.length === 0) return;
    before.dotted = [before.dotted, ...more].filter((text) => text !== '').join('; ');
  }

  #freeKey(base: string): string {
    let key = base;
    for (let n = 2; this.#keys.has(key); n += 1) key = `${base}~${n}`;
    return key;
  }

  *#resolve(): Steps<void> {
    for (const [i, references] of this.#references.entries()) {
      if (i % 1000 === 999) yield i / this.#references.length;
      const { item } = references;
      item.boss = this.#bossOf(references);
      item.sitsIn = this.#homeOf(references);
      for (const to of this.#dottedOf(references)) this.#lines.push({ kind: 'dotted', from: item.key, to });
      for (const line of references.lines) {
        const [target, ...others] = this.#index.find(line.to);
        if (target === undefined || others.length > 0) {
          this.#repairs.warn(
            item.line,
            'unknown-line',
            `${quoted(line.to)}, the end of a line, is not in the file: the line was left out.`,
          );
        } else this.#lines.push({ kind: line.kind, from: item.key, to: target.key, attributes: line.attributes });
      }
    }
  }

  #bossOf({ item, manager, managerEmail }: References): string | null {
    const references = [manager, managerEmail].filter(
      (text) => text !== '' && !(NOBODY.test(text) && !this.#index.has(text)),
    );
    for (const reference of references) {
      const [found, ...others] = this.#index.find(reference);
      if (found === undefined) continue;
      if (others.length === 0) return found.key;
      this.#repairs.warn(
        item.line,
        'ambiguous-manager',
        `The manager ${quoted(reference)} could be ${counted(others.length + 1, 'row')}: nobody was chosen.`,
      );
      return null;
    }
    const [unknown] = references;
    if (unknown === undefined) return null;
    if (this.#options.placeholders === true) {
      this.#repairs.info(
        item.line,
        'placeholder',
        `The manager ${quoted(unknown)} is not in the file: a box stands for them.`,
      );
      return this.#placeholder(unknown, item.line).key;
    }
    this.#repairs.warn(
      item.line,
      'unknown-manager',
      `The manager ${quoted(unknown)} is not in the file: this row stands at the top.`,
    );
    return null;
  }

  #placeholder(reference: string, line: number): SketchItem {
    const item = this.#makeOnce(`manager ${plain(reference)}`, {
      line,
      kind: 'role',
      name: looksLikePerson(reference) ? reference : 'Manager who is not in the file',
      person: looksLikePerson(reference) ? reference : '',
    });
    return item;
  }

  #makeOnce(key: string, about: Pick<SketchItem, 'line' | 'kind' | 'name' | 'person'>): SketchItem {
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const made: SketchItem = {
      title: '',
      email: '',
      boss: null,
      sitsIn: null,
      attributes: {},
      ...about,
      key: this.#freeKey(key),
    };
    this.#keys.add(made.key);
    this.#made.set(key, made);
    return made;
  }

  /** The box a row sits in: one of the file, else a team made of the name. */
  #homeOf({ item, home }: References): string | null {
    if (home === '' || (NOBODY.test(home) && !this.#index.has(home))) return null;
    const found = this.#index.find(home).filter((one) => one !== item && one.kind !== 'role');
    if (found.length === 1) return found[0]?.key ?? null;
    if (found.length > 1) {
      this.#repairs.warn(
        item.line,
        'ambiguous-team',
        `${quoted(home)} could be ${counted(found.length, 'row')}: this row stands outside.`,
      );
      return null;
    }
    return this.#makeOnce(`team ${plain(home)}`, { line: item.line, kind: 'unit', name: home, person: '' }).key;
  }

  #sayMade(): void {
    const teams = [...this.#made.values()].filter((item) => item.kind === 'unit');
    if (teams.length === 0) return;
    const names = teams.slice(0, 5).map((item) => quoted(item.name));
    const all = teams.length > 5 ? `${names.join(', ')} and ${teams.length - 5} more` : names.join(', ');
    this.#repairs.info(null, 'teams-made', `${counted(teams.length, 'team')} that rows sit in got a box: ${all}.`);
  }

  #dottedOf({ item, dotted }: References): readonly string[] {
    if (dotted === '' || NOBODY.test(dotted)) return [];
    const single = (text: string): string | null => {
      const found = this.#index.find(text);
      return found.length === 1 ? (found[0]?.key ?? null) : null;
    };
    const targets: string[] = [];
    const take = (text: string, finer: readonly RegExp[]): void => {
      const key = text === '' ? null : single(text);
      const [next, ...rest] = finer;
      if (key !== null) targets.push(key);
      else if (next?.test(text) === true) for (const part of text.split(next)) take(part.trim(), rest);
      else if (next !== undefined) take(text, rest);
      else if (text !== '' && !NOBODY.test(text)) {
        this.#repairs.warn(
          item.line,
          'unknown-dotted',
          `${quoted(text)}, a second manager, is not one row of the file: no dotted line was drawn.`,
        );
      }
    };
    // Names may hold a comma ("Last, First") and ids a colon: the whole first, then ever smaller parts.
    take(dotted, [/[;|]/, /:/, /,/]);
    return targets;
  }
}

export const draftFromTableSteps = (
  table: ImportTable,
  mapping: ImportMapping,
  options: DraftOptions = {},
): Steps<ImportDraft> => new People(table, mapping, options).run();

/**
 * Boxes and lines of a table. Every row becomes a box or is named in the repairs; managers are found by id, e-mail or name;
 * rings are cut, doubles kept apart. The same table gives the same draft. Throws `ImportCancelled` when asked to stop.
 */
export const draftFromTable = (
  table: ImportTable,
  mapping: ImportMapping,
  options: DraftOptions = {},
  progress: ImportProgress = {},
): ImportDraft => finish(draftFromTableSteps(table, mapping, options), progress);
