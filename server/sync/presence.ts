import { ByteReader, MalformedError } from './byte-reader.ts';
import type { Connection } from './connection.ts';
import { presenceEntry, presenceFrame } from './frames.ts';
import type { SyncLimits } from './limits.ts';
import { presenceOf } from './presence-shape.ts';
import { toWire } from './wire.ts';

/** Our own clocks are milliseconds since 1970, a page counts its own changes from 0: what is above this is an echo of ours. */
const ECHO_CLOCK = 1e12;

/** `null`, as JSON in bytes: somebody leaves. */
const NULL_LENGTH = 4;
const NULL_FIRST = 0x6e;

interface Shown {
  readonly connection: Connection;
  readonly entry: Uint8Array;
}

interface Change {
  /** Who sent it, and must not hear it back; `null` when it left. */
  readonly connection: Connection | null;
  readonly entry: Uint8Array;
}

/**
 * Who shows what in a room. The server is the only author of what the others receive: it takes from a connection the state of
 * its one client id, stamps who that is, and numbers it with a clock of its own that only rises, also across restarts.
 */
export class RoomPresence {
  readonly #limits: SyncLimits;
  readonly #now: () => number;
  readonly #shown = new Map<number, Shown>();
  /** Client id to seat, for everybody seen here; keeps a late echo from bringing back who has left. */
  readonly #owners = new Map<number, string>();
  #changes = new Map<number, Change>();
  #clock = 0;

  constructor(limits: SyncLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  get size(): number {
    return this.#shown.size;
  }

  /**
   * Takes in one awareness message. Entries for other people's client ids are dropped: plain clients echo what they hear.
   *
   * @returns `true` when something is to be sent on.
   * @throws MalformedError
   */
  receive(connection: Connection, body: Uint8Array): boolean {
    const reader = new ByteReader(body);
    let changed = false;
    for (let n = reader.count(3); n > 0; n -= 1) {
      const client = reader.varUint(0xffff_ffff);
      const clock = reader.varUint();
      const state = reader.bytes();
      if (clock >= ECHO_CLOCK) continue;
      const leaves = state.length === NULL_LENGTH && state[0] === NULL_FIRST;
      if (!connection.rights.showPresence || (leaves && connection.presenceId === null)) continue;
      if (this.#speaksFor(connection, client)) {
        changed = this.#set(connection, client, state) || changed;
      }
    }
    reader.end();
    return changed;
  }

  /** Whether a message holds something of this connection's own, without taking it in. @throws MalformedError */
  concerns(connection: Connection, body: Uint8Array): boolean {
    const reader = new ByteReader(body);
    let own = false;
    for (let n = reader.count(3); n > 0; n -= 1) {
      const client = reader.varUint(0xffff_ffff);
      const clock = reader.varUint();
      reader.bytes();
      own ||= clock < ECHO_CLOCK && (connection.presenceId ?? client) === client;
    }
    reader.end();
    return own;
  }

  #speaksFor(connection: Connection, client: number): boolean {
    if (connection.presenceId !== null) return connection.presenceId === client;
    const owner = this.#owners.get(client);
    if (owner !== undefined && owner !== connection.seat.id) return false;
    const other = this.#shown.get(client)?.connection;
    if (other !== undefined) other.presenceId = null;
    connection.presenceId = client;
    if (this.#owners.size >= this.#limits.clientIdsPerRoom) this.#forget();
    this.#owners.set(client, connection.seat.id);
    return true;
  }

  #forget(): void {
    for (const client of this.#owners.keys()) if (!this.#shown.has(client)) this.#owners.delete(client);
  }

  #set(connection: Connection, client: number, bytes: Uint8Array): boolean {
    if (bytes.length > this.#limits.presenceBytesRefused) throw new MalformedError('presence too large');
    if (bytes.length > this.#limits.presenceBytes) return false;
    let state: unknown;
    try {
      state = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    } catch {
      throw new MalformedError('presence is not JSON');
    }
    if (state === null) return this.#remove(client);
    const { id: seat, alias, who, role } = connection.seat;
    const presence = presenceOf(state, { seat, alias, who, role });
    if (presence === null) throw new MalformedError('presence is not an object');
    const entry = presenceEntry(client, this.#tick(), JSON.stringify(presence));
    this.#shown.set(client, { connection, entry });
    this.#changes.set(client, { connection, entry });
    return true;
  }

  #remove(client: number): boolean {
    if (!this.#shown.delete(client)) return false;
    this.#changes.set(client, { connection: null, entry: presenceEntry(client, this.#tick(), 'null') });
    return true;
  }

  /** Rises by itself and stays above what the server said before a restart, as long as it says less than one thing a millisecond. */
  #tick(): number {
    this.#clock = Math.max(this.#clock + 1, this.#now());
    return this.#clock;
  }

  /** A connection is gone. Only what it still speaks for goes with it, not what the same page shows over a newer socket. */
  leave(connection: Connection): boolean {
    const client = connection.presenceId;
    if (client === null || this.#shown.get(client)?.connection !== connection) return false;
    return this.#remove(client);
  }

  /** Everybody but this connection itself, for one who comes in or was behind; `null` when nobody is here. */
  all(connection: Connection): Uint8Array | null {
    const entries = [...this.#shown.values()].filter((s) => s.connection !== connection).map((s) => s.entry);
    return entries.length === 0 ? null : presenceFrame(entries);
  }

  /** Sends what changed since the last flush to everybody, in one frame each; nobody hears themselves. */
  flush(connections: Iterable<Connection>): void {
    const changes = [...this.#changes.values()];
    this.#changes = new Map();
    if (changes.length === 0) return;
    const shared = toWire(presenceFrame(changes.map((change) => change.entry)));
    const senders = new Set(changes.map((change) => change.connection));
    for (const connection of connections) {
      if (connection.backlog > this.#limits.presenceBacklog) {
        connection.presenceMissed = true;
        continue;
      }
      if (connection.presenceMissed) {
        connection.presenceMissed = false;
        // Those who left meanwhile are dropped by the client itself after 30 s without word of them.
        const everybody = this.all(connection);
        if (everybody !== null) connection.send(everybody);
      }
      if (!senders.has(connection)) {
        connection.pass(shared);
        continue;
      }
      const others = changes.filter((change) => change.connection !== connection).map((change) => change.entry);
      if (others.length > 0) connection.send(presenceFrame(others));
    }
  }
}
