import { CLOSE, type CloseName } from '#shared/protocol/close-codes.ts';
import type { SeatRecord } from '../storage/storage.ts';
import type { SyncLimits } from './limits.ts';
import type { Rights } from './rights.ts';
import { TokenBucket } from './token-bucket.ts';
import { toWire, type Wire } from './wire.ts';

/** What a connection needs of a `ws` socket. */
export interface Socket {
  readonly readyState: number;
  readonly bufferedAmount: number;
  close(code: number, reason: string): void;
  terminate(): void;
}

/** The line below the socket. Nothing on it is compressed or in pieces, so whole messages can be written to it directly. */
export interface Line {
  readonly writable: boolean;
  write(bytes: Uint8Array): boolean;
  cork(): void;
  uncork(): void;
}

const OPEN = 1;

export interface Buckets {
  readonly documents: TokenBucket;
  readonly presence: TokenBucket;
  readonly frames: TokenBucket;
  readonly bytes: TokenBucket;
  readonly step1: TokenBucket;
}

/** One socket in one room, with all that is counted for it. */
export class Connection {
  readonly seat: SeatRecord;
  /** What only shows may change while it is open; for the rest it is closed and comes back. */
  rights: Rights;
  readonly buckets: Buckets;
  readonly #socket: Socket;
  readonly #line: Line;
  readonly #onSend: (bytes: number) => void;
  /** Name of the reason it was closed for, by us; nothing it sent after that counts. */
  closedFor: CloseName | null = null;
  /** Sync step 2 and update messages received, as the client counts them. */
  documentFrames = 0;
  /** Its first question was answered; only then changes are sent on to it. */
  synced = false;
  /** Last row of the log it was sent. */
  sentSeq = 0;
  /** Since when it is not sent changes because it does not read; `null` when it keeps up. */
  behindSince: number | null = null;
  presenceMissed = false;
  /** The one awareness client id it may speak for. */
  presenceId: number | null = null;
  /** Latest presence above the rate, kept until it may be shown. */
  heldPresence: Uint8Array | null = null;
  newClientIds = 0;
  /** Since when changes from it do not fit and it has not sent what they build on; `null` when all fit. */
  orphanSince: number | null = null;

  constructor(
    socket: Socket,
    line: Line,
    seat: SeatRecord,
    rights: Rights,
    limits: SyncLimits,
    now: number,
    onSend: (bytes: number) => void,
  ) {
    this.#socket = socket;
    this.#line = line;
    this.#onSend = onSend;
    this.seat = seat;
    this.rights = rights;
    this.buckets = {
      documents: new TokenBucket(limits.documentFramesPerSecond, limits.documentFrameBurst, now),
      presence: new TokenBucket(limits.presenceFramesPerSecond, limits.presenceFrameBurst, now),
      frames: new TokenBucket(limits.framesPerSecond, limits.frameBurst, now),
      bytes: new TokenBucket(limits.bytesPerSecond, limits.byteBurst, now),
      step1: new TokenBucket(limits.step1PerSecond, limits.step1Burst, now),
    };
  }

  get backlog(): number {
    return this.#socket.bufferedAmount;
  }

  send(frame: Uint8Array): void {
    this.pass(toWire(frame));
  }

  /** Sends what others are sent too. */
  pass({ bytes }: Wire): void {
    if (this.closedFor !== null || this.#socket.readyState !== OPEN || !this.#line.writable) return;
    this.#onSend(bytes.length);
    this.#line.write(bytes);
  }

  /** What is sent between these goes out together. */
  hold(): void {
    this.#line.cork();
  }

  release(): void {
    this.#line.uncork();
  }

  close(name: CloseName): void {
    if (this.closedFor !== null) return;
    this.closedFor = name;
    this.#socket.close(CLOSE[name].code, CLOSE[name].sentence);
  }

  /** Drops the line without a word: the other side does not answer. */
  terminate(): void {
    this.#socket.terminate();
  }
}
