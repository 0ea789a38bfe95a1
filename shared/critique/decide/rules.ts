import { FORM_SECONDS, type SessionRules, type TimedPhase } from '../agenda.ts';
import type { Critique } from '../state.ts';

const LONGEST_STEP = 60 * 24 * 3600;

/** The rules with some set anew: another form brings its own minutes along. */
export function newRules(before: SessionRules, set: Partial<SessionRules>): SessionRules {
  const form = set.form !== undefined && set.form !== before.form ? { seconds: FORM_SECONDS[set.form] } : {};
  const merged = { ...before, ...form, ...set };
  const base = set.form !== undefined ? FORM_SECONDS[merged.form] : before.seconds;
  return { ...merged, seconds: { ...base, ...merged.seconds } };
}

const isWhole = (value: number, least: number, most: number): boolean =>
  Number.isInteger(value) && value >= least && value <= most;

const isDate = (value: string | null): boolean => value === null || !Number.isNaN(Date.parse(value));

/** Why these cannot be the rules of this session, or `null`. */
export function rulesProblem({ rules: before, run }: Critique, rules: SessionRules): string | null {
  const { form, seconds, votes, dots, keepDays, mapping, aheadFrom, aheadUntil } = rules;
  if (!(form in FORM_SECONDS)) return 'A session is full, small or ahead. Choose one of them.';
  const phases = Object.keys(FORM_SECONDS[form]) as TimedPhase[];
  if (!phases.every((phase) => isWhole(seconds[phase], 0, LONGEST_STEP))) {
    return 'A step takes a whole number of seconds, at most 60 days. Change its minutes.';
  }
  if (!isWhole(votes, 1, 10)) return 'Each person has 1 to 10 votes. Choose a number between.';
  if (!isWhole(dots, 0, 10)) return 'Each person has 0 to 10 dots on questions. Choose a number between.';
  if (!isWhole(keepDays, 1, 3_650)) return 'The record is kept for 1 to 3,650 days. Choose a number between.';
  if (mapping !== 'destroy' && mapping !== 'seal') return 'Who wrote what is destroyed or sealed. Choose one of them.';
  if (!isDate(aheadFrom) || !isDate(aheadUntil)) return 'This is not a date. Choose one in the calendar.';
  if (aheadFrom !== null && aheadUntil !== null && Date.parse(aheadUntil) < Date.parse(aheadFrom)) {
    return 'Reading ahead ends before it begins. Change one of the dates.';
  }
  const settled = form === before.form && mapping === before.mapping && keepDays === before.keepDays;
  if (run.startedAt !== null && !settled) {
    return 'Everybody was told these rules at the start. They stay until the end.';
  }
  return null;
}
