import { ActionIcon, Tooltip } from '@mantine/core';
import { MessageCircle } from 'lucide-react';
import type { JSX } from 'react';
import { useUi } from '../../panels/use-board.ts';
import { useRuntime } from '../../session/runtime.ts';
import styles from './CommentsButton.module.css';
import { unreadCount } from './comment-list.ts';
import { useShown } from './use-shown.ts';

/** Opens and closes the list of comments; says how many I have not read. Absent where there is no session's room. */
export function CommentsButton(): JSX.Element | null {
  const runtime = useRuntime();
  const room = runtime.critique;
  const open = useUi((ui) => ui.dock === 'comments');
  const unread = unreadCount(useShown(room));
  if (room === null) return null;
  return (
    <Tooltip label="Comments  ⇧ C" openDelay={400}>
      <span className={styles['button']}>
        <ActionIcon
          variant={open ? 'filled' : 'subtle'}
          size={32}
          aria-label={unread === 0 ? 'Comments' : `Comments, ${unread} unread`}
          aria-pressed={open}
          aria-keyshortcuts="Shift+C"
          onClick={() => runtime.ui.setState({ dock: open ? null : 'comments' })}
        >
          <MessageCircle size={17} />
        </ActionIcon>
        {unread > 0 && (
          <span className={styles['badge']} aria-hidden="true">
            {unread > 99 ? '99+' : unread}
          </span>
        )}
      </span>
    </Tooltip>
  );
}
