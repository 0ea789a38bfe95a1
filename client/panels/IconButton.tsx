import { ActionIcon, Tooltip } from '@mantine/core';
import type { JSX } from 'react';
import type { Command } from '../commands/define-command.ts';
import { ariaKeys, isMac, keyCaps } from '../commands/keys.ts';
import { canRun, contextFor, isOffered, runCommand } from '../commands/support.ts';
import { useRuntime } from '../session/runtime.ts';
import styles from './IconButton.module.css';

interface Props {
  readonly command: Command;
  /** Pressed, for tools; absent for what is no switch. */
  readonly on?: boolean;
  readonly size?: number;
}

/** A command as a button with an icon: named, with its key in the tooltip, absent when this seat may not use it. */
export function IconButton({ command, on, size = 32 }: Props): JSX.Element | null {
  const runtime = useRuntime();
  const Icon = command.icon;
  if (Icon === undefined || !isOffered(command, runtime)) return null;
  const [key] = command.keys ?? [];
  const caps = key === undefined ? '' : `  ${keyCaps(key, isMac()).join(' ')}`;
  const keys = ariaKeys(command.keys, isMac());
  return (
    <Tooltip label={`${command.title}${caps}`} openDelay={400}>
      <ActionIcon
        className={styles['button'] ?? ''}
        variant={on === true ? 'filled' : 'subtle'}
        size={size}
        aria-label={command.title}
        {...(on === undefined ? {} : { 'aria-pressed': on })}
        {...(keys === undefined ? {} : { 'aria-keyshortcuts': keys })}
        disabled={!canRun(command, contextFor(runtime))}
        onClick={() => runCommand(command, contextFor(runtime))}
        data-command={command.id}
      >
        <Icon size={17} />
      </ActionIcon>
    </Tooltip>
  );
}
