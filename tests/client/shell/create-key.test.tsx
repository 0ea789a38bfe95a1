import { cleanup, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CreateKeyDialog } from '../../../client/home/CreateKeyDialog.tsx';
import { withKey } from '../../../client/home/create-key.ts';
import { ApiError } from '../../../client/session/api.ts';
import { renderPage, stubBrowser } from './render-page.tsx';

/** Makes something on a server that wants the key "open". */
const make = async (key: string | undefined): Promise<string> => {
  if (key === undefined) throw new ApiError('create-key-needed', 'This server asks for a key.', 401);
  if (key !== 'open') throw new ApiError('create-key-wrong', 'The key is wrong.', 403);
  return 'made';
};

describe('a server with a create key', () => {
  beforeEach(() => {
    stubBrowser();
    window.sessionStorage.clear();
  });
  afterEach(cleanup);

  it('CREATE-KEY-1 asks in a dialog until the key fits, and remembers it for this tab', async () => {
    renderPage(<CreateKeyDialog />);
    const made = withKey(make);
    await userEvent.type(await screen.findByLabelText(/Create key/), 'wrong{Enter}');
    expect(await screen.findByText(/That is not the key/)).toBeVisible();
    await userEvent.type(screen.getByLabelText(/Create key/), 'open{Enter}');
    await expect(made).resolves.toBe('made');
    await expect(withKey(make)).resolves.toBe('made');
  });

  it('CREATE-KEY-2 giving up ends with the sentence of the server, and nothing is remembered', async () => {
    renderPage(<CreateKeyDialog />);
    const refused = expect(withKey(make)).rejects.toThrow('This server asks for a key.');
    await userEvent.click(await screen.findByRole('button', { name: 'Cancel' }));
    await refused;
    expect(window.sessionStorage.length).toBe(0);
  });

  it('CREATE-KEY-3 any other refusal is passed on at once', async () => {
    const refused = new ApiError('too-many', 'Too many at once. Wait a minute.', 429);
    await expect(withKey(() => Promise.reject(refused))).rejects.toBe(refused);
    expect(screen.queryByRole('dialog')).toBeNull();
  });
});
