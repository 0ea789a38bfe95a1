import { Button, Tooltip, UnstyledButton } from '@mantine/core';
import type { JSX } from 'react';
import { WhoShape } from '../canvas/WhoShape.tsx';
import { COMMANDS } from '../commands/index.ts';
import { contextFor, runCommand } from '../commands/support.ts';
import { type OtherPerson, useRuntime } from '../session/runtime.ts';
import chrome from './BoardChrome.module.css';
import styles from './TopRight.module.css';
import { useOthers, useUi } from './use-board.ts';

/** As many shapes as stand in the bar; the others are counted. */
const MOST = 4;

/** The others here, as shapes; a click follows one, a second click ends it. */
export function Avatars({
  others,
  following,
  onFollow,
}: {
  readonly others: readonly OtherPerson[];
  readonly following: number | null;
  readonly onFollow: (client: number | null) => void;
}): JSX.Element | null {
  if (others.length === 0) return null;
  const shown = others.slice(0, MOST);
  const hidden = others.slice(MOST);
  return (
    <fieldset className={styles['people']} aria-label={`${others.length} others here`}>
      {shown.map(({ client, presence }) => {
        const { alias, who } = presence.user;
        const on = following === client;
        return (
          <Tooltip key={client} label={on ? `Following ${alias}` : `Follow ${alias}`}>
            <UnstyledButton
              className={styles['person']}
              style={{ color: `var(--who-${who})` }}
              aria-label={`Follow ${alias}`}
              aria-pressed={on}
              onClick={() => onFollow(on ? null : client)}
            >
              <WhoShape who={who} size={19} />
            </UnstyledButton>
          </Tooltip>
        );
      })}
      {hidden.length > 0 && (
        <Tooltip label={hidden.map((one) => one.presence.user.alias).join(', ')}>
          <span className={styles['more']}>+{hidden.length}</span>
        </Tooltip>
      )}
    </fieldset>
  );
}

/** Who is here, and the way to bring in more. */
export function TopRight(): JSX.Element {
  const runtime = useRuntime();
  const others = useOthers();
  const following = useUi((ui) => ui.following);
  const share = COMMANDS.find((one) => one.id === 'board.share');
  return (
    <div className={`${chrome['float']} ${chrome['bar']} ${chrome['topRight']}`}>
      <Avatars
        others={others}
        following={following}
        onFollow={(client) => runtime.ui.setState({ following: client })}
      />
      {others.length > 0 && <span className={chrome['sep']} />}
      <Button
        h={32}
        px={14}
        onClick={() => {
          if (share !== undefined) runCommand(share, contextFor(runtime));
        }}
      >
        Share
      </Button>
    </div>
  );
}
