import type { Board, Id } from '#shared/board/model.ts';
import type {
  ImportChanges,
  ImportDraft,
  ImportFormat,
  ImportMapping,
  NameChoice,
  Repair,
} from '#shared/import/import-types.ts';

/** How bytes are read as letters; `auto` looks for marks and valid UTF-8 first. */
export type Letters = 'auto' | 'windows-1252' | 'windows-1250';

/** What a person brings: a file they chose or dropped, or text they pasted. */
export interface ImportSource {
  readonly name: string;
  readonly content: File | string;
  readonly letters: Letters;
}

export interface Column {
  readonly heading: string;
  /** The first five values. */
  readonly samples: readonly string[];
}

/** How the draft is made. */
export interface DraftOptions {
  /** Managers who are not in the source get a box of their own. */
  readonly placeholders: boolean;
}

/** What the source is, before anything is decided about it. */
export interface Opened {
  readonly format: ImportFormat;
  /** Rows of a table; 0 for everything else. */
  readonly rows: number;
  readonly columns: readonly Column[];
  /** Meaning of the columns as guessed from headings and values. */
  readonly mapping: ImportMapping;
  /** Fields whose column was recognised beyond doubt. */
  readonly sure: readonly string[];
  /** What the letters were taken for when nothing in the file says so, else `null`. */
  readonly guessedLetters: Exclude<Letters, 'auto'> | null;
}

/** Somebody others report to, with everything below. */
export interface Branch {
  readonly key: string;
  readonly name: string;
  readonly count: number;
}

export interface Drafted {
  readonly title: string;
  readonly items: number;
  readonly lines: number;
  /** How many of each kind in words, the commonest first. */
  readonly kinds: readonly string[];
  /** The first of each severity, in the order of lines. */
  readonly repairs: readonly Repair[];
  readonly severities: Readonly<Record<Repair['severity'], number>>;
  /** Boxes that would show the name of a person. */
  readonly named: number;
  /** Managers who are named but not in the source. */
  readonly missing: number;
  /** How many items the first levels hold together: the first, the first two … */
  readonly levels: readonly number[];
  /** Branches, largest first; only for more than a board holds. */
  readonly branches: readonly Branch[];
}

/** Which part of a large source becomes a board. */
export type Part =
  | { readonly part: 'all' }
  | { readonly part: 'levels'; readonly levels: number }
  | { readonly part: 'branch'; readonly key: string };

/** A picture that a page can paint in one frame, whatever the size of the board. */
export interface Sketch {
  readonly view: string;
  readonly boxes: string;
  readonly lines: string;
}

export interface Laid {
  readonly board: Board;
  readonly sketch: Sketch;
}

export interface Compared {
  readonly draft: ImportDraft;
  readonly changes: ImportChanges;
  /** Somebody on the board came from an import. */
  readonly imported: boolean;
  /** What those who moved, left or changed are called, by id or key. */
  readonly names: Readonly<Record<Id, string>>;
}

/** The long work of an import, done beside the page. A source is opened once, then asked about as often as needed. */
export interface ImportDesk {
  open(source: ImportSource): Promise<Opened>;
  draft(mapping: ImportMapping, options: DraftOptions): Promise<Drafted>;
  lay(part: Part, names: NameChoice): Promise<Laid>;
  /** `null` for a board file, which is only added. */
  compare(board: Board, names: NameChoice): Promise<Compared | null>;
  /** All repairs as a CSV file. */
  repairs(): Promise<string>;
}
