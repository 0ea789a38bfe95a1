import { IMPORT_FIELDS, type ImportDraft, type ImportField } from '#shared/import/import-types.ts';
import { mappingFrom } from '#shared/import/mapping.ts';
import { draftOf, type OpenedSource, type OpenOptions, openSource, type Source } from '#shared/import/read-source.ts';
import { ImportProblem } from '#shared/import/steps.ts';
import type { CellValue } from '#shared/import/table.ts';
import { CliError } from './cli-error.ts';
import { STDIO } from './files.ts';
import { nearest } from './nearest.ts';

export interface ImportSourceOptions extends OpenOptions {
  /** `field=Heading`, as typed. */
  readonly map: readonly string[];
  readonly title?: string;
  readonly placeholders: boolean;
}

const isPacked = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Cells of the first sheet of an .xlsx file. Throws `CliError` when it is none. */
async function cellsOf(name: string, bytes: Buffer): Promise<readonly (readonly CellValue[])[]> {
  // Loaded only here: few imports are spreadsheets, and every other command starts faster.
  const { readSheet } = await import('read-excel-file/node');
  try {
    return (await readSheet(bytes)) as readonly (readonly CellValue[])[];
  } catch {
    throw new CliError(`${name} cannot be read as a spreadsheet: save it as .xlsx or CSV and try again.`);
  }
}

const isField = (word: string): word is ImportField => (IMPORT_FIELDS as readonly string[]).includes(word);

/** What `--map` says, by field. Throws `CliError` for a field there is not. */
function named(map: readonly string[]): Readonly<Partial<Record<ImportField, string>>> {
  const found: Partial<Record<ImportField, string>> = {};
  for (const typed of map) {
    const at = typed.indexOf('=');
    const field = typed.slice(0, Math.max(0, at)).trim();
    if (at < 0) throw new CliError(`"${typed}" maps nothing: write a field and a heading, as --map "title=Job name".`);
    if (!isField(field)) {
      const near = nearest(field, IMPORT_FIELDS, (one) => [one]) ?? '';
      throw new CliError(`There is no field "${field}". Did you mean ${near}? There are ${IMPORT_FIELDS.join(', ')}.`);
    }
    found[field] = typed.slice(at + 1).trim();
  }
  return found;
}

function mappedDraft(
  name: string,
  opened: OpenedSource,
  { map, title, placeholders }: ImportSourceOptions,
): ImportDraft {
  const options = { placeholders, ...(title === undefined ? {} : { title }) };
  const { table } = opened;
  if (table === null) {
    if (map.length > 0) throw new CliError(`${name} has no columns for --map to name: leave --map or --format out.`);
    return draftOf(opened, {}, options);
  }
  const { mapping, missing } = mappingFrom(table, named(map));
  const headings = table.headings.filter((heading) => heading !== '').join(', ');
  if (missing !== null) throw new CliError(`${name} has no column "${missing}". Its columns are ${headings}.`);
  const draft = draftOf(opened, mapping, options);
  if (draft.repairs.some((repair) => repair.code === 'no-name-column')) {
    throw new CliError(
      `No column of ${name} looks like names or titles: say which one with --map "name=…". Its columns are ${headings}.`,
    );
  }
  return draft;
}

/** The draft of a file or of standard input. Throws `CliError` with one sentence when it cannot be read. */
export async function readImport(path: string, bytes: Buffer, options: ImportSourceOptions): Promise<ImportDraft> {
  const name = path === STDIO ? 'Standard input' : path;
  const content: Source['content'] = isPacked(bytes) ? await cellsOf(name, bytes) : bytes;
  try {
    // Who names columns has a table, whatever it looks like.
    const asked =
      options.format === undefined && options.map.length > 0 ? { ...options, format: 'table' as const } : options;
    const opened = openSource({ name: path === STDIO ? '' : path, content }, asked);
    if (opened.format === 'board') {
      throw new CliError(`${name} is a board file already: it can be laid out, exported and compared as it is.`);
    }
    return mappedDraft(name, opened, options);
  } catch (error) {
    if (error instanceof ImportProblem) throw new CliError(error.message);
    throw error;
  }
}
