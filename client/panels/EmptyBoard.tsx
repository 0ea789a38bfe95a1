import { Button } from '@mantine/core';
import type { JSX } from 'react';
import { COMMANDS, command } from '../commands/index.ts';
import { contextFor, runCommand } from '../commands/support.ts';
import { useRuntime } from '../session/runtime.ts';
import styles from './EmptyBoard.module.css';
import { KeyCaps } from './KeyCaps.tsx';
import { useUi } from './use-board.ts';

/** What an empty board says: one ghost where the first box will land, and the other ways to begin. */
export function EmptyBoard(): JSX.Element | null {
  const runtime = useRuntime();
  const placing = useUi((ui) => ui.tool.tool !== 'select');
  const imports = COMMANDS.some((one) => one.id === 'board.import');
  if (placing) return null;
  const run = (id: string) => () => runCommand(command(id), contextFor(runtime));
  return (
    <div className={styles['empty']} data-empty-board>
      <svg width={150} height={64} viewBox="0 0 150 64" aria-hidden="true">
        <rect
          x="1"
          y="1"
          width="148"
          height="62"
          rx="8"
          fill="none"
          stroke="var(--ink-4)"
          strokeWidth="1.5"
          strokeDasharray="5 4"
        />
        <path d="M1 39H149" stroke="var(--ink-4)" strokeDasharray="5 4" />
      </svg>
      {runtime.can('board.edit') ? (
        <>
          <h2>Draw the first team</h2>
          <p>
            Press <KeyCaps keys={['1']} />, or start from something
          </p>
          <div className={styles['ways']}>
            <Button size="sm" mih={30} h="auto" py={5} onClick={run('board.template')}>
              Pick a template
            </Button>
            {imports && (
              <Button size="sm" mih={30} h="auto" py={5} variant="default" onClick={run('board.import')}>
                Import people
              </Button>
            )}
            <Button size="sm" mih={30} h="auto" py={5} variant="default" onClick={run('clipboard.paste')}>
              Paste a list
            </Button>
          </div>
          <p className={styles['lesson']}>
            New to the symbols? <a href="/learn">Learn them in five minutes</a>
          </p>
        </>
      ) : (
        <>
          <h2>Nothing drawn yet</h2>
          <p>What the presenter draws appears here at once.</p>
        </>
      )}
    </div>
  );
}
