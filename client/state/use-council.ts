import { useCallback, useEffect, useRef, useState } from 'react';
import type { Council } from '#shared/protocol/api.ts';
import { closeSentence } from '#shared/protocol/close-codes.ts';
import type { CritiqueRoom } from '../critique/critique-room.ts';
import { createCritiqueRoom } from '../critique/room/create-room.ts';
import { ApiError, api } from '../session/api.ts';
import { forgetCouncilCopies } from '../session/device-copy.ts';
import { forgetCouncil, keepCouncil, keptCouncil } from '../session/known-council.ts';
import { notify } from '../session/notify.ts';

export interface CouncilState {
  readonly council: Council | null;
  readonly problem: string | null;
  readonly refresh: () => void;
  /** The council's session, for `CritiqueContext`; `null` until the council is here. */
  readonly room: CritiqueRoom | null;
}

/** What may no longer be seen does not stay on this device. */
function forget(councilId: string): void {
  forgetCouncil(councilId);
  forgetCouncilCopies(councilId).catch((error: unknown) => console.warn('A copy could not be removed.', error));
}

/** A council that stays current: asked once, and again whenever the server's own lane for it says that something changed. */
export function useCouncil(councilId: string): CouncilState {
  const [council, setCouncil] = useState<Council | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const refresh = useCallback(() => {
    api.council(councilId).then(
      (answer) => {
        keepCouncil(answer);
        setCouncil(answer);
        setProblem(null);
      },
      (error: unknown) => {
        if (error instanceof ApiError && error.status === 0) setCouncil((now) => now ?? keptCouncil(councilId));
        if (error instanceof ApiError && [401, 403, 404, 410].includes(error.status)) {
          forget(councilId);
          setCouncil(null);
        }
        setProblem(error instanceof Error ? error.message : 'The server cannot be reached.');
      },
    );
  }, [councilId]);
  useEffect(refresh, [refresh]);
  const [room, setRoom] = useState<CritiqueRoom | null>(null);
  const seat = council?.seat;
  const first = useRef(council);
  first.current = council;
  // One room for one seat: what else the council says comes to it by its lane.
  useEffect(() => {
    const known = first.current;
    if (known === null || seat === undefined) return undefined;
    const opened = createCritiqueRoom({
      council: known,
      boardId: null,
      notify,
      changed: refresh,
      closed(code) {
        forget(councilId);
        setCouncil(null);
        setProblem(closeSentence(code) ?? 'Your access has ended. Ask the convenor for a new link.');
      },
    });
    setRoom(opened);
    return () => {
      setRoom(null);
      opened.destroy();
    };
  }, [councilId, seat, refresh]);
  return { council, problem, refresh, room };
}
