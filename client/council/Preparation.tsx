import { Button, Modal, Select, TextInput } from '@mantine/core';
import { Check } from 'lucide-react';
import { type JSX, useEffect, useState } from 'react';
import { Link } from 'react-router';
import type { Slot } from '#shared/critique/agenda.ts';
import { PROFILE_FIELDS } from '#shared/critique/profile.ts';
import type { Council } from '#shared/protocol/api.ts';
import type { Finding } from '#shared/redaction/lint.ts';
import { useCritique } from '../critique/critique-room.ts';
import { useCritiqueState } from '../critique/room/use-session.ts';
import { api } from '../session/api.ts';
import { tell, titleOf } from './parts.tsx';
import styles from './session.module.css';

const FINDING_WORDS: Readonly<Record<Finding['kind'], string>> = Object.freeze({
  person: 'May be a person',
  address: 'An address',
  company: 'May be a company',
  product: 'May be a product',
});

const keyOf = ({ id, kind, text }: Finding): string => `${id ?? ''} ${kind} ${text}`;

interface Props {
  readonly council: Council;
  readonly slot: Slot;
  readonly onClose: () => void;
}

/** Words on a board that may tell whose it is: each is looked at before everybody sees it. */
function Names({ council, slot }: Omit<Props, 'onClose'>): JSX.Element {
  const room = useCritique();
  const [findings, setFindings] = useState<readonly Finding[] | null>(null);
  const [fine, setFine] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    api.names(council.id, slot.board).then(({ findings: found }) => setFindings(found), tell);
  }, [council.id, slot.board]);
  const open = findings?.filter((finding) => !fine.has(keyOf(finding))) ?? [];
  const check = (checked: boolean): void => void room.send({ type: 'slot.checked', id: slot.id, checked });
  if (findings === null) return <p className={styles['small']}>Looking for names</p>;
  return (
    <>
      {open.length > 0 && (
        <ul className={styles['findings']} aria-label="Words to look at">
          {open.map((finding) => (
            <li key={keyOf(finding)}>
              <span>
                <strong>{finding.text}</strong>
                <small>
                  {FINDING_WORDS[finding.kind]}
                  {finding.id === null ? ', in the board’s title' : ''}
                </small>
              </span>
              <Button
                size="xs"
                variant="default"
                component={Link}
                to={`/c/${council.id}/b/${slot.board}${finding.id === null ? '' : `#e=${finding.id}`}`}
                aria-label={`Swap ${finding.text} on the board`}
              >
                Swap on the board
              </Button>
              <Button
                size="xs"
                variant="subtle"
                color="gray"
                aria-label={`${finding.text} is fine`}
                onClick={() => setFine((all) => new Set([...all, keyOf(finding)]))}
              >
                It is fine
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className={styles['checked']}>
        <p className={styles['small']} role="status">
          {slot.checked
            ? 'Checked. The board can be presented.'
            : open.length === 0
              ? 'Nothing is left that may tell whose board this is.'
              : `${open.length} ${open.length === 1 ? 'word' : 'words'} may tell whose board this is.`}
        </p>
        {slot.checked ? (
          <Button size="xs" variant="subtle" color="gray" onClick={() => check(false)}>
            Check again
          </Button>
        ) : (
          <Button size="xs" leftSection={<Check size={14} />} disabled={open.length > 0} onClick={() => check(true)}>
            Checked
          </Button>
        )}
      </div>
    </>
  );
}

/** One or two questions to the room, saved when a field is left. */
function Questions({ slot }: { readonly slot: Slot }): JSX.Element {
  const room = useCritique();
  const [texts, setTexts] = useState<readonly string[]>([slot.questions[0] ?? '', slot.questions[1] ?? '']);
  const save = (): void => {
    const questions = texts.map((text) => text.trim()).filter((text) => text !== '');
    if (questions.join('\n') !== slot.questions.join('\n')) {
      void room.send({ type: 'slot.questions', id: slot.id, questions });
    }
  };
  return (
    <>
      {['First question', 'Second question'].map((label, i) => (
        <TextInput
          key={label}
          size="sm"
          label={label}
          maxLength={500}
          value={texts[i] ?? ''}
          onChange={(event) => {
            const { value } = event.currentTarget;
            setTexts((now) => now.map((text, at) => (at === i ? value : text)));
          }}
          onBlur={save}
        />
      ))}
    </>
  );
}

const NOTHING: Readonly<Record<string, string>> = {};

/** Twelve bands that make boards comparable; each is kept as it is chosen. */
function Profile({ slot }: Pick<Props, 'slot'>): JSX.Element {
  const room = useCritique();
  const kept = useCritiqueState((s) => s.mine?.notes[slot.board]?.profile ?? NOTHING);
  // What was just chosen shows at once; the server's word takes its place.
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>(NOTHING);
  const profile = { ...kept, ...chosen };
  return (
    <div className={styles['grid']}>
      {PROFILE_FIELDS.map(({ id, label, bands }) => (
        <Select
          key={id}
          size="xs"
          label={label}
          placeholder="Not said"
          clearable
          clearButtonProps={{ 'aria-label': `Leave ${label} open` }}
          data={bands}
          value={profile[id] || null}
          onChange={(band) => {
            const change = { [id]: band ?? '' };
            setChosen((now) => ({ ...now, ...change }));
            void room.send({ type: 'recap.own', board: slot.board, notes: { profile: change } }).then((taken) => {
              if (!taken) setChosen(NOTHING);
            });
          }}
        />
      ))}
    </div>
  );
}

/** What a presenter settles before the session: no names, one or two questions, and what makes boards comparable. */
export function Preparation({ council, slot, onClose }: Props): JSX.Element {
  const room = useCritique();
  const title = titleOf(council.boards, slot);
  return (
    <Modal opened onClose={onClose} title={`Prepare ${title}`} size={600} closeButtonProps={{ 'aria-label': 'Close' }}>
      <div className={styles['end']}>
        <section aria-labelledby="prepare-names">
          <h3 id="prepare-names">Names</h3>
          <Names council={council} slot={slot} />
        </section>
        <section aria-labelledby="prepare-questions">
          <h3 id="prepare-questions">Questions to the room</h3>
          <Questions slot={slot} />
        </section>
        {slot.seat === room.seat && (
          <section aria-labelledby="prepare-profile">
            <h3 id="prepare-profile">Profile, in bands</h3>
            <Profile slot={slot} />
          </section>
        )}
      </div>
    </Modal>
  );
}
