import { type JSX, useState } from 'react';
import { useStore } from 'zustand';
import type { Vote } from '#shared/critique/public.ts';
import { useRuntime } from '../../session/runtime.ts';
import { Dots } from '../comments/Dots.tsx';
import type { CritiqueRoom } from '../critique-room.ts';
import { placedOn } from './items.ts';
import styles from './Votes.module.css';

const NOTHING: Readonly<Record<string, number>> = {};

/** My votes: placed and changed until the vote is closed; nobody sees them before, and never whose they were. */
export function Ballot({ room, vote }: { readonly room: CritiqueRoom; readonly vote: Vote }): JSX.Element {
  const runtime = useRuntime();
  const kept = useStore(room.store, (state) => state.mine?.votes ?? NOTHING);
  // What was just placed shows at once; the server's word takes its place.
  const [sending, setSending] = useState<Readonly<Record<string, number>> | null>(null);
  const mine = sending ?? kept;
  const open = vote.state === 'open' && room.can('vote.cast', null);
  const left = Math.max(0, vote.budget - placedOn(mine));
  const place = (id: string, n: number): void => {
    const { [id]: _, ...rest } = mine;
    const dots = n === 0 ? rest : { ...rest, [id]: n };
    setSending(dots);
    void room.send({ type: 'vote.cast', id: vote.id, dots }).then((taken) => {
      setSending((now) => (now === dots ? null : now));
      if (taken) runtime.ui.setState({ announcement: `${placedOn(dots)} of ${vote.budget} votes placed.` });
    });
  };
  return (
    <>
      {open && (
        <p className={styles['placed']} data-vote-placed>
          {vote.budget - left} of {vote.budget} votes placed
        </p>
      )}
      <ol className={styles['ballot']} aria-label="Items">
        {vote.items.map(({ id, label, comments }) => (
          <li key={id}>
            <span>
              {label}
              {comments.length > 1 && <small>{comments.length} comments</small>}
            </span>
            {open && (
              <Dots
                word="Votes"
                of={label}
                value={mine[id] ?? 0}
                budget={vote.budget}
                left={left}
                onChange={(n) => place(id, n)}
              />
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
