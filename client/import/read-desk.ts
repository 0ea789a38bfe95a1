import { boardFromFile, parseFile } from '#shared/board/file.ts';
import type { Board, ElementKindId, Id } from '#shared/board/model.ts';
import { carrierOf } from '#shared/formats/source/read-source.ts';
import { aliasRank } from '#shared/import/aliases.ts';
import { decodeText } from '#shared/import/decode.ts';
import { marksOn } from '#shared/import/digest.ts';
import {
  IMPORT_FIELDS,
  type ImportDraft,
  type ImportField,
  type ImportMapping,
  type ImportTable,
  type NameChoice,
} from '#shared/import/import-types.ts';
import { applyNames, findNames } from '#shared/import/names.ts';
import { draftOf, type OpenedSource, openSource } from '#shared/import/read-source.ts';
import { changesFor } from '#shared/import/reimport.ts';
import { ImportProblem } from '#shared/import/steps.ts';
import { boardFromDraft } from '#shared/import/to-board.ts';
import { LIMITS } from '#shared/protocol/messages.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { carriedText } from '../export/carried-board.ts';
import { branchesWithin, cutDraft, levelCounts } from './cut-draft.ts';
import type { Compared, Drafted, ImportDesk, ImportSource, Laid, Opened, Part } from './desk.ts';
import { counted } from './field-labels.ts';
import { fitted } from './fitted.ts';
import { repairsAsCsv } from './repairs-csv.ts';
import { isWorkbook, readSheet } from './sheet.ts';
import { sketchOf } from './sketch.ts';

/** Repairs of one severity that the page shows; the rest is in the list to download. */
const SHOWN = 200;
const BRANCHES = 200;
/** A manager who is not in the file. */
const MISSING = 'unknown-manager';
const SAMPLES = 5;

/** Fields whose heading is one we know. */
const sureOf = (table: ImportTable, mapping: ImportMapping): readonly ImportField[] =>
  IMPORT_FIELDS.filter((field) => {
    const column = mapping[field];
    return column !== undefined && aliasRank(field, table.headings[column] ?? '') !== null;
  });

/** How many of each kind, the commonest first: "12 roles". */
function countKinds(items: Iterable<{ readonly kind: ElementKindId }>): readonly string[] {
  const kinds = new Map<ElementKindId, number>();
  for (const { kind } of items) kinds.set(kind, (kinds.get(kind) ?? 0) + 1);
  return [...kinds]
    .sort((a, b) => b[1] - a[1])
    .map(([kind, count]) => counted(count, ELEMENT_KINDS[kind].label.toLowerCase(), ELEMENT_KINDS[kind].plural));
}

function summary(draft: ImportDraft): Drafted {
  const severities = { error: 0, warning: 0, info: 0 };
  const shown = draft.repairs.filter((one) => {
    severities[one.severity] += 1;
    return severities[one.severity] <= SHOWN;
  });
  const large = draft.items.length > LIMITS.elements;
  return {
    title: draft.title,
    items: draft.items.length,
    lines: draft.lines.length + draft.items.filter((item) => item.boss !== null).length,
    kinds: countKinds(draft.items),
    repairs: shown,
    severities,
    named: findNames(draft).length,
    missing: draft.repairs.filter((one) => one.code === MISSING).length,
    levels: large ? levelCounts(draft) : [],
    branches: large ? branchesWithin(draft, LIMITS.elements, BRANCHES) : [],
  };
}

/** What a board file holds, in the words of a draft. */
const boardSummary = ({ meta, elements, relations }: Board): Drafted => ({
  title: meta.title,
  items: elements.size,
  lines: relations.size,
  kinds: countKinds(elements.values()),
  repairs: [],
  severities: { error: 0, warning: 0, info: 0 },
  named: 0,
  missing: 0,
  levels: [],
  branches: [],
});

/** What is about the whole first, then by line. */
const inOrder = (draft: ImportDraft): ImportDraft => ({
  ...draft,
  repairs: [...draft.repairs].sort((a, b) => (a.line ?? 0) - (b.line ?? 0)),
});

