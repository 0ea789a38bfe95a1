import { Modal, Switch, TextInput } from '@mantine/core';
import { Search } from 'lucide-react';
import { type JSX, useState } from 'react';
import type { Command, CommandGroup } from '../commands/define-command.ts';
import { COMMANDS } from '../commands/index.ts';
import { keepSingleKeys, keepTabMovesFocus, tabMovesFocus } from '../commands/key-settings.ts';
import { isOffered } from '../commands/support.ts';
import { useRuntime } from '../session/runtime.ts';
import { score } from './fuzzy.ts';
import { KeyCaps } from './KeyCaps.tsx';
import styles from './ShortcutsDialog.module.css';
import { useUi } from './use-board.ts';

const COLUMNS: readonly (readonly CommandGroup[])[] = [
  ['Draw', 'Grow the tree'],
  ['Look', 'Board', 'Help'],
  ['Change', 'Arrange'],
];

/** Commands that have keys, those of one title in one line. */
export function keyLines(
  commands: readonly Command[],
): readonly { readonly title: string; readonly group: CommandGroup; readonly keys: readonly string[] }[] {
  const lines = new Map<string, { title: string; group: CommandGroup; keys: string[] }>();
  for (const { title, group, keys } of commands) {
    if (keys === undefined || keys.length === 0) continue;
    const line = lines.get(`${group} ${title}`);
    if (line === undefined) lines.set(`${group} ${title}`, { title, group, keys: [...keys] });
    else line.keys.push(...keys);
  }
  return [...lines.values()];
}

/** Every key, from the list of commands, and the two switches about keys. */
export function ShortcutsDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const runtime = useRuntime();
  const [question, setQuestion] = useState('');
  const [tab, setTab] = useState(tabMovesFocus);
  const single = useUi((ui) => ui.singleKeys);
  const lines = keyLines(COMMANDS.filter((one) => isOffered(one, runtime))).filter(
    (line) => score(question, line.title, line.keys.join(' ')) > 0,
  );
  return (
    <Modal
      opened
      onClose={onClose}
      size={1100}
      radius={16}
      title={
        <span className={styles['title']}>
          <strong>Keyboard</strong>
          <span>Every action also has a menu item</span>
        </span>
      }
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <TextInput
        data-autofocus
        className={styles['find'] ?? ''}
        aria-label="Find a key"
        placeholder="Find a key"
        leftSection={<Search size={15} />}
        value={question}
        onChange={(event) => setQuestion(event.currentTarget.value)}
      />
      <div className={styles['columns']}>
        {COLUMNS.map((groups) => (
          <div key={groups.join()}>
            {groups.map((group) => {
              const own = lines.filter((line) => line.group === group);
              return own.length === 0 ? null : (
                <section key={group} className={styles['group']}>
                  <h3>{group}</h3>
                  <dl>
                    {own.map((line) => (
                      <div key={line.title} className={styles['line']}>
                        <dt>{line.title}</dt>
                        <dd>
                          <KeyCaps keys={line.keys} />
                        </dd>
                      </div>
                    ))}
                    {group === 'Help' && (
                      <div className={styles['line']}>
                        <dt>Leave the board by keyboard</dt>
                        <dd>
                          <KeyCaps keys={['Escape', 'Tab']} />
                        </dd>
                      </div>
                    )}
                  </dl>
                </section>
              );
            })}
          </div>
        ))}
      </div>
      {lines.length === 0 && <p className={styles['nothing']}>No key by that word.</p>}
      <div className={styles['foot']}>
        <Switch
          label="Single-key shortcuts"
          size="sm"
          checked={single}
          onChange={(event) => {
            const on = event.currentTarget.checked;
            keepSingleKeys(on);
            runtime.ui.setState({ singleKeys: on });
          }}
        />
        <Switch
          label="Tab moves the focus instead of adding below"
          size="sm"
          checked={tab}
          onChange={(event) => {
            keepTabMovesFocus(event.currentTarget.checked);
            setTab(event.currentTarget.checked);
          }}
        />
        <span>On a Mac, Ctrl is Cmd</span>
      </div>
    </Modal>
  );
}
