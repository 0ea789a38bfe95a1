import * as decoding from 'lib0/decoding';
import * as encoding from 'lib0/encoding';
import WebSocket from 'ws';
import { Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import * as syncProtocol from 'y-protocols/sync';
import * as Y from 'yjs';
import type { Entrance } from './servers.ts';

export interface LoadClient {
  readonly doc: Y.Doc;
  readonly awareness: Awareness;
  /** Frames received so far. */
  frames(): number;
  /** Resolves when the server's first sync step 2 has arrived. */
  readonly synced: Promise<void>;
  showCursor(x: number, y: number): void;
  readonly socket: WebSocket;
  close(): void;
}

const frame = (type: number, write: (encoder: encoding.Encoder) => void): Uint8Array => {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, type);
  write(encoder);
  return encoding.toUint8Array(encoder);
};

/**
 * A y-websocket client with as little work of its own as possible. With `apply` off it counts what arrives without applying
 * it, so that the generator does not drown the server it measures.
 */
export function connectLoad(entrance: Entrance, options: { readonly apply: boolean }): LoadClient {
  const doc = new Y.Doc();
  const awareness = new Awareness(doc);
  const socket = new WebSocket(entrance.url, { headers: { ...entrance.headers } });
  socket.binaryType = 'nodebuffer';
  let frames = 0;
  let tellSynced: () => void = () => undefined;
  let tellFailed: (error: Error) => void = () => undefined;
  const synced = new Promise<void>((resolve, reject) => {
    tellSynced = resolve;
    tellFailed = reject;
  });
  const send = (bytes: Uint8Array): void => {
    if (socket.readyState === WebSocket.OPEN) socket.send(bytes);
  };
  socket.on('open', () => send(frame(0, (e) => syncProtocol.writeSyncStep1(e, doc))));
  socket.on('error', tellFailed);
  socket.on('close', (code) => tellFailed(new Error(`Closed with ${code}.`)));
  socket.on('message', (data: Buffer) => {
    frames += 1;
    const decoder = decoding.createDecoder(new Uint8Array(data.buffer, data.byteOffset, data.byteLength));
    if (decoding.readVarUint(decoder) !== 0) return;
    const kind = data[1];
    if (kind === syncProtocol.messageYjsSyncStep1) {
      const reply = frame(0, (e) => void syncProtocol.readSyncMessage(decoder, e, doc, 'server'));
      if (reply.length > 1) send(reply);
      return;
    }
    if (options.apply) {
      syncProtocol.readSyncMessage(decoder, encoding.createEncoder(), doc, 'server');
    }
    if (kind === syncProtocol.messageYjsSyncStep2) tellSynced();
  });
  doc.on('update', (update: Uint8Array, origin: unknown) => {
    if (origin !== 'server') send(frame(0, (e) => syncProtocol.writeUpdate(e, update)));
  });
  return {
    doc,
    awareness,
    frames: () => frames,
    synced,
    showCursor(x, y) {
      awareness.setLocalState({ cursor: { x, y }, selection: [] });
      send(frame(1, (e) => encoding.writeVarUint8Array(e, encodeAwarenessUpdate(awareness, [doc.clientID]))));
    },
    socket,
    close() {
      awareness.destroy();
      socket.removeAllListeners('close');
      socket.terminate();
    },
  };
}
