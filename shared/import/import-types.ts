import type { Attributes, Board, Box, ElementKindId, Id } from '../board/model.ts';

/** What a person's file or paste looks like to us. */
export type ImportFormat = 'table' | 'outline' | 'graph' | 'drawio' | 'mermaid' | 'board';

/**
 * Fields a column of a table can mean; a column that is in no mapping is left out. `attributes` and `lines` are what our own
 * tables say in one cell each: other attributes of the box, and lines other than reporting and dotted ones.
 */
export const IMPORT_FIELDS = [
  'id',
  'name',
  'firstName',
  'lastName',
  'title',
  'manager',
  'managerEmail',
  'email',
  'dotted',
  'kind',
  'fn',
  'scope',
  'fte',
  'vacant',
  'level',
  'assistant',
  'sitsIn',
  'region',
  'bu',
  'capability',
  'note',
  'attributes',
  'lines',
] as const;
export type ImportField = (typeof IMPORT_FIELDS)[number];

/** Rows of text as they came. `lines` holds the line of the file each row begins on, from 1, for messages. */
export interface ImportTable {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly lines: readonly number[];
  /** Headings that the file itself says hold a field (draw.io's directives). */
  readonly hints?: Readonly<Partial<Record<ImportField, string>>>;
}

/** Which column (from 0) holds a field. A column serves one field. */
export type ImportMapping = Readonly<Partial<Record<ImportField, number>>>;

/** Something that was mended, guessed or could not be used; nothing is dropped without one. */
export interface Repair {
  /** Line of the file, from 1; `null` when it is about the whole. */
  readonly line: number | null;
  readonly severity: 'info' | 'warning' | 'error';
  /** Stable word for tests and filters: `self-manager`, `cycle`. */
  readonly code: string;
  /** What happened and what was done, one sentence. */
  readonly sentence: string;
}

/** One box to be, before it is laid out. */
export interface ImportedItem {
  /** Key within this import: the row's id, made unique. */
  readonly key: string;
  readonly line: number;
  readonly kind: ElementKindId;
  /** What the box will say. */
  readonly name: string;
  /** The name of a person that came with it, or empty. Never written to a board unless asked for. */
  readonly person: string;
  /** The title of the role that came with it, or empty. */
  readonly title: string;
  readonly email: string;
  readonly boss: string | null;
  readonly sitsIn: string | null;
  readonly attributes: Attributes;
  /** Where it stood in the drawing it came from; kept when every box of a draft has one. */
  readonly box?: Box;
}

export interface ImportedLine {
  readonly kind: 'dotted' | 'owns' | 'serves' | 'advises' | 'funds' | 'partners' | 'member';
  readonly from: string;
  readonly to: string;
  readonly attributes?: Attributes;
}

/** What a source says, mended. The same source gives the same draft. */
export interface ImportDraft {
  readonly format: ImportFormat;
  readonly title: string;
  readonly items: readonly ImportedItem[];
  readonly lines: readonly ImportedLine[];
  readonly repairs: readonly Repair[];
  /** There was no column of managers: nothing is placed in a tree. */
  readonly unplaced: boolean;
}

/** How names of people are treated before anything is shared. */
export type NameChoice = 'titles' | 'keep';

/** What a second import of the same people would do to a board. */
export interface ImportChanges {
  /** Elements by the keys of the draft's items that they are. */
  readonly matched: ReadonlyMap<string, Id>;
  /** Of those, the locked ones that the import would change and does not. */
  readonly locked: readonly Id[];
  readonly added: readonly ImportedItem[];
  readonly left: readonly Id[];
  readonly moved: readonly { readonly id: Id; readonly from: Id | null; readonly to: string | null }[];
  /** `what` are words people read: "name", "size". */
  readonly changed: readonly { readonly id: Id; readonly what: readonly string[] }[];
  readonly same: number;
}

/** Long work tells how far it is, from 0 to 1, and asks whether to go on. */
export interface ImportProgress {
  tell?(share: number): void;
  cancelled?(): boolean;
}

export interface ImportedBoard {
  readonly board: Board;
  readonly repairs: readonly Repair[];
}
