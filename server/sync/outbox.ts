import * as Y from 'yjs';
import type { Connection } from './connection.ts';
import { savedFrame, updateFrame } from './frames.ts';
import type { SyncLimits } from './limits.ts';
import type { RoomPresence } from './presence.ts';
import { toWire, type Wire } from './wire.ts';

/**
 * Sends what one turn committed on as one frame, then tells the senders that theirs are saved. Presence is gathered for a
 * moment: one frame to thirty people costs much more than merging ten changes.
 */
export class Outbox {
  readonly #limits: SyncLimits;
  readonly #connections: ReadonlySet<Connection>;
  readonly #presence: RoomPresence;
  readonly #seq: () => number;
  #presenceTimer: NodeJS.Timeout | null = null;

  constructor(limits: SyncLimits, connections: ReadonlySet<Connection>, presence: RoomPresence, seq: () => number) {
    this.#limits = limits;
    this.#connections = connections;
    this.#presence = presence;
    this.#seq = seq;
  }

  /** `author` sent all of it, and has it already. */
  add(updates: readonly Uint8Array[], author: Connection | null, saved: ReadonlyMap<Connection, number>): void {
    const [first] = updates;
    const update =
      first === undefined ? null : toWire(updateFrame(updates.length === 1 ? first : Y.mergeUpdates([...updates])));
    // Who is shown where goes along: one call of the system for both.
    const withPresence = update !== null && this.#presenceTimer !== null;
    if (withPresence) for (const connection of this.#connections) connection.hold();
    if (update !== null) this.#toAll(update, author);
    for (const [connection, count] of saved) connection.send(savedFrame(count));
    if (!withPresence) return;
    this.#sendPresence();
    for (const connection of this.#connections) connection.release();
  }

  presenceSoon(): void {
    const wait =
      this.#connections.size < this.#limits.crowd ? this.#limits.presenceWindowFewMs : this.#limits.presenceWindowMs;
    this.#presenceTimer ??= setTimeout(() => this.#sendPresence(), wait);
  }

  #toAll(update: Wire, author: Connection | null): void {
    const seq = this.#seq();
    for (const connection of this.#connections) {
      if (!connection.synced || connection.behindSince !== null) continue;
      connection.sentSeq = seq;
      if (connection === author) continue;
      connection.pass(update);
      if (connection.backlog > this.#limits.documentBacklog) connection.behindSince = Date.now();
    }
  }

  #sendPresence(): void {
    if (this.#presenceTimer !== null) clearTimeout(this.#presenceTimer);
    this.#presenceTimer = null;
    this.#presence.flush(this.#connections);
  }

  /** What was gathered goes out now. */
  flush(): void {
    this.#sendPresence();
  }

  destroy(): void {
    if (this.#presenceTimer !== null) clearTimeout(this.#presenceTimer);
  }
}
