import { MantineProvider } from '@mantine/core';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Seat } from '#shared/protocol/api.ts';
import { OtherDevice } from '../../../client/council/OtherDevice.tsx';
import { ShareDialog } from '../../../client/council/ShareDialog.tsx';
import { api } from '../../../client/session/api.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';

const GUEST: Seat = {
  id: 'guest',
  alias: 'Guest 4',
  who: 'd',
  role: 'respondent',
  link: null,
  online: true,
  mine: false,
};

const ME: Seat = { ...GUEST, id: 'me', alias: 'Org A', who: 'a', role: 'convenor', mine: true };

beforeEach(() => {
  stubBrowser();
  vi.spyOn(api, 'links').mockResolvedValue([]);
  vi.spyOn(api, 'seats').mockResolvedValue([ME, GUEST]);
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

const show = (sealed: boolean) =>
  render(
    <MantineProvider env="test">
      <ShareDialog councilId="council" sealed={sealed} onClose={() => undefined} />
    </MantineProvider>,
  );

test('ROLE-1 the convenor gives somebody another role, and takes their own seat alone to another device', async () => {
  const setRole = vi.spyOn(api, 'setRole').mockResolvedValue({ ...GUEST, role: 'scribe' });
  vi.spyOn(api, 'seatKey').mockResolvedValue({ secret: 'once' });
  show(false);
  const person = userEvent.setup();
  await person.click(await screen.findByRole('combobox', { name: 'Role of Guest 4' }));
  // Nobody is made a challenger: it is dealt for one board.
  expect(screen.getAllByRole('option').map((one) => one.textContent)).toEqual([
    'Convenor',
    'Presenter',
    'Scribe',
    'Respondent',
    'Observer',
  ]);
  await person.click(screen.getByRole('option', { name: 'Scribe' }));
  expect(setRole).toHaveBeenCalledWith('council', 'guest', 'scribe');
  // Who holds a seat reads its silent comments and votes.
  expect(screen.queryByRole('button', { name: 'Link for another device of Guest 4' })).toBeNull();
  await person.click(screen.getByRole('button', { name: 'Link for another device of Org A' }));
  const link = await screen.findByRole('textbox', { name: 'Link for another device of Org A' });
  expect(link).toHaveProperty('value', `${window.location.origin}/join#once`);
});

test('ROLE-2 after the end nobody is invited any more, and access can still be ended', async () => {
  show(true);
  const dialog = within(await screen.findByRole('dialog', { name: 'Who has access' }));
  await dialog.findByRole('button', { name: 'End the seat of Guest 4' });
  expect(dialog.queryByRole('button', { name: /^New link/ })).toBeNull();
});

test('ROLE-3 a seat goes to another device only after its owner asks for the link', async () => {
  const key = vi.spyOn(api, 'seatKey').mockResolvedValue({ secret: 'mine' });
  render(
    <MantineProvider env="test">
      <OtherDevice councilId="council" seat="me" onClose={() => undefined} />
    </MantineProvider>,
  );
  expect(key).not.toHaveBeenCalled();
  await userEvent.click(await screen.findByRole('button', { name: 'Make the link' }));
  expect(key).toHaveBeenCalledWith('council', 'me');
  expect(await screen.findByRole('textbox', { name: 'Link for another device' })).toHaveProperty(
    'value',
    `${window.location.origin}/join#mine`,
  );
});
