import type * as Y from 'yjs';
import { LIMITS } from '../protocol/messages.ts';
import { CITES_ROOT, type Cites, NO_CITES, readCites } from './cites.ts';
import { decodeBoard, FileProblem } from './file-decode.ts';
import type { BoardFile, FileBoard, FileElement, FileOverlay, FileState } from './file-types.ts';
import type { Attributes, Board, BoardElement, Overlay, StateBoard } from './model.ts';
import { readBoard, readStateBoards } from './read.ts';
import { repair } from './repair.ts';
import { entityMap, metaMap, SCHEMA_VERSION, stateKey } from './roots.ts';
import { compareIds } from './tables.ts';
import { violations } from './violations.ts';
import { frameMap, promptMap } from './write-entity.ts';
import { fillState } from './write-state.ts';

export type { BoardFile, FileBoard } from './file-types.ts';

export const FILE_FORMAT = 'orgora-board';
/**
 * Newest version of the board file; raised when its shape changes in a way older readers would get wrong. A board that needs
 * nothing of a newer version is written in the oldest that holds it, so that older pages can still open it.
 */
export const FILE_VERSION = 2;

/** Turns the `board` of a file of version `from` into one of `from + 1`. Append-only. */
export interface FileMigration {
  readonly from: number;
  up(board: unknown): unknown;
}

/** From 1 to 2: states, and subtitle, state and notes of a frame, came; what was there before stays as it is. */
export const FILE_MIGRATIONS: readonly FileMigration[] = Object.freeze([{ from: 1, up: (board: unknown) => board }]);

const sorted = (attributes: Attributes): Attributes =>
  Object.fromEntries(Object.entries(attributes).sort((a, b) => compareIds(a[0], b[0])));

const withAttributes = (attributes: Attributes): { attributes?: Attributes } =>
  Object.keys(attributes).length === 0 ? {} : { attributes: sorted(attributes) };

function fileElement(element: BoardElement): FileElement {
  const { id, kind, name, x, y, w, h, order, sitsIn, locked, group, attributes } = element;
  return {
    id,
    kind,
    name,
    x,
    y,
    w,
    h,
    order,
    ...(sitsIn === null ? {} : { sitsIn }),
    ...(locked ? { locked } : {}),
    ...(group === null ? {} : { group }),
    ...withAttributes(attributes),
  };
}

function fileOverlay(overlay: Overlay): FileOverlay {
  if (overlay.kind === 'zone') {
    const { id, kind, zone, title, x, y, w, h, order, fn, wall, collapsed } = overlay;
    return {
      id,
      kind,
      zone,
      title,
      x,
      y,
      w,
      h,
      order,
      ...(fn === null ? {} : { fn }),
      ...(wall ? { wall } : {}),
      ...(collapsed ? { collapsed } : {}),
    };
  }
  if (overlay.kind === 'tiger') {
    const { id, kind, name, purpose, sponsor, lead, start, end, members, order, hidden } = overlay;
    return {
      id,
      kind,
      name,
      purpose,
      sponsor,
      lead,
      ...(start === null ? {} : { start }),
      ...(end === null ? {} : { end }),
      members: Object.fromEntries(Object.entries(members).sort((a, b) => compareIds(a[0], b[0]))),
      order,
      ...(hidden ? { hidden } : {}),
    };
  }
  const { id, kind, friction, status, mitigation, owner, on, at } = overlay;
  return { id, kind, friction, status, mitigation, owner, on: [...on], at: { x: at.x, y: at.y } };
}

const fileTables = (board: Board): Pick<FileState, 'elements' | 'relations' | 'overlays'> => ({
  elements: [...board.elements.values()].map(fileElement),
  relations: [...board.relations.values()].map(({ id, kind, from, to, attributes }) => ({
    id,
    kind,
    from,
    to,
    ...withAttributes(attributes),
  })),
  overlays: [...board.overlays.values()].map(fileOverlay),
});

function fileBoard(board: Board, states: readonly StateBoard[], cites: Cites): FileBoard {
  const { title, subtitle, state, template } = board.meta;
  return {
    meta: { title, subtitle, state, template },
    ...fileTables(board),
    frames: [...board.frames.values()].map((frame) => ({
      id: frame.id,
      title: frame.title,
      x: frame.x,
      y: frame.y,
      w: frame.w,
      h: frame.h,
      order: frame.order,
      ...(frame.subtitle === undefined ? {} : { subtitle: frame.subtitle }),
      ...(frame.state === undefined ? {} : { state: frame.state }),
      ...(frame.notes === undefined ? {} : { notes: frame.notes }),
    })),
    prompts: [...board.prompts.values()].map(({ id, text, answer, order, dismissed }) => ({
      id,
      text,
      answer,
      order,
      ...(dismissed ? { dismissed } : {}),
    })),
    ...(states.length === 0
      ? {}
      : { states: states.map(({ id, title: name, board: other }) => ({ id, title: name, ...fileTables(other) })) }),
    ...(cites.size === 0 ? {} : { cites: Object.fromEntries(cites) }),
  };
}

