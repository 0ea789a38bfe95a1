import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { View } from 'lucide-react';
import type { JSX } from 'react';
import { command } from '../commands/index.ts';
import { canRun, contextFor, runCommand } from '../commands/support.ts';
import { useBoard, useUi } from '../panels/use-board.ts';
import { useRuntime } from '../session/runtime.ts';

const LENSES = ['money', 'ownership', 'scope', 'vacancy', 'capability', 'tiger'] as const;

const word = (title: string): string => {
  const text = title.replace(/^Lens: /, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
};

/** The lenses as a menu: one at a time, and off again. */
export function LensMenu(): JSX.Element {
  const runtime = useRuntime();
  useBoard();
  const lens = useUi((ui) => ui.lens);
  return (
    <Menu withinPortal={false} withInitialFocusPlaceholder={false} position="top" shadow="md" width={220}>
      <Menu.Target>
        <Tooltip label="Lenses: dim all but one thing" openDelay={400}>
          <ActionIcon variant={lens === null ? 'subtle' : 'filled'} size={32} aria-label="Lenses">
            <View size={17} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.RadioGroup
          value={lens?.lens ?? ''}
          onChange={(id) => runCommand(command(`lens.${id}`), contextFor(runtime))}
        >
          {LENSES.map((id) => (
            <Menu.RadioItem
              key={id}
              value={id}
              closeMenuOnClick
              disabled={!canRun(command(`lens.${id}`), contextFor(runtime))}
            >
              {word(command(`lens.${id}`).title)}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Item disabled={lens === null} onClick={() => runCommand(command('lens.leave'), contextFor(runtime))}>
          Everything at full strength
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
