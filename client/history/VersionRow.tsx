import { ActionIcon, Menu, TextInput, UnstyledButton } from '@mantine/core';
import { Flag, MoreHorizontal } from 'lucide-react';
import { type JSX, type KeyboardEvent, useState } from 'react';
import type { Version } from '#shared/protocol/api.ts';
import { useRuntime } from '../session/runtime.ts';
import styles from './HistoryPanel.module.css';
import { useHistory, useHistoryState } from './history-context.ts';
import { timeOf } from './when.ts';

function NameField({ version, onDone }: { readonly version: Version; readonly onDone: () => void }): JSX.Element {
  const history = useHistory();
  const [title, setTitle] = useState(version.title);
  const save = (): void => {
    const wanted = title.trim();
    if (wanted !== '' && wanted !== version.title) void history.renameVersion(version, wanted);
    onDone();
  };
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter') save();
    if (event.key === 'Escape') onDone();
    event.stopPropagation();
  };
  return (
    <TextInput
      size="xs"
      flex={1}
      aria-label={`New name of ${version.title}`}
      maxLength={200}
      value={title}
      data-autofocus
      autoFocus
      onChange={(event) => setTitle(event.currentTarget.value)}
      onBlur={save}
      onKeyDown={onKey}
    />
  );
}

/** A moment with a name. Pressed, it shows the board of that moment. */
export function VersionRow({ version }: { readonly version: Version }): JSX.Element {
  const runtime = useRuntime();
  const history = useHistory();
  const [naming, setNaming] = useState(false);
  const shown = useHistoryState(
    (state) => state.looked?.seq === version.seq && state.looked.title.includes(version.title),
  );
  const { title, alias, at } = version;
  return (
    <li className={styles['version']} data-version={title}>
      {naming ? (
        <NameField version={version} onDone={() => setNaming(false)} />
      ) : (
        <UnstyledButton className={styles['step']} aria-current={shown} onClick={() => history.lookAtVersion(version)}>
          <span className={styles['who']}>
            <Flag size={13} aria-hidden="true" />
          </span>
          <span className={styles['what']}>
            <span className={styles['line']}>
              <strong>{title}</strong>
              <time dateTime={at}>{timeOf(at)}</time>
            </span>
            <span className={styles['sentence']}>Named by {alias === '' ? 'somebody' : alias}.</span>
          </span>
        </UnstyledButton>
      )}
      {runtime.can('history.name') && !naming && (
        <Menu withinPortal position="bottom-end" shadow="md">
          <Menu.Target>
            <ActionIcon className={styles['more'] ?? ''} variant="subtle" size={28} aria-label={`More about ${title}`}>
              <MoreHorizontal size={15} />
            </ActionIcon>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => setNaming(true)}>Rename</Menu.Item>
            <Menu.Item onClick={() => void history.deleteVersion(version)}>Remove the name</Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
    </li>
  );
}
