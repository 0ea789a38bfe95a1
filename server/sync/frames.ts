import * as encoding from 'lib0/encoding';
import { MESSAGE } from '#shared/protocol/messages.ts';
import { ByteReader, MalformedError } from './byte-reader.ts';
import { scanStateVector } from './scan-update.ts';
import { toWire } from './wire.ts';

/** What a client sent, taken apart but not yet believed. */
export type Frame =
  | { readonly type: 'step1'; readonly vector: Uint8Array }
  /** `answers`: everything that a question of ours found missing here, not only the latest change. */
  | { readonly type: 'update'; readonly update: Uint8Array; readonly answers: boolean }
  /** A part of such a message, which has `total` bytes. */
  | { readonly type: 'piece'; readonly total: number; readonly part: Uint8Array }
  | { readonly type: 'presence'; readonly body: Uint8Array }
  | { readonly type: 'query' };

const STEP_1 = 0;
const STEP_2 = 1;
const UPDATE = 2;

/** Reads one frame: one message, nothing behind it. @throws MalformedError */
export function readFrame(bytes: Uint8Array): Frame {
  const reader = new ByteReader(bytes);
  const type = reader.varUint(255);
  if (type === MESSAGE.queryAwareness) {
    reader.end();
    return { type: 'query' };
  }
  if (type === MESSAGE.awareness) {
    const body = reader.bytes();
    reader.end();
    return { type: 'presence', body };
  }
  if (type === MESSAGE.piece) {
    const total = reader.varUint();
    const part = reader.bytes();
    reader.end();
    return { type: 'piece', total, part };
  }
  if (type !== MESSAGE.sync) throw new MalformedError(`a message of an unknown type ${type}`);
  const step = reader.varUint(255);
  const body = reader.bytes();
  reader.end();
  if (step === STEP_1) {
    scanStateVector(body);
    return { type: 'step1', vector: body };
  }
  if (step === STEP_2 || step === UPDATE) return { type: 'update', update: body, answers: step === STEP_2 };
  throw new MalformedError(`a sync message of an unknown type ${step}`);
}

function syncFrame(step: number, body: Uint8Array): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.sync);
  encoding.writeVarUint(encoder, step);
  encoding.writeVarUint8Array(encoder, body);
  return encoding.toUint8Array(encoder);
}

export const step1Frame = (vector: Uint8Array): Uint8Array => syncFrame(STEP_1, vector);
export const step2Frame = (update: Uint8Array): Uint8Array => syncFrame(STEP_2, update);
export const updateFrame = (update: Uint8Array): Uint8Array => syncFrame(UPDATE, update);

export function savedFrame(count: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.saved);
  encoding.writeVarUint(encoder, count);
  return encoding.toUint8Array(encoder);
}

export function generationFrame(generation: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.generation);
  encoding.writeVarString(encoder, generation);
  return encoding.toUint8Array(encoder);
}

export function noticeFrame(notice: { readonly code: string; readonly sentence: string }): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.notice);
  encoding.writeVarString(encoder, JSON.stringify(notice));
  return encoding.toUint8Array(encoder);
}

/** Awareness entries, each `client, clock, state`, already encoded. None of them is the heartbeat. */
export function presenceFrame(entries: readonly Uint8Array[]): Uint8Array {
  const body = encoding.createEncoder();
  encoding.writeVarUint(body, entries.length);
  for (const entry of entries) encoding.writeUint8Array(body, entry);
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.awareness);
  encoding.writeVarUint8Array(encoder, encoding.toUint8Array(body));
  return encoding.toUint8Array(encoder);
}

export function presenceEntry(client: number, clock: number, state: string): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, client);
  encoding.writeVarUint(encoder, clock);
  encoding.writeVarString(encoder, state);
  return encoding.toUint8Array(encoder);
}

/** Asks for the next piece. */
export const NEXT_PIECE = toWire(new Uint8Array([MESSAGE.piece]));

/** Empty awareness: keeps a y-websocket client from taking 30 s of silence for a dead line. */
export const HEARTBEAT = toWire(presenceFrame([]));
