import type { CloseName } from '#shared/protocol/close-codes.ts';
import { MalformedError } from './byte-reader.ts';
import type { Connection } from './connection.ts';
import type { SyncLimits } from './limits.ts';

interface Unfinished {
  readonly total: number;
  readonly parts: Uint8Array[];
  readonly since: number;
  held: number;
}

/** What came of a piece: the whole message, `null` while more is to come, or why it cannot be taken. */
export type Gathered = { readonly message: Uint8Array | null } | { readonly refused: CloseName };

/**
 * Puts messages together that came in pieces. Nothing is set aside for a declared size, a piece is paid for from the budget of
 * its connection before it comes here, and what a seat and all together leave unfinished is bounded in bytes and in time.
 */
export class Pieces {
  readonly #limits: SyncLimits;
  readonly #unfinished = new Map<Connection, Unfinished>();

  constructor(limits: SyncLimits) {
    this.#limits = limits;
  }

  /** Bytes that wait for the rest of their message. */
  get held(): number {
    return this.#heldBy(() => true);
  }

  #heldBy(counts: (connection: Connection) => boolean): number {
    let held = 0;
    for (const [connection, one] of this.#unfinished) if (counts(connection)) held += one.held;
    return held;
  }

  /** @throws MalformedError when the pieces do not make one message. */
  add(connection: Connection, total: number, part: Uint8Array, now: number): Gathered {
    const { boardBytes, pieceOverhead, piecesPerSeat, piecesOfAll } = this.#limits;
    if (total > boardBytes + pieceOverhead) return { refused: 'full' };
    const one = this.#unfinished.get(connection) ?? { total, parts: [], since: now, held: 0 };
    if (one.total !== total || part.length === 0 || one.held + part.length > total) {
      throw new MalformedError('pieces that do not fit together');
    }
    const bySeat = this.#heldBy(({ seat }) => seat.id === connection.seat.id);
    if (bySeat + part.length > piecesPerSeat || this.held + part.length > piecesOfAll) return { refused: 'later' };
    one.parts.push(part);
    one.held += part.length;
    if (one.held < total) {
      this.#unfinished.set(connection, one);
      return { message: null };
    }
    this.#unfinished.delete(connection);
    return { message: Buffer.concat(one.parts, total) };
  }

  /** Whether a message of this connection is not all here yet. */
  isWaiting(connection: Connection): boolean {
    return this.#unfinished.has(connection);
  }

  /** Its socket is gone. */
  drop(connection: Connection): void {
    this.#unfinished.delete(connection);
  }

  /** Whose message takes longer than a slow line would. */
  late(now: number): readonly Connection[] {
    const { pieceMs, pieceBytesPerSecond } = this.#limits;
    return [...this.#unfinished].flatMap(([connection, { total, since }]) =>
      now - since > pieceMs + (total / pieceBytesPerSecond) * 1_000 ? connection : [],
    );
  }
}
