import type { HistorySpan } from '#shared/history/steps.ts';
import type { Phase } from '#shared/rights/may.ts';
import type { Role } from '#shared/rights/roles.ts';

/** One accepted change of a room, as it is logged and fanned out. */
export interface Row {
  /** Seat that sent it, or `server`. */
  readonly seat: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Yjs update, version 1. */
  readonly data: Uint8Array;
}

export interface StoredRow extends Row {
  /** Place in the room's log, from 1, without gaps. */
  readonly seq: number;
}

/** Rows for one room, with the document client ids they are the first to use. */
export interface Append {
  readonly room: string;
  readonly rows: readonly Row[];
  /** Client id to seat; a client id never changes hands. */
  readonly claims: ReadonlyMap<number, string>;
}

export interface Snapshot {
  /** Everything up to and including this row is in it. */
  readonly seq: number;
  readonly at: number;
  /** `compact`: what loading starts from; `named`: a version somebody keeps. */
  readonly kind: 'compact' | 'named';
  readonly name: string;
  readonly data: Uint8Array;
}

/** What is known of a piece of history without its content. */
export interface HistoryIndex {
  /** First and last row in it. */
  readonly first: number;
  readonly last: number;
  /** When its last row was written. */
  readonly to: number;
  /** Whether its rows were put together already. */
  readonly thinned: boolean;
  /** Of its rows, before they were compressed. */
  readonly bytes: number;
  readonly steps: readonly HistorySpan[];
  /** Of the state it begins with, compressed; 0 when it has none. */
  readonly stateBytes: number;
}

/** Rows that were taken out of the log, kept for the board's history. */
export interface HistoryChunk extends Omit<HistoryIndex, 'stateBytes'> {
  /** The document before the first row, deleted content kept, compressed; `null`: what the pieces before it give. */
  readonly state: Uint8Array | null;
  /** The rows, compressed. */
  readonly data: Uint8Array;
}

/** Who drew on a board, as the others know them; kept when their seat is gone. */
export interface HistoryPerson {
  readonly seat: string;
  readonly alias: string;
  readonly who: string;
  readonly role: Role;
}

/** A moment that somebody gave a name. */
export interface VersionRecord {
  readonly id: string;
  /** The board after this row of its log. */
  readonly seq: number;
  readonly at: number;
  readonly title: string;
  /** Who named it. */
  readonly alias: string;
}

/** What a room is loaded from: the newest compact snapshot and the rows after it. */
export interface RoomState {
  /** Changes when the log is started anew; a client with another one must not merge. */
  readonly generation: string;
  readonly seq: number;
  readonly snapshot: Snapshot | null;
  readonly tail: readonly StoredRow[];
  readonly claims: ReadonlyMap<number, string>;
}

export interface CouncilRecord {
  readonly id: string;
  readonly title: string;
  readonly alone: boolean;
  readonly phase: Phase;
  readonly createdAt: number;
  /** When all of it is removed for good; `null`: never by itself. */
  readonly deleteAt: number | null;
}

export interface BoardRecord {
  readonly id: string;
  readonly council: string;
  readonly title: string;
  readonly order: string;
  readonly createdAt: number;
  /** `null` while it is there. */
  readonly deletedAt: number | null;
}

/** A board with what its log says: when it last changed and how often. */
export interface BoardListing extends BoardRecord {
  readonly changedAt: number;
  readonly version: number;
}

export interface LinkRecord {
  readonly id: string;
  readonly council: string;
  readonly role: Role;
  /** SHA-256 of the secret; the secret itself is never stored. */
  readonly hash: string;
  readonly createdAt: number;
  /** Since when it lets nobody in, because its council ended; `null` while it does. */
  readonly closedAt: number | null;
}

export interface SeatRecord {
  readonly id: string;
  readonly council: string;
  /** SHA-256 of the session's secret. */
  readonly session: string;
  readonly role: Role;
  /** The link it came by; `null` for who made the council. */
  readonly link: string | null;
  readonly alias: string;
  readonly who: string;
  readonly createdAt: number;
}

