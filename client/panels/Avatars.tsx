import { Menu, Tooltip, UnstyledButton } from '@mantine/core';
import { Eye, EyeOff, LocateFixed } from 'lucide-react';
import type { JSX } from 'react';
import { WhoShape } from '../canvas/WhoShape.tsx';
import { whoName } from '../canvas/who-name.ts';
import { followPerson, showPerson } from '../commands/people.ts';
import { type OtherPerson, useRuntime } from '../session/runtime.ts';
import styles from './TopRight.module.css';

/** As many shapes as stand in the bar; the others are behind the count. */
const MOST = 4;

function Choices({ person, following }: { readonly person: OtherPerson; readonly following: boolean }): JSX.Element {
  const runtime = useRuntime();
  const alias = whoName(person.presence.user);
  return (
    <>
      <Menu.Item
        leftSection={following ? <EyeOff size={15} /> : <Eye size={15} />}
        onClick={() => followPerson(runtime, following ? null : person.client)}
      >
        {following ? `Stop following ${alias}` : `Follow ${alias}`}
      </Menu.Item>
      <Menu.Item leftSection={<LocateFixed size={15} />} onClick={() => showPerson(runtime, person)}>
        Show where {alias} is
      </Menu.Item>
    </>
  );
}

/** The others here, as shapes; each opens what can be done about that person. */
export function Avatars({
  others,
  following,
}: {
  readonly others: readonly OtherPerson[];
  readonly following: number | null;
}): JSX.Element | null {
  if (others.length === 0) return null;
  const hidden = others.slice(MOST);
  return (
    <fieldset
      className={styles['people']}
      aria-label={others.length === 1 ? '1 other here' : `${others.length} others here`}
    >
      {others.slice(0, MOST).map((person) => {
        const { who } = person.presence.user;
        const alias = whoName(person.presence.user);
        const on = following === person.client;
        return (
          <Menu key={person.client} withInitialFocusPlaceholder={false} position="bottom-end" shadow="md">
            <Menu.Target>
              <UnstyledButton
                className={styles['person']}
                style={{ color: `var(--who-${who})` }}
                aria-label={on ? `${alias}, followed` : alias}
                title={alias}
                data-on={on}
              >
                <WhoShape who={who} size={19} />
              </UnstyledButton>
            </Menu.Target>
            <Menu.Dropdown>
              <Menu.Label>{alias}</Menu.Label>
              <Choices person={person} following={on} />
            </Menu.Dropdown>
          </Menu>
        );
      })}
      {hidden.length > 0 && (
        <Menu withInitialFocusPlaceholder={false} position="bottom-end" shadow="md">
          <Menu.Target>
            <Tooltip label={hidden.map((one) => whoName(one.presence.user)).join(', ')} multiline maw={280}>
              <UnstyledButton className={styles['more']} aria-label={`${hidden.length} more people`}>
                +{hidden.length}
              </UnstyledButton>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
            {hidden.map((person) => (
              <Choices key={person.client} person={person} following={following === person.client} />
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
    </fieldset>
  );
}
