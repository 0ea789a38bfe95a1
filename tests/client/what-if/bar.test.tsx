import { act, cleanup, fireEvent, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createWhatIfDraft, type WhatIfDraft } from '../../../client/critique/what-if/draft-runtime.ts';
import { keptWhatIf } from '../../../client/critique/what-if/kept-what-if.ts';
import { WhatIfBar } from '../../../client/critique/what-if/WhatIfBar.tsx';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { type ProposalPage, proposalPage } from './render-proposal.tsx';

const PLACE = { councilId: 'council', boardId: 'board', seat: 'me' };
let drafts: WhatIfDraft[] = [];

beforeEach(stubBrowser);
afterEach(() => {
  cleanup();
  for (const draft of drafts) draft.destroy();
  drafts = [];
  window.localStorage.clear();
});

/** The bar over a copy on which one team was put under the other. */
function drawing(): ProposalPage & { readonly draft: WhatIfDraft } {
  const page = proposalPage('respondent');
  page.room.ui.setState({ whatIf: 'drawing' });
  const draft = createWhatIfDraft(page.runtime);
  drafts.push(draft);
  draft.runtime.editor.reparent([page.brand], page.ops);
  page.show(<WhatIfBar room={page.room} draft={draft} place={PLACE} kept={null} />);
  return { ...page, draft };
}

const press = (name: string): boolean => fireEvent.click(screen.getByRole('button', { name }));

async function writeReason(reason: string): Promise<HTMLElement> {
  press('Give a reason and send');
  const field = await screen.findByLabelText('Your reason');
  fireEvent.change(field, { target: { value: reason } });
  return field;
}

describe('the bar over a what-if', () => {
  it('WHATIF-17 sends nothing without a reason, and with one the comment, what it stands on and the change', async () => {
    const { room, brand, draft } = drawing();
    expect(keptWhatIf(PLACE)?.patch.relations).toHaveLength(1);
    const field = await writeReason('  ');
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    expect(await screen.findByText('Say why in a few words. The presenter reads it first.')).toBeVisible();
    expect(room.sent).toEqual([]);
    fireEvent.change(field, { target: { value: ' One person decides ' } });
    expect(keptWhatIf(PLACE)?.reason).toBe(' One person decides ');
    fireEvent.keyDown(field, { key: 'Enter', ctrlKey: true });
    await waitFor(() => expect(room.sent).toHaveLength(1));
    const { patch } = draft.store.getState();
    expect(room.sent[0]).toMatchObject({
      type: 'comment.add',
      comment: {
        board: 'board',
        kind: 'what-if',
        text: 'One person decides',
        anchor: { on: 'element', id: brand, name: 'Brand' },
        patch,
      },
    });
    await waitFor(() => expect(room.ui.getState().whatIf).toBeNull());
    expect(keptWhatIf(PLACE)).toBeNull();
  });

  it('WHATIF-18 keeps the drawing and its reason when the server refuses', async () => {
    const { room } = drawing();
    room.answers = false;
    await writeReason('One person decides');
    press('Send');
    await waitFor(() => expect(room.sent).toHaveLength(1));
    expect(room.ui.getState().whatIf).toBe('drawing');
    expect(keptWhatIf(PLACE)?.reason).toBe('One person decides');
  });

  it('WHATIF-19 counts, undoes, leaves when there is nothing, and discards what there is', () => {
    const { room, runtime } = drawing();
    const count = (): string | null =>
      screen.getByRole('region', { name: 'What if' }).querySelector('[role=status]')?.textContent ?? null;
    expect(count()).toBe('1 change');
    act(() => {
      press('Undo');
    });
    expect(count()).toBe('No changes yet');
    expect(keptWhatIf(PLACE)).toBeNull();
    expect(screen.getByRole('button', { name: 'Give a reason and send' })).toBeDisabled();
    press('Leave');
    expect(room.ui.getState().whatIf).toBeNull();
    expect(runtime.notices).toEqual([]);
    cleanup();
    const again = drawing();
    press('Discard');
    expect(again.room.ui.getState().whatIf).toBeNull();
    expect(again.runtime.notices).toEqual(['What-if discarded.']);
    expect(keptWhatIf(PLACE)).toBeNull();
  });
});
