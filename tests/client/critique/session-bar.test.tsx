import { MantineProvider } from '@mantine/core';
import { act, cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { command } from '../../../client/commands/index.ts';
import { contextFor, isOffered, runCommand } from '../../../client/commands/support.ts';
import { CallBanner } from '../../../client/critique/attention/CallBanner.tsx';
import { useSpotlight } from '../../../client/critique/attention/use-spotlight.ts';
import { SessionBar } from '../../../client/critique/bar/SessionBar.tsx';
import { CritiqueContext, type CritiqueState } from '../../../client/critique/critique-room.ts';
import { type OtherPerson, RuntimeContext } from '../../../client/session/runtime.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { type FakeCritique, fakeCritique, SAMPLE_START, sampleSession } from '../../support/fake-critique.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

let room: FakeCritique;
let runtime: FakeRuntime;
beforeEach(stubBrowser);
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

/** A board page with this session; my seat is `me` unless said otherwise. */
function page(state: Partial<CritiqueState>, seat = 'me'): void {
  room = fakeCritique(state, { seat });
  runtime = Object.assign(createFakeRuntime(state.role ?? 'respondent'), {
    critique: room,
    can: (action: Parameters<FakeRuntime['can']>[0]) => room.can(action),
  });
}

const show = (children: ReactNode) =>
  render(
    <MantineProvider env="test">
      <MemoryRouter>
        <CritiqueContext value={room}>
          <RuntimeContext value={runtime}>{children}</RuntimeContext>
        </CritiqueContext>
      </MemoryRouter>
    </MantineProvider>,
  );

const leader: OtherPerson = {
  client: 7,
  presence: {
    user: { seat: 'seat-1', alias: 'Org A', who: 'a', role: 'presenter' },
    cursor: null,
    selection: [],
    editing: null,
    viewport: { x: 0, y: 0, w: 100, h: 100 },
    drag: null,
    following: null,
  },
};
const spotlight = { seat: 'seat-1', alias: 'Org A', who: 'a', board: 'board', n: 3, control: false };

test('BAR-6 the bar tells whose board it is, the step that is on, the clock and the rule', () => {
  page({ phase: 'questions' });
  room.time = SAMPLE_START + 36_000;
  show(<SessionBar />);
  const bar = screen.getByRole('region', { name: 'Session' });
  expect(within(bar).getByText('Org A presents')).toBeInTheDocument();
  expect(within(bar).getByRole('listitem', { current: 'step' })).toHaveTextContent('Questions');
  expect(within(bar).getByRole('timer')).toHaveAccessibleName('54 seconds left of 1 minute 30 seconds');
  expect(screen.getByText(/Never say who said it/)).toBeInTheDocument();
  expect(runtime.ui.getState().announcement).toMatch(/^Questions, 1 minute 30 seconds\. Ask without judging/);
});

test('BAR-7 a convenor goes on by a button or a key, and the command tells which step was seen', async () => {
  page({ phase: 'questions', role: 'convenor' });
  show(<SessionBar />);
  await userEvent.click(screen.getByRole('button', { name: 'Next: Opinions, Org A' }));
  runCommand(command('session.hand-over'), contextFor(runtime));
  runCommand(command('session.pause'), contextFor(runtime));
  await userEvent.click(screen.getByRole('button', { name: 'One minute more' }));
  const { step: from, clock } = room.store.getState().session ?? {};
  expect(room.sent).toEqual([
    { type: 'run.next', from },
    { type: 'run.hand-over', from },
    { type: 'run.pause' },
    { type: 'run.extend', seconds: 60, from, of: clock?.seconds },
  ]);
});

test('BAR-8 who does not run the session is not offered to, and outside a session nobody is', () => {
  page({ phase: 'questions' });
  show(<SessionBar />);
  expect(screen.queryByRole('group', { name: 'Run the session' })).toBeNull();
  expect(isOffered(command('session.next'), runtime)).toBe(false);
  expect(isOffered(command('session.hand'), runtime)).toBe(true);
  page({ phase: 'open', role: 'convenor' });
  for (const id of ['session.next', 'session.lead', 'session.hand', 'session.laser']) {
    expect(isOffered(command(id), runtime)).toBe(false);
  }
});

test('BAR-9 without a line the bar says so and the clock goes on', () => {
  vi.useFakeTimers();
  page({ phase: 'questions', live: false });
  room.time = SAMPLE_START + 36_000;
  show(<SessionBar />);
  // A page that has just opened, or a line that is back at once, says nothing of it.
  expect(screen.queryByText('Line lost, the clock goes on')).toBeNull();
  act(() => void vi.advanceTimersByTime(1_600));
  expect(screen.getByText('Line lost, the clock goes on')).toBeInTheDocument();
  room.time += 46_000;
  act(() => void vi.advanceTimersByTime(300));
  expect(screen.getByTestId('clock')).toHaveAttribute('data-state', 'soon');
  expect(runtime.ui.getState().announcement).toBe('10 seconds left of Questions.');
  room.time += 10_000;
  act(() => void vi.advanceTimersByTime(300));
  expect(screen.getByRole('timer')).toHaveAccessibleName('2 seconds over its time');
});

test('BAR-10 the speaking order names only who raised a hand, and a convenor gives the floor', async () => {
  const hands = [
    { alias: 'Org F', who: 'f', at: 2, speaking: false },
    { alias: 'Org D', who: 'd', at: 1, speaking: false },
  ];
  page({ phase: 'questions', role: 'convenor', session: sampleSession('questions', { hands }) });
  show(<SessionBar />);
  await userEvent.click(screen.getByRole('button', { name: 'Speaking order, 2 up' }));
  const order = screen.getByRole('region', { name: 'Speaking order' });
  expect(
    within(order)
      .getAllByRole('listitem')
      .map((one) => one.textContent),
  ).toEqual([expect.stringContaining('Org D'), expect.stringContaining('Org F')]);
  await userEvent.click(within(order).getByRole('button', { name: 'Give the floor to Org D' }));
  expect(room.sent).toEqual([{ type: 'hand.call', alias: 'Org D' }]);
});

test('BAR-11 where everybody is is told in sum from five people on', async () => {
  page({ phase: 'model', session: sampleSession('model', { spotlight }) });
  const shape = (client: number, following: number | null): OtherPerson => ({
    client,
    presence: { ...leader.presence, user: { seat: '', alias: '', who: 'c', role: 'respondent' }, following },
  });
  runtime.people.push(leader, shape(8, 7), shape(9, null));
  const { unmount } = show(<SessionBar />);
  await userEvent.click(screen.getByRole('button', { name: '3 others here' }));
  expect(screen.getByText('4 are on this board.')).toBeInTheDocument();
  unmount();
  runtime.people.push(shape(10, 7));
  show(<SessionBar />);
  await userEvent.click(screen.getByRole('button', { name: '4 others here' }));
  expect(screen.getByText('5 are on this board. 2 follow Org A, 2 look around.')).toBeInTheDocument();
  expect(screen.queryByText(/Follow Somebody/)).toBeNull();
});

function Called(): ReactNode {
  const { call, go, stay } = useSpotlight();
  return call === null ? null : <CallBanner key={call.key} call={call} onGo={go} onStay={stay} />;
}

test('FOLLOW-10 a call waits five seconds for “not now”, then I look where the leader looks', () => {
  vi.useFakeTimers();
  page({ phase: 'model', session: sampleSession('model', { spotlight }) });
  runtime.people.push(leader);
  show(<Called />);
  expect(screen.getByText(/leads every screen/)).toBeInTheDocument();
  for (let i = 0; i < 4; i += 1) act(() => void vi.advanceTimersByTime(1_000));
  expect(runtime.ui.getState().following).toBeNull();
  act(() => void vi.advanceTimersByTime(1_000));
  expect(runtime.ui.getState().following).toBe(7);
  expect(screen.queryByTestId('call')).toBeNull();
});

test('FOLLOW-11 who says “not now” stays, and is asked again by the next call only', async () => {
  page({ phase: 'model', session: sampleSession('model', { spotlight }) });
  runtime.people.push(leader);
  show(<Called />);
  await userEvent.click(screen.getByRole('button', { name: 'Not now' }));
  expect(screen.queryByTestId('call')).toBeNull();
  expect(runtime.ui.getState().following).toBeNull();
  act(() => room.store.setState({ session: sampleSession('model', { spotlight: { ...spotlight, n: 4 } }) }));
  expect(screen.getByTestId('call')).toBeInTheDocument();
});

test('FOLLOW-12 moving the board oneself ends it for this call; the end of the spotlight ends it for all', async () => {
  page({ phase: 'model', session: sampleSession('model', { spotlight }) });
  runtime.people.push(leader);
  show(<Called />);
  await userEvent.click(screen.getByRole('button', { name: 'Go' }));
  expect(runtime.ui.getState().following).toBe(7);
  act(() => runtime.ui.setState({ following: null }));
  expect(room.ui.getState().notNow).toBe(3);
  expect(runtime.ui.getState().following).toBeNull();
  act(() => room.ui.setState({ notNow: null }));
  expect(runtime.ui.getState().following).toBe(7);
  act(() => room.store.setState({ session: sampleSession('model') }));
  expect(runtime.ui.getState().following).toBeNull();
  expect(room.ui.getState().notNow).toBeNull();
});
