import { expect, test } from 'vitest';
import type { Clock } from '#shared/critique/public.ts';
import { clockFace, clockText, minutesMark } from '../../../client/critique/bar/clock-face.ts';
import { nextSlot, nextStep, slotPlace, stepsAround, stepTitle } from '../../../client/critique/bar/step-view.ts';
import { sampleSession } from '../../support/fake-critique.ts';

const clock = (more: Partial<Clock> = {}): Clock => ({
  startedAt: 10_000,
  seconds: 90,
  pausedAt: null,
  pausedFor: 0,
  ...more,
});

test('BAR-1 the clock shows what is left, warns in the last ten seconds and counts on when it is over', () => {
  const at = (seconds: number) => clockFace(clock(), 10_000 + seconds * 1_000);
  expect(at(36)).toMatchObject({ left: '0:54', of: '1:30', state: 'calm', part: 0.4 });
  expect(at(79.9).state).toBe('calm');
  expect(at(80)).toMatchObject({ left: '0:10', state: 'soon' });
  expect(at(89.5).left).toBe('0:01');
  expect(at(102)).toMatchObject({ left: '+0:12', state: 'over', part: 1 });
  expect(at(102).words).toBe('12 seconds over its time');
  expect(at(36).words).toBe('54 seconds left of 1 minute 30 seconds');
});

test('BAR-2 a clock that stands still shows the same at any time, and what it stood is not lost', () => {
  const still = clock({ pausedAt: 46_000 });
  expect(clockFace(still, 46_000).left).toBe('0:54');
  expect(clockFace(still, 999_000)).toMatchObject({ left: '0:54', state: 'still' });
  expect(clockFace(still, 999_000).words).toContain('stands still');
  expect(clockFace(clock({ pausedFor: 60_000 }), 106_000).left).toBe('0:54');
});

test('BAR-3 minutes read as the script writes them, and days as days', () => {
  expect([60, 90, 30, 120, 360, 432_000].map(minutesMark)).toEqual(["1'", "1½'", "½'", "2'", "6'", '5 d']);
  expect([9, 61, 3_700, 90_000].map(clockText)).toEqual(['0:09', '1:01', '1:01 h', '1 d 1 h']);
});

test('BAR-4 the steps shown are those of the board that is on: done, now, to come', () => {
  const steps = stepsAround(sampleSession('works'));
  expect(steps.map(({ label, state }) => `${label} ${state}`)).toEqual([
    'Read done',
    'Model done',
    'Works now',
    'Answers next',
    'Questions next',
    'Opinions next',
  ]);
  expect(new Set(steps.map((step) => step.slot?.alias))).toEqual(new Set(['Org A']));
  expect(stepsAround(sampleSession('vote')).map((step) => step.label)).toEqual([
    'Compare',
    'Vote',
    'Imagined failure',
    'Recap',
  ]);
});

test('BAR-5 what comes next is told with whose board it is', () => {
  const session = sampleSession('opinions');
  const next = nextStep(session);
  expect(next === null ? '' : stepTitle(next)).toBe('Read, Org B');
  expect(nextSlot(session)?.alias).toBe('Org B');
  expect(nextStep(sampleSession('recap'))).toBeNull();
  const [first] = session.slots;
  expect(first === undefined ? '' : slotPlace(session, first)).toBe('board 1 of 2');
});
