import { NumberInput, Radio, SegmentedControl } from '@mantine/core';
import { type JSX, useEffect, useState } from 'react';
import {
  FORM_SECONDS,
  PHASE_WORDS,
  type SessionForm,
  type SessionRules,
  type TimedPhase,
} from '#shared/critique/agenda.ts';
import { BOARD_PHASES } from '#shared/rights/phases.ts';
import { useCritique } from '../critique/critique-room.ts';
import { useCritiqueState } from '../critique/room/use-session.ts';
import { boardSeconds, inMinutes, liveSeconds } from './agenda-times.ts';
import { DateField } from './DateField.tsx';
import { MAPPING_WORDS } from './RulesRead.tsx';
import styles from './session.module.css';

const FORMS: readonly { readonly value: SessionForm; readonly label: string; readonly says: string }[] = [
  { value: 'full', label: 'Full', says: 'Up to eight boards in two hours.' },
  { value: 'small', label: 'Small', says: 'One or two boards in 45 minutes.' },
  { value: 'ahead', label: 'Ahead', says: 'Everybody reads on their own until a date; then an hour live.' },
];

const WHOLE: readonly TimedPhase[] = ['welcome', 'compare', 'vote', 'failure', 'recap'];

interface FieldProps {
  readonly label: string;
  readonly value: number;
  readonly min: number;
  readonly max: number;
  readonly step?: number;
  readonly onSave: (value: number) => void;
}

/** A number that is told to everybody when one leaves the field or presses Enter. */
function NumberField({ label, value, min, max, step = 1, onSave }: FieldProps): JSX.Element {
  const [draft, setDraft] = useState<number | string>(value);
  useEffect(() => setDraft(value), [value]);
  const save = (): void => {
    const number = draft === '' ? value : Math.min(max, Math.max(min, Number(draft)));
    setDraft(number);
    if (number !== value) onSave(number);
  };
  return (
    <NumberInput
      size="xs"
      label={label}
      min={min}
      max={max}
      step={step}
      value={draft}
      onChange={setDraft}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
    />
  );
}

const dateOnly = (at: string | null): string => (at === null ? '' : at.slice(0, 10));

/** What the convenor settles before the start. */
export function RulesForm(): JSX.Element | null {
  const room = useCritique();
  const rules = useCritiqueState((s) => s.session?.rules ?? null);
  const slots = useCritiqueState((s) => s.session?.slots);
  if (rules === null || slots === undefined) return null;
  const set = (change: Partial<SessionRules>): void => void room.send({ type: 'rules.set', rules: change });
  const minutes = (phase: TimedPhase): JSX.Element => (
    <NumberField
      key={phase}
      label={PHASE_WORDS[phase].label}
      min={0}
      max={240}
      step={0.5}
      value={rules.seconds[phase] / 60}
      onSave={(value) => set({ seconds: { ...rules.seconds, [phase]: Math.round(value * 60) } })}
    />
  );
  return (
    <details className={styles['settings']}>
      <summary>Form, minutes and rules</summary>
      <div className={styles['fields']}>
        <div>
          <SegmentedControl
            aria-label="Form of the session"
            data={FORMS.map(({ value, label }) => ({ value, label }))}
            value={rules.form}
            onChange={(value) => set({ form: value as SessionForm, seconds: FORM_SECONDS[value as SessionForm] })}
          />
          <p className={styles['small']}>{FORMS.find(({ value }) => value === rules.form)?.says}</p>
        </div>
        {rules.form === 'ahead' && (
          <div className={styles['grid']}>
            <DateField
              label="Read from"
              value={dateOnly(rules.aheadFrom)}
              onDate={(date) => set({ aheadFrom: date === '' ? null : `${date}T00:00:00Z` })}
            />
            <DateField
              label="Read until"
              value={dateOnly(rules.aheadUntil)}
              onDate={(date) => set({ aheadUntil: date === '' ? null : `${date}T23:59:00Z` })}
            />
          </div>
        )}
        <fieldset>
          <legend>Minutes for each board, together {inMinutes(boardSeconds(rules))}; 0 leaves a step out</legend>
          <div className={styles['grid']}>{BOARD_PHASES.map(minutes)}</div>
        </fieldset>
        <fieldset>
          <legend>Minutes for all, the whole session {inMinutes(liveSeconds(rules, slots))}</legend>
          <div className={styles['grid']}>{WHOLE.map(minutes)}</div>
        </fieldset>
        <Radio.Group
          label="Who wrote what"
          value={rules.mapping}
          onChange={(value) => set({ mapping: value === 'seal' ? 'seal' : 'destroy' })}
        >
          <div className={styles['choices']}>
            <Radio value="destroy" label="Destroyed" description={MAPPING_WORDS.destroy} />
            <Radio value="seal" label="Sealed with a passphrase" description={MAPPING_WORDS.seal} />
          </div>
        </Radio.Group>
        <div className={styles['grid']}>
          <NumberField
            label="Votes of each person"
            min={1}
            max={10}
            value={rules.votes}
            onSave={(votes) => set({ votes: Math.round(votes) })}
          />
          <NumberField
            label="Days until deletion"
            min={1}
            max={3_650}
            value={rules.keepDays}
            onSave={(keepDays) => set({ keepDays: Math.round(keepDays) })}
          />
        </div>
      </div>
    </details>
  );
}
