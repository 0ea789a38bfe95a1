import type * as Y from 'yjs';
import { DEFAULT_RULES } from '#shared/critique/agenda.ts';
import { stepsOf } from '#shared/critique/program.ts';
import { type BenchCouncil, type BenchSeat, benchCouncil, RefusedError } from '../support/council-client.ts';
import { connectLoad, type LoadClient } from '../support/load-client.ts';
import type { MeasuredServer } from '../support/servers.ts';
import { quantile } from '../support/table.ts';
import { wait } from './enter.ts';

const PRESENTERS = 8;
const RESPONDENTS = 20;
const ELEMENTS = 150;
/** Cursors everybody shows per second. */
const CURSORS = 5;
/** Commands per second of each seat. */
const COMMANDS = 0.1;
/** Seats that hold the documents; the others only count what they are sent. */
const WATCHERS = 3;

export interface CritiqueFigures {
  readonly commands: number;
  /** Milliseconds from sending a command to its answer. */
  readonly took: readonly number[];
  /** Milliseconds from sending what everybody may read to another seat's having it. */
  readonly seen: readonly number[];
  /** Milliseconds from the convenor's “next” to another seat's having all that was held, for each board. */
  readonly reveals: readonly number[];
  /** Server CPU, share of one core in per cent. */
  readonly cpu: number;
  /** Resident memory at the end, in MB. */
  readonly memory: number;
  /** Bytes that one seat was sent per second over its sockets. */
  readonly bytes: number;
}

/** A seat's open pages: the council, and the board that is on with its comments. */
interface Page {
  readonly who: BenchSeat;
  readonly council: LoadClient;
  board: LoadClient | null;
  critique: LoadClient | null;
  /** Bytes over sockets that are closed again. */
  before: number;
}

const bytesOf = (client: LoadClient | null): number =>
  (client?.socket as unknown as { _socket?: { bytesRead: number } } | null)?._socket?.bytesRead ?? 0;

/** What is under way, and how long it was. */
class Watch {
  readonly took: number[] = [];
  readonly seen: number[] = [];
  readonly reveals: number[] = [];
  readonly sent = new Map<string, number>();
  readonly held = new Set<string>();
  #nextAt = 0;

  /** The convenor goes on: what is held is due. */
  turn(): void {
    this.#nextAt = performance.now();
  }

