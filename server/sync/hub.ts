import type * as Y from 'yjs';
import { parseRoom } from '#shared/lanes/names.ts';
import { CLOSE, type CloseName } from '#shared/protocol/close-codes.ts';
import type { Log } from '../ops/log.ts';
import type { Metrics } from '../ops/metrics.ts';
import type { Append, Storage } from '../storage/storage.ts';
import { judgeBoard } from './board-rules.ts';
import { compact } from './compaction.ts';
import type { Connection } from './connection.ts';
import { noticeFrame } from './frames.ts';
import type { SyncLimits } from './limits.ts';
import { LiveRights } from './live-rights.ts';
import { Room, type RoomHooks } from './room.ts';

export interface HubOptions {
  readonly storage: Storage;
  readonly limits: SyncLimits;
  readonly log: Log;
  now(): number;
}

/** Thrown when a room that was asked for does not exist. */
export class NoSuchRoomError extends Error {
  override readonly name = 'NoSuchRoomError';
}

const CATCH_UP_MS = 200;
const COMPACT_SOON_MS = 1_000;

/**
 * All rooms in memory. In each turn everything that arrived for any room is tried, committed in one transaction, and only then
 * sent on and acknowledged. A turn begins at once after a pause, and otherwise a moment after the one before.
 */
export class Hub {
  readonly #options: HubOptions;
  readonly #rooms = new Map<string, Promise<Room>>();
  readonly #open = new Map<string, Room>();
  readonly #idle = new Map<string, NodeJS.Timeout>();
  readonly #connections = new Set<Connection>();
  readonly #dirty = new Set<Room>();
  readonly #timers: NodeJS.Timeout[];
  readonly #hooks: RoomHooks;
  #turn: Promise<void> | null = null;
  /** When the last turn began. */
  #turnAt = 0;
  #compaction: Promise<void> = Promise.resolve();
  readonly #compacting = new Set<string>();
  /** After a commit failed, rooms open again only when the storage answers. */
  #doubtful = false;
  metrics: Metrics | null = null;
  /** Told after each commit with changes. */
  onCommit: (room: Room) => void = () => undefined;
  /** Brings a room that the server writes up to date before anybody sees it. */
  onOpen: (room: Room) => Promise<void> = () => Promise.resolve();

  /** What everybody may do, also while it changes. */
  readonly rights: LiveRights;

