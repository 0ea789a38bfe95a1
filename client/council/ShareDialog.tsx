import { ActionIcon, Button, Modal, Select, Tooltip } from '@mantine/core';
import { MonitorSmartphone, Trash2, UserX } from 'lucide-react';
import { type JSX, useCallback, useEffect, useState } from 'react';
import type { Link, NewLink, Seat } from '#shared/protocol/api.ts';
import { ROLE_WORDS, SEAT_ROLES, type SeatRole } from '#shared/rights/roles.ts';
import { WhoShape } from '../canvas/WhoShape.tsx';
import { api } from '../session/api.ts';
import { notify } from '../session/notify.ts';
import { tell } from './parts.tsx';
import { SecretLink } from './SecretLink.tsx';
import './share.css';

interface Props {
  readonly councilId: string;
  /** The session has ended: nobody new comes in, and who has access can only lose it. */
  readonly sealed?: boolean;
  readonly onClose: () => void;
}

/** People and links of a council: one link per role, who holds a seat, and the way to end either at once. */
export function ShareDialog({ councilId, sealed = false, onClose }: Props): JSX.Element {
  const [links, setLinks] = useState<readonly Link[]>([]);
  const [seats, setSeats] = useState<readonly Seat[]>([]);
  const [fresh, setFresh] = useState<readonly NewLink[]>([]);
  const [keys, setKeys] = useState<Readonly<Record<string, string>>>({});
  const [allowed, setAllowed] = useState<boolean | null>(null);

  const refresh = useCallback(() => {
    Promise.all([api.links(councilId), api.seats(councilId)]).then(
      ([someLinks, someSeats]) => {
        setLinks(someLinks);
        setSeats(someSeats);
        setAllowed(true);
      },
      () => setAllowed(false),
    );
  }, [councilId]);
  useEffect(refresh, [refresh]);

  const make = (role: SeatRole): void => {
    api.createLink(councilId, role).then((link) => {
      setFresh((all) => [...all, link]);
      refresh();
    }, tell);
  };
  const revoke = (link: Link): void => {
    api.deleteLink(councilId, link.id).then(() => {
      setFresh((all) => all.filter((l) => l.id !== link.id));
      refresh();
      notify('The link is closed. Pages that came by it are closed too.');
    }, tell);
  };
  const changeRole = (seat: Seat, role: SeatRole): void => {
    api.setRole(councilId, seat.id, role).then((changed) => {
      refresh();
      notify(`${changed.alias} is ${ROLE_WORDS[changed.role].label.toLowerCase()} now.`);
    }, tell);
  };
  const makeKey = (seat: Seat): void => {
    api.seatKey(councilId, seat.id).then(({ secret }) => setKeys((all) => ({ ...all, [seat.id]: secret })), tell);
  };
  const remove = (seat: Seat): void => {
    const link = links.find((one) => one.id === seat.link);
    api.deleteSeat(councilId, seat.id).then(() => {
      refresh();
      if (link === undefined) notify(`${seat.alias} has no access any more.`);
      else {
        notify(`${seat.alias} has no access any more. Who still has the link can come in again: close it too.`, {
          label: 'Close the link',
          run: () => revoke(link),
        });
      }
    }, tell);
  };

  return (
    <Modal
      opened
      onClose={onClose}
      title={sealed ? 'Who has access' : 'Share'}
      size={560}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {allowed === false && <p className="share-hint">Only the convenor makes links. Ask the convenor for one.</p>}
      {allowed === true && (
        <div className="share">
          {sealed ? (
            <p className="share-hint">All links are closed. Who is listed here can still read the record.</p>
          ) : (
            <>
              <p className="share-hint">
                A link opens the whole council in one role. Others see a shape and an alias, never a name.
              </p>
              <ul className="share-list" aria-label="Links by role">
                {SEAT_ROLES.map((role) => {
                  const made = links.filter((l) => l.role === role);
                  return (
                    <li key={role} className="share-role">
                      <div className="share-words">
                        <strong>{ROLE_WORDS[role].label}</strong>
                        <span>{ROLE_WORDS[role].may}</span>
                      </div>
                      <Button
                        size="sm"
                        variant="default"
                        aria-label={`New link, ${ROLE_WORDS[role].label.toLowerCase()}`}
                        onClick={() => make(role)}
                      >
                        New link
                      </Button>
                      {fresh
                        .filter((l) => l.role === role)
                        .map((link) => (
                          <SecretLink
                            key={link.id}
                            label={`New ${ROLE_WORDS[link.role].label.toLowerCase()} link`}
                            secret={link.secret}
                            hint="Copy it now: the server keeps no copy that could be shown again."
                          />
                        ))}
                      {made.map((link) => (
                        <div key={link.id} className="share-link">
                          <span>
                            Link of{' '}
                            {new Date(link.createdAt).toLocaleDateString('en', { day: 'numeric', month: 'short' })},{' '}
                            {link.seats} {link.seats === 1 ? 'seat' : 'seats'}
                          </span>
                          <Tooltip label="Close this link and every page that came by it">
                            <ActionIcon
                              variant="subtle"
                              color="gray"
                              aria-label={`Close the ${ROLE_WORDS[role].label.toLowerCase()} link`}
                              onClick={() => revoke(link)}
                            >
                              <Trash2 size={15} />
                            </ActionIcon>
                          </Tooltip>
                        </div>
                      ))}
                    </li>
                  );
                })}
              </ul>
            </>
          )}
          {!sealed && <h3>Who has access</h3>}
          <ul className="share-list" aria-label="Seats">
            {seats.map((seat) => (
              <li key={seat.id} className="share-seat">
                <span style={{ color: `var(--who-${seat.who})` }}>
                  <WhoShape who={seat.who} size={16} />
                </span>
                <div className="share-words">
                  <strong>
                    {seat.alias}
                    {seat.mine ? ', you' : ''}
                  </strong>
                  <span>{seat.online ? 'Here now' : 'Not here'}</span>
                </div>
                <Select
                  size="xs"
                  w={132}
                  aria-label={`Role of ${seat.alias}`}
                  data={SEAT_ROLES.map((role) => ({ value: role, label: ROLE_WORDS[role].label }))}
                  value={seat.role}
                  allowDeselect={false}
                  onChange={(role) => {
                    const chosen = SEAT_ROLES.find((one) => one === role);
                    if (chosen !== undefined && chosen !== seat.role) changeRole(seat, chosen);
                  }}
                />
                {seat.mine && (
                  <Tooltip label="Link for another device">
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`Link for another device of ${seat.alias}`}
                      onClick={() => makeKey(seat)}
                    >
                      <MonitorSmartphone size={15} />
                    </ActionIcon>
                  </Tooltip>
                )}
                {!seat.mine && (
                  <Tooltip label="End this seat at once">
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      aria-label={`End the seat of ${seat.alias}`}
                      onClick={() => remove(seat)}
                    >
                      <UserX size={15} />
                    </ActionIcon>
                  </Tooltip>
                )}
                {keys[seat.id] !== undefined && (
                  <SecretLink
                    label={`Link for another device of ${seat.alias}`}
                    secret={keys[seat.id] ?? ''}
                    hint="It works once and moves the seat to the browser that opens it."
                  />
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
    </Modal>
  );
}
