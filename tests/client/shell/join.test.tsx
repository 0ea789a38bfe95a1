import { cleanup, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { JoinPage } from '../../../client/home/JoinPage.tsx';
import { renderPage, stubBrowser } from './render-page.tsx';

interface Asked {
  readonly path: string;
  readonly body: string | null;
}

/** A server that answers by path; what it was asked is kept. */
function server(answers: Readonly<Record<string, { readonly status?: number; readonly body: unknown }>>): Asked[] {
  const asked: Asked[] = [];
  vi.stubGlobal('fetch', async (path: string, init?: { body?: string }) => {
    asked.push({ path, body: init?.body ?? null });
    const answer = answers[path];
    if (answer === undefined) throw new TypeError('no such answer');
    return new Response(JSON.stringify(answer.body), { status: answer.status ?? 200 });
  });
  return asked;
}

const boards = (...ids: string[]) => ({ body: { boards: ids.map((id) => ({ id })) } });

describe('joining by a link', () => {
  beforeEach(stubBrowser);
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
    window.history.replaceState(null, '', '/');
  });

  it('JOIN-1 takes the secret out of the address bar before the server is asked', async () => {
    window.history.replaceState(null, '', '/join#s3cret');
    let during = '';
    const asked = server({ '/api/join': { body: { councilId: 'c1' } }, '/api/councils/c1': boards('b1', 'b2') });
    const fetching = globalThis.fetch;
    vi.stubGlobal('fetch', (path: string, init?: RequestInit) => {
      during ||= window.location.href;
      return fetching(path, init);
    });
    renderPage(<JoinPage />);
    await waitFor(() => expect(screen.getByLabelText('address')).toHaveTextContent('/c/c1'));
    expect(during).not.toContain('s3cret');
    expect(window.location.href).not.toContain('s3cret');
    expect(asked.filter(({ path }) => path === '/api/join')).toEqual([
      { path: '/api/join', body: JSON.stringify({ secret: 's3cret' }) },
    ]);
  });

  it('JOIN-2 goes straight to the only board', async () => {
    window.history.replaceState(null, '', '/join#s3cret');
    server({ '/api/join': { body: { councilId: 'c1' } }, '/api/councils/c1': boards('b1') });
    renderPage(<JoinPage />);
    await waitFor(() => expect(screen.getByLabelText('address')).toHaveTextContent('/c/c1/b/b1'));
  });

  it('JOIN-3 says the server’s sentence when the link is closed, with a way out', async () => {
    window.history.replaceState(null, '', '/join#old');
    const sentence = 'This link was closed. Ask the convenor for a new one.';
    server({ '/api/join': { status: 404, body: { error: 'link-not-found', sentence } } });
    renderPage(<JoinPage />);
    expect(await screen.findByText(sentence)).toBeVisible();
    expect(screen.getByRole('link', { name: 'Go to my boards' })).toHaveAttribute('href', '/');
  });

  it('JOIN-4 says so when the link has lost its end, and asks nobody', async () => {
    window.history.replaceState(null, '', '/join');
    const asked = server({});
    renderPage(<JoinPage />);
    expect(await screen.findByText(/not complete/)).toBeVisible();
    expect(asked).toEqual([]);
  });
});
