import { indexBoard } from '../board/index-board.ts';
import type { Board, BoardElement, Relation } from '../board/model.ts';
import { type Annotation, writeAnnotations } from '../import/annotations.ts';
import { writeLine } from '../import/line-text.ts';
import { valueText } from '../import/values.ts';
import { type AttributeId, choiceLabel } from '../vocabulary/attributes.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';
import { treeRows } from './tree-order.ts';

export interface CsvOptions {
  /** A byte-order mark at the start, which Excel needs to read letters beyond ASCII. */
  readonly bom?: boolean;
}

/** Attributes with a column of their own; `null` sends a value to the last column but one. */
interface Column {
  readonly heading: string;
  readonly id: AttributeId;
  text(element: BoardElement): string | null;
}

const textOf =
  (id: AttributeId) =>
  (element: BoardElement): string | null => {
    const value = element.attributes[id];
    return typeof value === 'string' &&
      value === value.trim() &&
      value !== '' &&
      !/\s{2}|[^\S ]|[\u200b\ufeff]/.test(value)
      ? value
      : null;
  };

const wordOf =
  (id: AttributeId) =>
  (element: BoardElement): string | null => {
    const value = element.attributes[id];
    return typeof value === 'string' ? choiceLabel(id, value) : null;
  };

const numberOf =
  (id: AttributeId, fits: (value: number) => boolean) =>
  (element: BoardElement): string | null => {
    const value = element.attributes[id];
    return typeof value === 'number' && fits(value) && !String(value).includes('e') ? String(value) : null;
  };

const COLUMNS: readonly Column[] = [
  { heading: 'Function', id: 'fn', text: wordOf('fn') },
  { heading: 'Scope', id: 'scope', text: wordOf('scope') },
  { heading: 'FTE', id: 'fte', text: numberOf('fte', () => true) },
  {
    heading: 'Vacant',
    id: 'vacant',
    text: ({ kind, attributes }) => (kind === 'role' && attributes['vacant'] === true ? 'yes' : null),
  },
  { heading: 'Level', id: 'lvl', text: numberOf('lvl', Number.isInteger) },
  {
    heading: 'Assistant',
    id: 'assistant',
    text: ({ attributes }) => (attributes['assistant'] === true ? 'yes' : null),
  },
  { heading: 'Region', id: 'region', text: textOf('region') },
  { heading: 'Business line', id: 'bu', text: textOf('bu') },
  {
    heading: 'Capabilities',
    id: 'cap',
    text({ attributes }) {
      const cap = attributes['cap'];
      return Array.isArray(cap) && cap.length > 0
        ? cap.map((code: string) => choiceLabel('cap', code)).join('; ')
        : null;
    },
  },
  { heading: 'Note', id: 'note', text: textOf('note') },
];

const HEADINGS = [
  'ID',
  'Kind',
  'Name',
  'Reports to',
  'Sits in',
  'Dotted line to',
  ...COLUMNS.map((column) => column.heading),
  'More',
  'Lines',
];

/** A cell that no spreadsheet takes for a formula, in quotation marks where it needs them. */
function cellText(text: string): string {
  const safe = /^'*[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",;|\t\n\r]|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const isBareDotted = (line: Relation): boolean => line.kind === 'dotted' && Object.keys(line.attributes).length === 0;

function rowOf(board: Board, element: BoardElement): readonly string[] {
  const index = indexBoard(board);
  const { id, kind, name, sitsIn, attributes } = element;
  const cells = COLUMNS.map((column) => (attributes[column.id] === undefined ? null : column.text(element)));
  const more = Object.entries(attributes).flatMap(([key, value]): readonly Annotation[] => {
    const column = COLUMNS.findIndex((one) => one.id === key);
    return column >= 0 && cells[column] !== null ? [] : [{ key, value: valueText(value) }];
  });
  const lines = index.relationsOf(id).filter((line) => line.from === id && line.kind !== 'reports');
  const dotted = lines.filter(isBareDotted).map((line) => line.to);
  const others = lines.flatMap((line) =>
    isBareDotted(line) || line.kind === 'reports'
      ? []
      : [writeLine({ kind: line.kind, to: line.to, attributes: line.attributes })],
  );
  return [
    id,
    ELEMENT_KINDS[kind].label,
    name,
    index.bossOf(id) ?? '',
    sitsIn ?? '',
    dotted.join('; '),
    ...cells.map((cell) => cell ?? ''),
    writeAnnotations(more),
    writeAnnotations(others),
  ];
}

/** The same table as cells, headings first, before any spelling of a file. */
export const tableRows = (board: Board): readonly (readonly string[])[] => [
  HEADINGS,
  ...treeRows(board).map(({ element }) => rowOf(board, element)),
];

/**
 * Elements and lines of a board as a table: who stands above comes first. Our import reads it back with the same kinds, bosses,
 * containers, attributes and lines; zones, tiger teams, friction and frames have no place in it.
 */
export function csvOf(board: Board, { bom = false }: CsvOptions = {}): string {
  const text = tableRows(board)
    .map((row) => row.map(cellText).join(','))
    .join('\r\n');
  return `${bom ? '\ufeff' : ''}${text}\r\n`;
}

/** How many things of a board a table or a list of its boxes leaves out, in words, or `null` when there are none. */
export function leftOutOf(board: Board): string | null {
  const counts = new Map<string, number>();
  const add = (word: string, n = 1): void => {
    counts.set(word, (counts.get(word) ?? 0) + n);
  };
  const words = { zone: 'zone', tiger: 'tiger team', friction: 'friction marker' } as const;
  for (const { kind } of board.overlays.values()) add(words[kind]);
  add('frame', board.frames.size);
  const said = [...counts].filter(([, n]) => n > 0).map(([word, n]) => `${n} ${word}${n === 1 ? '' : 's'}`);
  return said.length === 0 ? null : said.join(', ');
}
