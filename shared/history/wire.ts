import { createDecoder, hasContent, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding';
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding';
import type { HistoryRow } from './steps.ts';

/** A piece of history: the state before it, then change after change. */
export interface HistoryPiece {
  /** Yjs update that gives the document before the first change, deleted content kept; `null` when that is empty. */
  readonly state: Uint8Array | null;
  readonly rows: readonly HistoryRow[];
}

const VERSION = 1;

/**
 * The bytes of a piece: `varuint 1`, the state, then for each change `varuint seq`, `varuint at`, `varstring` of the seats with
 * spaces between, the update.
 */
export function encodeHistory({ state, rows }: HistoryPiece): Uint8Array {
  const encoder = createEncoder();
  writeVarUint(encoder, VERSION);
  writeVarUint8Array(encoder, state ?? new Uint8Array(0));
  for (const { seq, at, seats, data } of rows) {
    writeVarUint(encoder, seq);
    writeVarUint(encoder, at);
    writeVarString(encoder, seats.join(' '));
    writeVarUint8Array(encoder, data);
  }
  return toUint8Array(encoder);
}

/** @throws Error when the bytes are of a newer version, or cut off */
export function decodeHistory(bytes: Uint8Array): HistoryPiece {
  const decoder = createDecoder(bytes);
  if (readVarUint(decoder) !== VERSION)
    throw new Error('This history was written by a newer version. Reload the page.');
  const state = readVarUint8Array(decoder);
  const rows: HistoryRow[] = [];
  while (hasContent(decoder)) {
    const seq = readVarUint(decoder);
    const at = readVarUint(decoder);
    const seats = readVarString(decoder).split(' ');
    rows.push({ seq, at, seats, data: readVarUint8Array(decoder) });
  }
  return { state: state.length === 0 ? null : state, rows };
}
