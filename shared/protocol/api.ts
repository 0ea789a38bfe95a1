import type { Phase } from '../rights/may.ts';
import type { Role } from '../rights/roles.ts';

/**
 * The HTTP API, JSON in and out. Every error is `ErrorBody` with a fitting status. A browser holds one session cookie
 * (`orgora_session`, HttpOnly, SameSite=Strict); the session has at most one seat in each council. Requests that change
 * something must come from the server's own origin.
 *
 * | Method and path | Body | Answer | Right |
 * | --- | --- | --- | --- |
 * | GET /api/me | – | `Me` | – |
 * | POST /api/councils | `{title?, alone?, createKey?}` | `Council` 201, and sets the cookie | create key when set |
 * | POST /api/join | `{secret}` | `{councilId}`, and sets the cookie | a link's secret, or a seat's key |
 * | GET /api/councils/:id | – | `Council` | council.read |
 * | PATCH /api/councils/:id | `{title?, deleteAt?}` | `Council` | council.rename; council.delete for `deleteAt` |
 * | DELETE /api/councils/:id | – | 204 | council.delete |
 * | POST /api/councils/:id/boards | `{title?, file?}` (`file`: an Orgora board file) | `BoardSummary` 201 | board.create |
 * | PATCH /api/councils/:id/boards/:board | `{title}` | `BoardSummary` | board.rename |
 * | POST /api/councils/:id/boards/:board/duplicate | `{title?}` | `BoardSummary` 201 | board.duplicate |
 * | DELETE /api/councils/:id/boards/:board | – | 204, can be restored for 30 days | board.delete |
 * | POST /api/councils/:id/boards/:board/restore | – | `BoardSummary` | board.delete |
 * | GET /api/councils/:id/boards/:board/state | – | Yjs state, `application/octet-stream` | board.read |
 * | GET /api/councils/:id/boards/:board/history | – | `History` | history.read |
 * | GET /api/councils/:id/boards/:board/history/updates?from=:seq | – | the changes from there on, as `shared/history/wire.ts` says, `application/octet-stream` | history.read |
 * | POST /api/councils/:id/boards/:board/history/versions | `{title}` | `Version` 201 of the board as it is now | history.name |
 * | PATCH /api/councils/:id/boards/:board/history/versions/:version | `{title}` | `Version` | history.name |
 * | DELETE /api/councils/:id/boards/:board/history/versions/:version | – | 204 | history.name |
 * | GET /api/councils/:id/links | – | `Link[]` | council.links |
 * | POST /api/councils/:id/links | `{role}` | `NewLink` 201; the secret is told once | council.links |
 * | DELETE /api/councils/:id/links/:link | – | 204; seats that came by it are closed at once | council.revoke |
 * | GET /api/councils/:id/seats | – | `Seat[]` | council.revoke |
 * | DELETE /api/councils/:id/seats/:seat | – | 204; its sockets close at once, and the links of now no longer let it in | council.revoke |
 * | PATCH /api/councils/:id/seats/:seat | `{role}` | `Seat`; felt at once on open pages | session.roles |
 * | POST /api/councils/:id/seats/:seat/key | – | `{secret}` 201: once, moves this seat to the browser that joins with it | own seat |
 * | POST /api/councils/:id/commands | a `Command` of `shared/critique/commands.ts` | `MyPart` of the sender | the command's action |
 * | GET /api/councils/:id/session/mine | – | `MyPart` | council.read |
 * | GET /api/councils/:id/session/people | – | `People`: how many are where, from five people on | council.read |
 * | GET /api/councils/:id/session/plan | – | `ConvenorPart` | session.plan |
 * | GET /api/councils/:id/session/digest?board=:board | – | `Digest`: what a late joiner missed of this board, or of the one that is on | council.read |
 * | GET /api/councils/:id/boards/:board/names | – | `{findings: Finding[]}` of `shared/redaction/lint.ts` | its presenter, or session.plan |
 * | GET /api/councils/:id/session/recap | – | `Recap` of `shared/critique/recap.ts` | recap.read |
 * | POST /api/councils/:id/session/mapping | `{passphrase}` | `{mapping: Mapping}` of `shared/critique/ending.ts`; few tries | convenors of a sealed council |
 * | POST /api/ticket | `{board}` | `{ticket}`: once, 30 s, for `Sec-WebSocket-Protocol` | board.read |
 *
 * Sockets: `/sync/board/<boardId>` (also `council/<id>` and `critique/<boardId>`, which only the server writes).
 */
export interface ErrorBody {
  /** A stable code of `shared/errors/sentences.ts`. */
  readonly error: string;
  /** What happened, then what to do. */
  readonly sentence: string;
}

export interface Me {
  readonly councils: readonly {
    readonly id: string;
    readonly title: string;
    readonly role: Role;
    readonly alone: boolean;
  }[];
  /** Whether this server asks for a key to create a council. */
  readonly createKeyNeeded: boolean;
}

export interface BoardSummary {
  readonly id: string;
  readonly title: string;
  /** Order on the council page; fractional key. */
  readonly order: string;
  /** Last committed change, ISO 8601. */
  readonly changedAt: string;
  /** Changes whenever its content does; lets a thumbnail be kept. */
  readonly version: number;
}

export interface Council {
  readonly id: string;
  readonly title: string;
  /** Made by "New board" for one person; the page does not speak of a council until somebody is invited. */
  readonly alone: boolean;
  readonly phase: Phase;
  readonly role: Role;
  /** My own seat. */
  readonly seat: string;
  readonly alias: string;
  readonly who: string;
  readonly boards: readonly BoardSummary[];
  /** Deleted boards that can still be restored; only for those who may. */
  readonly deleted: readonly BoardSummary[];
  /** When everything is deleted by itself, ISO 8601; `null`: never. */
  readonly deleteAt: string | null;
}

export interface Link {
  readonly id: string;
  readonly role: Role;
  readonly createdAt: string;
  readonly seats: number;
  /** Since when it lets nobody in, because the council ended, ISO 8601; `null` while it does. */
  readonly closedAt: string | null;
}

export interface NewLink extends Link {
  /** Put behind `#` of `/join`; never stored, never logged, never sent again. */
  readonly secret: string;
}

export interface Seat {
  readonly id: string;
  readonly alias: string;
  readonly who: string;
  readonly role: Role;
  readonly link: string | null;
  readonly online: boolean;
  /** The caller's own seat. */
  readonly mine: boolean;
}

/** Somebody who changed a board; as the others know them, never more. */
export interface Author {
  readonly seat: string;
  readonly alias: string;
  readonly who: string;
  readonly role: string;
}

/** What one seat did without a longer pause; old ones may hold what several did. */
export interface HistoryStep {
  /** Places in the board's log, from 1: its first and its last change. */
  readonly first: number;
  readonly last: number;
  /** When it began and ended, ISO 8601. */
  readonly from: string;
  readonly to: string;
  /** Changes in it, and their bytes. */
  readonly rows: number;
  readonly bytes: number;
  /** Seats that took part; `server` for the server itself. */
  readonly seats: readonly string[];
}

/** A moment that somebody gave a name. */
export interface Version {
  readonly id: string;
  readonly title: string;
  /** When it was named, ISO 8601. */
  readonly at: string;
  /** Who named it. */
  readonly alias: string;
  /** The board after this change of its log. */
  readonly seq: number;
}

export interface History {
  /** Oldest first. */
  readonly steps: readonly HistoryStep[];
  readonly versions: readonly Version[];
  readonly authors: readonly Author[];
  /** Last change that is in it. */
  readonly seq: number;
}
