import { Button, Tooltip } from '@mantine/core';
import type { JSX } from 'react';
import { command } from '../commands/index.ts';
import { contextFor, isOffered, runCommand } from '../commands/support.ts';
import { CommentsButton } from '../critique/comments/CommentsButton.tsx';
import { useSessionIsOn } from '../critique/room/use-session.ts';
import { LookSwitch } from '../outline/LookSwitch.tsx';
import { useRuntime } from '../session/runtime.ts';
import { Avatars } from './Avatars.tsx';
import chrome from './BoardChrome.module.css';
import { IconButton } from './IconButton.tsx';
import { useOthers, useUi } from './use-board.ts';

/** Who is here, and the way to bring in more: for the convenor; others read whom to ask. */
export function TopRight(): JSX.Element {
  const runtime = useRuntime();
  const others = useOthers();
  const following = useUi((ui) => ui.following);
  const session = useSessionIsOn(runtime);
  const share = command('board.share');
  const shares = isOffered(share, runtime);
  const explains = !shares && runtime.can('board.edit');
  return (
    <div className={`${chrome['float']} ${chrome['bar']} ${chrome['topRight']}`}>
      {/* On a phone a session's card tells the sum. */}
      {!session && <Avatars others={others} following={following} />}
      {!session && others.length > 0 && <span className={chrome['sep']} />}
      <LookSwitch />
      <CommentsButton />
      <IconButton command={command('present.start')} />
      {shares && (
        <Button h={32} px={14} onClick={() => runCommand(share, contextFor(runtime))}>
          Share
        </Button>
      )}
      {explains && (
        <Tooltip label="The convenor makes links. Ask the convenor for one." multiline maw={240}>
          <Button
            h={32}
            px={14}
            variant="default"
            aria-label="Share: the convenor makes links"
            onClick={() => runtime.notify('The convenor makes links. Ask the convenor for one.')}
          >
            Share
          </Button>
        </Tooltip>
      )}
    </div>
  );
}
