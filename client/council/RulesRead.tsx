import { ShieldCheck } from 'lucide-react';
import type { JSX } from 'react';
import { RULE, type SessionRules } from '#shared/critique/agenda.ts';
import { voteRule } from '#shared/critique/public.ts';
import { useCritiqueState } from '../critique/room/use-session.ts';
import { dayOf } from './agenda-times.ts';
import styles from './session.module.css';

/** What becomes of who wrote what, one sentence each. */
export const MAPPING_WORDS: Readonly<Record<SessionRules['mapping'], string>> = Object.freeze({
  destroy: 'At the end the list of who wrote what is destroyed. Nobody can bring it back.',
  seal: 'At the end the list of who wrote what is sealed. Only a convenor who knows the passphrase can open it.',
});

const days = (n: number): string => `${n} ${n === 1 ? 'day' : 'days'}`;

/** The rule of the session and what happens to what people give: everybody reads it before they take part. */
export function RulesRead(): JSX.Element | null {
  const rules = useCritiqueState((s) => s.session?.rules ?? null);
  if (rules === null) return null;
  const { mapping, keepDays, votes, form, aheadFrom, aheadUntil } = rules;
  return (
    <div className={styles['rules']} role="note" aria-label="What holds in this session">
      <p className={styles['rule']}>
        <ShieldCheck size={15} aria-hidden="true" />
        {RULE}
      </p>
      <ul>
        <li>Comments have no author. The presenter and the convenor reply under their alias.</li>
        <li>{MAPPING_WORDS[mapping]}</li>
        <li>{days(keepDays)} after the end everything is deleted: boards, comments, recap.</li>
        <li>{voteRule(votes)}</li>
        {form === 'ahead' && aheadUntil !== null && (
          <li>
            Read on your own {aheadFrom === null ? '' : `from ${dayOf(aheadFrom)} `}until {dayOf(aheadUntil)}. Nobody
            sees your pins before.
          </li>
        )}
      </ul>
    </div>
  );
}
