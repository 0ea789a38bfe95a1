import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { useStore } from 'zustand';
import { readCites } from '#shared/board/cites.ts';
import { documentText } from '#shared/board/file.ts';
import { reportsId } from '#shared/board/model.ts';
import { useCritique } from '../../../client/critique/critique-room.ts';
import { ProposalBar } from '../../../client/critique/what-if/ProposalBar.tsx';
import { ProposalCard } from '../../../client/critique/what-if/ProposalCard.tsx';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { proposalPage } from './render-proposal.tsx';

beforeEach(stubBrowser);
afterEach(cleanup);

/** The card as a thread shows it: with what the lane says now. */
function Card() {
  const room = useCritique();
  const comment = useStore(room.store, (state) => state.comments[0]);
  return comment === undefined ? null : <ProposalCard comment={comment} reason />;
}

const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));

describe('the card of a proposal', () => {
  it('WHATIF-8 reads its reason and its changes to everybody; only the presenter answers', () => {
    const page = proposalPage('respondent');
    page.show(<Card />);
    expect(screen.getByText('One person would decide the order of work.')).toBeVisible();
    expect(screen.getByRole('list', { name: 'What would change' })).toHaveTextContent(
      'Brand moved from Chief marketing officer to Marketing operations.',
    );
    expect(screen.getByRole('status')).toHaveTextContent('Not answered yet');
    expect(screen.queryByRole('button', { name: 'Accept' })).toBeNull();
    act(() => page.answered('parked', 'For the next round'));
    expect(screen.getByRole('status')).toHaveTextContent(/^Parked\s*Org A, presenter · /);
    expect(screen.getByText('For the next round')).toBeVisible();
  });

  it('WHATIF-9 accepts as one step that cites it; undone, the card says so', async () => {
    const page = proposalPage();
    page.room.time += 0.25;
    page.show(<Card />);
    press('Accept');
    await waitFor(() => expect(page.room.sent).toHaveLength(1));
    expect(page.room.sent[0]).toEqual({ type: 'proposal.answer', id: 'w1', answer: 'accepted', text: '' });
    const boss = () => page.runtime.board.relations.get(reportsId(page.brand))?.to;
    expect(boss()).toBe(page.ops);
    expect(readCites(page.runtime.doc).get('w1')).toBe(Math.round(page.room.time));
    act(() => page.answered('accepted'));
    expect(screen.getByRole('status')).toHaveTextContent(/^Accepted\s*Org A, presenter/);
    expect(screen.queryByRole('button', { name: 'Show on the board' })).toBeNull();
    act(() => {
      page.runtime.undo.undo();
    });
    expect(boss()).not.toBe(page.ops);
    expect(screen.getByRole('status')).toHaveTextContent('Accepted, then undone');
    act(() => {
      page.runtime.undo.redo();
    });
    expect(screen.getByRole('status')).toHaveTextContent(/^Accepted\s*Org A/);
  });

  it('WHATIF-10 refused by the server, the board is as it was, and it says so', async () => {
    const page = proposalPage();
    const before = page.runtime.board;
    page.room.answers = false;
    page.show(<Card />);
    press('Accept');
    await waitFor(() =>
      expect(page.runtime.notices).toEqual(['The proposal could not be accepted. The board is as it was.']),
    );
    expect(page.runtime.board).toEqual(before);
    expect(readCites(page.runtime.doc).size).toBe(0);
  });

  it('WHATIF-11 refused after something else was drawn meanwhile, that stays', async () => {
    const page = proposalPage();
    let refuse: (value: boolean) => void = () => undefined;
    page.room.send = () =>
      new Promise((done) => {
        refuse = done;
      });
    page.show(<Card />);
    press('Accept');
    await act(async () => page.runtime.editor.rename(page.ops, 'Operations hub'));
    await act(async () => refuse(false));
    expect(page.runtime.board.relations.get(reportsId(page.brand))?.to).not.toBe(page.ops);
    expect(page.runtime.board.elements.get(page.ops)?.name).toBe('Operations hub');
    expect(readCites(page.runtime.doc).size).toBe(0);
  });

  it('WHATIF-22 made for a state that is gone, it changes nothing and says so', async () => {
    const page = proposalPage();
    const { proposal } = page.proposal;
    if (proposal === null) throw new Error('It carries a proposal.');
    const elsewhere = { ...proposal, patch: { ...proposal.patch, state: 'target' as const } };
    page.room.store.setState({ comments: [{ ...page.proposal, proposal: elsewhere }] });
    const before = documentText(page.runtime.doc);
    page.show(<Card />);
    press('Accept');
    await waitFor(() => expect(page.runtime.notices[0]).toMatch(/^Nothing of this proposal fits the board any more\./));
    expect(documentText(page.runtime.doc)).toBe(before);
    expect(page.room.sent).toEqual([]);
  });

  it('WHATIF-12 declines with a sentence or without one', async () => {
    const page = proposalPage();
    page.show(<Card />);
    press('Decline');
    fireEvent.change(screen.getByLabelText('Why not, if you want to say'), { target: { value: ' Too early ' } });
    press('Decline');
    await waitFor(() => expect(page.room.sent).toHaveLength(1));
    expect(page.room.sent[0]).toEqual({ type: 'proposal.answer', id: 'w1', answer: 'declined', text: 'Too early' });
    act(() => page.answered('declined', 'Too early'));
    expect(await screen.findByRole('button', { name: 'Accept' })).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Decline' })).toBeNull();
  });

  it('WHATIF-13 is nothing while the opinion has not been opened', () => {
    const page = proposalPage();
    page.room.store.setState({ comments: [{ ...page.proposal, heard: false, text: '', proposal: null }] });
    page.show(<Card />);
    expect(screen.queryByRole('region', { name: 'Proposed change' })).toBeNull();
  });
});

