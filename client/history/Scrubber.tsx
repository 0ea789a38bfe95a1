import { Slider } from '@mantine/core';
import type { JSX } from 'react';
import styles from './HistoryPanel.module.css';
import { useHistory, useHistoryState } from './history-context.ts';
import { momentOf } from './when.ts';

/** Steps through the board's moments: the left end is the oldest that is loaded, the right end is now. */
export function Scrubber(): JSX.Element | null {
  const history = useHistory();
  const steps = useHistoryState((state) => state.steps);
  const from = useHistoryState((state) => state.from);
  const looked = useHistoryState((state) => state.looked);
  // The last step is now.
  const stops = steps.filter((step) => step.last >= from).slice(0, -1);
  if (stops.length === 0) return null;
  const seq = looked?.seq ?? null;
  // A version may lie inside a step: its place is the step it was named in.
  const place = seq === null ? stops.length : stops.findIndex((step) => step.last >= seq);
  const at = place === -1 ? stops.length : place;
  const words = (index: number): string => {
    const step = stops[index];
    return step === undefined ? 'Now' : momentOf(step.to, new Date());
  };
  const go = (index: number): void => {
    const step = stops[index];
    if (step === undefined) history.lookAt(null);
    else history.lookAtStep(step);
  };
  return (
    <div className={styles['scrubber']}>
      <Slider
        min={0}
        max={stops.length}
        step={1}
        size={4}
        thumbSize={18}
        value={at}
        onChange={go}
        label={words}
        thumbLabel="Moment of the board"
        thumbProps={{ 'aria-valuetext': words(at) }}
      />
      <div className={styles['ends']} aria-hidden="true">
        <span>{words(0)}</span>
        <span>Now</span>
      </div>
    </div>
  );
}
