import type { ImportFormat } from './import-types.ts';
import { endsInNotes } from './outline.ts';
import { cellsOfLine, headingDelimiter } from './table-text.ts';

const ENDINGS: Readonly<Record<string, ImportFormat>> = {
  csv: 'table',
  tsv: 'table',
  xlsx: 'table',
  drawio: 'drawio',
  dio: 'drawio',
  mmd: 'mermaid',
  mermaid: 'mermaid',
  md: 'outline',
};

const MERMAID =
  /^(?:\s*(?:%%[^\n]*|---[\s\S]*?\n---)\s*)*\s*(?:```mermaid\s*)?(?:flowchart|graph)(?:[ \t]+(?:TB|TD|BT|LR|RL))?\s*(?:;|\n|$)/;

/** Rows that are cut into the same number of cells, at least two, by the same sign. */
function isTable(text: string): boolean {
  const lines = text
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 12);
  const [first = ''] = lines;
  if (/^"?sep=.|^"?version:v\d|^#\s*(label|connect|identity|parent|style|layout)\s*:/i.test(first)) return true;
  if (endsInNotes(first)) return false;
  if (headingDelimiter(first) !== null) return true;
  if (lines.some(endsInNotes) || /^\s*[-*•]\s/.test(first)) return false;
  return [',', ';', '\t', '|'].some((sign) => {
    const width = cellsOfLine(first, sign).length;
    if (width < 2 || first.startsWith(sign)) return false;
    const even = lines.slice(1).filter((line) => cellsOfLine(line, sign).length === width).length;
    // Prose and bullets may hold commas; a table has them in every row.
    const enough = lines.length > (sign === ',' ? 2 : 1);
    return enough && even >= (lines.length - 1) * 0.8 && (sign === '\t' || width > 2);
  });
}

/** What a file or paste looks like: by its content where that is plain, else by the ending of its name, else a list. */
export function detectFormat(name: string, text: string): ImportFormat {
  const start = text
    .slice(0, 20_000)
    .replace(/^\ufeff/, '')
    .trimStart();
  if (/^<(\?xml[^>]*>\s*)?(<!--[\s\S]*?-->\s*)*<?\/?(mxfile|mxGraphModel)/.test(start)) return 'drawio';
  if (/^<\?xml[\s\S]{0,400}<(mxfile|mxGraphModel)/.test(start)) return 'drawio';
  if (/^\{\s*"format"\s*:\s*"orgora-board"/.test(start)) return 'board';
  if (/^(\{\s*["}]|\[\s*[{\]])/.test(start)) return 'graph';
  if (MERMAID.test(start)) return 'mermaid';
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const known = ENDINGS[ending];
  if (known !== undefined) return known;
  return isTable(start) ? 'table' : 'outline';
}