  over(client: LoadClient): void {
    const comments: Y.Map<unknown> = client.doc.getMap('comments');
    comments.observe((event) => {
      const now = performance.now();
      let revealed = false;
      for (const [id, change] of event.changes.keys) {
        if (change.action !== 'add') continue;
        const at = this.sent.get(id);
        if (at !== undefined) this.seen.push(now - at);
        revealed ||= this.held.has(id);
      }
      if (revealed) this.reveals.push(now - this.#nextAt);
    });
  }
}

/**
 * One whole session: 30 seats, 8 boards, its programme gone through in this time. Everybody shows a cursor where the presenter
 * leads them, pins, says “same here”, raises a hand; at each turn what was held is shown, and at each hand-over all change boards.
 */
export async function critique(server: MeasuredServer, seconds: number): Promise<CritiqueFigures> {
  const roles = [
    ['presenter', PRESENTERS],
    ['scribe', 1],
    ['respondent', RESPONDENTS],
  ] as const;
  const council = await benchCouncil(server.origin, roles, PRESENTERS, ELEMENTS);
  const watch = new Watch();
  const pages = await begin(server, council);
  const steps = stepsOf(
    DEFAULT_RULES,
    council.boards.map((_, i) => ({ id: `slot-${i}` })),
  );
  const timers: NodeJS.Timeout[] = [];
  const now = { phase: 'welcome', board: '' };
  let turn = 0;
  const failures: unknown[] = [];
  const start = { cpu: server.cpu(), at: performance.now() };
  timers.push(
    ...pages.map((page, i) => setInterval(() => page.board?.showCursor(performance.now() % 5_000, i), 1000 / CURSORS)),
    setInterval(
      () => {
        const who = council.seats[1 + (turn % (council.seats.length - 1))] as BenchSeat;
        turn += 1;
        act(council, watch, who, now, turn).catch((error: unknown) => {
          // The phase went on while it was under way: as in a room, that is too late and no failure.
          const isLate = error instanceof RefusedError && (error.status === 403 || error.status === 409);
          if (!isLate) failures.push(error);
        });
      },
      1000 / (COMMANDS * council.seats.length),
    ),
  );
  const convenor = council.seats[0] as BenchSeat;
  for (const [i, step] of steps.entries()) {
    if (i > 0) {
      watch.turn();
      watch.took.push(await council.tell(convenor, { type: 'run.next', from: i - 1 }));
    }
    const board = step.slot === null ? now.board : (council.boards[Number(step.slot.slice('slot-'.length))] ?? '');
    if (board !== now.board) await goTo(server, pages, watch, board);
    now.phase = step.phase;
    now.board = board;
    if (step.phase === 'model') {
      const presenter = council.seats[1 + council.boards.indexOf(board)] as BenchSeat;
      watch.took.push(await council.tell(presenter, { type: 'lead.take', board }));
    }
    await wait(Math.max(0, start.at + ((i + 1) * seconds * 1000) / steps.length - performance.now()));
  }
  for (const timer of timers) clearInterval(timer);
  await wait(300);
  if (failures.length > 0) throw failures[0];
  const passed = (performance.now() - start.at) / 1000;
  const bytes = pages.reduce(
    (sum, page) => sum + page.before + bytesOf(page.council) + bytesOf(page.board) + bytesOf(page.critique),
    0,
  );
  const figures = {
    commands: watch.took.length,
    took: watch.took,
    seen: watch.seen,
    reveals: watch.reveals,
    cpu: ((server.cpu() - start.cpu) / passed) * 100,
    memory: server.memory(),
    bytes: bytes / pages.length / passed,
  };
  for (const page of pages) for (const client of [page.council, page.board, page.critique]) client?.close();
  council.close();
  return figures;
}

function connect(server: MeasuredServer, who: BenchSeat, room: string, apply: boolean): LoadClient {
  const url = `${server.origin.replace('http', 'ws')}/sync/${room}`;
  return connectLoad({ url, headers: { cookie: who.cookie, origin: server.origin } }, { apply });
}

async function begin(server: MeasuredServer, council: BenchCouncil): Promise<readonly Page[]> {
  const [convenor, ...others] = council.seats;
  if (convenor === undefined) throw new Error('The council has no convenor.');
  for (const [i, board] of council.boards.entries()) {
    const presenter = others[i];
    if (presenter === undefined) throw new Error('A board has no presenter.');
    await council.tell(convenor, { type: 'slot.add', id: `slot-${i}`, board, seat: presenter.seat });
    await council.tell(presenter, { type: 'slot.checked', id: `slot-${i}`, checked: true });
  }
  await council.tell(convenor, { type: 'run.start' });
  const pages = council.seats.map((who, i) => ({
    who,
    council: connect(server, who, `council/${council.id}`, i < WATCHERS),
    board: null,
    critique: null,
    before: 0,
  }));
  await Promise.all(pages.map((page) => page.council.synced));
  return pages;
}

/** Everybody goes to a board, at the same moment. */
async function goTo(server: MeasuredServer, pages: readonly Page[], watch: Watch, board: string): Promise<void> {
  for (const [i, page] of pages.entries()) {
    page.before += bytesOf(page.board) + bytesOf(page.critique);
    page.board?.close();
    page.critique?.close();
    page.board = connect(server, page.who, `board/${board}`, false);
    page.critique = connect(server, page.who, `critique/${board}`, i < WATCHERS);
  }
  await Promise.all(pages.flatMap((page) => [page.board?.synced, page.critique?.synced]));
  const [, watcher] = pages;
  if (watcher?.critique) watch.over(watcher.critique);
}

/** What somebody does in a phase: mostly a comment; some say “same here”, raise a hand, or place dots. */
async function act(
  council: BenchCouncil,
  watch: Watch,
  who: BenchSeat,
  now: { readonly phase: string; readonly board: string },
  turn: number,
): Promise<void> {
  const { phase, board } = now;
  const tell = async (command: object): Promise<void> => {
    watch.took.push(await council.tell(who, command));
  };
  if (phase === 'welcome' || phase === 'vote') return;
  const isSilent = phase === 'read' || phase === 'model';
  if (!isSilent && turn % 3 === 0) return tell({ type: turn % 2 === 0 ? 'hand.raise' : 'hand.lower' });
  if (phase === 'questions' && turn % 3 === 1) return tell({ type: 'dots.place', board, dots: {} });
  const other = [...watch.sent.keys()].at(-1);
  if (!isSilent && turn % 3 === 1 && other !== undefined) return tell({ type: 'comment.same', id: other, on: true });
  const id = `c-${turn}`;
  if (isSilent) watch.held.add(id);
  else watch.sent.set(id, performance.now());
  const anchor = { on: 'element', id: `e${turn % ELEMENTS}`, name: 'Team', last: { x: 0, y: 0 } };
  const text = 'This works because everybody knows whom to ask, and the platform has one owner.';
  return tell({ type: 'comment.add', comment: { id, board, kind: 'works', anchor, text } });
}

export const percentile = (values: readonly number[], share: number): number =>
  values.length === 0 ? Number.NaN : quantile(values, share);
