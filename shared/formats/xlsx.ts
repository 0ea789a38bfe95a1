import { strToU8, type Zippable, zipSync } from 'fflate';
import { indexBoard } from '../board/index-board.ts';
import type { Board, Id } from '../board/model.ts';
import { frictionLabel } from '../overlays/friction.ts';
import { RELATIONS } from '../relations/index.ts';
import { tableRows } from './csv.ts';
import { HEAD, relationships, xmlText } from './pptx/xml.ts';

type Row = readonly (string | number)[];

interface Sheet {
  readonly name: string;
  /** The first row holds the headings. */
  readonly rows: readonly Row[];
}

const SHEET = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const R = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.';
const ZIP_DAY = new Date(2000, 0, 1);

function linesSheet(board: Board): Sheet {
  const nameOf = (id: Id): string => board.elements.get(id)?.name ?? '';
  const rows = [...board.relations.values()].map((line): Row => {
    const kind = RELATIONS[line.kind];
    return [
      kind.label,
      nameOf(line.from),
      nameOf(line.to),
      kind.labelText(line.attributes),
      kind.sentence(nameOf(line.from), nameOf(line.to), line.attributes),
    ];
  });
  return { name: 'Lines', rows: [['Line', 'From', 'To', 'Says', 'Sentence'], ...rows] };
}

function overlaysSheet(board: Board): Sheet {
  const index = indexBoard(board);
  const nameOf = (id: Id): string => board.elements.get(id)?.name ?? id;
  const zones = index.zones.map((zone): Row => ['Zone', zone.title, zone.zone, '', '', '']);
  const tigers = index.tigers.flatMap((tiger, i) =>
    Object.entries(tiger.members).map(
      ([id, share]): Row => [
        'Tiger team',
        tiger.name,
        `${i + 1}`,
        nameOf(id),
        share,
        tiger.end === null ? '' : `W${tiger.end}`,
      ],
    ),
  );
  const frictions = index.frictions.map(
    (one): Row => ['Friction', frictionLabel(one), one.status, one.on.map(nameOf).join('; '), '', one.mitigation],
  );
  return {
    name: 'Overlays',
    rows: [['Overlay', 'Name', 'Kind', 'On', 'Share %', 'More'], ...zones, ...tigers, ...frictions],
  };
}

/** "A", "B" … "Z", "AA": the name of a column, counted from 0. */
const columnName = (n: number): string => {
  let name = '';
  for (let left = n + 1; left > 0; left = Math.floor((left - 1) / 26)) {
    name = String.fromCharCode(65 + ((left - 1) % 26)) + name;
  }
  return name;
};

/** Texts stay texts: a cell of this type is never taken for a formula or a number, so ids keep their zeros. */
const cell = (value: string | number, at: string, heading: boolean): string =>
  typeof value === 'number'
    ? `<c r="${at}"><v>${value}</v></c>`
    : `<c r="${at}" t="inlineStr"${heading ? ' s="1"' : ''}><is><t xml:space="preserve">${xmlText(value)}</t></is></c>`;

function sheetXml({ rows }: Sheet): string {
  const body = rows
    .map((row, y) => {
      const cells = row
        .map((value, x) => (value === '' ? '' : cell(value, `${columnName(x)}${y + 1}`, y === 0)))
        .join('');
      return `<row r="${y + 1}">${cells}</row>`;
    })
    .join('');
  const widths = (rows[0] ?? []).map((_, x) => {
    const longest = Math.max(...rows.slice(0, 200).map((row) => String(row[x] ?? '').length));
    return `<col min="${x + 1}" max="${x + 1}" width="${Math.min(48, Math.max(8, longest + 2))}" customWidth="1"/>`;
  });
  return (
    `${HEAD}<worksheet xmlns="${SHEET}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" ` +
    `activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>${body}</sheetData></worksheet>`
  );
}

const STYLES =
  `${HEAD}<styleSheet xmlns="${SHEET}"><fonts count="2"><font><sz val="11"/><name val="Arial"/></font>` +
  '<font><b/><sz val="11"/><name val="Arial"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/>' +
  '</border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="2"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/></cellXfs></styleSheet>';

/**
 * A board as an Excel workbook: elements in the columns our import knows, lines and overlays on sheets of their own. Equal boards
 * give equal bytes.
 */
export function xlsxOf(board: Board): Uint8Array {
  const sheets: readonly Sheet[] = [
    { name: 'Elements', rows: tableRows(board) },
    linesSheet(board),
    overlaysSheet(board),
  ];
  const parts: Record<string, string> = {
    '[Content_Types].xml':
      `${HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
      '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
      '<Default Extension="xml" ContentType="application/xml"/>' +
      `<Override PartName="/xl/workbook.xml" ContentType="${TYPE}sheet.main+xml"/>` +
      `<Override PartName="/xl/styles.xml" ContentType="${TYPE}styles+xml"/>${sheets
        .map((_, i) => `<Override PartName="/xl/worksheets/sheet${i + 1}.xml" ContentType="${TYPE}worksheet+xml"/>`)
        .join('')}</Types>`,
    '_rels/.rels': relationships([{ id: 'rId1', type: 'officeDocument', target: 'xl/workbook.xml' }]),
    'xl/_rels/workbook.xml.rels': relationships([
      ...sheets.map((_, i) => ({ id: `rId${i + 1}`, type: 'worksheet', target: `worksheets/sheet${i + 1}.xml` })),
      { id: `rId${sheets.length + 1}`, type: 'styles', target: 'styles.xml' },
    ]),
    'xl/styles.xml': STYLES,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${SHEET}" xmlns:r="${R}"><sheets>${sheets
      .map(({ name }, i) => `<sheet name="${name}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
      .join('')}</sheets></workbook>`,
  };
  for (const [i, sheet] of sheets.entries()) parts[`xl/worksheets/sheet${i + 1}.xml`] = sheetXml(sheet);
  const files: Zippable = Object.fromEntries(Object.entries(parts).map(([path, xml]) => [path, strToU8(xml)]));
  return zipSync(files, { level: 6, mtime: ZIP_DAY });
}
