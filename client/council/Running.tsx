import { Button } from '@mantine/core';
import { ArrowRight, Flag } from 'lucide-react';
import { type JSX, useEffect, useState } from 'react';
import { useLocation, useNavigate } from 'react-router';
import { PHASE_WORDS } from '#shared/critique/agenda.ts';
import type { Council } from '#shared/protocol/api.ts';
import { usePeople } from '../critique/attention/use-people.ts';
import { useClock } from '../critique/bar/use-clock.ts';
import { useCritique } from '../critique/critique-room.ts';
import { slotNow } from '../critique/room/session-standing.ts';
import { useCritiqueState } from '../critique/room/use-session.ts';
import { Agenda } from './Agenda.tsx';
import { EndDialog } from './EndDialog.tsx';
import { MyTurn } from './MyTurn.tsx';
import { Programme } from './Programme.tsx';
import { titleOf } from './parts.tsx';
import { RulesRead } from './RulesRead.tsx';
import styles from './session.module.css';

/** How many are here, in sum and from five on; never who. */
function Here({ council }: { readonly council: Council }): JSX.Element | null {
  const here = usePeople(council.id)?.here ?? null;
  return here === null ? null : <span className={styles['small']}>{here} people are here</span>;
}

/** A session that runs: the step, its clock, the order with done, now and next, and the way in. */
export function Running({ council }: { readonly council: Council }): JSX.Element | null {
  const room = useCritique();
  const session = useCritiqueState((s) => s.session);
  const phase = useCritiqueState((s) => s.phase);
  const clock = useClock();
  const navigate = useNavigate();
  const { hash } = useLocation();
  const ends = room.can('session.end', null);
  const [ending, setEnding] = useState(false);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (hash === '#end' && ends) setEnding(true);
  }, [hash, ends]);
  if (session === null) return null;
  const now = slotNow(session);
  const on = now ?? session.slots.find((slot) => slot.state === 'waiting') ?? session.slots.at(-1);
  const { label, says } = PHASE_WORDS[phase];
  const join =
    phase === 'vote' ? 'Go to the vote' : now === null ? 'Go to the boards' : `Join ${titleOf(council.boards, now)}`;
  return (
    <section className={styles['card']} aria-labelledby="session-title">
      <Programme council={council} />
      <div className={styles['now']}>
        <div role="status" className={styles['step']}>
          <strong>
            {label}
            {now !== null && `: ${titleOf(council.boards, now)}, ${now.alias}`}
          </strong>
          <span>{says}</span>
        </div>
        {clock !== null && (
          <span className={styles['clock']} role="timer" aria-label={clock.words} data-state={clock.state}>
            {clock.left} <small>of {clock.of}</small>
          </span>
        )}
        <Here council={council} />
        {on !== undefined && (
          <Button
            rightSection={<ArrowRight size={15} />}
            onClick={() => void navigate(`/c/${council.id}/b/${on.board}`)}
          >
            {join}
          </Button>
        )}
        {ends && (
          <Button variant="default" leftSection={<Flag size={15} />} onClick={() => setEnding(true)}>
            End the session
          </Button>
        )}
      </div>
      <MyTurn council={council} />
      <RulesRead />
      {(room.can('session.plan', null) || session.slots.some((slot) => slot.seat === room.seat)) && (
        <details className={styles['settings']} open={hash === '#prepare'}>
          <summary>Running order</summary>
          <Agenda council={council} say={setSaid} />
          <p className="visually-hidden" role="status">
            {said}
          </p>
        </details>
      )}
      {ending && (
        <EndDialog
          council={council}
          onClose={() => {
            setEnding(false);
            if (hash === '#end') void navigate(`/c/${council.id}`, { replace: true });
          }}
        />
      )}
    </section>
  );
}
