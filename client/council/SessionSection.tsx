import { Button } from '@mantine/core';
import { ListOrdered } from 'lucide-react';
import { type JSX, useState } from 'react';
import type { Council } from '#shared/protocol/api.ts';
import { CritiqueContext, type CritiqueRoom } from '../critique/critique-room.ts';
import { isOn, useCritiqueState } from '../critique/room/use-session.ts';
import { newId } from '../session/new-id.ts';
import { Agenda } from './Agenda.tsx';
import { MyTurn } from './MyTurn.tsx';
import { Programme } from './Programme.tsx';
import { Readers } from './Readers.tsx';
import { RulesForm } from './RulesForm.tsx';
import { RulesRead } from './RulesRead.tsx';
import { Running } from './Running.tsx';
import { Sealed } from './Sealed.tsx';
import { StartCheck } from './StartCheck.tsx';
import styles from './session.module.css';

/** Most boards that a new plan begins with: two hours hold no more. */
const FIRST_BOARDS = 8;

interface Props {
  readonly council: Council;
  readonly room: CritiqueRoom;
  readonly refresh: () => void;
  /** Only what is planned, or only the way to a plan; both when absent. */
  readonly part?: 'session' | 'offer';
}

/** The way to a plan: the boards that are here become the running order. */
function NoPlan({ council, room }: Props): JSX.Element | null {
  if (!room.can('session.plan', null) || council.alone || council.boards.length === 0) return null;
  const plan = (): void => {
    for (const board of council.boards.slice(0, FIRST_BOARDS)) {
      void room.send({ type: 'slot.add', id: newId(), board: board.id, seat: null });
    }
  };
  return (
    <section className={`${styles['card']} ${styles['empty']}`} aria-labelledby="session-title">
      <div>
        <h2 id="session-title">Critique session</h2>
        <p>Present the boards one after another. Everybody criticises without a name; nobody moves a box.</p>
      </div>
      <Button variant="default" leftSection={<ListOrdered size={16} />} onClick={plan}>
        Plan a session
      </Button>
    </section>
  );
}

function Planned({ council, room }: Props): JSX.Element {
  const [said, setSaid] = useState('');
  const plans = room.can('session.plan', null);
  return (
    <section className={styles['card']} aria-labelledby="session-title">
      <Programme council={council} />
      <Agenda council={council} say={setSaid} />
      <MyTurn council={council} />
      <RulesRead />
      {plans && (
        <>
          <RulesForm />
          <Readers council={council} />
          <StartCheck council={council} />
        </>
      )}
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </section>
  );
}

function Body(props: Props): JSX.Element | null {
  const session = useCritiqueState((s) => s.session);
  const phase = useCritiqueState((s) => s.phase);
  // What may be planned depends on my role, which can change while the page is open.
  useCritiqueState((s) => s.role);
  const { part } = props;
  const none = phase !== 'sealed' && (session === null || (session.slots.length === 0 && !isOn(session)));
  if (none) return part === 'session' ? null : <NoPlan {...props} />;
  if (part === 'offer') return null;
  if (phase === 'sealed' || session === null) return <Sealed {...props} />;
  return isOn(session) ? <Running {...props} /> : <Planned {...props} />;
}

/** A council's critique session on its page: planned, running, or ended. */
export function SessionSection(props: Props): JSX.Element {
  return (
    <CritiqueContext value={props.room}>
      <Body {...props} />
    </CritiqueContext>
  );
}