/** A part of a critique session as it is kept: its shape is the session's own business. */
export interface SessionItem {
  readonly kind: string;
  /** Unique within its kind and council. */
  readonly id: string;
  /** JSON. */
  readonly data: string;
}

/** What one step of a session changes. */
export interface SessionWrite {
  readonly put: readonly SessionItem[];
  readonly remove: readonly Pick<SessionItem, 'kind' | 'id'>[];
  /** The council's phase from now on; as it was when left out. */
  readonly phase?: Phase;
}

/** In place of a seat in the past of a board whose people are forgotten. */
export const NOBODY = 'nobody';

/** How a council ends. Times in milliseconds since 1970. */
export interface Seal {
  readonly at: number;
  readonly deleteAt: number;
  /** The session's last words, in the same step. */
  readonly session?: Omit<SessionWrite, 'phase'>;
}

/** How others see a seat. */
export type SeatFace = Pick<SeatRecord, 'alias' | 'who'>;

export interface MovedSeat {
  readonly seat: SeatRecord;
  /** The seat that the same browser had there before, and has no more. */
  readonly replaced: SeatRecord | null;
}

/**
 * Where everything is kept. A promise that resolves means: on disk. One that rejects means: nothing of it happened.
 * The same contract suite runs on every implementation (`tests/contract/storage.test.ts`).
 */
export interface Storage {
  /** Makes an empty log; with `rows`, fills it in the same step. Rejects when the room exists. */
  createRoom(room: string, generation: string, rows: readonly Row[]): Promise<void>;
  /** All rooms or none. Answers each room's last seq. Rejects when a room does not exist. */
  append(batch: readonly Append[]): Promise<ReadonlyMap<string, number>>;
  loadRoom(room: string): Promise<RoomState | null>;
  readAfter(room: string, seq: number): Promise<readonly StoredRow[]>;
  /**
   * Keeps a snapshot. A compact one replaces the compact one before it and deletes the rows it holds, in one step; in the same
   * step these rows, as `history`, become a piece of the room's history.
   */
  snapshot(room: string, snapshot: Snapshot, history?: HistoryChunk | null): Promise<void>;

  /** The pieces of a room's history, oldest first. What is still in the log is not in them. */
  historyIndex(room: string): Promise<readonly HistoryIndex[]>;
  /** The pieces from the one that begins at this row on, oldest first. */
  historyFrom(room: string, first: number): Promise<readonly HistoryChunk[]>;
  /** Writes a piece in place of the one that begins at the same row. */
  replaceHistory(room: string, chunk: HistoryChunk): Promise<void>;
  /** Pieces that ended before this moment and are not thinned yet, at most 1,000. */
  historyToThin(endedBefore: number): Promise<readonly { readonly room: string; readonly first: number }[]>;
  /** Everybody who ever changed this room, noted with their first change. */
  historyPeople(room: string): Promise<readonly HistoryPerson[]>;
  createVersion(room: string, version: VersionRecord): Promise<void>;
  /** By place in the log. */
  versions(room: string): Promise<readonly VersionRecord[]>;
  /** Answers whether there was one. */
  renameVersion(room: string, id: string, title: string): Promise<boolean>;
  deleteVersion(room: string, id: string): Promise<boolean>;

  /** A council with its first seat. */
  createCouncil(council: CouncilRecord, seat: SeatRecord): Promise<void>;
  council(id: string): Promise<CouncilRecord | null>;
  updateCouncil(
    id: string,
    patch: Partial<Pick<CouncilRecord, 'title' | 'alone' | 'phase' | 'deleteAt'>>,
  ): Promise<void>;
  /** With its boards, logs, links, seats and session. `wipe` takes the last of it out of the files. */
  deleteCouncil(id: string): Promise<void>;
  /** Councils whose time had come at this moment. */
  councilsToDelete(now: number): Promise<readonly string[]>;

