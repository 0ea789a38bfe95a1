import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import { WebSocket } from 'ws';
import type { Awareness } from 'y-protocols/awareness';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { MESSAGE } from '#shared/protocol/messages.ts';
import { boardSockets } from '../../client/session/board-socket.ts';
import type { Person } from './server.ts';

/** Resolves when `check` holds; looks again at each of `events`, and every few milliseconds where there is none. */
export async function until(check: () => boolean, what: string, timeoutMs = 8_000): Promise<void> {
  const start = performance.now();
  while (!check()) {
    if (performance.now() - start > timeoutMs) throw new Error(`Waited ${timeoutMs} ms in vain for: ${what}`);
    await new Promise((next) => setTimeout(next, 4));
  }
}

const socketFor = (cookie: string) =>
  class extends WebSocket {
    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols, cookie === '' ? {} : { headers: { cookie } });
    }
  } as unknown as typeof globalThis.WebSocket;

/** The published y-websocket client in a room, with what our server says besides. */
export interface SyncClient {
  readonly doc: Y.Doc;
  readonly provider: WebsocketProvider;
  readonly awareness: Awareness;
  /** Last `[100, n]` of this connection. */
  saved(): number;
  /** Document messages sent over this connection. */
  sent(): number;
  generation(): string | null;
  notices(): readonly string[];
  /** Code of the last close that was for good, or `null`. */
  closed(): number | null;
  /** Resolves when the server has committed everything that was sent. */
  allSaved(): Promise<void>;
  synced(): Promise<void>;
  destroy(): void;
}

export interface SyncClientOptions {
  readonly doc?: Y.Doc;
  readonly protocols?: string[];
  readonly connect?: boolean;
  /** Sends over the sockets of our own page, which the published client knows nothing of. */
  readonly likeOurPage?: boolean;
}

/** Opens `lane/id` as this person. */
export function openRoom(person: Person, room: string, options: SyncClientOptions = {}): SyncClient {
  const doc = options.doc ?? new Y.Doc();
  let saved = 0;
  let sent = 0;
  let generation: string | null = null;
  let closed: number | null = null;
  const notices: string[] = [];
  const Base = socketFor(person.cookie) as unknown as new (url: string, protocols?: string | string[]) => WebSocket;
  const ours = boardSockets(
    (count) => {
      sent = count;
    },
    () => undefined,
    socketFor(person.cookie),
  );
  class OurSocket extends (ours.Socket as unknown as typeof Base) {
    constructor(url: string, protocols?: string | string[]) {
      super(url, protocols);
      saved = 0;
      sent = 0;
    }
  }
  class Counting extends Base {
    constructor(url: string, protocols?: string | string[]) {
      super(url, protocols);
      saved = 0;
      sent = 0;
    }

    override send(data: unknown, ...rest: unknown[]): void {
      const bytes = data as Uint8Array;
      if (bytes[0] === MESSAGE.sync && bytes[1] !== 0) sent += 1;
      (super.send as (data: unknown, ...rest: unknown[]) => void)(data, ...rest);
    }
  }
  const provider = new WebsocketProvider(`${person.url.replace('http', 'ws')}/sync`, room, doc, {
    WebSocketPolyfill: (options.likeOurPage === true ? OurSocket : Counting) as unknown as typeof globalThis.WebSocket,
    disableBc: true,
    connect: false,
    protocols: options.protocols ?? [],
    maxBackoffTime: 200,
  });
  const handlers = provider.messageHandlers as ((encoder: encoding.Encoder, decoder: decoding.Decoder) => void)[];
  handlers[MESSAGE.saved] = (_encoder, decoder) => {
    saved = decoding.readVarUint(decoder);
  };
  handlers[MESSAGE.piece] = () => ours.granted();
  handlers[MESSAGE.generation] = (_encoder, decoder) => {
    generation = decoding.readVarString(decoder);
  };
  handlers[MESSAGE.notice] = (_encoder, decoder) => {
    notices.push(decoding.readVarString(decoder));
  };
  provider.on('closed', ({ code }) => {
    closed = code;
  });
  if (options.connect ?? true) provider.connect();
  return {
    doc,
    provider,
    awareness: provider.awareness,
    saved: () => saved,
    sent: () => sent,
    generation: () => generation,
    notices: () => notices,
    closed: () => closed,
    allSaved: () => until(() => provider.synced && saved === sent && sent > 0, 'everything saved'),
    synced: () => until(() => provider.synced, 'synced'),
    destroy: () => {
      provider.destroy();
      provider.awareness.destroy();
      doc.destroy();
    },
  };
}

/** A bare socket that sends what it likes: for what no honest client sends. */
export interface RawSocket {
  readonly socket: WebSocket;
  readonly frames: Uint8Array[];
  readonly opened: Promise<void>;
  /** Code and words the server closed it with. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  send(data: Uint8Array | string): void;
  close(): void;
}

export function openRaw(
  person: Person,
  room: string,
  options: { readonly headers?: Readonly<Record<string, string>>; readonly protocols?: readonly string[] } = {},
): RawSocket {
  const socket = new WebSocket(`${person.url.replace('http', 'ws')}/sync/${room}`, [...(options.protocols ?? [])], {
    headers: { ...(person.cookie === '' ? {} : { cookie: person.cookie }), ...options.headers },
  });
  const frames: Uint8Array[] = [];
  socket.on('message', (data) => frames.push(new Uint8Array(data as Buffer)));
  const opened = new Promise<void>((done, failed) => {
    socket.on('open', () => done());
    socket.on('error', failed);
  });
  opened.catch(() => undefined);
  const closed = new Promise<{ code: number; reason: string }>((done) => {
    socket.on('close', (code, reason) => done({ code, reason: reason.toString() }));
  });
  return {
    socket,
    frames,
    opened,
    closed,
    send: (data) => socket.send(data),
    close: () => socket.terminate(),
  };
}

/** A sync message as clients send it: 0 state vector, 1 missing state, 2 update. */
export function syncMessage(step: 0 | 1 | 2, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

/** An awareness message with these states by client id. */
export function presenceMessage(states: Readonly<Record<number, unknown>>, clock = 1): Uint8Array {
  const body = encoding.createEncoder();
  const entries = Object.entries(states);
  encoding.writeVarUint(body, entries.length);
  for (const [client, state] of entries) {
    encoding.writeVarUint(body, Number(client));
    encoding.writeVarUint(body, clock);
    encoding.writeVarString(body, JSON.stringify(state));
  }
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body));
  return encoding.toUint8Array(encoder);
}