  constructor(options: HubOptions) {
    this.#options = options;
    this.rights = new LiveRights({
      storage: options.storage,
      rooms: () => [...this.#open.values()],
      close: (connection, reason, room) => this.refuse(connection, reason, room.id),
    });
    this.#hooks = {
      limits: options.limits,
      judge: judgeBoard,
      now: () => options.now(),
      wake: (room) => this.#wake(room),
      refused: (room, connection, reason, sentence) => {
        // The words of a close code are general; these say what it was.
        if (sentence !== null) connection.send(noticeFrame({ code: CLOSE[reason].name, sentence }));
        this.refuse(connection, reason, room.id);
      },
    };
    this.#timers = [
      setInterval(() => this.#each((room) => room.heartbeat()), options.limits.heartbeatMs),
      setInterval(() => this.#each((room) => room.catchUp()), CATCH_UP_MS),
    ];
    for (const timer of this.#timers) timer.unref();
  }

  get counts(): { readonly rooms: number; readonly sockets: number } {
    return { rooms: this.#open.size, sockets: this.#connections.size };
  }

  #each(visit: (room: Room) => void): void {
    for (const room of this.#open.values()) visit(room);
  }

  /** The room, loaded once however many ask at the same moment. @throws NoSuchRoomError */
  room(id: string): Promise<Room> {
    const known = this.#rooms.get(id);
    if (known !== undefined) return known;
    const loading = this.#load(id);
    this.#rooms.set(id, loading);
    loading.catch(() => {
      if (this.#rooms.get(id) === loading) this.#rooms.delete(id);
    });
    return loading;
  }

  async #load(id: string): Promise<Room> {
    const name = parseRoom(id);
    if (name === null) throw new NoSuchRoomError(id);
    if (this.#doubtful) {
      await this.#options.storage.check();
      this.#doubtful = false;
    }
    await this.#compacted(id);
    const state = await this.#options.storage.loadRoom(id);
    if (state === null) throw new NoSuchRoomError(id);
    const room = new Room(id, name, state, this.#hooks);
    this.#open.set(id, room);
    await this.onOpen(room);
    this.#unloadLater(room);
    return room;
  }

  #compacted(id: string): Promise<void> {
    return this.#compacting.has(id) ? this.#compaction : Promise.resolve();
  }

  join(room: Room, connection: Connection): void {
    this.#connections.add(connection);
    const idle = this.#idle.get(room.id);
    if (idle !== undefined) clearTimeout(idle);
    this.#idle.delete(room.id);
    room.join(connection);
  }

  leave(room: Room, connection: Connection): void {
    this.#connections.delete(connection);
    room.leave(connection);
    if (room.connections.size === 0 && !room.closed) this.#unloadLater(room);
  }

  #unloadLater(room: Room): void {
    if (room.connections.size > 0 || this.#idle.has(room.id)) return;
    const { unloadMs, compactRowsWhenEmpty } = this.#options.limits;
    if (room.uncompacted.rows >= compactRowsWhenEmpty) this.#compactSoon(room);
    const timer = setTimeout(() => {
      this.#idle.delete(room.id);
      if (room.connections.size > 0) return;
      if (this.#dirty.has(room) || this.#turn !== null) this.#unloadLater(room);
      else {
        this.#forget(room);
        room.destroy();
      }
    }, unloadMs);
    timer.unref();
    this.#idle.set(room.id, timer);
  }

  #forget(room: Room): void {
    this.#rooms.delete(room.id);
    this.#open.delete(room.id);
    this.#dirty.delete(room);
    const idle = this.#idle.get(room.id);
    if (idle !== undefined) clearTimeout(idle);
    this.#idle.delete(room.id);
  }

  #wake(room: Room): void {
    this.#dirty.add(room);
    this.#turn ??= new Promise<void>((begin) => {
      const wait = this.#turnAt + this.#options.limits.turnMs - performance.now();
      if (wait <= 0) setImmediate(begin);
      else setTimeout(begin, wait);
    }).then(() => this.#work());
  }

  async #work(): Promise<void> {
    this.#turnAt = performance.now();
    const rooms = [...this.#dirty].filter((room) => !room.closed);
    this.#dirty.clear();
    const work: { room: Room; append: Append }[] = [];
    for (const room of rooms) {
      try {
        work.push({ room, append: room.work() });
      } catch (error) {
        this.#giveUp(room, error);
      }
    }
    const batch = work.map((w) => w.append).filter((append) => append.rows.length > 0);
    let last: ReadonlyMap<string, number> | null = null;
    try {
      last = await this.#commit(batch);
    } catch (error) {
      this.#options.log.warn({ rooms: batch.length, err: error }, 'commit failed, each room is tried alone');
    }
    for (const { room, append } of work) {
      if (last === null) await this.#commitAlone(room, append);
      else this.#finish(room, append, last.get(room.id) ?? null);
    }
    this.#turn = null;
    const next = this.#dirty.values().next().value;
    if (next !== undefined) this.#wake(next);
  }

  async #commit(batch: readonly Append[]): Promise<ReadonlyMap<string, number>> {
    if (batch.length === 0) return new Map();
    const stop = this.metrics?.commitSeconds.startTimer();
    const last = await this.#options.storage.append(batch);
    stop?.();
    return last;
  }

