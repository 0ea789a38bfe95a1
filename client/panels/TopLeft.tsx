import { ActionIcon, Menu, Popover, Tooltip, UnstyledButton } from '@mantine/core';
import { Check, ChevronDown, CircleAlert, CloudOff, Eye, LoaderCircle, PencilRuler } from 'lucide-react';
import { type JSX, type KeyboardEvent, Suspense, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { EDIT_TITLE_EVENT } from '../commands/board.ts';
import { COMMANDS } from '../commands/index.ts';
import { contextFor, isOffered, runCommand } from '../commands/support.ts';
import { attempt } from '../gestures/attempt.ts';
import { useRuntime } from '../session/runtime.ts';
import { StateSwitch } from '../states/StateSwitch.tsx';
import { Logo } from '../ui/Logo.tsx';
import chrome from './BoardChrome.module.css';
import { KeyCaps } from './KeyCaps.tsx';
import { BoardDetails } from './lazy-panels.ts';
import styles from './TopLeft.module.css';
import { useBoard } from './use-board.ts';

const STATES = { '': 'Set as-is or to-be', 'as-is': 'As-is', 'to-be': 'To-be' } as const;

const changes = (n: number): string => (n === 1 ? '1 change' : `${n} changes`);

/** The chip beside the title: always true. */
export function SavedChip(): JSX.Element {
  const runtime = useRuntime();
  const { state, pending, sentence } = useStore(runtime.sync);
  const may = runtime.can('board.edit');
  const comments = runtime.critique?.can('comment.question') ?? false;
  const [Icon, words, tone] =
    state === 'refused'
      ? ([CircleAlert, 'Not saved', 'risk'] as const)
      : !may
        ? ([Eye, comments ? 'You can look and comment' : 'You can look', 'quiet'] as const)
        : state === 'offline'
          ? ([CloudOff, pending > 0 ? `${changes(pending)} kept here` : 'Offline', 'wait'] as const)
          : state === 'unsaved'
            ? ([CircleAlert, `${changes(pending)} not saved yet`, 'wait'] as const)
            : state === 'saving'
              ? ([LoaderCircle, 'Saving', 'quiet'] as const)
              : state === 'loading'
                ? ([LoaderCircle, 'Opening', 'quiet'] as const)
                : state === 'own'
                  ? ([PencilRuler, 'Your own copy', 'quiet'] as const)
                  : ([Check, 'Saved', 'quiet'] as const);
  return (
    <Tooltip label={sentence} disabled={sentence === ''} multiline maw={280}>
      <span className={styles['saved']} data-tone={tone} role="status" data-testid="saved">
        <Icon size={14} aria-hidden="true" />
        <span className={styles['savedWords']}>{words}</span>
      </span>
    </Tooltip>
  );
}

function TitleField({ onDone }: { readonly onDone: () => void }): JSX.Element {
  const runtime = useRuntime();
  const [text, setText] = useState(runtime.view.board.meta.title);
  const keep = useRef(true);
  const save = (): void => {
    if (keep.current && text.trim() !== runtime.view.board.meta.title) {
      attempt(runtime, () => runtime.editor.setMeta({ title: text.trim() }));
    }
    onDone();
  };
  const onKey = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Escape') keep.current = false;
    if (event.key === 'Enter' || event.key === 'Escape') event.currentTarget.blur();
  };
  return (
    <input
      className={styles['field']}
      aria-label="Board title"
      value={text}
      maxLength={200}
      // biome-ignore lint/a11y/noAutofocus: the person asked to edit just this.
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setText(event.currentTarget.value)}
      onKeyDown={onKey}
      onBlur={save}
    />
  );
}

const MENU = [
  'board.title',
  'board.template',
  'board.import',
  'clipboard.paste',
  'arrange.tidy',
  '',
  'view.find',
  'view.commands',
  '',
  'present.start',
  'present.frames',
  'state.add',
  '',
  'board.export',
  'board.save-file',
  'board.history',
  '',
  'view.quiet',
  'board.theme',
  'panel.inspector',
  'panel.board',
  'panel.legend',
  'panel.prompts',
  'panel.minimap',
  'help.shortcuts',
  'help.lesson',
];

/** What can be done with the board as a whole. */
export function BoardMenu(): JSX.Element {
  const runtime = useRuntime();
  return (
    <Menu withinPortal={false} withInitialFocusPlaceholder={false} position="bottom-start" width={260} shadow="md">
      <Menu.Target>
        <ActionIcon className={styles['menu'] ?? ''} variant="subtle" size={28} aria-label="Board menu">
          <ChevronDown size={15} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {MENU.map((id, i) => {
          const command = COMMANDS.find((one) => one.id === id);
          // biome-ignore lint/suspicious/noArrayIndexKey: dividers have no name; the list never changes.
          if (command === undefined) return <Menu.Divider key={i} />;
          if (!isOffered(command, runtime)) return null;
          const Icon = command.icon;
          return (
            <Menu.Item
              key={id}
              leftSection={Icon === undefined ? <span style={{ width: 15 }} /> : <Icon size={15} />}
              rightSection={command.keys === undefined ? null : <KeyCaps keys={command.keys.slice(0, 1)} />}
              onClick={() => runCommand(command, contextFor(runtime))}
            >
              {id === 'help.shortcuts' ? 'Keyboard' : command.title}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Where this is: the way home, the title, the state of the drawing, whether it is saved, the menu. */
export function TopLeft(): JSX.Element {
  const runtime = useRuntime();
  const { meta } = useBoard();
  const [editing, setEditing] = useState(false);
  const mayName = runtime.can('board.rename');
  useEffect(() => {
    const edit = (): void => setEditing(true);
    window.addEventListener(EDIT_TITLE_EVENT, edit);
    return () => window.removeEventListener(EDIT_TITLE_EVENT, edit);
  }, []);
  const title = meta.title === '' ? 'Untitled board' : meta.title;
  return (
    <section aria-label="Title and menu" className={`${chrome['float']} ${chrome['bar']} ${chrome['topLeft']}`}>
      <a href="/" className={styles['home']} aria-label="Home">
        <Logo />
      </a>
      <span className={chrome['sep']} style={{ margin: '0 2px' }} />
      {editing && mayName ? (
        <TitleField onDone={() => setEditing(false)} />
      ) : (
        <UnstyledButton
          className={styles['title']}
          onClick={() => setEditing(mayName)}
          disabled={!mayName}
          aria-label={mayName ? `${title}, rename` : title}
        >
          {title}
        </UnstyledButton>
      )}
      <BoardMenu />
      {mayName ? (
        <Popover withinPortal={false} position="bottom-start" shadow="md" trapFocus width={288}>
          <Popover.Target>
            <UnstyledButton className={styles['chip']} aria-label={`About this board, ${STATES[meta.state]}`}>
              {STATES[meta.state]}
            </UnstyledButton>
          </Popover.Target>
          <Popover.Dropdown p={0}>
            <Suspense fallback={null}>
              <BoardDetails />
            </Suspense>
          </Popover.Dropdown>
        </Popover>
      ) : (
        meta.state !== '' && <span className={styles['chip']}>{STATES[meta.state]}</span>
      )}
      <StateSwitch />
      <SavedChip />
    </section>
  );
}
