import { useEffect, useState } from 'react';
import { useNavigate } from 'react-router';
import type { Id } from '#shared/board/model.ts';
import type { PublicSession } from '#shared/critique/public.ts';
import { useRuntime } from '../../session/runtime.ts';
import { type CritiqueUi, useCritique } from '../critique-room.ts';
import { slotNow } from '../room/session-standing.ts';
import { useCritiqueState, useCritiqueUi } from '../room/use-session.ts';

/** Somebody wants every screen: where to, and who. */
export interface Call {
  /** Tells one call from the next. */
  readonly key: string;
  readonly alias: string;
  readonly who: string;
  readonly board: Id;
  readonly words: string;
  /** Number of the spotlight; `null` for a hand-over to the next board. */
  readonly n: number | null;
}

/** A call of the spotlight that this window has neither gone along with nor declined. */
export function spotlightCall(
  session: PublicSession | null,
  seat: string,
  { notNow, joined }: Pick<CritiqueUi, 'notNow' | 'joined'>,
): Call | null {
  const spotlight = session?.spotlight ?? null;
  if (spotlight === null || spotlight.seat === seat || spotlight.n === notNow || spotlight.n === joined) return null;
  const { alias, who, board, n, control } = spotlight;
  const words = control ? 'takes control of every screen' : 'leads every screen';
  return { key: `spotlight ${n}`, alias, who, board, words, n };
}

/** The call to go along to the next board, for who stands on the board that was on until now. */
export function handOverCall(session: PublicSession | null, boardId: Id, before: Id | null): Call | null {
  const slot = slotNow(session);
  if (slot === null || before !== boardId || slot.board === boardId) return null;
  return {
    key: `slot ${slot.id}`,
    alias: slot.alias,
    who: slot.who,
    board: slot.board,
    words: 'presents next',
    n: null,
  };
}

/** The board whose turn it was before the one that is on now, as this page saw it change. */
function useBoardBefore(): Id | null {
  const board = useCritiqueState((s) => slotNow(s.session)?.board ?? null);
  const [seen, setSeen] = useState<{ readonly now: Id | null; readonly before: Id | null }>({
    now: board,
    before: null,
  });
  // Between two boards nobody's turn is on: the last one stays the one before.
  if (board !== null && board !== seen.now) setSeen({ now: board, before: seen.now });
  return seen.before;
}

export interface Spotlit {
  readonly call: Call | null;
  /** Goes along now. */
  go(): void;
  /** Not now: stays here until the next call. */
  stay(): void;
}

/** Calls to look where somebody looks, and what became of them: who goes along follows until they look around themselves. */
export function useSpotlight(): Spotlit {
  const runtime = useRuntime();
  const room = useCritique();
  const navigate = useNavigate();
  const session = useCritiqueState((s) => s.session);
  const notNow = useCritiqueUi((s) => s.notNow);
  const joined = useCritiqueUi((s) => s.joined);
  const before = useBoardBefore();
  const [stayed, setStayed] = useState('');
  const next = handOverCall(session, runtime.boardId, before);
  const call = spotlightCall(session, room.seat, { notNow, joined }) ?? (next?.key === stayed ? null : next);
  const spotlight = session?.spotlight ?? null;
  const n = spotlight?.n ?? null;
  const led = n !== null && n === joined && n !== notNow && spotlight?.seat !== room.seat;
  const there = led ? (spotlight?.board ?? null) : null;
  const leaderSeat = led && there === runtime.boardId ? (spotlight?.seat ?? null) : null;

  const open = (board: Id): void => {
    if (board !== runtime.boardId) void navigate(`/c/${runtime.councilId}/b/${board}`);
  };
  // Who went along goes along to another board too.
  useEffect(() => {
    if (there !== null && there !== runtime.boardId) void navigate(`/c/${runtime.councilId}/b/${there}`);
  }, [there, runtime, navigate]);
  useEffect(() => {
    if (leaderSeat === null || n === null) return undefined;
    /** Client that was followed for this call. */
    let client: number | null = null;
    const clientNow = (): number | null => {
      const all = runtime.room.others.filter((one) => one.presence.user.seat === leaderSeat);
      return (all.find((one) => one.presence.viewport !== null) ?? all[0])?.client ?? null;
    };
    const follow = (): void => {
      const here = runtime.room.others.some((one) => one.client === client);
      if (client !== null && here) return;
      // Gone with their line, and back: followed again.
      client = clientNow();
      if (client !== null && runtime.ui.getState().following !== client) runtime.ui.setState({ following: client });
    };
    const stops = [
      runtime.room.subscribe(follow),
      runtime.ui.subscribe((now, was) => {
        if (was.following !== client || now.following === client || client === null) return;
        // Moving the board oneself, or looking at somebody else, declines this call; a leader whose line is lost does not.
        if (runtime.room.others.some((one) => one.client === client)) room.ui.setState({ notNow: n });
      }),
    ];
    follow();
    return () => {
      for (const stop of stops) stop();
      if (client !== null && runtime.ui.getState().following === client) runtime.ui.setState({ following: null });
    };
  }, [leaderSeat, n, runtime, room]);

  return {
    call,
    go() {
      if (call === null) return;
      if (call.n !== null) room.ui.setState({ joined: call.n, notNow: null });
      else setStayed(call.key);
      open(call.board);
    },
    stay() {
      if (call === null) return;
      if (call.n !== null) room.ui.setState({ notNow: call.n });
      else setStayed(call.key);
      runtime.ui.setState({ announcement: 'You stay where you are.' });
    },
  };
}
