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
  ['Look', 'Session', 'Board', 'Help'],
  ['Change', 'Arrange'],
];

export interface KeyLine {
  readonly title: string;
  readonly group: CommandGroup;
  /** Shortcuts of the line. */
  readonly keys: readonly string[];
  /** First and last of a run of keys are enough. */
  readonly run: boolean;
}

/** Commands that read better in one line. What stands in none of these has a line of its own. */
const TOGETHER: readonly (readonly [title: string, ids: RegExp])[] = [
  ['Team, role, platform …', /^place\.(?!note|here)/],
  ['Done', /^(tool\.done|tracing\.leave|lens\.leave)$/],
  ['Delete', /^(selection\.delete|tracing\.remove)$/],
  ['Walk the tree, nudge a free box', /^walk\./],
  ['Nudge by one', /^nudge\./],
  ['Move among siblings', /^tree\.(earlier|later)$/],
  ['Next, previous part of the page', /^focus\./],
  ['Zoom', /^view\.(closer|farther)$/],
  ['Undo, redo', /^edit\./],
  ['Copy, cut, paste on any board', /^clipboard\./],
  ['Group, ungroup', /^selection\.(un)?group$/],
  ['To front, to back', /^selection\.(front|back)$/],
  ['Align left, right, top, bottom', /^align\.(left|right|top|bottom)$/],
  ['Centre across, down', /^align\.(across|down)$/],
  ['Equal gaps across, down', /^distribute\./],
  ['Tidy the board, the selection', /^arrange\.tidy/],
  ['Copy, give the look', /^style\./],
  ['Stack in a column, row, grid', /^stack\./],
  ['Reports: automatic, row, stack, two sides, grid', /^arrange\.reports-/],
  ['State now, bridge, target', /^state\.show-/],
  ['Next step, back', /^session\.(next|back)$/],
];

/** Every command that has keys, in lines as the list shows them. */
export function keyLines(commands: readonly Command[]): readonly KeyLine[] {
  const lines = new Map<string, { title: string; group: CommandGroup; keys: string[]; run: boolean }>();
  for (const { id, title, group, keys } of commands) {
    if (keys === undefined || keys.length === 0) continue;
    const together = TOGETHER.find(([, ids]) => ids.test(id))?.[0];
    const name = together ?? title;
    const line = lines.get(name);
    if (line === undefined)
      lines.set(name, { title: name, group, keys: [...keys], run: id.startsWith('place.') && together !== undefined });
    else line.keys.push(...keys);
  }
  return [...lines.values()];
}

/** Keys of one line; held keys that all have in common are shown once. */
function LineKeys({ line }: { readonly line: KeyLine }): JSX.Element {
  // Commands that never stand beside one another may answer to one key.
  const all = [...new Set(line.keys)];
  const [first = ''] = all;
  const last = all.at(-1) ?? '';
  if (line.run) {
    return (
      <>
        <KeyCaps keys={[first]} /> – <KeyCaps keys={[last]} />
      </>
    );
  }
  const held = first.slice(0, first.lastIndexOf('+') + 1);
  const common =
    all.length > (held === '' ? 2 : 1) && all.every((key) => key.slice(0, key.lastIndexOf('+') + 1) === held);
  const plain = all.map((key) => key.slice(held.length));
  return common ? (
    <KeyCaps keys={held === '' ? plain : [held.slice(0, -1), ...plain]} together />
  ) : (
    <KeyCaps keys={all} />
  );
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
      padding={24}
      yOffset="5vh"
      classNames={{ title: styles['titleSlot'] ?? '', content: styles['dialog'] ?? '', body: styles['body'] ?? '' }}
      title={
        <span className={styles['title']}>
          <strong>Keyboard</strong>
          <span>Every action also has a menu item</span>
          <TextInput
            data-autofocus
            className={styles['find'] ?? ''}
            aria-label="Find a key"
            placeholder="Find a key"
            leftSection={<Search size={15} />}
            value={question}
            onChange={(event) => setQuestion(event.currentTarget.value)}
          />
        </span>
      }
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keyboard. */}
      <section className={styles['columns']} tabIndex={0} aria-label="Keys">
        {COLUMNS.map((groups) => (
          <div key={groups.join()}>
            {groups.map((group) => {
              const own = lines.filter((line) => line.group === group);
              return own.length === 0 ? null : (
                <section key={group} className={styles['group']}>
                  <h2>{group}</h2>
                  <dl>
                    {own.map((line) => (
                      <div key={line.title} className={styles['line']}>
                        <dt>{line.title}</dt>
                        <dd>
                          <LineKeys line={line} />
                        </dd>
                      </div>
                    ))}
                    {group === 'Help' && (
                      <div className={styles['line']}>
                        <dt>Leave the board by keyboard</dt>
                        <dd>
                          <KeyCaps keys={['Escape', 'Tab']} together />
                        </dd>
                      </div>
                    )}
                  </dl>
                </section>
              );
            })}
          </div>
        ))}
      </section>
      {lines.length === 0 && <p className={styles['nothing']}>No key by that word.</p>}
      <div className={styles['foot']}>
        <Switch
          label="Single-key shortcuts"
          size="sm"
          withThumbIndicator={false}
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
          withThumbIndicator={false}
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
