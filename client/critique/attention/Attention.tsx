import type { JSX } from 'react';
import { useCritique } from '../critique-room.ts';
import { useCritiqueUi } from '../room/use-session.ts';
import { CallBanner } from './CallBanner.tsx';
import { DigestCard } from './DigestCard.tsx';
import { useKeepLead } from './use-keep-lead.ts';
import { useLate } from './use-late.ts';
import { usePreload } from './use-preload.ts';
import { useSpotlight } from './use-spotlight.ts';

/** Where everybody looks while a session runs: calls of the spotlight, the way to the next board, and what one missed. */
export function Attention(): JSX.Element {
  const { ui } = useCritique();
  const { call, go, stay } = useSpotlight();
  const digest = useCritiqueUi((s) => s.panel === 'digest');
  useKeepLead();
  useLate();
  usePreload();
  return (
    <>
      {call !== null && <CallBanner key={call.key} call={call} onGo={go} onStay={stay} />}
      {digest && <DigestCard onClose={() => ui.setState({ panel: null })} />}
    </>
  );
}
