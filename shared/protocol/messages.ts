import type { StateId } from '../board/model.ts';

/**
 * The y-websocket protocol (client 3.1.0): one message a frame, `varuint type` then body. 0 to 3 are the published types; the
 * client ignores types it does not know, so that a plain y-websocket client can connect. Ours start at 100.
 */
export const MESSAGE = {
  sync: 0,
  awareness: 1,
  auth: 2,
  queryAwareness: 3,
  /** Server to client: `varuint n`. The n-th document message (sync step 2 or update) of this connection is committed. */
  saved: 100,
  /** Server to client, first message: `varstring generation`. A different one than before: keep the local copy aside, never merge. */
  generation: 101,
  /** Server to client: `varstring JSON {code, sentence}`. A warning that does not close the socket. */
  notice: 102,
  /**
   * Client to server: `varuint bytes of the whole message`, then `varuint8array` a part of it. For a document message that is
   * too long for one frame; no other document message comes between its pieces, and each waits until the server has answered
   * the one before with an empty message of this type.
   */
  piece: 103,
} as const;

/** What a person shows to the others in a room. `user` is stamped by the server; what a client says about itself there is dropped. */
export interface PresenceUser {
  /** Seat id, random per council; not an identity. Empty for who is only a shape in a session, as is the alias. */
  readonly seat: string;
  /** Alias from the server: "Org A", or "Guest 4". */
  readonly alias: string;
  /** One of the eight shape and colour pairs, `a` to `h`. */
  readonly who: string;
  readonly role: string;
}

export interface Presence {
  readonly user: PresenceUser;
  readonly cursor: { readonly x: number; readonly y: number } | null;
  readonly selection: readonly string[];
  /** Element whose name is being edited. */
  readonly editing: string | null;
  /** Board coordinates of what they see. */
  readonly viewport: { readonly x: number; readonly y: number; readonly w: number; readonly h: number } | null;
  /** A drag in progress: new positions by id; written to the document once, at the end. */
  readonly drag: Readonly<Record<string, readonly [number, number]>> | null;
  /** Awareness client id of the person they follow. */
  readonly following: number | null;
  /** State of the board they look at; absent: the first. Everything above is in that state. */
  readonly state?: StateId;
  /** They present: the server passes it on from convenors and presenters only. */
  readonly presenting?: Presenting;
  /** Where their laser points, in board coordinates; only while it is on. */
  readonly laser?: { readonly x: number; readonly y: number };
  /** The last small sign they gave. */
  readonly reaction?: Reaction;
}

export const REACTIONS = ['clap', 'think', 'agree', 'question'] as const;

export interface Reaction {
  readonly kind: (typeof REACTIONS)[number];
  /** Rises with each, so that the same twice is seen twice. */
  readonly n: number;
}

export interface Presenting {
  /** The frame that is on the screen; `null`: the whole board. */
  readonly frame: string | null;
  /** 1 for who began; who takes over has the next number. The highest leads, and the others stop. */
  readonly turn: number;
}

/** Limits both sides know; each is answered in words. */
export const LIMITS = {
  /** Of one frame. */
  messageBytes: 1024 * 1024,
  /** A page sends a document message above this in pieces of this size. */
  pieceBytes: 128 * 1024,
  presenceBytes: 4 * 1024,
  boardBytes: 20 * 1024 * 1024,
  elements: 10_000,
  relations: 20_000,
  textLength: 10_000,
  newClientIdsPerConnection: 50,
  documentFramesPerSecond: 60,
  presenceFramesPerSecond: 30,
  bytesPerSecond: 256 * 1024,
  socketsPerSeat: 12,
  heartbeatMs: 15_000,
} as const;
