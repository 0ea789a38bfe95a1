import { ActionIcon, Button } from '@mantine/core';
import { ChevronLeft, ChevronRight, CircleAlert, Eye } from 'lucide-react';
import { type JSX, useEffect } from 'react';
import { useStore } from 'zustand';
import { useRuntime } from '../../session/runtime.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { ProposalAnswer } from './ProposalAnswer.tsx';
import { type Proposed, STANDING_WORDS, standingOf, useCites, useProposals } from './proposals.ts';
import { useShownProposal } from './use-shown-proposal.ts';
import styles from './WhatIf.module.css';

const OPEN_ELSEWHERE = 'input,textarea,select,[contenteditable="true"],[role="dialog"],[role="menu"],[role="listbox"]';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(OPEN_ELSEWHERE) !== null;

/** While a proposal is shown over the board: which it is, the next and the one before, the answer, the way back. */
export function ProposalBar({ room }: { readonly room: CritiqueRoom }): JSX.Element | null {
  const runtime = useRuntime();
  const cites = useCites(runtime);
  const id = useStore(room.ui, (ui) => ui.proposal);
  useStore(room.store, (state) => state);
  const all = useProposals(room).filter((one) => one.id === id || standingOf(one, cites) !== 'accepted');
  const at = all.findIndex((one) => one.id === id);
  const comment: Proposed | null = all[at] ?? null;
  const skipped = useShownProposal(runtime, room, comment);
  const close = (): void => room.ui.setState({ proposal: null });
  const missing = comment === null;

  useEffect(() => {
    // It was taken back, or accepted by somebody else.
    if (missing) room.ui.setState({ proposal: null });
  }, [room, missing]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== 'Escape' || event.defaultPrevented || isTyping(event.target)) return;
      event.preventDefault();
      event.stopPropagation();
      room.ui.setState({ proposal: null });
      runtime.ui.setState({ announcement: 'The board as it is.' });
      runtime.control?.focus();
    };
    // Before the keys of the board.
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [room, runtime]);
  const changes = comment?.proposal.changes;
  useEffect(() => {
    if (changes !== undefined) runtime.ui.setState({ announcement: `Proposal shown. ${changes.join(' ')}` });
  }, [runtime, changes]);

  if (comment === null) return null;
  const go = (by: 1 | -1): void => {
    const next = all[(at + by + all.length) % all.length];
    if (next !== undefined) room.ui.setState({ proposal: next.id, open: next.id });
  };
  const standing = standingOf(comment, cites);
  return (
    <section className={styles['bar']} aria-label="Proposal on the board" data-proposal-bar>
      <div className={styles['row']}>
        <Eye size={16} aria-hidden="true" className={styles['icon']} />
        <p className={styles['words']}>
          <strong>{comment.text === '' ? 'A proposal' : comment.text}</strong>
          <span>
            Proposed, not yet in{standing === 'open' ? '' : ` · ${STANDING_WORDS[standing].toLowerCase()}`}
            {all.length > 1 ? ` · ${at + 1} of ${all.length}` : ''}
          </span>
        </p>
        {all.length > 1 && (
          <span className={styles['steps']}>
            <ActionIcon variant="subtle" size={30} aria-label="Proposal before" onClick={() => go(-1)}>
              <ChevronLeft size={16} />
            </ActionIcon>
            <ActionIcon variant="subtle" size={30} aria-label="Next proposal" onClick={() => go(1)}>
              <ChevronRight size={16} />
            </ActionIcon>
          </span>
        )}
        <ProposalAnswer key={comment.id} runtime={runtime} room={room} comment={comment} standing={standing} />
        <Button size="xs" variant="default" className={styles['button'] ?? ''} onClick={close}>
          Back to the board <kbd>Esc</kbd>
        </Button>
      </div>
      {skipped.length > 0 && (
        <p className={styles['lost']}>
          <CircleAlert size={14} aria-hidden="true" />
          <span>{skipped.join(' ')}</span>
        </p>
      )}
    </section>
  );
}
