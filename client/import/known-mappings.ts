import { IMPORT_FIELDS, type ImportMapping } from '#shared/import/import-types.ts';

const KEY = 'orgora:columns';
/** Sets of headings that are remembered; the oldest goes first. */
const MOST = 40;

type Kept = Readonly<Record<string, ImportMapping>>;

const nameOf = (headings: readonly string[]): string => JSON.stringify(headings.map((one) => one.trim().toLowerCase()));

function isMapping(value: unknown, columns: number): value is ImportMapping {
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).every(
    ([field, column]) =>
      IMPORT_FIELDS.some((one) => one === field) && Number.isInteger(column) && column >= 0 && column < columns,
  );
}

function read(store: Storage): Kept {
  try {
    const kept: unknown = JSON.parse(store.getItem(KEY) ?? '{}');
    return typeof kept === 'object' && kept !== null && !Array.isArray(kept) ? (kept as Kept) : {};
  } catch {
    // Written by something else, or not allowed here: then nothing is remembered.
    return {};
  }
}

/** What these headings meant the last time, or `null`. Only headings are remembered, never a value. */
export function knownMapping(headings: readonly string[], store: Storage): ImportMapping | null {
  const found: unknown = read(store)[nameOf(headings)];
  return isMapping(found, headings.length) ? found : null;
}

/** Remembers what the columns under these headings mean, on this device. */
export function rememberMapping(headings: readonly string[], mapping: ImportMapping, store: Storage): void {
  const name = nameOf(headings);
  const others = Object.entries(read(store)).filter(([one]) => one !== name);
  try {
    store.setItem(KEY, JSON.stringify(Object.fromEntries([...others.slice(1 - MOST), [name, mapping]])));
  } catch {
    // A full or forbidden store costs a convenience, not the import.
  }
}