  async #commitAlone(room: Room, append: Append): Promise<void> {
    try {
      const last = await this.#commit(append.rows.length === 0 ? [] : [append]);
      this.#finish(room, append, last.get(room.id) ?? null);
    } catch (error) {
      this.metrics?.commitFailures.inc();
      this.#doubtful = true;
      this.#giveUp(room, error);
    }
  }

  /** What is in memory may not be what is stored: close the room, and load it anew for who comes back. */
  #giveUp(room: Room, error: unknown): void {
    this.#options.log.error({ room: room.id, err: error }, 'room closed: its changes could not be committed');
    this.#rooms.delete(room.id);
    this.#open.delete(room.id);
    room.fail(error);
  }

  #finish(room: Room, append: Append, seq: number | null): void {
    room.finish(append.rows, seq ?? room.document.seq);
    if (append.rows.length === 0) return;
    this.metrics?.updates.inc(append.rows.length);
    this.onCommit(room);
    const { compactRows, compactBytes } = this.#options.limits;
    if (room.uncompacted.rows >= compactRows || room.uncompacted.bytes >= compactBytes) this.#compactSoon(room);
  }

  /** One room at a time, in a quiet moment, never while somebody waits for an answer. */
  #compactSoon(room: Room): void {
    if (this.#compacting.has(room.id)) return;
    this.#compacting.add(room.id);
    this.#compaction = this.#compaction
      .then(() => new Promise<void>((done) => setTimeout(done, COMPACT_SOON_MS).unref()))
      .then(() => this.compactNow(room.id))
      .finally(() => this.#compacting.delete(room.id));
  }

  /** Makes a snapshot of a room. Trouble is logged and leaves the log as it was. */
  async compactNow(id: string): Promise<void> {
    const before = this.#open.get(id)?.uncompacted;
    const counted = before === undefined ? null : { ...before };
    try {
      await compact(this.#options.storage, id, this.#options.now());
      const room = this.#open.get(id);
      if (room !== undefined && counted !== null) {
        room.uncompacted = {
          rows: Math.max(0, room.uncompacted.rows - counted.rows),
          bytes: Math.max(0, room.uncompacted.bytes - counted.bytes),
        };
      }
      this.metrics?.compactions.inc({ result: 'done' });
    } catch (error) {
      this.metrics?.compactions.inc({ result: 'failed' });
      this.#options.log.error({ room: id, err: error }, 'snapshot not made');
    }
  }

  /** Resolves when no snapshot is being made of what was stored before. */
  compacted(): Promise<void> {
    return this.#compaction;
  }

  refuse(connection: Connection, reason: CloseName, room: string): void {
    this.metrics?.refused.inc({ reason });
    this.#options.log.info({ room, seat: connection.seat.id, reason }, 'socket refused');
    connection.close(reason);
  }

  /** The server's own change of a room; resolves when it is committed. */
  async write(id: string, change: (doc: Y.Doc) => void): Promise<void> {
    await (await this.room(id)).write(change);
  }

  /** Seats that have this room open. */
  seatsIn(id: string): ReadonlySet<string> {
    const connections = [...(this.#open.get(id)?.connections ?? [])];
    return new Set(connections.filter(({ closedFor }) => closedFor === null).map(({ seat }) => seat.id));
  }

  isOnline(seat: string): boolean {
    return this.socketsOf(seat) > 0;
  }

  socketsOf(seat: string): number {
    let count = 0;
    for (const connection of this.#connections)
      if (connection.seat.id === seat && connection.closedFor === null) count += 1;
    return count;
  }

  /** After a change of a council's phase, roles or running order: see `LiveRights.changed`. */
  rightsChanged(council: string): Promise<void> {
    return this.rights.changed(council);
  }

  closeSeat(seat: string, reason: CloseName): void {
    this.rights.epoch += 1;
    for (const connection of this.#connections) if (connection.seat.id === seat) connection.close(reason);
  }

  /** Closes everybody in a room that is no more, and forgets it. */
  closeRoom(id: string, reason: CloseName): void {
    const room = this.#open.get(id);
    if (room === undefined) return;
    for (const connection of room.connections) connection.close(reason);
    this.#forget(room);
    room.fail(new NoSuchRoomError(id));
  }

  /** The room if it is in memory. */
  opened(id: string): Room | null {
    return this.#open.get(id) ?? null;
  }

  /** Commits what has arrived, then lets everybody go, not all at the same moment: they come back as they went. */
  async close(spreadMs: number): Promise<void> {
    for (const timer of this.#timers) clearInterval(timer);
    await this.settled();
    this.#each((room) => room.flush());
    const connections = [...this.#connections];
    const step = connections.length === 0 ? 0 : Math.min(100, spreadMs / connections.length);
    for (const connection of connections) {
      connection.close('restart');
      if (step > 0 && connections.length > 1) await new Promise((done) => setTimeout(done, step));
    }
    await this.settled();
    for (const room of [...this.#open.values()]) {
      this.#forget(room);
      room.destroy();
    }
  }

  /** Resolves when nothing waits to be committed. */
  async settled(): Promise<void> {
    while (this.#turn !== null) await this.#turn;
  }
}
