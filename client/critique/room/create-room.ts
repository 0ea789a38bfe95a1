import { createStore } from 'zustand/vanilla';
import type { Id } from '#shared/board/model.ts';
import type { Command } from '#shared/critique/commands.ts';
import { COMMENT_KIND_IDS } from '#shared/critique/kinds.ts';
import type { MyPart } from '#shared/critique/public.ts';
import { mayOn } from '#shared/critique/standing.ts';
import { readCouncilLane } from '#shared/lanes/council.ts';
import { readCritiqueLane } from '#shared/lanes/critique.ts';
import { roomName } from '#shared/lanes/names.ts';
import type { Council } from '#shared/protocol/api.ts';
import { api } from '../../session/api.ts';
import type { CritiqueRoom, CritiqueState, CritiqueUi } from '../critique-room.ts';
import { createCommandQueue, waitForLine } from './command-queue.ts';
import { isKeptHere, keepHere, keptHere } from './kept-here.ts';
import { openLane } from './lane.ts';
import { keepReadMarks, keptReadMarks } from './read-marks.ts';
import { createServerClock } from './server-clock.ts';
import { sessionStanding } from './session-standing.ts';

export interface RoomOptions {
  /** My council as the server last told it. */
  readonly council: Council;
  /** The board that is open, or `null` on a page of the council. */
  readonly boardId: Id | null;
  /** Says one sentence to the person. */
  notify(sentence: string): void;
  /** The council says something else than before: its title, boards, phase or agenda. */
  changed?(): void;
  /** Access has ended, with a code of `shared/protocol/close-codes.ts`. */
  closed?(code: number): void;
}

export interface OpenCritiqueRoom extends CritiqueRoom {
  /** Asks the server anew who I am here: after a role was changed. */
  renew(): void;
  /** Resolves when the council's lane has arrived, or after so many milliseconds without it. */
  arrived(patience: number): Promise<void>;
}

export const INITIAL_CRITIQUE_UI: CritiqueUi = Object.freeze({
  open: null,
  pinning: null,
  draft: null,
  filter: { kinds: new Set(COMMENT_KIND_IDS), state: 'all' as const, text: '' },
  read: new Set<Id>(),
  whatIf: null,
  proposal: null,
  notNow: null,
  joined: null,
  caughtUp: null,
  panel: null,
  laser: false,
  ruleFolded: false,
});

/** Opens a council's session for one page: its lanes, my own part, the server's clock, and the way to tell the server something. */
export function createCritiqueRoom({ council, boardId, notify, changed, closed }: RoomOptions): OpenCritiqueRoom {
  const { id, seat } = council;
  const clock = createServerClock();
  const store = createStore<CritiqueState>()(() => ({
    phase: council.phase,
    session: null,
    boards: council.boards,
    comments: [],
    mine: null,
    role: council.role,
    alias: council.alias,
    live: false,
  }));
  const ui = createStore<CritiqueUi>()(() => ({ ...INITIAL_CRITIQUE_UI, read: keptReadMarks(id), ...keptHere(id) }));
  let gone = false;
  /** Title of the council and whether it is one person's, as its page shows them. */
  let called = `${council.alone} ${council.title}`;
  let councilLive = false;
  let critiqueLive = boardId === null;
  const waiters = new Set<() => void>();

  /** Counts what was asked, so that an answer that was overtaken changes nothing. */
  let asked = 0;
  let shown = 0;
  const take = (part: MyPart, order: number, from: number): void => {
    clock.measured(part.now, from, Date.now());
    if (gone || order < shown) return;
    shown = order;
    store.setState({ mine: part });
  };
  const timed = async (ask: () => Promise<MyPart>): Promise<MyPart> => {
    asked += 1;
    const order = asked;
    const from = Date.now();
    const part = await ask();
    take(part, order, from);
    return part;
  };
  const askMine = (): void => {
    // Without a line the lane's next arrival asks again; a refusal is the council lane's to tell.
    timed(() => api.mine(id)).catch(() => undefined);
  };
  const renew = (): void => {
    api.council(id).then(
      ({ role, alias }) => {
        const now = store.getState();
        if (!gone && (now.role !== role || now.alias !== alias)) store.setState({ role, alias });
      },
      () => undefined,
    );
  };
  const setLive = (): void => {
    const live = councilLive && critiqueLive;
    if (!gone && store.getState().live !== live) store.setState({ live });
  };

  const councilLane = openLane(roomName('council', id), {
    live(now) {
      councilLive = now;
      setLive();
      if (now) askMine();
    },
    change(doc) {
      const before = store.getState();
      const { phase, session, boards, title, alone } = readCouncilLane(doc);
      const named = `${alone} ${title}`;
      store.setState({ phase, session, boards });
      for (const waiter of waiters) waiter();
      waiters.clear();
      if (phase !== before.phase || JSON.stringify(session?.vote) !== JSON.stringify(before.session?.vote)) askMine();
      const agenda = JSON.stringify(session?.slots) !== JSON.stringify(before.session?.slots);
      const listed = JSON.stringify(boards) !== JSON.stringify(before.boards);
      // Raised hands and the clock say nothing about who I am.
      if (agenda || phase !== before.phase) renew();
      if (agenda || listed || named !== called || phase !== before.phase) changed?.();
      called = named;
    },
    closed: (code) => closed?.(code),
  });
  const critiqueLane =
    boardId === null
      ? null
      : openLane(roomName('critique', boardId), {
          live(now) {
            critiqueLive = now;
            setLive();
          },
          change: (doc) => store.setState({ comments: readCritiqueLane(doc) }),
          closed: () => undefined,
        });
  const queue = createCommandQueue({
    post: (command: Command) => timed(() => api.command(id, command)),
    taken: () => undefined,
    say: notify,
    wait: waitForLine,
  });
  const stopReading = ui.subscribe((now, before) => {
    if (now.read !== before.read) keepReadMarks(id, now.read);
    if (isKeptHere(now, before)) keepHere(id, now);
  });
  askMine();

  return {
    councilId: id,
    boardId,
    seat,
    store,
    ui,
    can(action, board = boardId) {
      const { phase, session, mine, role } = store.getState();
      return mayOn(sessionStanding(phase, session, mine, seat), { id: seat, role }, board, action);
    },
    send: (command) => queue.send(command),
    now: clock.now,
    renew,
    arrived(patience) {
      if (councilLive) return Promise.resolve();
      return new Promise((done) => {
        const timer = setTimeout(done, patience);
        waiters.add(() => {
          clearTimeout(timer);
          done();
        });
      });
    },
    destroy() {
      gone = true;
      stopReading();
      queue.destroy();
      councilLane.destroy();
      critiqueLane?.destroy();
      for (const waiter of waiters) waiter();
    },
  };
}
