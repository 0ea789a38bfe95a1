import { expect, test } from 'vitest';
import type { Presence } from '#shared/protocol/messages.ts';
import { followersOf, leaderOf } from '../../../client/critique/attention/leader-of.ts';
import { newSigns, type SeenSigns } from '../../../client/critique/attention/reactions.ts';
import { isLate } from '../../../client/critique/attention/use-late.ts';
import { handOverCall, spotlightCall } from '../../../client/critique/attention/use-spotlight.ts';
import type { OtherPerson } from '../../../client/session/runtime.ts';
import { SAMPLE_START, sampleSession } from '../../support/fake-critique.ts';

const ME = 1;

function person(client: number, following: number | null, more: Partial<Presence> = {}): OtherPerson {
  return {
    client,
    presence: {
      user: { seat: `seat-${client}`, alias: `Org ${client}`, who: 'a', role: 'presenter' },
      cursor: null,
      selection: [],
      editing: null,
      viewport: null,
      drag: null,
      following,
      ...more,
    },
  };
}

test('FOLLOW-1 a chain ends at the real leader', () => {
  const others = [person(2, 3), person(3, 4), person(4, null)];
  expect(leaderOf(others, ME, 2)).toBe(others[2]);
  expect(leaderOf(others, ME, 4)).toBe(others[2]);
});

test('FOLLOW-2 a chain that comes back to me or runs in a ring leads nowhere', () => {
  expect(leaderOf([person(2, ME)], ME, 2)).toBe('round');
  expect(leaderOf([person(2, 3), person(3, 2)], ME, 2)).toBe('round');
});

test('FOLLOW-3 who has left is nobody’s leader; who followed them stands where they stand', () => {
  const others = [person(2, 9)];
  expect(leaderOf(others, ME, 9)).toBeNull();
  expect(leaderOf(others, ME, 2)).toBe(others[0]);
});

test('FOLLOW-4 those who follow are counted through whom they follow, rings or not', () => {
  const others = [person(2, ME), person(3, 2), person(4, null), person(5, 6), person(6, 5)];
  expect(followersOf(others, ME)).toBe(2);
  expect(followersOf(others, 2)).toBe(1);
  expect(followersOf(others, 4)).toBe(0);
});

const spotlight = { seat: 'seat-1', alias: 'Org A', who: 'a', board: 'board', n: 3, control: false };

test('FOLLOW-5 each call of the spotlight asks once: declined or gone along with, only the next one asks again', () => {
  const session = sampleSession('model', { spotlight });
  expect(spotlightCall(session, 'me', { notNow: null, joined: null })?.n).toBe(3);
  expect(spotlightCall(session, 'me', { notNow: 3, joined: null })).toBeNull();
  expect(spotlightCall(session, 'me', { notNow: null, joined: 3 })).toBeNull();
  expect(spotlightCall(session, 'me', { notNow: 2, joined: 1 })?.n).toBe(3);
  expect(spotlightCall(session, 'seat-1', { notNow: null, joined: null })).toBeNull();
});

test('FOLLOW-6 taking control over from who presents is said as such', () => {
  const taken = sampleSession('model', { spotlight: { ...spotlight, control: true } });
  expect(spotlightCall(taken, 'me', { notNow: null, joined: null })?.words).toContain('takes control');
});

test('FOLLOW-7 a hand-over takes along who stands on the board that was on, and nobody else', () => {
  const session = sampleSession('read');
  const slots = session.slots.map((slot, i) => ({ ...slot, state: i === 1 ? ('now' as const) : ('done' as const) }));
  const next = { ...session, slots };
  expect(handOverCall(next, 'board', 'board')).toMatchObject({ board: 'board-2', alias: 'Org B', n: null });
  expect(handOverCall(next, 'board-7', 'board')).toBeNull();
  expect(handOverCall(next, 'board-2', 'board')).toBeNull();
});

test('FOLLOW-8 small signs are counted once each, and not those given before somebody came', () => {
  const seen: SeenSigns = new Map();
  const sign = (n: number): Partial<Presence> => ({ reaction: { kind: 'agree', n } });
  expect(newSigns([person(2, null), person(3, null, sign(4))], seen)).toEqual([]);
  expect(newSigns([person(2, null, sign(1)), person(3, null, sign(4))], seen)).toEqual(['agree']);
  expect(newSigns([person(2, null, sign(1)), person(3, null, sign(5)), person(4, null, sign(9))], seen)).toEqual([
    'agree',
  ]);
});

test('FOLLOW-9 who comes half a minute after a board’s turn began is late', () => {
  const first = sampleSession('read');
  expect(isLate(first, SAMPLE_START + 29_000)).toBe(false);
  expect(isLate(first, SAMPLE_START + 30_000)).toBe(true);
  // In a later step of the same board the turn began before.
  expect(isLate(sampleSession('model'), SAMPLE_START + 1_000)).toBe(true);
  expect(isLate(sampleSession('compare'), SAMPLE_START + 60_000)).toBe(false);
});