const isVersion2 = (board: Board, states: readonly StateBoard[]): boolean =>
  states.length > 0 ||
  [...board.frames.values()].some((frame) => (frame.subtitle ?? frame.state ?? frame.notes) !== undefined);

/** The file of a board and its other states. Equal boards give equal files, key by key; broken items are left out. */
export const writeFile = (board: Board, states: readonly StateBoard[] = [], cites: Cites = NO_CITES): BoardFile => ({
  format: FILE_FORMAT,
  version: isVersion2(board, states) ? FILE_VERSION : 1,
  board: fileBoard(board, states, cites),
});

/** The text of the file: JSON, indented by two, with a line break at its end. */
export const fileText = (board: Board, states: readonly StateBoard[] = [], cites: Cites = NO_CITES): string =>
  `${JSON.stringify(writeFile(board, states, cites), null, 2)}\n`;

/** The file of everything a document holds, in every state. */
export const documentText = (doc: Y.Doc): string => fileText(readBoard(doc), readStateBoards(doc), readCites(doc));

export type Parsed = { readonly file: BoardFile } | { readonly problem: string };

const refused = (problem: string): Parsed => ({ problem });

/** Checks a value that came out of JSON; older versions are brought to the present one. See `parseFile`. */
export function checkFile(value: unknown, migrations: readonly FileMigration[] = FILE_MIGRATIONS): Parsed {
  const newest = 1 + migrations.length;
  const file = typeof value === 'object' && value !== null ? (value as Readonly<Record<string, unknown>>) : {};
  if (file['format'] !== FILE_FORMAT) return refused('This is not an Orgora board. Choose a file that Orgora saved.');
  const version = file['version'];
  if (typeof version !== 'number' || !Number.isInteger(version) || version < 1) {
    return refused('This Orgora board does not say its version. Save it again where it was made.');
  }
  if (version > newest) {
    return refused(
      `This board was saved by a newer Orgora: file version ${version}, this one reads up to ${newest}. Update Orgora, then open it again.`,
    );
  }
  try {
    const present = migrations.reduce(
      (board, migration) => (migration.from >= version ? migration.up(board) : board),
      file['board'],
    );
    const { board, states, cites } = decodeBoard(present);
    for (const each of [board, ...states.map((state) => state.board)]) {
      if (each.elements.size > LIMITS.elements || each.relations.size > LIMITS.relations) {
        return refused('This board is larger than 10,000 elements or 20,000 lines. Split it into two boards.');
      }
      const first = violations(each)[0];
      if (first !== undefined) throw new FileProblem(first);
    }
    return { file: writeFile(board, states, cites) };
  } catch (error) {
    if (error instanceof FileProblem) return refused(`This board cannot be opened: ${error.message}`);
    throw error;
  }
}

/** Reads the text of a board file. What cannot be used is answered with one sentence: what is wrong, and where. */
export function parseFile(text: string): Parsed {
  if (text.length > LIMITS.boardBytes) return refused('This file is larger than 20 MB. Split it into two boards.');
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return refused('This file is not JSON. Choose a board that Orgora saved as JSON.');
  }
  return checkFile(value);
}

/** The board of a file that `parseFile` or `writeFile` gave. Throws `FileProblem` for another. */
export const boardFromFile = (file: BoardFile): Board => repair(Object.freeze(decodeBoard(file.board).board));

/** The other states in such a file. Throws `FileProblem` like `boardFromFile`. */
export const statesFromFile = (file: BoardFile): readonly StateBoard[] =>
  decodeBoard(file.board).states.map((state) => Object.freeze({ ...state, board: repair(Object.freeze(state.board)) }));

/** What such a file cites. Throws `FileProblem` like `boardFromFile`. */
export const citesFromFile = (file: BoardFile): Cites => decodeBoard(file.board).cites;

/**
 * Writes a whole board, with its other states, into a new document, keeping ids, in one transaction. Throws `RangeError` when the document already
 * holds something, because two boards in one document cannot be told apart.
 */
export function fillDocument(
  doc: Y.Doc,
  board: Board,
  origin: unknown = null,
  states: readonly StateBoard[] = [],
  cites: Cites = NO_CITES,
): void {
  const meta = metaMap(doc);
  if (meta.size > 0 || entityMap(doc, 'elements').size > 0)
    throw new RangeError('This document already holds a board.');
  doc.transact(() => {
    meta.set('schema', SCHEMA_VERSION);
    for (const [key, value] of Object.entries(board.meta)) if (value !== '') meta.set(key, value);
    fillState(doc, 'now', board);
    for (const { id, title, board: other } of states) {
      meta.set(stateKey(id), title);
      fillState(doc, id, other);
    }
    for (const frame of board.frames.values()) entityMap(doc, 'frames').set(frame.id, frameMap(frame));
    for (const prompt of board.prompts.values()) entityMap(doc, 'prompts').set(prompt.id, promptMap(prompt));
    for (const [id, at] of cites) doc.getMap(CITES_ROOT).set(id, at);
  }, origin);
}
