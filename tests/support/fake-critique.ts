import { createStore, type StoreApi } from 'zustand/vanilla';
import { DEFAULT_RULES, FORM_SECONDS, type Slot, type Step } from '#shared/critique/agenda.ts';
import type { Command } from '#shared/critique/commands.ts';
import type { Comment } from '#shared/critique/comment.ts';
import type { MyPart, PublicSession } from '#shared/critique/public.ts';
import { mayOn } from '#shared/critique/standing.ts';
import { BOARD_PHASES, type Phase } from '#shared/rights/phases.ts';
import type { CritiqueRoom, CritiqueState, CritiqueUi } from '../../client/critique/critique-room.ts';
import { INITIAL_CRITIQUE_UI } from '../../client/critique/room/create-room.ts';
import { sessionStanding } from '../../client/critique/room/session-standing.ts';

export interface FakeCritique extends CritiqueRoom {
  readonly store: StoreApi<CritiqueState>;
  readonly ui: StoreApi<CritiqueUi>;
  /** Commands that were sent, in order. */
  readonly sent: Command[];
  /** What `send` answers; `true` until a test says otherwise. */
  answers: boolean;
  /** What `now` answers, ms since 1970. */
  time: number;
}

/** When the sample session's step began, ms since 1970. */
export const SAMPLE_START = Date.UTC(2026, 0, 12, 15, 0);

export const emptyPart = (part: Partial<MyPart> = {}): MyPart => ({
  phase: 'open',
  now: SAMPLE_START,
  comments: [],
  replies: [],
  same: [],
  votes: {},
  dots: {},
  reads: [],
  challenges: [],
  handUp: false,
  notes: {},
  ...part,
});

const SHAPES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'] as const;

const slot = (n: number, state: Slot['state']): Slot => ({
  id: `slot-${n}`,
  board: n === 1 ? 'board' : `board-${n}`,
  seat: `seat-${n}`,
  alias: `Org ${'ABCDEFGH'[n - 1] ?? n}`,
  who: SHAPES[n - 1] ?? 'a',
  checked: true,
  questions: [],
  state,
});

/** A session of two boards that is at `phase` of the first one, `board`, presented by Org A in `seat-1`. */
export function sampleSession(phase: Phase, session: Partial<PublicSession> = {}): PublicSession {
  const seconds = FORM_SECONDS.full;
  const steps: Step[] = [
    { phase: 'welcome', slot: null, seconds: seconds.welcome },
    ...['slot-1', 'slot-2'].flatMap((id) =>
      BOARD_PHASES.map((one): Step => ({ phase: one, slot: id, seconds: seconds[one] })),
    ),
    ...(['compare', 'vote', 'failure', 'recap'] as const).map(
      (one): Step => ({ phase: one, slot: null, seconds: seconds[one] }),
    ),
  ];
  const step = steps.findIndex((one) => one.phase === phase);
  return {
    rules: DEFAULT_RULES,
    slots: [slot(1, step < 0 ? 'waiting' : 'now'), slot(2, 'waiting')],
    steps,
    step: step < 0 ? null : step,
    clock:
      step < 0 ? null : { startedAt: SAMPLE_START, seconds: steps[step]?.seconds ?? 0, pausedAt: null, pausedFor: 0 },
    spotlight: null,
    hands: [],
    vote: null,
    startedAt: step < 0 ? null : SAMPLE_START,
    endedAt: null,
    ...session,
  };
}

export const sampleComment = (comment: Partial<Comment> & Pick<Comment, 'id' | 'kind'>): Comment => ({
  board: 'board',
  anchor: { on: 'board' },
  text: 'What decides the order?',
  heard: true,
  by: null,
  at: SAMPLE_START,
  edited: false,
  same: 0,
  dots: null,
  replies: [],
  state: 'open',
  stateBy: null,
  group: null,
  slot: null,
  friction: null,
  word: null,
  proposal: null,
  frozen: null,
  mentions: [],
  ...comment,
});

/**
 * A council's session without a server: shows the state it is given, remembers the commands. Outside a session unless `phase`
 * says otherwise; the board is `board`, my seat `me`.
 */
export function fakeCritique(
  state: Partial<CritiqueState> = {},
  {
    boardId = 'board',
    seat = 'me',
    ui = {},
  }: { readonly boardId?: string | null; readonly seat?: string; readonly ui?: Partial<CritiqueUi> } = {},
): FakeCritique {
  const phase = state.phase ?? 'open';
  const store = createStore<CritiqueState>()(() => ({
    phase,
    session: phase === 'open' ? null : sampleSession(phase),
    boards: [],
    comments: [],
    mine: emptyPart({ phase }),
    role: 'respondent',
    alias: 'Guest 4',
    live: true,
    ...state,
  }));
  const sent: Command[] = [];
  const fake: FakeCritique = {
    councilId: 'council',
    boardId,
    seat,
    store,
    ui: createStore<CritiqueUi>()(() => ({ ...INITIAL_CRITIQUE_UI, ...ui })),
    sent,
    answers: true,
    time: SAMPLE_START,
    can(action, board = boardId) {
      const now = store.getState();
      return mayOn(
        sessionStanding(now.phase, now.session, now.mine, seat),
        { id: seat, role: now.role },
        board,
        action,
      );
    },
    send(command) {
      sent.push(command);
      return Promise.resolve(fake.answers);
    },
    now: () => fake.time,
    destroy: () => undefined,
  };
  return fake;
}
