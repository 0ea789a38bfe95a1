import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Vote } from '#shared/critique/public.ts';
import { ranked, votePicture } from '#shared/critique/vote-picture.ts';
import type { CritiqueState } from '../../../client/critique/critique-room.ts';
import { type DraftItem, merged } from '../../../client/critique/votes/items.ts';
import { VotePanel } from '../../../client/critique/votes/VotePanel.tsx';
import { api } from '../../../client/session/api.ts';
import { RuntimeContext } from '../../../client/session/runtime.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { emptyPart, type FakeCritique, fakeCritique, sampleSession } from '../../support/fake-critique.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

let runtime: FakeRuntime;
let room: FakeCritique;
beforeEach(stubBrowser);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const vote = (more: Partial<Vote> = {}): Vote => ({
  id: 'vote',
  title: 'What matters most',
  items: [
    { id: 'a', label: 'An owner', comments: ['c1', 'c2'], dots: null },
    { id: 'b', label: 'A seat', comments: [], dots: null },
  ],
  budget: 3,
  state: 'open',
  voters: null,
  ...more,
});
const closed = vote({
  state: 'closed',
  voters: 4,
  items: [
    { id: 'a', label: 'An owner', comments: [], dots: 2 },
    { id: 'b', label: 'A seat', comments: [], dots: 7 },
  ],
});

function open(one: Vote | null, state: Partial<CritiqueState> = {}): void {
  room = fakeCritique({ phase: 'vote', session: sampleSession('vote', { vote: one }), ...state });
  runtime = Object.assign(createFakeRuntime(), { critique: room });
  render(
    <MantineProvider env="test">
      <RuntimeContext value={runtime}>
        <VotePanel room={room} />
      </RuntimeContext>
    </MantineProvider>,
  );
}

describe('the closing vote', () => {
  it('BALLOT-1 places votes by the keyboard, within the budget, and says how many are placed', async () => {
    open(vote(), { mine: emptyPart({ phase: 'vote', votes: { b: 2 } }) });
    const slider = screen.getByRole('slider', { name: /An owner/ });
    fireEvent.keyDown(slider, { key: 'ArrowRight' });
    await waitFor(() => expect(runtime.ui.getState().announcement).toBe('3 of 3 votes placed.'));
    expect(room.sent).toEqual([{ type: 'vote.cast', id: 'vote', dots: { a: 1, b: 2 } }]);
  });

  it('BALLOT-2 does not place more votes than a person has', () => {
    open(vote(), { mine: emptyPart({ phase: 'vote', votes: { b: 3 } }) });
    fireEvent.keyDown(screen.getByRole('slider', { name: /An owner/ }), { key: 'ArrowRight' });
    expect(room.sent).toEqual([]);
  });

  it('BALLOT-3 shows the rule before anybody votes, and no place for votes', () => {
    open(vote({ state: 'shown' }));
    expect(screen.getByText(/^Each person has 3 votes/)).toBeInTheDocument();
    expect(screen.queryByRole('slider')).toBeNull();
    expect(screen.queryByRole('button', { name: 'Open the vote' })).toBeNull();
  });

  it('BALLOT-4 gives the convenor no ballot, and the next step only', () => {
    open(vote(), { role: 'convenor' });
    expect(screen.queryByRole('slider')).toBeNull();
    fireEvent.click(screen.getByRole('button', { name: 'Close and show' }));
    expect(room.sent).toEqual([{ type: 'vote.close', id: 'vote' }]);
  });

  it('BALLOT-5 tells the result in words and puts it on the board in one step', () => {
    open(closed);
    expect(screen.getByRole('img', { name: 'What matters most: A seat 7, An owner 2.' })).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: 'Put on the board' }));
    const [card] = [...runtime.board.elements.values()];
    expect(card?.name).toBe('What matters most\n7 votes · A seat\n2 votes · An owner');
    runtime.undo.undo();
    expect(runtime.board.elements.size).toBe(0);
  });

  it('BALLOT-6 makes items of what was said, merges like ones and shows the rule', async () => {
    vi.spyOn(api, 'recap').mockRejectedValue(new Error('The server cannot be reached.'));
    open(null, { role: 'convenor' });
    for (const words of ['An owner', 'Somebody who owns']) {
      fireEvent.click(screen.getByRole('button', { name: 'Write an item' }));
      const fields = screen.getAllByRole('textbox', { name: 'Words of this item' });
      fireEvent.change(fields.at(-1) as HTMLElement, { target: { value: words } });
    }
    const items = within(screen.getByRole('region', { name: 'Items' }));
    for (const box of items.getAllByRole('checkbox')) fireEvent.click(box);
    fireEvent.click(items.getByRole('button', { name: 'Merge 2' }));
    fireEvent.click(screen.getByRole('button', { name: 'Show how it works' }));
    await waitFor(() => expect(room.sent.map(({ type }) => type)).toEqual(['vote.prepare', 'vote.show']));
    expect(room.sent[0]).toMatchObject({ items: [{ label: 'An owner' }], budget: 3 });
  });

  it('BALLOT-7 an item merged from others stands for the comments of all', () => {
    const item = (id: string, comments: readonly string[]): DraftItem => ({ id, label: id, comments });
    const all = [item('a', ['1']), item('b', ['2']), item('c', ['1', '3'])];
    expect(merged(all, new Set(['a', 'c']))).toEqual([item('a', ['1', '3']), item('b', ['2'])]);
    expect(merged(all, new Set(['a']))).toBe(all);
  });

  it.each([false, true])('BALLOT-8 the picture holds every item by rank, its bars within it (narrow: %s)', (narrow) => {
    const { marks, w, h } = votePicture(closed, narrow);
    expect(ranked(closed).map(({ id }) => id)).toEqual(['b', 'a']);
    const bars = marks.filter((mark) => mark.type === 'rect');
    expect(bars).toHaveLength(2);
    expect(bars[0]?.w).toBeGreaterThan((bars[1]?.w ?? 0) * 3);
    for (const bar of bars) expect([bar.x + bar.w < w, bar.y + bar.h < h]).toEqual([true, true]);
  });
});
