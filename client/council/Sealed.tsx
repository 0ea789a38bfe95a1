import { Button, Modal, PasswordInput } from '@mantine/core';
import { Lock } from 'lucide-react';
import { type JSX, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import type { Mapping } from '#shared/critique/ending.ts';
import type { Council } from '#shared/protocol/api.ts';
import { useCritique } from '../critique/critique-room.ts';
import { useCritiqueState } from '../critique/room/use-session.ts';
import { api } from '../session/api.ts';
import { dayOf } from './agenda-times.ts';
import { DateField } from './DateField.tsx';
import { Alias, tell } from './parts.tsx';
import styles from './session.module.css';

interface Props {
  readonly council: Council;
  readonly refresh: () => void;
}

/** How much each person wrote, once the sealed list is open on this screen; it is kept nowhere else. */
function Opened({ mapping }: { readonly mapping: Mapping }): JSX.Element {
  const wrote = (seat: string, by: Readonly<Record<string, string>>): number =>
    Object.values(by).filter((one) => one === seat).length;
  return (
    <ul className={styles['access']} aria-label="Who wrote what">
      {mapping.seats.map(({ seat, alias, who }) => (
        <li key={seat}>
          <Alias alias={alias} who={who} />
          <span className={styles['small']}>
            {wrote(seat, mapping.comments)} comments, {wrote(seat, mapping.replies)} replies
          </span>
        </li>
      ))}
    </ul>
  );
}

function OpenMapping({ council, onClose }: { readonly council: Council; readonly onClose: () => void }): JSX.Element {
  const [passphrase, setPassphrase] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [mapping, setMapping] = useState<Mapping | null>(null);
  const open = (): void => {
    api.openMapping(council.id, passphrase).then(
      (answer) => setMapping(answer.mapping),
      (error: unknown) => setProblem(error instanceof Error ? error.message : 'That did not work. Try again.'),
    );
  };
  return (
    <Modal opened onClose={onClose} title="Who wrote what" size={440} closeButtonProps={{ 'aria-label': 'Close' }}>
      {mapping === null ? (
        <form
          className={styles['end']}
          onSubmit={(event) => {
            event.preventDefault();
            open();
          }}
        >
          <PasswordInput
            label="Passphrase"
            autoComplete="off"
            value={passphrase}
            error={problem}
            onChange={(event) => {
              setProblem(null);
              setPassphrase(event.currentTarget.value);
            }}
          />
          <div className={styles['actions']}>
            <Button type="submit" disabled={passphrase === ''}>
              Open
            </Button>
          </div>
        </form>
      ) : (
        <Opened mapping={mapping} />
      )}
    </Modal>
  );
}

function DeleteNow({ council, onClose }: { readonly council: Council; readonly onClose: () => void }): JSX.Element {
  const navigate = useNavigate();
  return (
    <Modal opened onClose={onClose} title="Delete now" size={440} closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={styles['end']}>
        <p>Boards, comments and recap are deleted for everybody at once. Nobody can bring them back.</p>
        <div className={styles['actions']}>
          <Button variant="default" onClick={onClose}>
            Keep it
          </Button>
          <Button
            color="red"
            onClick={() => api.deleteCouncil(council.id).then(() => void navigate('/', { replace: true }), tell)}
          >
            Delete everything
          </Button>
        </div>
      </div>
    </Modal>
  );
}

/** A session that has ended: since when, until when it is kept, and what the convenor may still do. */
export function Sealed({ council, refresh }: Props): JSX.Element {
  const room = useCritique();
  const session = useCritiqueState((s) => s.session);
  const [dialog, setDialog] = useState<'mapping' | 'delete' | null>(null);
  const ended = session?.endedAt ?? null;
  const deletes = room.can('council.delete', null);
  const date = council.deleteAt?.slice(0, 10) ?? '';
  const close = (): void => setDialog(null);
  return (
    <section className={styles['card']} aria-labelledby="session-title">
      <div className={styles['now']}>
        <Lock size={18} aria-hidden="true" />
        <div className={styles['step']}>
          <h2 id="session-title">
            Sealed{ended === null ? '' : ` on ${dayOf(ended)}`}
            {council.deleteAt === null ? '' : `, deleted on ${dayOf(council.deleteAt)}`}
          </h2>
          <span>The session has ended. Boards and comments can be read, not changed. All links are closed.</span>
        </div>
        <Button component={Link} to={`/c/${council.id}/recap`}>
          Read the recap
        </Button>
      </div>
      {deletes && (
        <div className={styles['now']}>
          <DateField
            label="Deleted on"
            value={date}
            min={new Date(room.now()).toISOString().slice(0, 10)}
            onDate={(value) => {
              if (value !== '') api.setDeleteAt(council.id, `${value}T23:59:00Z`).then(refresh, tell);
            }}
          />
          {session?.rules.mapping === 'seal' && (
            <Button variant="default" onClick={() => setDialog('mapping')}>
              Open who wrote what
            </Button>
          )}
          <Button variant="default" onClick={() => setDialog('delete')}>
            Delete now
          </Button>
        </div>
      )}
      {dialog === 'mapping' && <OpenMapping council={council} onClose={close} />}
      {dialog === 'delete' && <DeleteNow council={council} onClose={close} />}
    </section>
  );
}
