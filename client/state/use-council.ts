import { useCallback, useEffect, useState } from 'react';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { roomName } from '#shared/lanes/names.ts';
import type { Council } from '#shared/protocol/api.ts';
import { closeSentence } from '#shared/protocol/close-codes.ts';
import { MESSAGE } from '#shared/protocol/messages.ts';
import { ApiError, api } from '../session/api.ts';
import { forgetCouncilCopies } from '../session/device-copy.ts';
import { forgetCouncil, keepCouncil, keptCouncil } from '../session/known-council.ts';
import { backoff, syncUrl } from '../session/sync-url.ts';

export interface CouncilState {
  readonly council: Council | null;
  readonly problem: string | null;
  readonly refresh: () => void;
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
  useEffect(() => {
    const doc = new Y.Doc();
    const lane = new WebsocketProvider(syncUrl(), roomName('council', councilId), doc, {
      disableBc: true,
      maxBackoffTime: backoff(),
    });
    // This page writes nothing and keeps no copy of the lane: what the server says about saving needs no answer.
    for (const type of [MESSAGE.saved, MESSAGE.generation, MESSAGE.notice])
      lane.messageHandlers[type] = () => undefined;
    lane.on('closed', ({ code }) => {
      forget(councilId);
      setCouncil(null);
      setProblem(closeSentence(code) ?? 'Your access has ended. Ask the convenor for a new link.');
    });
    doc.on('update', refresh);
    return () => {
      doc.off('update', refresh);
      lane.destroy();
      doc.destroy();
    };
  }, [councilId, refresh]);
  return { council, problem, refresh };
}
