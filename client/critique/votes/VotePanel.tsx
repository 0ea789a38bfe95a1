import { Button } from '@mantine/core';
import { X } from 'lucide-react';
import { type JSX, useState } from 'react';
import { useStore } from 'zustand';
import { type Vote, voteRule } from '#shared/critique/public.ts';
import { useRuntime } from '../../session/runtime.ts';
import panel from '../comments/Comments.module.css';
import type { CritiqueRoom } from '../critique-room.ts';
import { Ballot } from './Ballot.tsx';
import { PrepareVote } from './PrepareVote.tsx';
import { VoteResult } from './VoteResult.tsx';
import styles from './Votes.module.css';

const STATE_WORDS = { prepared: 'Prepared', shown: 'Opens soon', open: 'Open', closed: 'Closed' } as const;

function Shown({ room, vote, runs }: { readonly room: CritiqueRoom; readonly vote: Vote; readonly runs: boolean }) {
  const [changing, setChanging] = useState(false);
  if (runs && (changing || vote.state === 'prepared')) return <PrepareVote room={room} vote={vote} />;
  return (
    <>
      {vote.state === 'closed' ? <VoteResult vote={vote} /> : <p className={styles['rule']}>{voteRule(vote.budget)}</p>}
      {vote.state !== 'closed' && <Ballot room={room} vote={vote} />}
      {runs && (
        <div className={styles['steps']}>
          {vote.state === 'shown' && (
            <>
              <Button variant="default" onClick={() => setChanging(true)}>
                Change
              </Button>
              <Button onClick={() => void room.send({ type: 'vote.open', id: vote.id })}>Open the vote</Button>
            </>
          )}
          {vote.state === 'open' && (
            <Button onClick={() => void room.send({ type: 'vote.close', id: vote.id })}>Close and show</Button>
          )}
        </div>
      )}
    </>
  );
}

/** The closing vote beside the board: prepared, its rule shown, voted on in private, its result as a picture. */
export function VotePanel({ room }: { readonly room: CritiqueRoom }): JSX.Element {
  const runtime = useRuntime();
  const vote = useStore(room.store, (state) => state.session?.vote ?? null);
  useStore(room.store, (state) => state.role);
  const runs = room.can('vote.run', null);
  const close = (): void => {
    runtime.ui.setState({ dock: null });
    runtime.control?.focus();
  };
  return (
    <section className={panel['panel']} aria-label="Vote" data-vote={vote?.state ?? 'none'}>
      <header className={panel['title']}>
        <h2>{vote?.title || 'Vote'}</h2>
        <span>{vote !== null && STATE_WORDS[vote.state]}</span>
        <button type="button" className={panel['icon']} aria-label="Close the vote’s panel" onClick={close}>
          <X size={15} aria-hidden="true" />
        </button>
      </header>
      <div className={`${panel['scroll']} ${styles['body']}`}>
        {vote === null &&
          (runs ? (
            <PrepareVote room={room} vote={null} />
          ) : (
            <p className={styles['hint']}>The convenor puts together what is voted on. It shows here.</p>
          ))}
        {vote !== null && <Shown key={`${vote.id} ${vote.state}`} room={room} vote={vote} runs={runs} />}
      </div>
    </section>
  );
}