function need<T>(value: T | null): T {
  if (value === null) throw new ImportProblem('No file is open. Choose the file again.');
  return value;
}

async function contentOf({ content }: ImportSource) {
  if (typeof content === 'string') return content;
  const bytes = new Uint8Array(await content.arrayBuffer());
  const carrier = carrierOf(bytes);
  if (carrier !== null && carrier !== 'json') return carriedText(bytes) ?? bytes;
  return isWorkbook(bytes) ? readSheet(bytes) : bytes;
}

type Content = Awaited<ReturnType<typeof contentOf>>;

/** Which old table of letters was taken because nothing in the file says it. */
function guessedLetters(content: Content, { repairs }: OpenedSource): Opened['guessedLetters'] {
  if (!(content instanceof Uint8Array)) return null;
  if (!repairs.some((one) => one.code === 'encoding' && one.severity === 'warning')) return null;
  return decodeText(content).encoding === 'windows-1250' ? 'windows-1250' : 'windows-1252';
}

/** What says where everything stands keeps it; what is laid out here is laid out to be read. */
function laidOut(draft: ImportDraft, names: NameChoice): Board {
  const board = boardFromDraft(draft, { names });
  return draft.items.some((item) => item.box !== undefined) ? board : fitted(board);
}

/** The desk itself: it keeps the open source and its draft, and answers what is asked about them. */
export function createReadDesk(tell: (share: number) => void): ImportDesk {
  let open: OpenedSource | null = null;
  let own: Board | null = null;
  let draft: ImportDraft | null = null;

  return {
    async open(source): Promise<Opened> {
      open = null;
      own = null;
      draft = null;
      const { name, letters } = source;
      const encoding = letters === 'auto' ? {} : { encoding: letters };
      const content = await contentOf(source);
      const found = openSource({ name, content }, encoding, { tell });
      const { format, table, mapping } = found;
      if (format === 'board') {
        const parsed = parseFile(found.text);
        if ('problem' in parsed) throw new ImportProblem(parsed.problem);
        own = boardFromFile(parsed.file);
      }
      open = found;
      const letter = letters === 'auto' ? guessedLetters(content, found) : letters;
      if (table === null) return { format, rows: 0, columns: [], mapping: {}, sure: [], guessedLetters: letter };
      if (table.rows.length === 0) {
        throw new ImportProblem('There are headings but no rows in it. Choose a file with one row for each box.');
      }
      const columns = table.headings.map((heading, i) => ({
        heading,
        samples: table.rows.slice(0, SAMPLES).map((row) => row[i] ?? ''),
      }));
      return {
        format,
        rows: table.rows.length,
        columns,
        mapping,
        sure: sureOf(table, mapping),
        guessedLetters: letter,
      };
    },

    async draft(mapping, options): Promise<Drafted> {
      if (own !== null) return boardSummary(own);
      draft = inOrder(draftOf(need(open), mapping, options, { tell }));
      if (draft.items.length === 0) {
        throw new ImportProblem('Nothing in it can be drawn. Choose a file with one row or line for each box.');
      }
      return summary(draft);
    },

    async lay(part: Part, names: NameChoice): Promise<Laid> {
      const board = own ?? laidOut(cutDraft(need(draft), part), names);
      return { board, sketch: sketchOf(board) };
    },

    async compare(board: Board, names: NameChoice): Promise<Compared | null> {
      if (draft === null) return null;
      const shown = applyNames(draft, names);
      const changes = changesFor(board, shown, { names });
      const called: Record<Id, string> = {};
      for (const { id, name } of board.elements.values()) called[id] = name;
      for (const { key, name } of shown.items) called[key] = name;
      const imported = [...board.elements.values()].some((one) => marksOn(one) !== null);
      return { draft: shown, changes, imported, names: called };
    },

    repairs: async () => repairsAsCsv(draft?.repairs ?? []),
  };
}
