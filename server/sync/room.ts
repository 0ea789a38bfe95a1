import type * as Y from 'yjs';
import type { RoomName } from '#shared/lanes/names.ts';
import type { CloseName } from '#shared/protocol/close-codes.ts';
import type { Append, RoomState, Row } from '../storage/storage.ts';
import type { Judge } from './board-rules.ts';
import type { Connection } from './connection.ts';
import { generationFrame, HEARTBEAT, step1Frame, updateFrame } from './frames.ts';
import type { SyncLimits } from './limits.ts';
import { Outbox } from './outbox.ts';
import { RoomPresence } from './presence.ts';
import type { Rights } from './rights.ts';
import { RoomDocument } from './room-document.ts';

/** Seat id in the log of what the server itself wrote. */
export const SERVER_SEAT = 'server';

type Job =
  | {
      readonly type: 'update';
      readonly connection: Connection;
      readonly update: Uint8Array;
      readonly answers: boolean;
      readonly n: number;
    }
  | { readonly type: 'write'; readonly change: (doc: Y.Doc) => void; done(): void; failed(error: unknown): void }
  | { readonly type: 'read'; read(document: RoomDocument): void; failed(error: unknown): void };

export interface RoomHooks {
  readonly limits: SyncLimits;
  readonly judge: Judge;
  now(): number;
  /** There is work for the next turn. */
  wake(room: Room): void;
  refused(room: Room, connection: Connection, reason: CloseName, sentence: string | null): void;
}

/** One room in memory: its document, who is connected, and what waits for the next turn. */
export class Room {
  readonly id: string;
  readonly name: RoomName;
  readonly generation: string;
  readonly presence: RoomPresence;
  readonly document: RoomDocument;
  readonly connections = new Set<Connection>();
  readonly #hooks: RoomHooks;
  readonly #claims: Map<number, string>;
  readonly #outbox: Outbox;
  #inbox: Job[] = [];
  /** Between `work` and `finish` or `fail`: the document holds what is not committed. */
  #isWorking = false;
  /** Who sent the rows of this turn: one connection, or `null` for several or the server. */
  #author: Connection | null = null;
  #rows: Row[] = [];
  #freshClaims = new Map<number, string>();
  /** Run after the commit of the turn they came in with. */
  #afterCommit: { run(): void; failed(error: unknown): void }[] = [];
  #saved = new Map<Connection, number>();
  /** Set when a commit failed: nothing may be written or told any more. */
  closed = false;
  /** Rows since the last snapshot, and their bytes. */
  uncompacted: { rows: number; bytes: number };

  /** @throws Error when the stored log cannot be what was committed. */
  constructor(id: string, name: RoomName, state: RoomState, hooks: RoomHooks) {
    this.id = id;
    this.name = name;
    this.generation = state.generation;
    this.#hooks = hooks;
    this.#claims = new Map(state.claims);
    this.document = new RoomDocument(state, hooks.judge, hooks.limits.boardBytes, name.lane !== 'board');
    this.presence = new RoomPresence(hooks.limits, () => hooks.now());
    this.#outbox = new Outbox(hooks.limits, this.connections, this.presence, () => this.document.seq);
    this.uncompacted = {
      rows: state.tail.length,
      bytes: state.tail.reduce((sum, row) => sum + row.data.length, 0),
    };
  }

  join(connection: Connection): void {
    this.connections.add(connection);
    connection.send(generationFrame(this.generation));
    // Who may only look is never asked for changes.
    if (connection.rights.edit) this.#askFor(connection);
    const everybody = this.presence.all(connection);
    if (everybody !== null) connection.send(everybody);
  }

