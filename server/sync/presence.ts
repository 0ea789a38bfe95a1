import { randomInt } from 'node:crypto';
import type { Presence } from '#shared/protocol/messages.ts';
import { ByteReader, MalformedError } from './byte-reader.ts';
import type { Connection } from './connection.ts';
import { presenceEntry, presenceFrame } from './frames.ts';
import type { SyncLimits } from './limits.ts';
import { maskedPresence, presenceOf } from './presence-shape.ts';
import type { Mask } from './rights.ts';
import { toWire } from './wire.ts';

/** Our own clocks are milliseconds since 1970, a page counts its own changes from 0: what is above this is an echo of ours. */
const ECHO_CLOCK = 1e12;

/** `null`, as JSON in bytes: somebody leaves. */
const NULL_LENGTH = 4;
const NULL_FIRST = 0x6e;

const CLIENT_IDS = 0x1_0000_0000;

interface Shown {
  readonly connection: Connection;
  readonly presence: Presence;
  /** The client id the others know: its own, or a random one that tells nothing of what it was called before. */
  readonly wire: number;
  readonly mask: Mask;
  readonly entry: Uint8Array;
}

interface Change {
  /** Whose page must not hear it; `null` when everybody may. */
  readonly connection: Connection | null;
  readonly wire: number;
  readonly entry: Uint8Array;
}

/** The order of arrival would tell who is who. */
const entriesOf = (of: Iterable<{ readonly wire: number; readonly entry: Uint8Array }>): Uint8Array[] =>
  [...of].sort((a, b) => a.wire - b.wire).map(({ entry }) => entry);

/**
 * Who shows what in a room. The server is the only author of what the others receive: it takes from a connection the state of
 * its one client id, stamps who that is as far as the others may know, and numbers it with a clock of its own that only rises, also
 * across restarts. Who is masked has a client id of the server's making, and another one each time the mask changes.
 */
export class RoomPresence {
  readonly #limits: SyncLimits;
  readonly #now: () => number;
  readonly #shown = new Map<number, Shown>();
  /** Client id to seat, for everybody seen here; keeps a late echo from bringing back who has left. */
  readonly #owners = new Map<number, string>();
  /** Ids of the server's making that are in use. */
  readonly #wires = new Set<number>();
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
    if ((owner !== undefined && owner !== connection.seat.id) || this.#wires.has(client)) return false;
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
    if (state === null) return this.#remove(client, null);
    const { id: seat, alias, who, role } = connection.seat;
    const presence = presenceOf(state, { seat, alias, who, role }, connection.rights);
    if (presence === null) throw new MalformedError('presence is not an object');
    const { mask } = connection.rights;
    const old = this.#shown.get(client);
    // Over a new line somebody masked is somebody new: the page would take what it showed before for another person.
    const isNew = old === undefined || old.mask !== mask || (mask !== 'full' && old.connection !== connection);
    if (!isNew && mask === 'hidden') {
      // When somebody stirs would tell too: the others hear of them at each heartbeat only.
      this.#shown.set(client, { ...old, presence });
      return false;
    }
    if (isNew) this.#remove(client, connection);
    this.#stamp(client, { connection, presence, mask, wire: isNew ? this.#wireFor(client, mask) : old.wire });
    return true;
  }

  #wireFor(client: number, mask: Mask): number {
    if (mask === 'full') return client;
    for (;;) {
      const wire = randomInt(CLIENT_IDS);
      if (this.#wires.has(wire) || this.#owners.has(wire)) continue;
      this.#wires.add(wire);
      return wire;
    }
  }

  /** Writes what the others are to see of it. */
  #stamp(client: number, shown: Omit<Shown, 'entry'>, as: Mask = shown.mask): void {
    const { wire, connection } = shown;
    const entry = presenceEntry(wire, this.#tick(), JSON.stringify(maskedPresence(shown.presence, as)));
    this.#shown.set(client, { ...shown, entry });
    this.#changes.set(wire, { connection, wire, entry });
  }

  /** `speaker` must not hear that its own client id is gone: its page would count on from our clock. */
  #remove(client: number, speaker: Connection | null): boolean {
    const old = this.#shown.get(client);
    if (old === undefined) return false;
    this.#shown.delete(client);
    this.#wires.delete(old.wire);
    this.#changes.set(old.wire, {
      connection: old.wire === client ? speaker : null,
      wire: old.wire,
      entry: presenceEntry(old.wire, this.#tick(), 'null'),
    });
    return true;
  }

  /**
   * Shows everybody whose mask changed by the new one, under another client id. A shape has no place at first: one that stands
   * where an alias stood a moment ago has a name.
   *
   * @returns `true` when something is to be sent on.
   */
  restamp(): boolean {
    const due = [...this.#shown].filter(([, shown]) => shown.mask !== shown.connection.rights.mask);
    const fresh = due.map(([client, { connection, presence }]) => {
      this.#remove(client, connection);
      const { mask } = connection.rights;
      return { client, shown: { connection, presence, mask, wire: this.#wireFor(client, mask) } };
    });
    for (const { client, shown } of fresh.sort((a, b) => a.shown.wire - b.shown.wire)) {
      this.#stamp(client, shown, shown.mask === 'full' ? 'full' : 'hidden');
    }
    return due.length > 0;
  }

  /** Keeps those who are hidden from being dropped by the others' pages. */
  renewHidden(): boolean {
    const hidden = [...this.#shown].filter(([, shown]) => shown.mask === 'hidden');
    for (const [client, shown] of hidden.sort(([, a], [, b]) => a.wire - b.wire)) this.#stamp(client, shown);
    return hidden.length > 0;
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
    return this.#remove(client, null);
  }

  /** Everybody but this connection itself, for one who comes in or was behind; `null` when nobody is here. */
  all(connection: Connection): Uint8Array | null {
    const entries = entriesOf([...this.#shown.values()].filter((s) => s.connection !== connection));
    return entries.length === 0 ? null : presenceFrame(entries);
  }

  /** Sends what changed since the last flush to everybody, in one frame each; nobody hears themselves. */
  flush(connections: Iterable<Connection>): void {
    const changes = [...this.#changes.values()];
    this.#changes = new Map();
    if (changes.length === 0) return;
    const shared = toWire(presenceFrame(entriesOf(changes)));
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
      const others = entriesOf(changes.filter((change) => change.connection !== connection));
      if (others.length > 0) connection.send(presenceFrame(others));
    }
  }
}
