import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { JSX } from 'react';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { DEFAULT_RULES } from '#shared/critique/agenda.ts';
import { PROFILE_FIELDS } from '#shared/critique/profile.ts';
import { stepsOf } from '#shared/critique/program.ts';
import { EMPTY_NOTES } from '#shared/critique/recap-notes.ts';
import type { BoardSummary, Council, Seat } from '#shared/protocol/api.ts';
import { blocksOf, liveSeconds, sinceStart } from '../../../client/council/agenda-times.ts';
import { passphraseProblem } from '../../../client/council/EndDialog.tsx';
import { SessionSection } from '../../../client/council/SessionSection.tsx';
import { missingFor } from '../../../client/council/StartCheck.tsx';
import type { CritiqueState } from '../../../client/critique/critique-room.ts';
import { api } from '../../../client/session/api.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import {
  emptyPart,
  type FakeCritique,
  fakeCritique,
  sampleComment,
  sampleSession,
} from '../../support/fake-critique.ts';

const board = (id: string, title: string): BoardSummary => ({ id, title, order: id, changedAt: '', version: 1 });
const BOARDS = [board('board', 'Placed in IT'), board('board-2', 'Central core')];
const council = (change: Partial<Council> = {}): Council => ({
  id: 'council',
  title: 'Council',
  alone: false,
  phase: 'open',
  role: 'convenor',
  seat: 'me',
  alias: 'Org H',
  who: 'h',
  boards: BOARDS,
  deleted: [],
  deleteAt: null,
  ...change,
});
const seat = (id: string, alias: string, role: Seat['role']): Seat => ({
  id,
  alias,
  who: 'a',
  role,
  link: null,
  online: true,
  mine: id === 'me',
});
const PLANNED = sampleSession('open', { step: null });

let room: FakeCritique;
function show(state: Partial<CritiqueState>, change: Partial<Council> = {}, mySeat = 'me'): void {
  room = fakeCritique(state, { boardId: null, seat: mySeat });
  const page: JSX.Element = <SessionSection council={council(change)} room={room} refresh={() => undefined} />;
  render(
    <MantineProvider env="test">
      <MemoryRouter>
        <main>{page}</main>
      </MemoryRouter>
    </MantineProvider>,
  );
}

