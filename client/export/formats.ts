/** Every kind of file the dialog writes. */
export const FORMAT_IDS = [
  'pptx',
  'pdf',
  'svg',
  'png',
  'xlsx',
  'csv',
  'json',
  'drawio',
  'mmd',
  'canvas',
  'md',
  'txt',
] as const;
export type FormatId = (typeof FORMAT_IDS)[number];

/** What a person can say about a file; each format follows some of it. */
export type OptionId =
  | 'slides'
  | 'ratio'
  | 'what'
  | 'finish'
  | 'legend'
  | 'points'
  | 'prompts'
  | 'comments'
  | 'colours'
  | 'font'
  | 'dark'
  | 'transparent'
  | 'scale'
  | 'fonts'
  | 'mark'
  | 'keep';

export interface ExportFormat {
  readonly id: FormatId;
  readonly label: string;
  /** What it is good for, in a few words. */
  readonly hint: string;
  /** Ending of the file, without the first dot. */
  readonly ending: string;
  /** Media type. */
  readonly type: string;
  /** How it looks before it is written: slides, one picture, or nothing to look at but the board. */
  readonly shows: 'pages' | 'picture' | 'board';
  readonly takes: readonly OptionId[];
  /** Stands behind "More". */
  readonly more?: true;
}

const DECK = ['slides', 'ratio', 'finish', 'legend', 'points', 'dark', 'mark', 'keep'] as const;
const PICTURE = ['what', 'finish', 'legend', 'dark', 'transparent', 'keep'] as const;
const OFFICE = 'application/vnd.openxmlformats-officedocument.';

export const FORMATS: readonly ExportFormat[] = [
  {
    id: 'pptx',
    label: 'PPTX',
    hint: 'Shapes and glued lines you can edit',
    ending: 'pptx',
    type: `${OFFICE}presentationml.presentation`,
    shows: 'pages',
    takes: [...DECK, 'prompts', 'comments', 'colours', 'font'],
  },
  {
    id: 'pdf',
    label: 'PDF',
    hint: 'One page for each slide, text stays text',
    ending: 'pdf',
    type: 'application/pdf',
    shows: 'pages',
    takes: DECK,
  },
  {
    id: 'svg',
    label: 'SVG',
    hint: 'Vector, text stays text',
    ending: 'svg',
    type: 'image/svg+xml',
    shows: 'picture',
    takes: [...PICTURE, 'fonts'],
  },
  {
    id: 'png',
    label: 'PNG',
    hint: 'Picture',
    ending: 'png',
    type: 'image/png',
    shows: 'picture',
    takes: [...PICTURE, 'scale'],
  },
  {
    id: 'xlsx',
    label: 'XLSX',
    hint: 'Elements, lines, overlays',
    ending: 'xlsx',
    type: `${OFFICE}spreadsheetml.sheet`,
    shows: 'board',
    takes: [],
  },
  {
    id: 'csv',
    label: 'CSV',
    hint: 'Boxes and lines, for spreadsheets',
    ending: 'csv',
    type: 'text/csv',
    shows: 'board',
    takes: [],
  },
  {
    id: 'json',
    label: 'JSON',
    hint: 'The whole board, to import again',
    ending: 'orgora.json',
    type: 'application/json',
    shows: 'board',
    takes: [],
  },
  {
    id: 'drawio',
    label: 'draw.io',
    hint: 'Opens with its lines attached',
    ending: 'drawio',
    type: 'application/xml',
    shows: 'board',
    takes: [],
    more: true,
  },
  {
    id: 'mmd',
    label: 'Mermaid',
    hint: 'A flowchart for wikis',
    ending: 'mmd',
    type: 'text/plain',
    shows: 'board',
    takes: [],
    more: true,
  },
  {
    id: 'canvas',
    label: 'JSON Canvas',
    hint: 'For note-taking programs',
    ending: 'canvas',
    type: 'application/json',
    shows: 'board',
    takes: [],
    more: true,
  },
  {
    id: 'md',
    label: 'Markdown',
    hint: 'The board in words',
    ending: 'md',
    type: 'text/markdown',
    shows: 'board',
    takes: [],
    more: true,
  },
  {
    id: 'txt',
    label: 'Outline text',
    hint: 'An indented list, to import again',
    ending: 'txt',
    type: 'text/plain',
    shows: 'board',
    takes: [],
    more: true,
  },
];

/** A format by its id. */
export function formatOf(id: FormatId): ExportFormat {
  const found = FORMATS.find((format) => format.id === id);
  if (found === undefined) throw new RangeError(`There is no format ${id}.`);
  return found;
}
