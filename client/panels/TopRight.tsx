import { Button, Tooltip, UnstyledButton } from '@mantine/core';
import type { JSX } from 'react';
import { WhoShape } from '../canvas/WhoShape.tsx';
import { command } from '../commands/index.ts';
import { contextFor, isOffered, runCommand } from '../commands/support.ts';
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
export function TopRight(): JSX.Element | null {
  const runtime = useRuntime();
  const others = useOthers();
  const following = useUi((ui) => ui.following);
  const share = command('board.share');
  const shares = isOffered(share, runtime);
  if (others.length === 0 && !shares) return null;
  return (
    <div className={`${chrome['float']} ${chrome['bar']} ${chrome['topRight']}`}>
      <Avatars
        others={others}
        following={following}
        onFollow={(client) => runtime.ui.setState({ following: client })}
      />
      {others.length > 0 && shares && <span className={chrome['sep']} />}
      {shares && (
        <Button h={32} px={14} onClick={() => runCommand(share, contextFor(runtime))}>
          Share
        </Button>
      )}
    </div>
  );
}