beforeEach(() => {
  stubBrowser();
  vi.spyOn(api, 'seats').mockResolvedValue([
    seat('me', 'Org H', 'convenor'),
    seat('seat-1', 'Org A', 'presenter'),
    seat('seat-2', 'Org B', 'presenter'),
    seat('guest', 'Guest 4', 'respondent'),
  ]);
  vi.spyOn(api, 'plan').mockResolvedValue({ readers: { 'slot-1': ['guest'] }, challengers: {} });
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

test('AGENDA-1 two boards of the full form take 58 minutes, and each block begins where the one before ends', () => {
  const { slots } = PLANNED;
  const steps = stepsOf(DEFAULT_RULES, slots);
  expect(liveSeconds(DEFAULT_RULES, slots)).toBe((6 + 2 * 10 + 14 + 4 + 8 + 8) * 60);
  const blocks = blocksOf(slots, steps);
  expect(blocks.map(({ from, slot, phase }) => `${sinceStart(from)} ${slot?.alias ?? phase}`)).toEqual([
    '0:00 welcome',
    '0:06 Org A',
    '0:16 Org B',
    '0:26 compare',
    '0:40 vote',
    '0:44 failure',
    '0:52 recap',
  ]);
});

test('AGENDA-2 what a session lacks is said board by board', () => {
  const [first, second] = PLANNED.slots;
  if (first === undefined || second === undefined) throw new Error('The sample has two slots.');
  expect(missingFor([], BOARDS)).toEqual(['No board is in the running order. Add one.']);
  expect(
    missingFor(
      [
        { ...first, seat: null },
        { ...second, checked: false },
      ],
      BOARDS,
    ),
  ).toEqual([
    'Placed in IT has no presenter. Choose one.',
    'Central core is not checked for names. Org B does it under Prepare.',
  ]);
  expect(missingFor(PLANNED.slots, BOARDS)).toEqual([]);
  // Whoever was to present may have become somebody who only looks.
  expect(missingFor(PLANNED.slots, BOARDS, new Set(['seat-2']))).toEqual([
    'Placed in IT: Org A can no longer present it. Choose another presenter.',
  ]);
});

test('AGENDA-12 the order can be mended while the session runs, by who may plan and by nobody else', async () => {
  show({ role: 'convenor', session: sampleSession('read'), phase: 'read' });
  await userEvent.click(screen.getByText('Running order'));
  expect(screen.getByRole('combobox', { name: 'Who presents Placed in IT' })).toBeTruthy();
  cleanup();
  show({ role: 'respondent', session: sampleSession('read'), phase: 'read' });
  expect(screen.queryByText('Running order')).toBeNull();
});

test('AGENDA-13 a presenter finds the profile as it was, and one band is sent alone', async () => {
  const [field, other] = PROFILE_FIELDS;
  if (field === undefined || other === undefined) throw new Error('There are twelve fields.');
  const kept = { ...EMPTY_NOTES, profile: { [field.id]: field.bands[0] ?? '' } };
  const state = { role: 'presenter' as const, session: PLANNED, mine: emptyPart({ notes: { board: kept } }) };
  show(state, { role: 'presenter' }, 'seat-1');
  await userEvent.click(screen.getByRole('button', { name: 'Prepare Placed in IT' }));
  expect(await screen.findByRole('combobox', { name: field.label })).toHaveValue(field.bands[0]);
  await userEvent.click(screen.getByRole('combobox', { name: other.label }));
  await userEvent.click(screen.getByRole('option', { name: other.bands[0] ?? '' }));
  expect(room.sent.at(-1)).toEqual({
    type: 'recap.own',
    board: 'board',
    notes: { profile: { [other.id]: other.bands[0] } },
  });
});

test('AGENDA-3 a plan begins with the boards that are here, and only for who may plan', async () => {
  show({ role: 'convenor', session: null });
  await userEvent.click(screen.getByRole('button', { name: 'Plan a session' }));
  expect(room.sent).toMatchObject([
    { type: 'slot.add', board: 'board', seat: null },
    { type: 'slot.add', board: 'board-2', seat: null },
  ]);
  cleanup();
  show({ role: 'respondent', session: null });
  expect(screen.queryByRole('button', { name: 'Plan a session' })).toBeNull();
});

test('AGENDA-4 the order, the minutes and the rules are changed by keyboard, each as one command', async () => {
  show({ role: 'convenor', session: PLANNED });
  const person = userEvent.setup();
  screen.getByRole('button', { name: 'Central core earlier' }).focus();
  await person.keyboard('{Enter}');
  expect(room.sent.at(-1)).toEqual({ type: 'slot.move', id: 'slot-2', to: 0 });
  expect(screen.getByText('Central core is number 1 of 2.')).toBeTruthy();
  await person.click(screen.getByText('Form, minutes and rules'));
  const read = screen.getByRole('textbox', { name: 'Read' });
  await person.clear(read);
  await person.type(read, '2.5{Enter}');
  expect(room.sent.at(-1)).toMatchObject({ type: 'rules.set', rules: { seconds: { read: 150, model: 180 } } });
  await person.click(screen.getByRole('radio', { name: /Sealed with a passphrase/ }));
  expect(room.sent.at(-1)).toEqual({ type: 'rules.set', rules: { mapping: 'seal' } });
});

test('AGENDA-5 everybody reads the rule and what becomes of what they write, and only the convenor finds its fields', () => {
  show({ role: 'respondent', session: PLANNED });
  const rules = within(screen.getByRole('note', { name: 'What holds in this session' }));
  rules.getByText('Use what you hear. Never say who said it, or where they work.');
  rules.getByText(/who wrote what is destroyed/);
  rules.getByText(/^30 days after the end everything is deleted/);
  expect(screen.queryByText('Form, minutes and rules')).toBeNull();
  expect(screen.queryByText('First readers and challengers')).toBeNull();
  expect(api.seats).not.toHaveBeenCalled();
  expect(api.plan).not.toHaveBeenCalled();
});

test('AGENDA-6 who reads a board first is dealt with one press and changed cell by cell', async () => {
  show({ role: 'convenor', session: PLANNED });
  const person = userEvent.setup();
  await person.click(screen.getByText('First readers and challengers'));
  const reads = await screen.findByRole('button', { name: 'Guest 4 reads Placed in IT first', pressed: true });
  await person.click(reads);
  expect(room.sent.at(-1)).toEqual({ type: 'slot.readers', id: 'slot-1', seats: [] });
  await person.click(screen.getByRole('button', { name: 'Guest 4 challenges Central core' }));
  expect(room.sent.at(-1)).toEqual({ type: 'slot.challengers', id: 'slot-2', seats: ['guest'] });
  await person.click(screen.getByRole('button', { name: 'Deal to who is here' }));
  expect(room.sent.at(-1)).toEqual({ type: 'readers.deal' });
});

test('AGENDA-7 a respondent reads which boards are theirs, and how many frictions they still owe', () => {
  const comments = [{ ...sampleComment({ id: 'c1', kind: 'friction', board: 'board-2' }), held: true }];
  const mine = emptyPart({ reads: ['slot-1'], challenges: ['slot-2'], comments });
  show({ role: 'respondent', session: PLANNED, mine });
  expect(screen.getByText(/You are first reader of/).textContent).toBe('You are first reader of Placed in IT.');
  expect(screen.getByText(/You challenge/).textContent).toBe(
    'You challenge Central core: at least two frictions, 1 of 2 pinned.',
  );
});

test('AGENDA-8 a session starts only when nothing is missing', async () => {
  const [first, second] = PLANNED.slots;
  if (first === undefined || second === undefined) throw new Error('The sample has two slots.');
  show({ role: 'convenor', session: { ...PLANNED, slots: [first, { ...second, checked: false }] } });
  expect(screen.getByRole('button', { name: 'Start the session' })).toHaveProperty('disabled', true);
  cleanup();
  show({ role: 'convenor', session: PLANNED });
  await userEvent.click(screen.getByRole('button', { name: 'Start the session' }));
  expect(room.sent).toEqual([{ type: 'run.start' }]);
});

test('AGENDA-9 a board is checked only when every word that may be a name was looked at', async () => {
  vi.spyOn(api, 'names').mockResolvedValue({ findings: [{ id: 'n1', kind: 'company', text: 'Example GmbH' }] });
  vi.spyOn(api, 'recap').mockRejectedValue(new Error('not yet'));
  const [first, ...others] = PLANNED.slots;
  if (first === undefined) throw new Error('The sample has two slots.');
  show(
    { role: 'presenter', session: { ...PLANNED, slots: [{ ...first, checked: false }, ...others] } },
    { role: 'presenter' },
    'seat-1',
  );
  const person = userEvent.setup();
  expect(screen.queryByRole('button', { name: 'Prepare Central core' })).toBeNull();
  await person.click(screen.getByRole('button', { name: 'Prepare Placed in IT' }));
  expect(await screen.findByRole('button', { name: 'Checked' })).toHaveProperty('disabled', true);
  await person.click(screen.getByRole('button', { name: 'Example GmbH is fine' }));
  await person.click(screen.getByRole('button', { name: 'Checked' }));
  expect(room.sent.at(-1)).toEqual({ type: 'slot.checked', id: 'slot-1', checked: true });
  await person.type(screen.getByRole('textbox', { name: 'First question' }), 'Who decides?{Tab}');
  expect(room.sent.at(-1)).toEqual({ type: 'slot.questions', id: 'slot-1', questions: ['Who decides?'] });
});

test('END-1 the end says what happens, and a mapping that is sealed asks for the passphrase twice', async () => {
  expect(passphraseProblem('eleven char', 'eleven char')).toBe('Use at least 12 characters.');
  expect(passphraseProblem('twelve chars', 'twelve other')).toBe('The two are not the same. Type it again.');
  const session = sampleSession('recap', { rules: { ...DEFAULT_RULES, mapping: 'seal' } });
  show({ role: 'convenor', phase: 'recap', session });
  const person = userEvent.setup();
  await person.click(screen.getByRole('button', { name: 'End the session' }));
  const dialog = within(await screen.findByRole('dialog', { name: 'End the session' }));
  dialog.getByText('On February 11, 2026 everything is deleted.');
  dialog.getByText('All links close. Nobody new comes in.');
  const end = dialog.getByRole('button', { name: 'End for everybody' });
  expect(end).toHaveProperty('disabled', true);
  await person.type(dialog.getByLabelText('Passphrase'), 'correct horse');
  await person.type(dialog.getByLabelText('Passphrase again'), 'correct horse');
  await person.click(end);
  expect(room.sent).toEqual([{ type: 'run.end', passphrase: 'correct horse' }]);
});

test('END-2 a sealed council says until when it is kept, and deletes or changes the date only for the convenor', async () => {
  const setDeleteAt = vi.spyOn(api, 'setDeleteAt').mockResolvedValue(council());
  const sealed = { ...PLANNED, endedAt: Date.UTC(2026, 0, 12, 17) };
  const until = { deleteAt: '2026-02-11T12:00:00Z' };
  show({ role: 'respondent', phase: 'sealed', session: sealed }, until);
  screen.getByRole('heading', { name: 'Sealed on January 12, 2026, deleted on February 11, 2026' });
  screen.getByRole('link', { name: 'Read the recap' });
  expect(screen.queryByRole('button', { name: 'Delete now' })).toBeNull();
  cleanup();
  show({ role: 'convenor', phase: 'sealed', session: sealed }, until);
  const remove = vi.spyOn(api, 'deleteCouncil').mockResolvedValue();
  await userEvent.click(screen.getByRole('button', { name: 'Delete now' }));
  expect(remove).not.toHaveBeenCalled();
  await userEvent.click(await screen.findByRole('button', { name: 'Delete everything' }));
  expect(remove).toHaveBeenCalledWith('council');
  expect(setDeleteAt).not.toHaveBeenCalled();
});