  /**
   * Asks for everything that this connection has and the room has not. What waits to be committed counts as had: when it
   * cannot be, the room closes and everybody begins anew.
   */
  #askFor(connection: Connection): void {
    connection.send(step1Frame(this.document.vector()));
  }

  leave(connection: Connection): void {
    if (!this.connections.delete(connection)) return;
    if (this.presence.leave(connection)) this.#outbox.presenceSoon();
  }

  /** Runs when everything that came before is committed: now, if nothing waits. */
  #after(run: () => void): void {
    if (this.#isIdle) run();
    else this.#add({ type: 'read', read: run, failed: () => undefined });
  }

  get #isIdle(): boolean {
    return this.#inbox.length === 0 && !this.#isWorking && !this.closed;
  }

  #add(job: Job): void {
    this.#inbox.push(job);
    this.#hooks.wake(this);
  }

  ask(connection: Connection, vector: Uint8Array): void {
    this.#after(() => this.#answer(connection, vector));
  }

  offer(connection: Connection, update: Uint8Array, answers: boolean): void {
    connection.documentFrames += 1;
    this.#add({ type: 'update', connection, update, answers, n: connection.documentFrames });
  }

  showPresence(connection: Connection, body: Uint8Array): void {
    if (this.presence.receive(connection, body)) this.#outbox.presenceSoon();
  }

  /** How much is seen of people here changed: everybody is told anew, without what was seen before. */
  restamp(): void {
    if (this.presence.restamp()) this.#outbox.presenceSoon();
  }

  /** Tells one connection who is here. */
  tellPresence(connection: Connection): void {
    const everybody = this.presence.all(connection);
    if (everybody === null) connection.pass(HEARTBEAT);
    else connection.send(everybody);
  }

  /** The server's own change; resolves when it is committed. */
  write(change: (doc: Y.Doc) => void): Promise<void> {
    return new Promise((done, failed) => this.#add({ type: 'write', change, done, failed }));
  }

  /** Reads the document as it is committed. */
  read<T>(read: (document: RoomDocument) => T): Promise<T> {
    return new Promise((done, failed) => {
      this.#add({
        type: 'read',
        read: (document) => {
          try {
            done(read(document));
          } catch (error) {
            failed(error);
          }
        },
        failed,
      });
    });
  }

  /** Takes everything that waits. Answers what is to be committed; `finish` or `fail` must follow. */
  work(): Append {
    const jobs = this.#inbox;
    this.#inbox = [];
    this.#isWorking = true;
    this.#author = null;
    for (const job of jobs) this.#do(job);
    const rows = this.#rows;
    const claims = this.#freshClaims;
    this.#rows = [];
    this.#freshClaims = new Map();
    return { room: this.id, rows, claims };
  }

  #do(job: Job): void {
    if (job.type === 'update') this.#try(job.connection, job.update, job.answers, job.n);
    else if (job.type === 'read') {
      this.#afterCommit.push({ run: () => job.read(this.document), failed: job.failed });
    } else {
      try {
        const update = this.document.write(job.change);
        if (update !== null) {
          this.#claim(this.document.doc.clientID, SERVER_SEAT);
          this.#author = null;
          this.#rows.push({ seat: SERVER_SEAT, at: this.#hooks.now(), data: update });
        }
        this.#afterCommit.push({ run: job.done, failed: job.failed });
      } catch (error) {
        job.failed(error);
      }
    }
  }

  #claim(client: number, seat: string): void {
    if (this.#claims.has(client)) return;
    this.#claims.set(client, seat);
    this.#freshClaims.set(client, seat);
  }

  #mayUse(connection: Connection, client: number): CloseName | null {
    const owner = this.#claims.get(client);
    if (owner !== undefined) return owner === connection.seat.id ? null : 'forbidden';
    if (connection.newClientIds >= this.#hooks.limits.newClientIdsPerConnection) return 'tooMany';
    if (this.#claims.size >= this.#hooks.limits.clientIdsPerRoom) return 'full';
    return null;
  }

  #try(connection: Connection, update: Uint8Array, answers: boolean, n: number): void {
    if (connection.closedFor !== null || this.closed) return;
    const rights: Rights = connection.rights;
    let wanted = 0;
    const verdict = this.document.try(update, rights, (client) => {
      const problem = this.#mayUse(connection, client);
      if (problem === null && !this.#claims.has(client)) {
        wanted += 1;
        if (connection.newClientIds + wanted > this.#hooks.limits.newClientIdsPerConnection) return 'tooMany';
      }
      return problem;
    });
    if ('refused' in verdict) {
      if (verdict.refused === 'orphan' && !answers) {
        // Somebody who comes back and goes on drawing at once: what this builds on is still on its way, with this in it.
        if (connection.orphanSince === null) {
          connection.orphanSince = this.#hooks.now();
          this.#askFor(connection);
        }
        return;
      }
      this.#hooks.refused(this, connection, verdict.refused, verdict.sentence ?? null);
      return;
    }
    if (answers) connection.orphanSince = null;
    if (verdict.took !== null) {
      for (const { client } of verdict.scan.sections) {
        if (!this.#claims.has(client)) connection.newClientIds += 1;
        this.#claim(client, connection.seat.id);
      }
      this.#author = this.#rows.length === 0 || this.#author === connection ? connection : null;
      this.#rows.push({ seat: connection.seat.id, at: this.#hooks.now(), data: verdict.took });
    }
    this.#saved.set(connection, n);
  }

  #answer(connection: Connection, vector: Uint8Array): void {
    if (connection.closedFor !== null || !this.connections.has(connection)) return;
    for (const frame of this.document.answer(vector, !connection.rights.edit)) connection.pass(frame);
    connection.synced = true;
    connection.sentSeq = this.document.seq;
  }

  /** The rows of the last `work` are in the log, the last one being `seq`: tell everybody, then the senders. */
  finish(rows: readonly Row[], seq: number): void {
    this.#isWorking = false;
    if (rows.length > 0) {
      this.document.commit(seq);
      this.uncompacted.rows += rows.length;
      this.uncompacted.bytes += rows.reduce((sum, row) => sum + row.data.length, 0);
    }
    const after = this.#afterCommit;
    this.#afterCommit = [];
    this.#outbox.add(
      rows.map((row) => row.data),
      this.#author,
      this.#saved,
    );
    this.#saved = new Map();
    for (const { run } of after) run();
  }

  /** Nothing more is committed here: nobody hears of what was not, and the room closes. */
  fail(error: unknown): void {
    this.closed = true;
    this.#isWorking = false;
    for (const { failed } of this.#afterCommit) failed(error);
    for (const job of this.#inbox) if (job.type === 'write' || job.type === 'read') job.failed(error);
    this.#afterCommit = [];
    this.#inbox = [];
    this.#saved = new Map();
    for (const connection of this.connections) connection.close('later');
    this.destroy();
  }

  /** Sends diffs to those who did not read for a while and do again; closes who stays behind, or does not answer, for too long. */
  catchUp(): void {
    const { drainedBacklog, behindMs, orphanMs } = this.#hooks.limits;
    for (const connection of this.connections) {
      if (connection.orphanSince !== null && this.#hooks.now() - connection.orphanSince > orphanMs) {
        connection.orphanSince = null;
        this.#hooks.refused(this, connection, 'orphan', null);
        continue;
      }
      if (connection.behindSince === null) continue;
      if (connection.backlog <= drainedBacklog) {
        connection.behindSince = null;
        const seq = connection.sentSeq;
        this.#after(() => {
          connection.send(updateFrame(this.document.since(seq)));
          connection.sentSeq = this.document.seq;
        });
      } else if (this.#hooks.now() - connection.behindSince > behindMs) {
        connection.close('later');
        connection.terminate();
      }
    }
  }

  heartbeat(): void {
    if (this.presence.renewHidden()) this.#outbox.presenceSoon();
    for (const connection of this.connections) connection.pass(HEARTBEAT);
  }

  /** Everything gathered goes out now. */
  flush(): void {
    this.#outbox.flush();
  }

  destroy(): void {
    this.#outbox.destroy();
    this.document.destroy();
  }
}
