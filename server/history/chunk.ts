import { promisify } from 'node:util';
import { deflate, inflate } from 'node:zlib';
import * as Y from 'yjs';
import { type HistoryRow, stepsOf } from '#shared/history/steps.ts';
import { decodeHistory, encodeHistory } from '#shared/history/wire.ts';
import type { HistoryChunk, HistoryIndex, StoredRow } from '../storage/storage.ts';

/** Not in the turn of those who draw: Node compresses beside it. */
const pack = promisify(deflate);
const unpack = promisify(inflate);

/** A state is kept with a chunk when at least this much has gathered since the last one. */
const STATE_EVERY_BYTES = 256 * 1024;

export const rowOf = ({ seq, at, seat, data }: StoredRow): HistoryRow => ({ seq, at, seats: [seat], data });

export interface ChunkParts {
  readonly rows: readonly HistoryRow[];
  readonly state: Uint8Array | null;
  readonly thinned: boolean;
  /** Places of named versions. */
  readonly cuts: readonly number[];
}

/** Changes as they are kept: together, compressed, with what the list of steps needs beside them. */
export async function chunkOf({ rows, state, thinned, cuts }: ChunkParts): Promise<HistoryChunk> {
  const first = rows[0];
  const last = rows.at(-1);
  if (first === undefined || last === undefined) throw new Error('A piece of history cannot be empty.');
  return {
    first: first.seq,
    last: last.seq,
    to: last.at,
    thinned,
    bytes: rows.reduce((sum, row) => sum + row.data.length, 0),
    steps: stepsOf(
      rows.map(({ seq, at, seats, data }) => ({ seq, at, seats, bytes: data.length })),
      cuts,
    ),
    state: state === null ? null : await pack(state),
    data: await pack(encodeHistory({ state: null, rows })),
  };
}

/** Rows of pieces that follow one another. */
export async function rowsIn(chunks: readonly HistoryChunk[]): Promise<HistoryRow[]> {
  const parts = await Promise.all(chunks.map((chunk) => unpack(chunk.data)));
  return parts.flatMap((part) => decodeHistory(part).rows);
}

export const stateIn = async (chunk: HistoryChunk | undefined): Promise<Uint8Array | null> =>
  chunk === undefined || chunk.state === null ? null : new Uint8Array(await unpack(chunk.state));

/** Applies a state and what follows to a document that forgets nothing. */
export function replay(state: Uint8Array | null, rows: readonly HistoryRow[]): Uint8Array {
  const doc = new Y.Doc({ gc: false });
  doc.transact(() => {
    if (state !== null) Y.applyUpdate(doc, state);
    for (const row of rows) Y.applyUpdate(doc, row.data);
  });
  const whole = Y.encodeStateAsUpdate(doc);
  doc.destroy();
  return whole;
}

/** Whether so much has gathered since the last kept state that the next chunk should begin with one. */
export function isStateDue(chunks: readonly HistoryIndex[]): boolean {
  const from = chunks.findLastIndex((chunk) => chunk.stateBytes > 0);
  const gathered = chunks.slice(Math.max(0, from)).reduce((sum, chunk) => sum + chunk.bytes, 0);
  return gathered >= Math.max(STATE_EVERY_BYTES, from === -1 ? 0 : (chunks[from]?.stateBytes ?? 0));
}
