import { Popover, UnstyledButton } from '@mantine/core';
import { Eye, EyeOff } from 'lucide-react';
import type { JSX } from 'react';
import { LEAST_FOR_SUMS } from '#shared/critique/public.ts';
import { WhoShape } from '../../canvas/WhoShape.tsx';
import { whoName } from '../../canvas/who-name.ts';
import { followPerson } from '../../commands/people.ts';
import { useOthers, useUi } from '../../panels/use-board.ts';
import { useRuntime } from '../../session/runtime.ts';
import { usePeople } from '../attention/use-people.ts';
import { useCritiqueState } from '../room/use-session.ts';
import styles from './SessionBar.module.css';
import { useSpotlightSum } from './WhoPresents.tsx';

/** Shapes that stand in the bar. */
const MOST = 5;
/** Where everybody is, in sum: never who. */
export function WhereEverybodyIs(): JSX.Element {
  const here = useOthers().length + 1;
  const sum = useSpotlightSum();
  const alias = useCritiqueState((s) => s.session?.spotlight?.alias);
  if (here < LEAST_FOR_SUMS) return <p>{here === 1 ? 'You are alone on this board.' : `${here} are on this board.`}</p>;
  // Who leads neither follows nor looks around.
  const around = sum === null ? 0 : here - 1 - sum.follow;
  return (
    <p>
      {here} are on this board.
      {sum !== null &&
        ` ${sum.follow} follow ${sum.lead ? 'you' : alias}${around === 0 ? '' : `, ${around} look around`}.`}
    </p>
  );
}

/** How many look at the other boards, from five people on. */
export function OtherBoards(): JSX.Element | null {
  const { councilId, boardId } = useRuntime();
  const boards = useCritiqueState((s) => s.boards);
  const people = usePeople(councilId);
  const elsewhere = boards.filter(({ id }) => id !== boardId && (people?.boards[id] ?? 0) > 0);
  if (people === null || people.here === null || elsewhere.length === 0) return null;
  return (
    <ul aria-label="On other boards">
      {elsewhere.map(({ id, title }) => (
        <li key={id} className={styles['elsewhere']}>
          <span>{title === '' ? 'Untitled board' : title}</span>
          <span>{people.boards[id]}</span>
        </li>
      ))}
    </ul>
  );
}

/** Who is here: shapes and a sum. Presenters and convenors can be followed by their alias. */
export function People(): JSX.Element {
  const runtime = useRuntime();
  const others = useOthers();
  const following = useUi((ui) => ui.following);
  const named = others.filter((one) => one.presence.user.alias !== '');
  const more = others.length - MOST;
  return (
    <Popover position="bottom-end" shadow="md" width={280} trapFocus withinPortal={false}>
      <Popover.Target>
        <UnstyledButton
          className={styles['people']}
          aria-label={others.length === 1 ? '1 other here' : `${others.length} others here`}
        >
          {others.length === 0 && <span>Nobody else</span>}
          {others.slice(0, MOST).map(({ client, presence: { user } }) => (
            <span key={client} style={{ color: `var(--who-${user.who})` }}>
              <WhoShape who={user.who} size={17} />
            </span>
          ))}
          {more > 0 && <span>+{more}</span>}
          <span className={styles['sum']}>{others.length + 1}</span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown className={styles['peopleList'] ?? ''}>
        <WhereEverybodyIs />
        <OtherBoards />
        {named.length > 0 && (
          <ul>
            {named.map((person) => {
              const on = following === person.client;
              const name = whoName(person.presence.user);
              return (
                <li key={person.client}>
                  <UnstyledButton onClick={() => followPerson(runtime, on ? null : person.client)}>
                    <span style={{ color: `var(--who-${person.presence.user.who})` }}>
                      <WhoShape who={person.presence.user.who} size={15} />
                    </span>
                    {on ? `Stop following ${name}` : `Follow ${name}`}
                    {on ? <EyeOff size={14} aria-hidden="true" /> : <Eye size={14} aria-hidden="true" />}
                  </UnstyledButton>
                </li>
              );
            })}
          </ul>
        )}
      </Popover.Dropdown>
    </Popover>
  );
}
