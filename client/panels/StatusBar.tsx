import { Button } from '@mantine/core';
import { CircleAlert, CloudOff, Eye } from 'lucide-react';
import type { JSX, ReactNode } from 'react';
import { useStore } from 'zustand';
import { documentText } from '#shared/board/file.ts';
import { useSessionIsOn } from '../critique/room/use-session.ts';
import { download } from '../session/download.ts';
import { useRuntime } from '../session/runtime.ts';
import styles from './StatusBar.module.css';

/** A bar at the bottom: an icon, a sentence, and at most two things to do. */
export function Bar({
  icon,
  tone,
  children,
}: {
  readonly icon: ReactNode;
  readonly tone: string;
  readonly children: ReactNode;
}): JSX.Element {
  return (
    <div className={styles['bar']} data-tone={tone} role="status">
      {icon}
      {children}
    </div>
  );
}

/** One bar at the bottom, only when there is something to know or do: offline, not saved, look only. */
export function StatusBar(): JSX.Element | null {
  const runtime = useRuntime();
  const { state, sentence } = useStore(runtime.sync);
  const session = useSessionIsOn(runtime);
  if (state === 'refused') {
    const { board } = runtime.view;
    return (
      <Bar icon={<CircleAlert size={16} />} tone="risk">
        <span>
          <strong>The last change did not save.</strong> {sentence}
        </span>
        <Button size="xs" h={30} onClick={() => window.location.reload()}>
          Try again
        </Button>
        <Button
          size="xs"
          h={30}
          variant="default"
          onClick={() =>
            download(`${board.meta.title || 'board'}.orgora.json`, 'application/json', documentText(runtime.editor.doc))
          }
        >
          Copy board
        </Button>
      </Bar>
    );
  }
  if (state === 'offline') {
    return (
      <Bar icon={<CloudOff size={16} />} tone="wait">
        <span>{sentence}</span>
      </Bar>
    );
  }
  // A session says in its own bar what one may do.
  if (session) return null;
  // While an earlier moment or a proposal is shown, nobody draws; that is not told of the person.
  if (!runtime.can('board.edit') && !runtime.view.isShowing) {
    const comments = runtime.critique?.can('comment.question') ?? false;
    return (
      <Bar icon={<Eye size={16} />} tone="quiet">
        <span>
          {runtime.critique?.store.getState().phase === 'sealed'
            ? 'The session has ended. This board can be read, not changed.'
            : `Only the convenor and presenters change this board. ${comments ? 'You can look and comment.' : 'You look around.'}`}
        </span>
      </Bar>
    );
  }
  return null;
}
