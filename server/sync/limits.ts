import { LIMITS } from '#shared/protocol/messages.ts';

/** Limits and windows of the sync server; those both sides know come from the protocol. Times in milliseconds. */
export const SYNC_LIMITS = {
  ...LIMITS,
  documentFrameBurst: 240,
  presenceFrameBurst: 60,
  byteBurst: 4 * 1024 * 1024,
  /** A piece is asked for when this much would still be left for everything else. */
  byteReserve: 512 * 1024,
  /** A message in pieces may be as large as a board, and what is around it. */
  pieceOverhead: 64,
  /** Bytes of unfinished messages that are held, of one seat and of all. */
  piecesPerSeat: 24 * 1024 * 1024,
  piecesOfAll: 128 * 1024 * 1024,
  /** How long a message in pieces may take: this, and its size over a slow line. */
  pieceMs: 60_000,
  pieceBytesPerSecond: 64 * 1024,
  /** Every frame, also presence of others that a plain y-websocket client sends back. */
  framesPerSecond: 300,
  frameBurst: 1_500,
  /** Requests for the whole board. */
  step1PerSecond: 0.5,
  step1Burst: 10,
  /** A person's own presence between `presenceBytes` and this is left out; above it the socket is closed. */
  presenceBytesRefused: 64 * 1024,
  presenceFrameBytes: 256 * 1024,
  clientIdsPerRoom: 10_000,
  /** This often closed for flooding within `floodMemoryMs`, a seat is told to stop (4429). */
  floodsForgiven: 2,
  floodMemoryMs: 10 * 60_000,
  /** Unsent bytes above which presence is left out, and above which updates are. */
  presenceBacklog: 256 * 1024,
  documentBacklog: 1024 * 1024,
  /** Below this a slow reader is sent what it missed. */
  drainedBacklog: 64 * 1024,
  behindMs: 30_000,
  /** How long a page may take to send what its changes build on, when asked. */
  orphanMs: 2_000,
  /** Least time between two commits: one costs the same for a change as for ten. A change after a pause does not wait. */
  turnMs: 16,
  /** From this many people on, presence is gathered for longer. */
  crowd: 9,
  presenceWindowMs: 24,
  presenceWindowFewMs: 4,
  unloadMs: 60_000,
  compactRows: 2_000,
  compactBytes: 1024 * 1024,
  /** Fewer rows than this are not worth a snapshot when a room empties. */
  compactRowsWhenEmpty: 50,
  pingMs: 20_000,
} as const;

/** The same, with numbers that tests may change. */
export type SyncLimits = { readonly [K in keyof typeof SYNC_LIMITS]: number };
