import { Button, Modal, PasswordInput } from '@mantine/core';
import { type JSX, useState } from 'react';
import type { Council, Seat } from '#shared/protocol/api.ts';
import { ROLE_WORDS } from '#shared/rights/roles.ts';
import { useCritique } from '../critique/critique-room.ts';
import { useCritiqueState } from '../critique/room/use-session.ts';
import { api } from '../session/api.ts';
import { notify } from '../session/notify.ts';
import { dayOf } from './agenda-times.ts';
import { Alias, tell } from './parts.tsx';
import styles from './session.module.css';
import { useSeats } from './use-seats.ts';

/** Shortest passphrase, in characters, as the server asks for. */
const LEAST = 12;
const DAY_MS = 86_400_000;

/** Why this passphrase cannot be taken yet, or `null`. */
export function passphraseProblem(first: string, second: string): string | null {
  if (first.length < LEAST) return `Use at least ${LEAST} characters.`;
  return first === second ? null : 'The two are not the same. Type it again.';
}

/** Who still has access after the end, and the way to end it. */
function Access({ council }: { readonly council: Council }): JSX.Element {
  const [ended, setEnded] = useState<ReadonlySet<string>>(new Set());
  const seats = useSeats(council.id, true).filter((seat) => !ended.has(seat.id));
  const end = (seat: Seat): void => {
    api.deleteSeat(council.id, seat.id).then(() => {
      setEnded((all) => new Set([...all, seat.id]));
      notify(`${seat.alias} has no access any more.`);
    }, tell);
  };
  return (
    <ul className={styles['access']} aria-label="Who still has access">
      {seats.map((seat) => (
        <li key={seat.id}>
          <Alias alias={seat.mine ? `${seat.alias}, you` : seat.alias} who={seat.who} />
          <span className={styles['small']}>{ROLE_WORDS[seat.role].label}</span>
          {!seat.mine && (
            <Button size="xs" variant="default" aria-label={`End access of ${seat.alias}`} onClick={() => end(seat)}>
              End access
            </Button>
          )}
        </li>
      ))}
    </ul>
  );
}

interface Props {
  readonly council: Council;
  readonly onClose: () => void;
}

/** Ends the session for good, after saying everything that happens then. */
export function EndDialog({ council, onClose }: Props): JSX.Element | null {
  const room = useCritique();
  const rules = useCritiqueState((s) => s.session?.rules ?? null);
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [busy, setBusy] = useState(false);
  if (rules === null) return null;
  const seals = rules.mapping === 'seal';
  const problem = seals ? passphraseProblem(first, second) : null;
  const end = async (): Promise<void> => {
    setBusy(true);
    const taken = await room.send(seals ? { type: 'run.end', passphrase: first } : { type: 'run.end' });
    setBusy(false);
    if (taken) onClose();
  };
  return (
    <Modal opened onClose={onClose} title="End the session" size={520} closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={styles['end']}>
        <ul aria-label="What happens">
          <li>All links close. Nobody new comes in.</li>
          <li>Boards, comments and recap can be read, not changed.</li>
          <li>What nobody revealed is deleted.</li>
          <li>
            {seals
              ? 'The list of who wrote what is sealed with your passphrase.'
              : 'The list of who wrote what is destroyed. Nobody can bring it back.'}
          </li>
          <li>On {dayOf(room.now() + rules.keepDays * DAY_MS)} everything is deleted.</li>
        </ul>
        {seals && (
          <>
            <PasswordInput
              label="Passphrase"
              description="At least 12 characters. It cannot be recovered: keep it where only you find it."
              autoComplete="new-password"
              value={first}
              onChange={(event) => setFirst(event.currentTarget.value)}
            />
            <PasswordInput
              label="Passphrase again"
              autoComplete="new-password"
              value={second}
              error={second !== '' && problem !== null ? problem : null}
              onChange={(event) => setSecond(event.currentTarget.value)}
            />
          </>
        )}
        <h3>Who can still read afterwards</h3>
        <Access council={council} />
        <div className={styles['actions']}>
          <Button variant="default" onClick={onClose}>
            Go on with the session
          </Button>
          <Button disabled={problem !== null} loading={busy} onClick={() => void end()}>
            End for everybody
          </Button>
        </div>
      </div>
    </Modal>
  );
}
