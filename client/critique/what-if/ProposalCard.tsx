import { Button } from '@mantine/core';
import { Check, CircleDashed, CirclePause, Eye, EyeOff, type LucideIcon, Undo2, X } from 'lucide-react';
import type { JSX } from 'react';
import { useStore } from 'zustand';
import type { Comment } from '#shared/critique/comment.ts';
import { ROLE_WORDS } from '#shared/rights/roles.ts';
import { useRuntime } from '../../session/runtime.ts';
import { useCritique } from '../critique-room.ts';
import { ChangeList } from './ChangeList.tsx';
import { ProposalAnswer } from './ProposalAnswer.tsx';
import { isProposed, type ProposalStanding, type Proposed, STANDING_WORDS, standingOf, useCites } from './proposals.ts';
import styles from './WhatIf.module.css';

const ICONS: Readonly<Record<ProposalStanding, LucideIcon>> = {
  open: CircleDashed,
  accepted: Check,
  undone: Undo2,
  parked: CirclePause,
  declined: X,
};

const clock = (at: number): string =>
  new Date(at).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit' });

interface Props {
  readonly comment: Comment;
  /** Writes the reason too, where no thread around it does. */
  readonly reason?: boolean;
}

/** What became of a proposal, who said so and when. */
function Standing({ comment, standing }: { readonly comment: Proposed; readonly standing: ProposalStanding }) {
  const { answer } = comment.proposal;
  const Icon = ICONS[standing];
  const by = answer === null ? '' : `${answer.by.alias}, ${ROLE_WORDS[answer.by.as].label.toLowerCase()}`;
  return (
    <>
      <p className={styles['standing']} data-standing={standing} role="status">
        <Icon size={14} aria-hidden="true" />
        <strong>{STANDING_WORDS[standing]}</strong>
        {answer !== null && (
          <span>
            {by} · <time dateTime={new Date(answer.at).toISOString()}>{clock(answer.at)}</time>
          </span>
        )}
      </p>
      {answer !== null && answer.text !== '' && <p className={styles['why']}>{answer.text}</p>}
    </>
  );
}

/**
 * The proposal that a what-if carries: its changes as sentences, what became of it, and, for the presenter, the answer. Nothing
 * for a comment without one. Needs the board's runtime and the critique room.
 */
export function ProposalCard({ comment, reason = false }: Props): JSX.Element | null {
  const runtime = useRuntime();
  const room = useCritique();
  const cites = useCites(runtime);
  const shown = useStore(room.ui, (ui) => ui.proposal === comment.id);
  // Rights come with the session.
  useStore(room.store, (state) => state);
  if (!isProposed(comment)) return null;
  const standing = standingOf(comment, cites);
  const toggle = (): void => room.ui.setState({ proposal: shown ? null : comment.id });
  return (
    <section className={styles['card']} aria-label="Proposed change">
      {reason && <p className={styles['reason']}>{comment.text}</p>}
      <ChangeList title="What would change" changes={comment.proposal.changes} />
      <Standing comment={comment} standing={standing} />
      {standing !== 'accepted' && (
        <Button
          size="xs"
          variant="default"
          className={styles['button'] ?? ''}
          leftSection={shown ? <EyeOff size={14} /> : <Eye size={14} />}
          aria-pressed={shown}
          onClick={toggle}
        >
          {shown ? 'Back to the board' : 'Show on the board'}
        </Button>
      )}
      <ProposalAnswer runtime={runtime} room={room} comment={comment} standing={standing} />
    </section>
  );
}
