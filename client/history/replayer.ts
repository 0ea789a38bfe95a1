import * as Y from 'yjs';
import { changeSentence } from '#shared/board/diff/sentences.ts';
import type { Board, Id, StateId } from '#shared/board/model.ts';
import { type BoardView, changedIds, createBoardView, readBoard } from '#shared/board/read.ts';
import type { HistoryRow } from '#shared/history/steps.ts';
import type { HistoryPiece } from '#shared/history/wire.ts';
import type { HistoryStep } from '#shared/protocol/api.ts';

/** What is known of a step once the board was played up to it. */
export interface Moment {
  /** The board at its end, in its first state. */
  readonly board: Board;
  /** What it did, as sentences. */
  readonly sentence: string;
}

interface Touched {
  readonly before: Map<StateId, Board>;
  readonly after: Map<StateId, Board>;
  readonly ids: Map<StateId, Set<Id>>;
}

/** Milliseconds of playing before the page gets a turn. */
const SLICE_MS = 12;
const SERVER = 'server';

const keyOf = (seats: readonly string[]): string => seats.join(' ');
const stepKey = (step: Pick<HistoryStep, 'first' | 'seats'>): string => `${step.first} ${keyOf(step.seats)}`;

const breathe = (): Promise<void> =>
  new Promise((next) => {
    setTimeout(next, 0);
  });

/** Which step a change belongs to: steps of the same seats never overlap. */
function finder(steps: readonly HistoryStep[]): (row: HistoryRow) => HistoryStep | null {
  const bySeats = new Map<string, HistoryStep[]>();
  for (const step of steps) {
    const list = bySeats.get(keyOf(step.seats));
    if (list === undefined) bySeats.set(keyOf(step.seats), [step]);
    else list.push(step);
  }
  return ({ seq, seats }) => bySeats.get(keyOf(seats))?.find((step) => step.first <= seq && seq <= step.last) ?? null;
}

/**
 * Plays a board's history forward in a document of its own, and keeps the board at the end of each step. Boards share what did
 * not change, so that many of them cost little.
 */
export class Replayer {
  readonly #doc = new Y.Doc({ gc: false });
  readonly #view: BoardView;
  readonly #touched = new Map<string, Touched>();
  readonly #moments = new Map<string, Moment>();
  #state: Uint8Array | null = null;
  #rows: HistoryRow[] = [];
  #played = 0;

  constructor() {
    this.#view = createBoardView(this.#doc);
  }

  /** First change that is known; what was before it is not. */
  get from(): number {
    return this.#rows[0]?.seq ?? 0;
  }

  /** Last change that was played. */
  get to(): number {
    return this.#played;
  }

  /** What a step did, or `null` while it is not played. */
  moment(step: HistoryStep): Moment | null {
    return this.#moments.get(stepKey(step)) ?? null;
  }

  /** Plays what is new of a piece. Stops, part way, when the signal says so. */
  async feed(piece: HistoryPiece, steps: readonly HistoryStep[], signal?: AbortSignal): Promise<void> {
    if (this.#rows.length === 0 && piece.state !== null) {
      this.#state = piece.state;
      Y.applyUpdate(this.#doc, piece.state);
    }
    const stepOf = finder(steps);
    const fresh = piece.rows.filter((row) => row.seq > this.#played);
    const done = new Map<string, HistoryStep>();
    let since = performance.now();
    for (let i = 0; i < fresh.length; ) {
      const row = fresh[i] as HistoryRow;
      const step = stepOf(row);
      let end = i + 1;
      // One after the other of the same step are one transaction: reading the board in between would cost most.
      while (end < fresh.length && stepOf(fresh[end] as HistoryRow) === step) end += 1;
      const run = fresh.slice(i, end);
      this.#play(run, step);
      if (step !== null) done.set(stepKey(step), step);
      i = end;
      if (performance.now() - since < SLICE_MS) continue;
      await breathe();
      if (signal?.aborted === true) break;
      since = performance.now();
    }
    for (const [key, step] of done) {
      this.#tell(key, step);
      if (performance.now() - since < SLICE_MS) continue;
      await breathe();
      since = performance.now();
    }
  }

  #boards(): Map<StateId, Board> {
    const boards = new Map<StateId, Board>();
    for (const { id } of this.#view.states) {
      const board = this.#view.readState(id);
      if (board !== null) boards.set(id, board);
    }
    return boards;
  }

  #play(rows: readonly HistoryRow[], step: HistoryStep | null): void {
    const before = this.#boards();
    this.#doc.transact(() => {
      for (const row of rows) Y.applyUpdate(this.#doc, row.data);
    });
    this.#rows.push(...rows);
    this.#played = rows.at(-1)?.seq ?? this.#played;
    if (step === null) return;
    const key = stepKey(step);
    const touched = this.#touched.get(key) ?? { before: new Map(), after: new Map(), ids: new Map() };
    this.#touched.set(key, touched);
    for (const [state, board] of this.#boards()) {
      // A state that was added begins as a copy; what is told is how it differs from then on.
      const previous = before.get(state) ?? board;
      if (!touched.before.has(state)) touched.before.set(state, previous);
      touched.after.set(state, board);
      const ids = touched.ids.get(state) ?? new Set<Id>();
      for (const id of changedIds(previous, board)) ids.add(id);
      touched.ids.set(state, ids);
    }
  }

  #tell(key: string, step: HistoryStep): void {
    const touched = this.#touched.get(key);
    const board = touched?.after.get('now');
    if (touched === undefined || board === undefined) return;
    const sentences: string[] = [];
    for (const [state, after] of touched.after) {
      const title = this.#view.states.find(({ id }) => id === state)?.title ?? state;
      const sentence = changeSentence(touched.before.get(state) ?? after, after, touched.ids.get(state) ?? new Set());
      if (sentence !== '') sentences.push(state === 'now' ? sentence : `In ${title}: ${sentence}`);
    }
    const made = step.first === 1 && keyOf(step.seats) === SERVER;
    const count = board.elements.size;
    const sentence = made
      ? `The board was made${count === 0 ? '' : ` with ${count} ${count === 1 ? 'element' : 'elements'}`}.`
      : sentences.join(' ');
    this.#moments.set(key, { board, sentence: sentence === '' ? 'Nothing that shows.' : sentence });
  }

  /** A document of its own as it was after a change. To be destroyed by who asked. */
  documentAt(seq: number): Y.Doc {
    const doc = new Y.Doc({ gc: false });
    doc.transact(() => {
      if (this.#state !== null) Y.applyUpdate(doc, this.#state);
      for (const row of this.#rows) if (row.seq <= seq) Y.applyUpdate(doc, row.data);
    });
    return doc;
  }

  /** The board as it was after a change, in a state it had then; `null` when it had no such state. */
  boardAt(seq: number, state: StateId): Board | null {
    const doc = this.documentAt(seq);
    const view = createBoardView(doc);
    const has = view.states.some(({ id }) => id === state);
    const board = has ? readBoard(doc, state) : null;
    view.destroy();
    doc.destroy();
    return board;
  }

  destroy(): void {
    this.#view.destroy();
    this.#doc.destroy();
  }
}
