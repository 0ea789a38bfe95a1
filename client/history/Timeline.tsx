import { Button } from '@mantine/core';
import type { JSX } from 'react';
import type { HistoryStep, Version } from '#shared/protocol/api.ts';
import styles from './HistoryPanel.module.css';
import { useHistory, useHistoryState } from './history-context.ts';
import { StepRow } from './StepRow.tsx';
import { VersionRow } from './VersionRow.tsx';
import { dayOf } from './when.ts';

type Entry =
  | { readonly at: string; readonly seq: number; readonly step: HistoryStep }
  | { readonly at: string; readonly seq: number; readonly version: Version };

interface Day {
  readonly title: string;
  readonly entries: readonly Entry[];
}

/** Steps and versions by day, the newest first; a version stands above the step it names the end of. */
function daysOf(steps: readonly HistoryStep[], versions: readonly Version[]): Day[] {
  const entries: Entry[] = [
    ...steps.map((step) => ({ at: step.to, seq: step.last, step })),
    ...versions.map((version) => ({ at: version.at, seq: version.seq + 0.5, version })),
  ].sort((a, b) => b.seq - a.seq);
  const days: { title: string; entries: Entry[] }[] = [];
  const now = new Date();
  for (const entry of entries) {
    const title = dayOf(entry.at, now);
    const last = days.at(-1);
    if (last?.title === title) last.entries.push(entry);
    else days.push({ title, entries: [entry] });
  }
  return days;
}

/** Who did what, when; each line shows the board as it was. */
export function Timeline(): JSX.Element {
  const history = useHistory();
  const steps = useHistoryState((state) => state.steps);
  const versions = useHistoryState((state) => state.versions);
  const from = useHistoryState((state) => state.from);
  const known = steps.filter((step) => step.last >= from);
  const older = known.length < steps.length;
  return (
    <div className={styles['scroll']}>
      {daysOf(known, versions).map((day) => (
        <section key={day.title} aria-label={day.title}>
          <h3 className={styles['day']}>{day.title}</h3>
          <ol className={styles['steps']}>
            {day.entries.map((entry) =>
              'step' in entry ? (
                <StepRow
                  key={`${entry.step.first} ${entry.step.seats.join(' ')}`}
                  step={entry.step}
                  newest={entry.step === steps.at(-1)}
                />
              ) : (
                <VersionRow key={entry.version.id} version={entry.version} />
              ),
            )}
          </ol>
        </section>
      ))}
      {older && (
        <div className={styles['note']}>
          <Button size="xs" variant="default" fullWidth onClick={() => void history.load({ all: true })}>
            Show what was before
          </Button>
        </div>
      )}
    </div>
  );
}
