import { ImportProblem } from '#shared/import/steps.ts';
import type { CellValue } from '#shared/import/table.ts';

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b;
const isContainer = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11;

/** The entry that an encrypted workbook keeps its key in, as it stands in the container: two bytes a letter. */
const LOCKED = [...'EncryptionInfo'].flatMap((letter) => [letter.charCodeAt(0), 0]);

function holds(bytes: Uint8Array, part: readonly number[]): boolean {
  const first = part[0] ?? 0;
  for (let at = bytes.indexOf(first); at >= 0; at = bytes.indexOf(first, at + 1)) {
    if (part.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}

/** A zip (.xlsx), or the old binary container: .xls, and .xlsx with a password. */
export const isWorkbook = (bytes: Uint8Array): boolean => isZip(bytes) || isContainer(bytes);

/** Cells of the first sheet of a workbook. Throws a sentence for one that is locked, old or broken. */
export async function readSheet(bytes: Uint8Array): Promise<readonly (readonly CellValue[])[]> {
  if (isContainer(bytes)) {
    throw new ImportProblem(
      holds(bytes, LOCKED)
        ? 'This workbook is protected by a password. Save a copy without it, then choose that.'
        : 'This is a workbook of the old format (.xls). Save it as .xlsx or CSV, then choose that.',
    );
  }
  const { readSheet: cellsOf } = await import('read-excel-file/web-worker');
  try {
    return (await cellsOf(new Blob([bytes.slice()]))) as readonly (readonly CellValue[])[];
  } catch {
    throw new ImportProblem(
      'The workbook could not be read. Open it in a spreadsheet, save it as CSV, then choose that.',
    );
  }
}
