import { ActionIcon, Tooltip } from '@mantine/core';
import { ListTree, Map as MapIcon } from 'lucide-react';
import type { JSX } from 'react';
import { ariaKeys, isMac, keyCaps } from '../commands/keys.ts';
import { contextFor, runCommand } from '../commands/support.ts';
import { useUi } from '../panels/use-board.ts';
import { useRuntime } from '../session/runtime.ts';
import { OUTLINE } from './commands.ts';
import { fitting, nextLook } from './kept-look.ts';
import styles from './Outline.module.css';

const WORDS = { canvas: 'Show the drawing', both: 'Show the outline', outline: 'Show the outline alone' } as const;

/** From the drawing to the outline and back: what a press shows next is its name. */
export function LookSwitch(): JSX.Element {
  const runtime = useRuntime();
  const look = fitting(useUi((ui) => ui.look));
  const next = nextLook(look);
  const label = next === 'outline' && look === 'canvas' ? WORDS.both : WORDS[next];
  const Icon = next === 'canvas' ? MapIcon : ListTree;
  const keys = ariaKeys(OUTLINE.keys, isMac());
  return (
    <Tooltip label={`${label}  ${keyCaps(OUTLINE.keys?.[0] ?? '', isMac()).join(' ')}`} openDelay={400}>
      <ActionIcon
        variant="subtle"
        className={styles['switch'] ?? ''}
        aria-label={label}
        {...(keys === undefined ? {} : { 'aria-keyshortcuts': keys })}
        onClick={() => runCommand(OUTLINE, contextFor(runtime))}
      >
        <Icon size={17} />
      </ActionIcon>
    </Tooltip>
  );
}
