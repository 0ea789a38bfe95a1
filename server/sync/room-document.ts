import * as Y from 'yjs';
import type { CloseName } from '#shared/protocol/close-codes.ts';
import type { RoomState } from '../storage/storage.ts';
import { type Judge, type Objection, prepareBoard } from './board-rules.ts';
import { MalformedError } from './byte-reader.ts';
import { step2Frame, updateFrame } from './frames.ts';
import type { Rights } from './rights.ts';
import { scanUpdate, type UpdateScan } from './scan-update.ts';
import { toWire, type Wire } from './wire.ts';

interface LogEntry {
  readonly seq: number;
  readonly data: Uint8Array;
}

/** What came of a candidate update: its part that is new, or why it cannot be taken. */
export type Verdict =
  | { readonly took: Uint8Array | null; readonly scan: UpdateScan }
  | { readonly refused: CloseName; readonly sentence?: string };

/** Fold the log into one state when it grows beyond this. */
const FOLD_ROWS = 500;
const FOLD_BYTES = 256 * 1024;
/** A joiner gets state and tail apart when the state is larger and the tail smaller than these. */
const LARGE_STATE = 16 * 1024;
const SHORT_TAIL = 200;

const EMPTY_VECTOR = 0;

/**
 * The document of a room, as the log has it, plus candidates that are being tried. A candidate is applied, looked at, and
 * either kept or undone by building the document anew from what was accepted; nobody else sees it before it is committed.
 */
export class RoomDocument {
  readonly #judge: Judge;
  readonly #maxBytes: number;
  readonly #isLane: boolean;
  #doc: Y.Doc;
  #base: LogEntry;
  #tail: LogEntry[] = [];
  #tailBytes = 0;
  /** Accepted, not yet committed. */
  #fresh: Uint8Array[] = [];
  #rights: Rights | null = null;
  #diff: Uint8Array | null = null;
  #problem: Objection | null = null;
  /** Answers by state vector, for this seq: people who come back together hold the same. */
  #answers = new Map<string, readonly Wire[]>();

  /**
   * @param isLane the server alone writes it
   * @throws Error when the log has holes: an incomplete board must not be opened for writing.
   */
  constructor(state: RoomState, judge: Judge, maxBytes: number, isLane = false) {
    this.#isLane = isLane;
    this.#judge = judge;
    this.#maxBytes = maxBytes;
    let seq = state.snapshot?.seq ?? 0;
    for (const row of state.tail) {
      if (row.seq !== seq + 1) throw new Error(`The log has a hole before ${row.seq}.`);
      seq = row.seq;
    }
    if (seq !== state.seq) throw new Error(`The log ends at ${seq}, but ${state.seq} rows were committed.`);
    const updates = state.tail.map((row) => row.data);
    this.#doc = this.#build(state.snapshot === null ? updates : [state.snapshot.data, ...updates]);
    if (this.#isIncomplete()) throw new Error('The log lacks changes that others build on.');
    this.#base = { seq, data: Y.encodeStateAsUpdate(this.#doc) };
  }

  get doc(): Y.Doc {
    return this.#doc;
  }

  get seq(): number {
    return this.#tail.at(-1)?.seq ?? this.#base.seq;
  }

  #build(updates: readonly Uint8Array[], clientId?: number): Y.Doc {
    const doc = new Y.Doc({ gc: true });
    if (clientId !== undefined) doc.clientID = clientId;
    prepareBoard(doc);
    doc.transact(() => {
      for (const update of updates) Y.applyUpdate(doc, update);
    });
    doc.on('afterTransaction', (transaction: Y.Transaction) => {
      if (this.#rights !== null) this.#problem = this.#judge(transaction, this.#rights);
    });
    doc.on('update', (update: Uint8Array) => {
      this.#diff = this.#diff === null ? update : Y.mergeUpdates([this.#diff, update]);
    });
    return doc;
  }

  #isIncomplete(): boolean {
    return this.#doc.store.pendingStructs !== null || this.#doc.store.pendingDs !== null;
  }