  /** Everything that is kept of a council's session, by kind and id. */
  sessionItems(council: string): Promise<readonly SessionItem[]>;
  /**
   * Ends a council: its phase is `sealed`, its links let nobody in, keys to its seats are gone, and it is deleted in time.
   */
  sealCouncil(council: string, seal: Seal): Promise<void>;
  /**
   * Gives the seats of a council these aliases and colours, and takes from the logs of its boards who drew and who named: every
   * seat in them is `NOBODY`. Seats without a face here keep theirs. Pieces of history are not rewritten.
   */
  forgetPeople(council: string, faces: ReadonlyMap<string, SeatFace>): Promise<void>;
  /** All of it or nothing of it. What is put takes the place of what has its kind and id. Rejects without such a council. */
  writeSession(council: string, change: SessionWrite): Promise<void>;

  createBoard(board: BoardRecord): Promise<void>;
  board(id: string): Promise<BoardListing | null>;
  /** Every board of a council, deleted ones included, by order. */
  boards(council: string): Promise<readonly BoardListing[]>;
  updateBoard(id: string, patch: Partial<Pick<BoardRecord, 'title' | 'order' | 'deletedAt'>>): Promise<void>;
  /** Removes for good what was deleted before this moment; answers how many boards. */
  purgeBoards(deletedBefore: number): Promise<number>;

  createLink(link: LinkRecord): Promise<void>;
  linkByHash(hash: string): Promise<LinkRecord | null>;
  links(council: string): Promise<readonly LinkRecord[]>;
  /** Removes the link and the seats that came by it; answers those seats. */
  deleteLink(id: string): Promise<readonly SeatRecord[]>;

  createSeat(seat: SeatRecord): Promise<void>;
  seats(council: string): Promise<readonly SeatRecord[]>;
  seatOf(session: string, council: string): Promise<SeatRecord | null>;
  seatsOf(session: string): Promise<readonly SeatRecord[]>;
  updateSeat(id: string, patch: Partial<Pick<SeatRecord, 'role' | 'link' | 'alias' | 'who'>>): Promise<void>;
  /** Removes a seat, and bars its session from every link that its council has now; a new link lets it in again. */
  removeSeat(id: string): Promise<void>;
  isBarred(session: string, link: string): Promise<boolean>;
  /** The links that a seat's council has now raise it no more: a convenor lowered its role. */
  barSeat(id: string): Promise<void>;

  /** Keeps a key to a seat; the oldest goes when there would be more than `most`. */
  createSeatKey(hash: string, seat: string, at: number, most: number): Promise<void>;
  /** The seat that a key opens. */
  seatOfKey(hash: string): Promise<SeatRecord | null>;
  /** Uses a key up and gives its seat to a session, instead of one the session has there. `null`: there is no such key. */
  moveSeat(hash: string, session: string): Promise<MovedSeat | null>;

  /**
   * Leaves nothing in the files of what was deleted with councils and boards or forgotten with people; quick when there was
   * nothing. Everything waits meanwhile: about a second for 200 MB.
   */
  wipe(): Promise<void>;
  /** Rejects when the database cannot be written or read. */
  check(): Promise<void>;
  /** Writes everything back into the one file and closes it. */
  close(): Promise<void>;
}

/** The part of a storage that keeps what boards were. */
export type HistoryMethods = Pick<
  Storage,
  | 'historyIndex'
  | 'historyFrom'
  | 'replaceHistory'
  | 'historyToThin'
  | 'historyPeople'
  | 'createVersion'
  | 'versions'
  | 'renameVersion'
  | 'deleteVersion'
>;

/** The part of a storage that keeps sessions. */
export type SessionMethods = Pick<
  Storage,
  'sessionItems' | 'writeSession' | 'councilsToDelete' | 'sealCouncil' | 'forgetPeople'
>;

/** The part of a storage that keeps keys to seats. */
export type SeatKeyMethods = Pick<Storage, 'barSeat' | 'createSeatKey' | 'seatOfKey' | 'moveSeat'>;
