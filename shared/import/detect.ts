import { isKnownHeading } from './aliases.ts';
import type { ImportFormat } from './import-types.ts';

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

/** Cells of a line outside quotation marks. */
const cellsOf = (line: string, delimiter: string): readonly string[] =>
  line.replace(/"(?:[^"]|"")*"/g, 'x').split(delimiter);

/** Rows that are cut into the same number of cells, at least two, by the same sign. */
function isTable(text: string): boolean {
  const lines = text
    .split(/\r\n?|\n/)
    .filter((line) => line.trim() !== '')
    .slice(0, 12);
  const [first = ''] = lines;
  if (/^"?sep=.|^"?version:v\d|^#\s*(label|connect|identity|parent|style|layout)\s*:/i.test(first)) return true;
  return [',', ';', '\t', '|'].some((delimiter) => {
    const head = cellsOf(first, delimiter);
    if (head.length < 2 || first.startsWith(delimiter) || /^\s*[-*•]\s/.test(first)) return false;
    const known = head.filter((cell) => isKnownHeading(cell.replaceAll('"', '').trim())).length;
    const even = lines.slice(1).filter((line) => cellsOf(line, delimiter).length === head.length).length;
    // Prose and bullets may hold commas; a table has them in every row, or has headings.
    return (
      known >= 2 || (lines.length > 2 && even >= (lines.length - 1) * 0.8 && (delimiter === '\t' || head.length > 2))
    );
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
  if (start.startsWith('{') || start.startsWith('[{')) return 'graph';
  if (MERMAID.test(start)) return 'mermaid';
  const ending = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? '';
  const known = ENDINGS[ending];
  if (known !== undefined) return known;
  return isTable(start) ? 'table' : 'outline';
}
