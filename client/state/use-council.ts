import { useCallback, useEffect, useState } from 'react';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';
import { roomName } from '#shared/lanes/names.ts';
import type { Council } from '#shared/protocol/api.ts';
import { api } from '../session/api.ts';
import { backoff, syncUrl } from '../session/sync-url.ts';

export interface CouncilState {
  readonly council: Council | null;
  readonly problem: string | null;
  readonly refresh: () => void;
}

/** A council that stays current: asked once, and again whenever the server's own lane for it says that something changed. */
export function useCouncil(councilId: string): CouncilState {
  const [council, setCouncil] = useState<Council | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const refresh = useCallback(() => {
    api.council(councilId).then(
      (answer) => {
        setCouncil(answer);
        setProblem(null);
      },
      (error: unknown) => setProblem(error instanceof Error ? error.message : 'The server cannot be reached.'),
    );
  }, [councilId]);
  useEffect(refresh, [refresh]);
  useEffect(() => {
    const doc = new Y.Doc();
    const lane = new WebsocketProvider(syncUrl(), roomName('council', councilId), doc, {
      disableBc: true,
      maxBackoffTime: backoff(),
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
