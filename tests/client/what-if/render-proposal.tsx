import { MantineProvider } from '@mantine/core';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import type { Comment } from '#shared/critique/comment.ts';
import { patchBetween } from '#shared/critique/patch/between.ts';
import { patchChanges } from '#shared/critique/patch/changes.ts';
import { CritiqueContext } from '../../../client/critique/critique-room.ts';
import { createWhatIfDraft } from '../../../client/critique/what-if/draft-runtime.ts';
import { type BoardRuntime, RuntimeContext } from '../../../client/session/runtime.ts';
import { type FakeCritique, fakeCritique, sampleComment } from '../../support/fake-critique.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

export interface ProposalPage {
  readonly runtime: FakeRuntime & BoardRuntime;
  readonly room: FakeCritique;
  readonly ops: string;
  readonly brand: string;
  readonly proposal: Comment;
  show(children: ReactNode): void;
  /** The answer of the presenter arrives from the server. */
  answered(status: 'accepted' | 'parked' | 'declined', text?: string): void;
}

/** A board of two teams under a boss, and the proposal to put the one under the other; the reader is its presenter. */
export function proposalPage(role: 'presenter' | 'respondent' = 'presenter'): ProposalPage {
  const runtime = createFakeRuntime(role);
  const cmo = runtime.add('role', 'Chief marketing officer');
  const ops = runtime.add('unit', 'Marketing operations', { y: 200, boss: cmo });
  const brand = runtime.add('unit', 'Brand', { x: 300, y: 200, boss: cmo });
  runtime.undo.stop();
  const draft = createWhatIfDraft(runtime);
  draft.runtime.editor.reparent([brand], ops);
  const patch = patchBetween(runtime.board, draft.runtime.view.board, 'now');
  draft.destroy();
  const proposal = sampleComment({
    id: 'w1',
    kind: 'what-if',
    text: 'One person would decide the order of work.',
    proposal: { patch, changes: patchChanges(runtime.board, patch), status: 'open', answer: null },
  });
  const room = fakeCritique({ role, comments: [proposal] });
  const whole = Object.assign(runtime, { critique: room });
  return {
    runtime: whole,
    room,
    ops,
    brand,
    proposal,
    show(children) {
      render(
        <MantineProvider env="test">
          <CritiqueContext value={room}>
            <RuntimeContext value={whole}>{children}</RuntimeContext>
          </CritiqueContext>
        </MantineProvider>,
      );
    },
    answered(status, text = '') {
      const by = { alias: 'Org A', who: 'a', as: 'presenter' as const };
      const answer = { by, at: Date.UTC(2026, 10, 22, 14, 30), text };
      const { proposal: was } = proposal;
      if (was === null) throw new Error('It carries a proposal.');
      room.store.setState({ comments: [{ ...proposal, proposal: { ...was, status, answer } }] });
    },
  };
}
