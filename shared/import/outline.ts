import type { AttributeValue, ElementKindId } from '../board/model.ts';
import { RELATIONS } from '../relations/index.ts';
import { ELEMENT_KINDS, KIND_LIST } from '../vocabulary/index.ts';
import { readAnnotations } from './annotations.ts';
import type { ImportDraft, ImportedLine } from './import-types.ts';
import { readLine } from './line-text.ts';
import { quoted, Repairs } from './repairs.ts';
import { type SketchItem, settle } from './settle.ts';
import { finish, type Steps } from './steps.ts';
import { valueFrom } from './values.ts';
import { looksLikePerson, readsAsRole } from './words.ts';

/** A line of an indented list. */
export interface OutlineLine {
  /** Line of the text, from 1. */
  readonly line: number;
  readonly depth: number;
  readonly name: string;
  /** What stands in braces at its end, or empty. */
  readonly notes: string;
}

const LONGEST_NAME = 200;
const BULLET = /^([\t \u00a0]*)((?:[-*•–—‣◦▪·o+]|\d{1,3}[.)]|[a-z][.)]|\[[ xX]\])[\t \u00a0]+)*/;
const HEADING = /^(#{1,6})\s+/;
const NOTES = /(?:^|\s)\{((?:[^{}"]|"(?:[^"\\]|\\.)*")*)\}$/;

/** Whether a line ends in braces as our own lists write them. */
export const endsInNotes = (line: string): boolean => /^\s*[A-Za-z]/.test(NOTES.exec(line.trimEnd())?.[1] ?? '');
const TAB = 4;

const widthOf = (indent: string): number => indent.replaceAll('\t', ' '.repeat(TAB)).length;

/** Lines of an indented list with their depth. Bullets, numbers and check boxes are dropped; any step of spaces or tabs indents. */
export function readOutlineLines(text: string): readonly OutlineLine[] {
  const levels: number[] = [];
  const lines: OutlineLine[] = [];
  let under = 0;
  text.split(/\r\n?|\n/).forEach((raw, i) => {
    const bullet = BULLET.exec(raw);
    const heading = HEADING.exec(raw)?.[1]?.length ?? 0;
    const rest = heading > 0 ? raw.replace(HEADING, '') : raw.slice(bullet?.[0].length ?? 0);
    const notes = NOTES.exec(rest.trimEnd());
    const said = (notes === null ? rest : rest.slice(0, notes.index)).replace(/[\s\u00a0]+/g, ' ').trim();
    const name = said.replace(/^(\*\*|__)(.+)\1$/, '$2');
    if (name === '' && notes === null) return;
    // Headings of Markdown indent what follows them.
    if (heading > 0) under = heading;
    const indent = heading > 0 ? heading - 1 : under + widthOf(bullet?.[1] ?? '');
    while (levels.length > 0 && (levels.at(-1) ?? 0) >= indent) levels.pop();
    lines.push({ line: i + 1, depth: levels.length, name, notes: notes?.[1] ?? '' });
    levels.push(indent);
  });
  return lines;
}

/** The kind of a line that does not say it: titles and names are roles, everything else is a team. */
export const guessedKind = (name: string): ElementKindId =>
  readsAsRole(name) || looksLikePerson(name) ? 'role' : 'unit';

const KIND_IDS: ReadonlySet<string> = new Set(KIND_LIST.map((kind) => kind.id));
const isKind = (word: string): word is ElementKindId => KIND_IDS.has(word);

interface Notes {
  readonly kind: ElementKindId | null;
  readonly id: string;
  readonly name: string | null;
  /** `''` for the line above. */
  readonly sitsIn: string | null;
  readonly boss: string | null;
  readonly attributes: Readonly<Record<string, AttributeValue>>;
  readonly lines: readonly {
    readonly kind: ImportedLine['kind'];
    readonly to: string;
    readonly attributes: ImportedLine['attributes'];
  }[];
}

/** What braces say, or `null` when they are part of the name. */
function notesOf(text: string): Notes | null {
  const list = readAnnotations(text);
  if (list === null || list.length === 0) return null;
  let found: Notes = { kind: null, id: '', name: null, sitsIn: null, boss: null, attributes: {}, lines: [] };
  for (const note of list) {
    const { key, value } = note;
    const line = readLine(note);
    const known = valueFrom(key, value ?? '');
    if (value === null && isKind(key)) found = { ...found, kind: key };
    else if (key === 'id' && value !== null) found = { ...found, id: value };
    else if (key === 'name' && value !== null) found = { ...found, name: value };
    else if (key === 'in') found = { ...found, sitsIn: value ?? '' };
    else if (key === 'boss' && value !== null) found = { ...found, boss: value };
    else if (line !== null) found = { ...found, lines: [...found.lines, line] };
    else if (known !== null) found = { ...found, attributes: { ...found.attributes, [key]: known } };
    else return null;
  }
  return found;
}

interface Read {
  readonly item: SketchItem;
  readonly notes: Notes | null;
  readonly above: SketchItem | null;
}

/** What stands under something reports to it where that can be, else sits in it; `settle` finds another line for the rest. */
function relate({ item, notes, above }: Read, named: (id: string) => string | null): void {
  const reportsFit = (to: ElementKindId): boolean =>
    RELATIONS.reports.refuse({ id: 'a', kind: item.kind }, { id: 'b', kind: to }, {}) === null;
  if (notes?.sitsIn != null) item.sitsIn = notes.sitsIn === '' ? (above?.key ?? null) : named(notes.sitsIn);
  if (notes?.boss != null) item.boss = notes.boss === '' ? null : named(notes.boss);
  if (above === null || notes?.boss != null || notes?.sitsIn === '') return;
  if (!reportsFit(above.kind) && ELEMENT_KINDS[above.kind].holds && notes?.sitsIn == null) item.sitsIn = above.key;
  else item.boss = above.key;
}

function* sketch(text: string, title: string): Steps<ImportDraft> {
  const repairs = new Repairs();
  const read: Read[] = [];
  const trail: SketchItem[] = [];
  const keys = new Map<string, string>();
  for (const { line, depth, name: said, notes: braces } of readOutlineLines(text)) {
    const notes = braces === '' ? null : notesOf(braces);
    const full = notes === null && braces !== '' ? `${said} {${braces}}` : (notes?.name ?? said);
    if (full.length > LONGEST_NAME && notes?.name == null) {
      repairs.info(line, 'long-name', `The name ${quoted(full)} was cut to ${LONGEST_NAME} letters.`);
    }
    const name = notes?.name ?? full.slice(0, LONGEST_NAME).toWellFormed();
    const kind = notes?.kind ?? guessedKind(name);
    const key = `line ${line}`;
    if (notes !== null && notes.id !== '') {
      if (keys.has(notes.id))
        repairs.warn(
          line,
          'duplicate-id',
          `The id ${quoted(notes.id)} stands on an earlier line too: lines go to the first.`,
        );
      else keys.set(notes.id, key);
    }
    const attributes = notes?.attributes ?? {};
    // Our own lists say the kind wherever a title could be taken for a name.
    const person = kind === 'role' && notes?.kind == null && looksLikePerson(name) ? name : '';
    const item: SketchItem = {
      key,
      line,
      kind,
      name,
      person,
      title: '',
      email: '',
      boss: null,
      sitsIn: null,
      attributes,
    };
    read.push({ item, notes, above: trail[depth - 1] ?? null });
    trail.length = depth;
    trail.push(item);
  }
  yield 0.5;
  const lines: ImportedLine[] = [];
  for (const one of read) {
    const find = (id: string): string | null => {
      const key = keys.get(id);
      if (key !== undefined) return key;
      repairs.warn(
        one.item.line,
        'unknown-line',
        `${quoted(id)} is the id of no line: what was to lead there was left out.`,
      );
      return null;
    };
    relate(one, find);
    for (const { kind, to, attributes } of one.notes?.lines ?? []) {
      const end = find(to);
      if (end !== null)
        lines.push({ kind, from: one.item.key, to: end, ...(attributes === undefined ? {} : { attributes }) });
    }
  }
  const items = read.map(({ item }) => item);
  return yield* settle({ format: 'outline', title, items, lines, unplaced: false }, repairs);
}

export const draftFromOutlineSteps = sketch;

/** Boxes of an indented list: who stands deeper reports to, or sits in, who stands above. Braces of our own lists are understood. */
export const draftFromOutline = (text: string, title = ''): ImportDraft => finish(sketch(text, title));