  /** Back to what was accepted. */
  #undo(): void {
    const clientId = this.#doc.clientID;
    this.#doc.destroy();
    this.#doc = this.#build([this.#base.data, ...this.#tail.map((row) => row.data), ...this.#fresh], clientId);
  }

  /** Whether everything an update refers to is here or in itself. */
  #fits(scan: UpdateScan): boolean {
    if (scan.gaps) return false;
    const ends = new Map(scan.sections.map((section) => [section.client, section.end]));
    const has = (client: number): number => Y.getState(this.#doc.store, client);
    return (
      scan.sections.every(({ client, start }) => start <= has(client)) &&
      [...scan.needs].every(([client, end]) => end <= Math.max(has(client), ends.get(client) ?? 0))
    );
  }

  /**
   * Tries an update of a client. `mayUse` says whether this sender may add structs under a client id.
   */
  try(update: Uint8Array, rights: Rights, mayUse: (client: number) => CloseName | null): Verdict {
    let scan: UpdateScan;
    try {
      scan = scanUpdate(update);
    } catch (error) {
      if (error instanceof MalformedError) return { refused: 'malformed' };
      throw error;
    }
    if (!this.#fits(scan)) return { refused: 'orphan' };
    for (const { client, end } of scan.sections) {
      if (end <= Y.getState(this.#doc.store, client)) continue;
      const problem = mayUse(client);
      if (problem !== null) return { refused: problem };
    }
    this.#diff = null;
    this.#problem = null;
    this.#rights = rights;
    let refused: CloseName | null = null;
    try {
      Y.applyUpdate(this.#doc, update);
      refused = this.#isIncomplete() ? 'orphan' : null;
    } catch {
      refused = 'malformed';
    } finally {
      this.#rights = null;
    }
    const problem = this.#problem as Objection | null;
    if (problem !== null) {
      this.#undo();
      return { refused: problem.close, sentence: problem.sentence };
    }
    const diff = this.#diff as Uint8Array | null;
    if (refused === null && diff !== null && this.#isTooLarge(diff.length)) refused = 'full';
    if (refused !== null) {
      this.#undo();
      return { refused };
    }
    if (diff !== null) this.#fresh.push(diff);
    return { took: diff, scan };
  }

  /** The sum of what was logged is an upper bound; only when that is too much the state itself is measured. */
  #isTooLarge(added: number): boolean {
    const fresh = this.#fresh.reduce((sum, update) => sum + update.length, added);
    if (this.#base.data.length + this.#tailBytes + fresh <= this.#maxBytes) return false;
    return Y.encodeStateAsUpdate(this.#doc).length > this.#maxBytes;
  }

  /** The server's own change. Answers the update, or `null` when nothing changed. Undone when it throws. */
  write(change: (doc: Y.Doc) => void): Uint8Array | null {
    this.#diff = null;
    try {
      this.#doc.transact(() => change(this.#doc), 'server');
    } catch (error) {
      this.#undo();
      throw error;
    }
    const diff = this.#diff as Uint8Array | null;
    if (diff !== null) this.#fresh.push(diff);
    return diff;
  }

  /** What was accepted is in the log now, its last row being `seq`. Answers it as one update. */
  commit(seq: number): void {
    const first = seq - this.#fresh.length + 1;
    this.#fresh.forEach((data, i) => {
      this.#tail.push({ seq: first + i, data });
      this.#tailBytes += data.length;
    });
    this.#fresh = [];
    this.#answers.clear();
    if (this.#tail.length > FOLD_ROWS || this.#tailBytes > Math.max(FOLD_BYTES, this.#base.data.length)) this.#fold();
  }

  #fold(): void {
    this.#base = { seq: this.seq, data: Y.encodeStateAsUpdate(this.#doc) };
    this.#tail = [];
    this.#tailBytes = 0;
  }

  /** The whole committed state. Only between commits. */
  state(): Uint8Array {
    if (this.#tail.length > 0) this.#fold();
    return this.#base.data;
  }

  /**
   * Frames that answer sync step 1. Only between commits.
   *
   * @param isNowOnly no more than what stands now: what was removed a moment ago is in no byte of it
   */
  answer(vector: Uint8Array, isNowOnly: boolean): readonly Wire[] {
    const isNew = vector.length === 1 && vector[0] === EMPTY_VECTOR;
    if (isNew && (isNowOnly || this.#isLane) && this.#tail.length > 0) {
      this.#fold();
      this.#answers.delete('');
    }
    const key = isNew ? '' : Buffer.from(vector).toString('base64');
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const answer = isNew ? this.#wholeState() : [step2Frame(Y.encodeStateAsUpdate(this.#doc, vector))];
    const frames = answer.map(toWire);
    this.#answers.set(key, frames);
    return frames;
  }

  #wholeState(): readonly Uint8Array[] {
    if (this.#base.data.length < LARGE_STATE || this.#tail.length > SHORT_TAIL) this.state();
    const state = step2Frame(this.#base.data);
    return this.#tail.length === 0 ? [state] : [state, updateFrame(Y.mergeUpdates(this.#tail.map((row) => row.data)))];
  }

  /** Everything after a row, as one update; the whole state when that is not at hand. */
  since(seq: number): Uint8Array {
    if (seq < this.#base.seq) return this.state();
    const missed = this.#tail.filter((row) => row.seq > seq).map((row) => row.data);
    return missed.length === 0 ? Y.encodeStateAsUpdate(new Y.Doc()) : Y.mergeUpdates(missed);
  }

  vector(): Uint8Array {
    return Y.encodeStateVector(this.#doc);
  }

  destroy(): void {
    this.#doc.destroy();
  }
}
