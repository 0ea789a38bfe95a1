import { expect, test } from 'vitest';
import type { Command } from '#shared/critique/commands.ts';
import { createCommandQueue } from '../../../client/critique/room/command-queue.ts';
import { createServerClock } from '../../../client/critique/room/server-clock.ts';
import { sessionStanding } from '../../../client/critique/room/session-standing.ts';
import { ApiError } from '../../../client/session/api.ts';
import { emptyPart, fakeCritique, sampleSession } from '../../support/fake-critique.ts';

const raise: Command = { type: 'hand.raise' };
const lower: Command = { type: 'hand.lower' };
const lost = new ApiError('offline', 'The server cannot be reached.', 0);

/** A server that answers what it is told to, and a queue before it whose waits end when the test says so. */
function line(answers: (ApiError | null)[]) {
  const got: Command[] = [];
  const said: string[] = [];
  const waits: number[] = [];
  const queue = createCommandQueue({
    async post(command) {
      got.push(command);
      const answer = answers.shift() ?? null;
      if (answer !== null) throw answer;
      return emptyPart();
    },
    taken: () => undefined,
    say: (sentence) => said.push(sentence),
    async wait(ms) {
      waits.push(ms);
    },
  });
  return { queue, got, said, waits };
}

test('ROOM-1 commands reach the server one after another, in the order they were given', async () => {
  const { queue, got, waits } = line([lost, lost, null, null]);
  const both = [queue.send(raise), queue.send(lower)];
  expect(await Promise.all(both)).toEqual([true, true]);
  expect(got).toEqual([raise, raise, raise, lower]);
  expect(waits).toEqual([500, 1_000]);
});

test('ROOM-2 a lost line is said once, and what was sent goes out when it is back', async () => {
  const { queue, said } = line([lost, lost, lost, null]);
  expect(await queue.send(raise)).toBe(true);
  expect(said).toHaveLength(1);
  expect(said[0]).toContain('goes out when the line is back');
});

test('ROOM-3 a refusal is said in the server’s sentence, ends that command, and not the next', async () => {
  const { queue, said, got } = line([new ApiError('session-refused', 'Nobody presents the first board.', 409), null]);
  expect(await queue.send(raise)).toBe(false);
  expect(said).toEqual(['Nobody presents the first board.']);
  expect(await queue.send(lower)).toBe(true);
  expect(got).toEqual([raise, lower]);
});

test('ROOM-4 a closed page sends no more', async () => {
  const { queue, got } = line([]);
  queue.destroy();
  expect(await queue.send(raise)).toBe(false);
  expect(got).toEqual([]);
});

test('ROOM-5 the server’s clock is taken from the answer that was quickest on its way', () => {
  let here = 1_000;
  const clock = createServerClock(() => here);
  // Asked at 1000, answered 5100 on the server, back at 1200: half the way is 100.
  here = 1_200;
  clock.measured(5_100, 1_000, 1_200);
  expect(clock.now()).toBe(5_200);
  // A slower answer would tell worse and changes nothing.
  here = 9_000;
  clock.measured(99_999, 3_000, 9_000);
  expect(clock.now()).toBe(13_000);
  // After a long time it counts again: clocks drift.
  here = 400_000;
  clock.measured(500_000, 399_000, 400_000);
  expect(clock.now()).toBe(500_500);
});

test('ROOM-6 in a session a presenter draws on their own board only, and outside of one on every board', () => {
  const own = fakeCritique({ phase: 'questions', role: 'presenter' }, { seat: 'seat-1' });
  expect(own.can('board.edit')).toBe(true);
  expect(own.can('board.edit', 'board-2')).toBe(false);
  expect(own.can('comment.question', 'board-2')).toBe(true);
  const open = fakeCritique({ phase: 'open', role: 'presenter' }, { seat: 'seat-1' });
  expect(open.can('board.edit', 'board-2')).toBe(true);
});

test('ROOM-7 who challenges is known of oneself only, while the board is on', () => {
  const session = sampleSession('questions');
  const mine = emptyPart({ challenges: ['slot-1'] });
  expect([...sessionStanding('questions', session, mine, 'me').challengers]).toEqual(['me']);
  expect([...sessionStanding('questions', session, emptyPart({ challenges: ['slot-2'] }), 'me').challengers]).toEqual(
    [],
  );
});
