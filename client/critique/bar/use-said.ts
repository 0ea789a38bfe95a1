import { useEffect, useRef } from 'react';
import { PHASE_WORDS } from '#shared/critique/agenda.ts';
import { useRuntime } from '../../session/runtime.ts';
import { useCritiqueState } from '../room/use-session.ts';
import { spokenTime } from './clock-face.ts';
import { useClock } from './use-clock.ts';

/** Says to screen readers what step is on, when it is about to end and when it is over. */
export function useSaid(): void {
  const { ui } = useRuntime();
  const step = useCritiqueState((s) => (s.session?.step == null ? null : (s.session.steps[s.session.step] ?? null)));
  const face = useClock();
  const state = face?.state ?? null;
  const before = useRef(state);
  const phase = step?.phase ?? null;
  const seconds = step?.seconds ?? 0;
  const slot = step?.slot ?? null;
  useEffect(() => {
    void slot;
    if (phase === null) return;
    const { label, says } = PHASE_WORDS[phase];
    ui.setState({ announcement: `${label}, ${spokenTime(seconds)}. ${says}` });
  }, [ui, phase, seconds, slot]);
  useEffect(() => {
    const was = before.current;
    before.current = state;
    if (phase === null || state === was || was === null) return;
    const { label } = PHASE_WORDS[phase];
    if (state === 'soon') ui.setState({ announcement: `10 seconds left of ${label}.` });
    else if (state === 'over') ui.setState({ announcement: `${label} is over its time.` });
    else if (state === 'still') ui.setState({ announcement: 'The clock stands still.' });
    else if (was === 'still') ui.setState({ announcement: 'The clock runs again.' });
  }, [ui, state, phase]);
}