describe('a proposal over the board', () => {
  function ShownOnly() {
    const room = useCritique();
    return useStore(room.ui, (ui) => ui.proposal !== null) ? <ProposalBar room={room} /> : null;
  }

  it('WHATIF-14 shows the board as it would be, draws nothing, follows the board, and Escape ends it', () => {
    const page = proposalPage();
    page.show(
      <>
        <Card />
        <ShownOnly />
      </>,
    );
    press('Show on the board');
    const { view, ui } = page.runtime;
    expect(view.board.relations.get(reportsId(page.brand))?.to).toBe(page.ops);
    expect(ui.getState().comparison).toMatchObject({ as: 'proposed' });
    expect(ui.getState().announcement).toContain('Brand moved from Chief marketing officer to Marketing operations.');
    expect(page.runtime.revealed).toHaveLength(1);
    act(() => page.runtime.doc.transact(() => page.runtime.editor.rename(page.ops, 'Hub')));
    expect(view.board.elements.get(page.ops)?.name).toBe('Hub');
    fireEvent.keyDown(document.body, { key: 'Escape' });
    expect(page.room.ui.getState().proposal).toBeNull();
    expect(view.isShowing).toBe(false);
    expect(ui.getState().comparison).toBeNull();
    expect(view.board.relations.get(reportsId(page.brand))?.to).not.toBe(page.ops);
    expect(page.room.sent).toEqual([]);
  });

  it('WHATIF-15 says what no longer fits, and steps from one proposal to the next', () => {
    const page = proposalPage();
    const second = { ...page.proposal, id: 'w2', at: page.proposal.at + 60_000, text: 'Another way' };
    page.room.store.setState({ comments: [page.proposal, second] });
    page.runtime.editor.remove([page.ops]);
    page.show(<ShownOnly />);
    act(() => page.room.ui.setState({ proposal: 'w1' }));
    const bar = screen.getByRole('region', { name: 'Proposal on the board' });
    expect(bar).toHaveTextContent('1 of 2');
    expect(bar).toHaveTextContent('“Brand” can no longer report to');
    press('Next proposal');
    expect(page.room.ui.getState().proposal).toBe('w2');
    expect(bar).toHaveTextContent('Another way');
  });

  it('WHATIF-16 closes when it is accepted from the bar, and then the board itself holds it', async () => {
    const page = proposalPage();
    page.show(<ShownOnly />);
    act(() => page.room.ui.setState({ proposal: 'w1' }));
    press('Accept');
    await waitFor(() => expect(page.room.sent).toHaveLength(1));
    expect(page.runtime.view.isShowing).toBe(false);
    expect(page.runtime.board.relations.get(reportsId(page.brand))?.to).toBe(page.ops);
    expect(page.runtime.undo.undo()).toBe(true);
    expect(page.runtime.board.relations.get(reportsId(page.brand))?.to).not.toBe(page.ops);
  });
});
