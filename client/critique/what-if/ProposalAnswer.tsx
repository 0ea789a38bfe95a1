import { Button, TextInput } from '@mantine/core';
import { type FormEvent, type JSX, useState } from 'react';
import type { BoardRuntime } from '../../session/runtime.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { acceptProposal, putAside } from './answer-proposal.ts';
import type { ProposalStanding, Proposed } from './proposals.ts';
import styles from './WhatIf.module.css';

interface Props {
  readonly runtime: BoardRuntime;
  readonly room: CritiqueRoom;
  readonly comment: Proposed;
  readonly standing: ProposalStanding;
}

/** What the presenter of the board can say to a proposal: take it over, keep it for later, or no with a sentence. */
export function ProposalAnswer({ runtime, room, comment, standing }: Props): JSX.Element | null {
  const [busy, setBusy] = useState(false);
  const [declining, setDeclining] = useState(false);
  const [text, setText] = useState('');
  if (!room.can('proposal.answer') || standing === 'accepted') return null;
  const during = async (work: Promise<boolean>): Promise<void> => {
    setBusy(true);
    const done = await work;
    setBusy(false);
    if (done) setDeclining(false);
  };
  const decline = (event: FormEvent): void => {
    event.preventDefault();
    void during(putAside(runtime, room, comment.id, 'declined', text));
  };
  if (declining) {
    return (
      <form className={styles['decline']} onSubmit={decline}>
        <TextInput
          label="Why not, if you want to say"
          size="xs"
          maxLength={500}
          autoFocus
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            setDeclining(false);
          }}
        />
        <div className={styles['answers']}>
          <Button type="submit" size="xs" className={styles['button'] ?? ''} loading={busy}>
            Decline
          </Button>
          <Button
            size="xs"
            variant="default"
            className={styles['button'] ?? ''}
            disabled={busy}
            onClick={() => setDeclining(false)}
          >
            Back
          </Button>
        </div>
      </form>
    );
  }
  return (
    <fieldset className={styles['answers']} aria-label="Answer the proposal">
      {room.can('board.edit') && (
        <Button
          size="xs"
          className={styles['button'] ?? ''}
          loading={busy}
          onClick={() => void during(acceptProposal(runtime, room, comment))}
        >
          Accept
        </Button>
      )}
      {standing !== 'parked' && (
        <Button
          size="xs"
          variant="default"
          className={styles['button'] ?? ''}
          disabled={busy}
          onClick={() => void during(putAside(runtime, room, comment.id, 'parked', ''))}
        >
          Park
        </Button>
      )}
      {standing !== 'declined' && (
        <Button
          size="xs"
          variant="default"
          className={styles['button'] ?? ''}
          disabled={busy}
          onClick={() => setDeclining(true)}
        >
          Decline
        </Button>
      )}
    </fieldset>
  );
}
