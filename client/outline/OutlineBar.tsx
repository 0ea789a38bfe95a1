import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { CircleHelp, Ellipsis, Plus, Redo2, Search, Undo2, Volume2, VolumeX } from 'lucide-react';
import { type JSX, type ReactNode, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { KIND_LIST } from '#shared/vocabulary/index.ts';
import { command } from '../commands/index.ts';
import { contextFor, runCommand } from '../commands/support.ts';
import { KeyCaps } from '../panels/KeyCaps.tsx';
import { KindIcon } from '../panels/KindIcon.tsx';
import { useRuntime } from '../session/runtime.ts';
import styles from './Outline.module.css';
import { outlineStore } from './outline-store.ts';
import { addByNumber } from './row-actions.ts';

function Tool(props: {
  readonly label: string;
  readonly pressed?: boolean;
  readonly disabled?: boolean;
  readonly children: ReactNode;
  readonly onClick: () => void;
}): JSX.Element {
  return (
    <Tooltip label={props.label} openDelay={400}>
      <ActionIcon
        className={styles['tool'] ?? ''}
        variant="subtle"
        aria-label={props.label}
        {...(props.pressed === undefined ? {} : { 'aria-pressed': props.pressed })}
        disabled={props.disabled ?? false}
        onClick={props.onClick}
      >
        {props.children}
      </ActionIcon>
    </Tooltip>
  );
}

/** Over the rows: what it is, how to add, undo and find, whether others are said, and the keys. */
export function OutlineBar({
  count,
  active,
  onMenu,
}: {
  readonly count: number;
  /** Name of the row that can be acted on, or `null`. */
  readonly active: string | null;
  readonly onMenu: (from: HTMLElement) => void;
}): JSX.Element {
  const runtime = useRuntime();
  const store = outlineStore(runtime);
  const sayOthers = useStore(store, (state) => state.sayOthers);
  const help = useStore(store, (state) => state.help);
  useSyncExternalStore(runtime.undo.subscribe, () => `${runtime.undo.canUndo} ${runtime.undo.canRedo}`);
  const editor = runtime.can('board.edit');
  const run = (id: string) => () => runCommand(command(id), contextFor(runtime));
  return (
    <div className={styles['bar']}>
      <h2>
        Outline <span>{count}</span>
      </h2>
      <div role="toolbar" aria-label="Outline tools" className={styles['tools']}>
        {editor && (
          <Menu withInitialFocusPlaceholder={false} position="bottom-end" shadow="md" width={220} returnFocus={false}>
            <Menu.Target>
              <ActionIcon className={styles['tool'] ?? ''} variant="subtle" aria-label="Add">
                <Plus size={17} />
              </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
              {KIND_LIST.map((kind) => (
                <Menu.Item
                  key={kind.id}
                  className={styles['menuItem'] ?? ''}
                  leftSection={<KindIcon icon={kind.icon} width={28} />}
                  rightSection={<KeyCaps keys={[kind.key]} />}
                  onClick={() => addByNumber(runtime, kind.key)}
                >
                  {kind.label}
                </Menu.Item>
              ))}
            </Menu.Dropdown>
          </Menu>
        )}
        {editor && active !== null && (
          <Tooltip label={`More for ${active}`} openDelay={400}>
            <ActionIcon
              className={styles['tool'] ?? ''}
              variant="subtle"
              aria-label={`More for ${active}`}
              aria-haspopup="menu"
              onClick={(event) => onMenu(event.currentTarget)}
            >
              <Ellipsis size={17} />
            </ActionIcon>
          </Tooltip>
        )}
        {editor && (
          <>
            <Tool label="Undo" disabled={!runtime.undo.canUndo} onClick={run('edit.undo')}>
              <Undo2 size={16} />
            </Tool>
            <Tool label="Redo" disabled={!runtime.undo.canRedo} onClick={run('edit.redo')}>
              <Redo2 size={16} />
            </Tool>
          </>
        )}
        <Tool label="Find" onClick={run('view.find')}>
          <Search size={16} />
        </Tool>
        <Tool label="Say what others change" pressed={sayOthers} onClick={run('view.say-others')}>
          {sayOthers ? <Volume2 size={16} /> : <VolumeX size={16} />}
        </Tool>
        <span className={styles['keysTool']}>
          <Tool label="Keys of the outline" pressed={help} onClick={() => store.setState({ help: !help })}>
            <CircleHelp size={16} />
          </Tool>
        </span>
      </div>
    </div>
  );
}
