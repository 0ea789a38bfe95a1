import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Recap, RecapBoard } from '#shared/critique/recap/recap.ts';
import { EMPTY_NOTES } from '#shared/critique/recap-notes.ts';
import type { CritiqueState } from '../../../client/critique/critique-room.ts';
import { RecapBody } from '../../../client/recap/RecapPage.tsx';
import { api } from '../../../client/session/api.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { type FakeCritique, fakeCritique } from '../../support/fake-critique.ts';

const board = (n: 1 | 2, more: Partial<RecapBoard> = {}): RecapBoard => ({
  ...EMPTY_NOTES,
  board: n === 1 ? 'board' : 'board-2',
  title: `Model ${n}`,
  alias: n === 1 ? 'Org A' : 'Org B',
  who: 'a',
  read: [{ label: 'Team', value: 'Not drawn' }],
  comments: [],
  proposals: [],
  changed: [],
  version: 3,
  file: null,
  ...more,
});

const recapWith = (more: Partial<Recap> = {}): Recap => ({
  council: 'Council',
  startedAt: null,
  endedAt: null,
  form: 'full',
  rule: 'Use what you hear.',
  aliases: ['Org A', 'Org B'],
  vocabulary: '1',
  boards: [board(1), board(2)],
  patterns: [],
  splits: [],
  words: [],
  offered: [],
  questions: [],
  vote: null,
  failures: [],
  mapping: 'destroy',
  deleteAt: null,
  ...more,
});

let room: FakeCritique;
let shown: (recap: Recap) => void;
beforeEach(stubBrowser);
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

/** The page with this recap; the server has it too, until a test says that somebody wrote meanwhile. */
function open(recap: Recap, state: Partial<CritiqueState>, seat = 'me'): void {
  room = fakeCritique({ phase: 'recap', ...state }, { boardId: null, seat });
  vi.spyOn(api, 'recap').mockResolvedValue(recap);
  const page = (one: Recap) => (
    <MantineProvider env="test">
      <MemoryRouter>
        <RecapBody room={room} recap={one} refresh={() => undefined} />
      </MemoryRouter>
    </MantineProvider>
  );
  const { rerender } = render(page(recap));
  shown = (next) => rerender(page(next));
}

const field = (name: string): HTMLElement => screen.getByRole('textbox', { name });
const write = (name: string, value: string): void => {
  fireEvent.change(field(name), { target: { value } });
  fireEvent.blur(field(name));
};
const written = (id: string, text: string) => ({ id, text, n: 1, of: 2, boards: ['board'], counted: false });

describe('the page of the recap', () => {
  it('RECAPUI-1 lets nobody but scribe, convenor and presenter write', () => {
    open(recapWith({ boards: [board(1, { sentence: 'One centre.', takeaways: ['Say who decides'] })] }), {});
    expect(screen.getByText('One centre.')).toBeInTheDocument();
    expect(screen.getByText('Say who decides')).toBeInTheDocument();
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('RECAPUI-2 keeps what others wrote meanwhile when a list is written', async () => {
    const mine = { patterns: [written('p1', 'Mine')] };
    open(recapWith(mine), { role: 'scribe' });
    vi.mocked(api.recap).mockResolvedValue(recapWith({ patterns: [...mine.patterns, written('p2', 'Theirs')] }));
    write('Pattern 1', 'Mine, longer');
    await waitFor(() => expect(room.sent).toHaveLength(1));
    expect(room.sent[0]).toMatchObject({
      patterns: [
        { id: 'p1', text: 'Mine, longer', boards: ['board'] },
        { id: 'p2', text: 'Theirs' },
      ],
    });
  });

  it('RECAPUI-3 leaves what is being typed alone when the page hears of others, and takes theirs when it is not', () => {
    open(recapWith(), { role: 'scribe' });
    const first = 'The model of Model 1 in one sentence';
    fireEvent.change(field(first), { target: { value: 'Half a sent' } });
    shown(recapWith({ boards: [board(1, { sentence: 'Theirs' }), board(2, { sentence: 'Theirs too' })] }));
    expect(field(first)).toHaveValue('Half a sent');
    expect(field('The model of Model 2 in one sentence')).toHaveValue('Theirs too');
  });

  it('RECAPUI-4 keeps in the field what the server refused', async () => {
    open(recapWith(), { role: 'scribe' });
    room.answers = false;
    const name = 'The model of Model 1 in one sentence';
    write(name, 'Refused');
    await waitFor(() => expect(room.sent).toHaveLength(1));
    shown(recapWith({ boards: [board(1, { sentence: 'Older' })] }));
    expect(field(name)).toHaveValue('Refused');
  });

  it('RECAPUI-5 gives takeaways, actions and consent of a board to its own presenter alone', async () => {
    open(recapWith({ boards: [board(1), board(2)] }), { role: 'presenter' }, 'seat-1');
    const own = within(screen.getByRole('article', { name: 'Model 1' }));
    const others = within(screen.getByRole('article', { name: 'Model 2' }));
    expect(others.queryByRole('button')).toBeNull();
    expect(others.getByText('May leave the council: council only.')).toBeInTheDocument();
    fireEvent.click(own.getByRole('button', { name: 'Add takeaway' }));
    fireEvent.change(field('New takeaway'), { target: { value: 'Say who decides' } });
    fireEvent.keyDown(field('New takeaway'), { key: 'Enter' });
    await waitFor(() => expect(room.sent).toHaveLength(1));
    expect(room.sent[0]).toEqual({ type: 'recap.own', board: 'board', notes: { takeaways: ['Say who decides'] } });
  });

  it('RECAPUI-6 says of which boards a pattern is true', async () => {
    open(recapWith({ patterns: [written('p1', 'Mine')] }), { role: 'scribe' });
    const boards = within(screen.getByRole('group', { name: 'Boards it is true of' }));
    expect(boards.getByRole('checkbox', { name: 'Org A' })).toBeChecked();
    fireEvent.click(boards.getByRole('checkbox', { name: 'Org B' }));
    await waitFor(() => expect(room.sent).toHaveLength(1));
    expect(room.sent[0]).toMatchObject({ patterns: [{ id: 'p1', boards: ['board', 'board-2'] }] });
  });

  it('RECAPUI-7 decides on a word that was said with one press', async () => {
    const pod = { term: 'Pod', symbol: 'Team', meaning: 'Stays together' };
    open(recapWith({ offered: [pod] }), { role: 'convenor' });
    fireEvent.click(screen.getByRole('button', { name: 'Decide on Pod' }));
    await waitFor(() => expect(room.sent).toHaveLength(1));
    expect(room.sent[0]).toMatchObject({ type: 'recap.words', words: [pod] });
  });

  it('RECAPUI-8 shows the bands a presenter said, by their labels', () => {
    open(recapWith({ boards: [board(1, { profile: { 'mops-fte': '10 to 24' } })] }), {});
    expect(screen.getByText('People in marketing operations').nextSibling).toHaveTextContent('10 to 24');
  });
});
