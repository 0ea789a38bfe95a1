import * as Y from 'yjs';
import type { Connection } from './connection.ts';
import { savedFrame, updateFrame } from './frames.ts';
import type { SyncLimits } from './limits.ts';
import type { RoomPresence } from './presence.ts';

/**
 * Sends what one turn committed on as one frame, then tells the senders that theirs are saved. Presence is gathered for a
 * moment: one frame to thirty people costs much more than merging ten changes.
 */
export class Outbox {
  readonly #limits: SyncLimits;
  readonly #connections: ReadonlySet<Connection>;
  readonly #presence: RoomPresence;
  readonly #seq: () => number;
  #updates: Uint8Array[] = [];
  #saved = new Map<Connection, number>();
  #presenceTimer: NodeJS.Timeout | null = null;

  constructor(limits: SyncLimits, connections: ReadonlySet<Connection>, presence: RoomPresence, seq: () => number) {
    this.#limits = limits;
    this.#connections = connections;
    this.#presence = presence;
    this.#seq = seq;
  }

  add(updates: readonly Uint8Array[], saved: ReadonlyMap<Connection, number>): void {
    if (updates.length === 0 && saved.size === 0) return;
    this.#updates.push(...updates);
    for (const [connection, count] of saved) this.#saved.set(connection, count);
    this.#sendUpdates();
  }

  presenceSoon(): void {
    const wait =
      this.#connections.size < this.#limits.crowd ? this.#limits.presenceWindowFewMs : this.#limits.presenceWindowMs;
    this.#presenceTimer ??= setTimeout(() => this.#sendPresence(), wait);
  }

  #sendUpdates(): void {
    const updates = this.#updates;
    const saved = this.#saved;
    this.#updates = [];
    this.#saved = new Map();
    const [first] = updates;
    if (first !== undefined) this.#toAll(updateFrame(updates.length === 1 ? first : Y.mergeUpdates(updates)));
    for (const [connection, count] of saved) connection.send(savedFrame(count));
  }

  #toAll(frame: Uint8Array): void {
    const seq = this.#seq();
    for (const connection of this.#connections) {
      if (!connection.synced || connection.behindSince !== null) continue;
      connection.send(frame);
      connection.sentSeq = seq;
      if (connection.backlog > this.#limits.documentBacklog) connection.behindSince = Date.now();
    }
  }

  #sendPresence(): void {
    if (this.#presenceTimer !== null) clearTimeout(this.#presenceTimer);
    this.#presenceTimer = null;
    this.#presence.flush(this.#connections);
  }

  flush(): void {
    this.#sendUpdates();
    this.#sendPresence();
  }

  destroy(): void {
    if (this.#presenceTimer !== null) clearTimeout(this.#presenceTimer);
  }
}
