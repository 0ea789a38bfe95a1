import { MantineProvider } from '@mantine/core';
import { act, cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Vote } from '#shared/critique/public.ts';
import type { Role } from '#shared/rights/roles.ts';
import { MOST_ITEMS, merged } from '../../../client/critique/votes/items.ts';
import { VotePanel } from '../../../client/critique/votes/VotePanel.tsx';
import { RuntimeContext } from '../../../client/session/runtime.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { type FakeCritique, fakeCritique, sampleSession } from '../../support/fake-critique.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

const vote = (change: Partial<Vote> = {}): Vote => ({
  id: 'vote',
  title: 'What matters most',
  items: [
    { id: 'i1', label: 'One owner of the stack', comments: ['c1'], dots: null },
    { id: 'i2', label: 'A seat for IT', comments: ['c2', 'c3'], dots: null },
  ],
  budget: 3,
  state: 'open',
  voters: null,
  ...change,
});

let room: FakeCritique;
let runtime: FakeRuntime;
beforeEach(stubBrowser);
afterEach(cleanup);

function show(role: Role, now: Vote): void {
  room = fakeCritique({ role, phase: 'vote', session: sampleSession('vote', { vote: now }) });
  runtime = Object.assign(createFakeRuntime(role), { critique: room });
  render(
    <MantineProvider env="test">
      <RuntimeContext value={runtime}>
        <VotePanel room={room} />
      </RuntimeContext>
    </MantineProvider>,
  );
}

test('BALLOT-1 like items become one: it keeps the first one’s words and stands for the comments of all', () => {
  const items = [
    { id: 'a', label: 'A', comments: ['1'] },
    { id: 'b', label: 'B', comments: ['2'] },
    { id: 'c', label: 'C', comments: ['1', '3'] },
  ];
  expect(merged(items, new Set(['a', 'c']))).toEqual([
    { id: 'a', label: 'A', comments: ['1', '3'] },
    { id: 'b', label: 'B', comments: ['2'] },
  ]);
  expect(merged(items, new Set(['b']))).toEqual(items);
  expect(MOST_ITEMS).toBe(12);
});

test('BALLOT-2 votes are placed and taken back by keyboard, never more than there are, and it is said how many', async () => {
  show('respondent', vote());
  const person = userEvent.setup();
  const first = screen.getByRole('slider', { name: /One owner of the stack/ });
  act(() => first.focus());
  await person.keyboard('+');
  expect(room.sent.at(-1)).toEqual({ type: 'vote.cast', id: 'vote', dots: { i1: 1 } });
  expect(runtime.ui.getState().announcement).toBe('1 of 3 votes placed.');
  act(() => {
    const { mine } = room.store.getState();
    if (mine !== null) room.store.setState({ mine: { ...mine, votes: { i1: 1, i2: 2 } } });
  });
  const before = room.sent.length;
  await person.keyboard('+');
  expect(room.sent).toHaveLength(before);
  await person.keyboard('-');
  expect(room.sent.at(-1)).toEqual({ type: 'vote.cast', id: 'vote', dots: { i2: 2 } });
});

test('BALLOT-3 the rule is read before the vote opens, and nobody votes yet', () => {
  show('respondent', vote({ state: 'shown' }));
  screen.getByText(/^Each person has 3 votes/);
  screen.getByText('One owner of the stack');
  expect(screen.queryByRole('slider')).toBeNull();
  expect(screen.queryByRole('button', { name: 'Open the vote' })).toBeNull();
});

test('BALLOT-4 the convenor opens and closes, and has no vote', async () => {
  show('convenor', vote({ state: 'shown' }));
  await userEvent.click(screen.getByRole('button', { name: 'Open the vote' }));
  expect(room.sent).toEqual([{ type: 'vote.open', id: 'vote' }]);
  cleanup();
  show('convenor', vote());
  expect(screen.queryByRole('slider')).toBeNull();
  await userEvent.click(screen.getByRole('button', { name: 'Close and show' }));
  expect(room.sent).toEqual([{ type: 'vote.close', id: 'vote' }]);
});
