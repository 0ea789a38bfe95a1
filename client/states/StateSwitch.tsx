import { ActionIcon, Button, Popover, Switch, TextInput, Tooltip, UnstyledButton } from '@mantine/core';
import { Layers, Plus, Trash2 } from 'lucide-react';
import { type JSX, useEffect, useState, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import type { StateId, StateInfo } from '#shared/board/model.ts';
import { STATE_TITLES } from '#shared/board/read-entity.ts';
import { attempt } from '../gestures/attempt.ts';
import { useRuntime } from '../session/runtime.ts';
import styles from './StateSwitch.module.css';
import { showState } from './show-state.ts';
import { addState, missingState, otherState } from './state-commands.ts';

/** States of the open board, and the one that is shown. */
export function useStates(): { readonly states: readonly StateInfo[]; readonly state: StateId } {
  const { view } = useRuntime();
  const states = useSyncExternalStore(view.subscribe, () => view.states);
  const state = useSyncExternalStore(view.subscribe, () => view.state);
  return { states, state };
}

function StateRow({ state }: { readonly state: StateInfo }): JSX.Element {
  const runtime = useRuntime();
  const [title, setTitle] = useState(state.title);
  useEffect(() => setTitle(state.title), [state.title]);
  const save = (): void => {
    const wanted = title.trim();
    if (wanted !== state.title) attempt(runtime, () => runtime.editor.renameState(state.id, wanted));
  };
  if (state.id === 'now') return <div className={styles['row']}>Now</div>;
  return (
    <div className={styles['row']}>
      <TextInput
        size="xs"
        aria-label={`Title of ${STATE_TITLES[state.id]}`}
        value={title}
        maxLength={40}
        onChange={(event) => setTitle(event.currentTarget.value)}
        onBlur={save}
        onKeyDown={(event) => {
          if (event.key === 'Enter') event.currentTarget.blur();
        }}
      />
      <Tooltip label={`Remove ${state.title}`}>
        <ActionIcon
          variant="subtle"
          aria-label={`Remove ${state.title}`}
          onClick={() => {
            const gone = attempt(runtime, () => {
              runtime.editor.removeState(state.id);
              return true;
            });
            if (gone !== null)
              runtime.notify(`${state.title} is removed.`, { label: 'Undo', run: () => runtime.undo.undo() });
          }}
        >
          <Trash2 size={15} />
        </ActionIcon>
      </Tooltip>
    </div>
  );
}

/** Names, ghosts, one more: what there is to say about the states of a board. */
function StateMenu(): JSX.Element {
  const runtime = useRuntime();
  const { states } = useStates();
  const ghosts = useStore(runtime.ui, (ui) => ui.ghosts);
  const editor = runtime.can('board.edit');
  const missing = missingState(runtime);
  return (
    <div className={styles['sheet']}>
      {editor && states.map((state) => <StateRow key={state.id} state={state} />)}
      <Switch
        size="sm"
        label="Show another state as ghosts"
        checked={ghosts !== null}
        onChange={(event) => runtime.ui.setState({ ghosts: event.currentTarget.checked ? otherState(runtime) : null })}
      />
      {editor && missing !== null && (
        <Button size="xs" variant="default" leftSection={<Plus size={14} />} onClick={() => addState(runtime, missing)}>
          Add “{STATE_TITLES[missing]}”
        </Button>
      )}
    </div>
  );
}

/** Now, bridge, target: which state of the board is shown. Nothing as long as there is only one. */
export function StateSwitch(): JSX.Element | null {
  const runtime = useRuntime();
  const { states, state } = useStates();
  if (states.length < 2) return null;
  return (
    <div className={styles['switch']}>
      <fieldset className={styles['states']}>
        <legend className="visually-hidden">State of the board</legend>
        {states.map(({ id, title }, i) => (
          <UnstyledButton
            key={id}
            className={styles['state']}
            aria-pressed={id === state}
            aria-keyshortcuts={`Alt+${['now', 'bridge', 'target'].indexOf(id) + 1}`}
            data-last={i === states.length - 1}
            onClick={() => showState(runtime, id)}
          >
            {title}
          </UnstyledButton>
        ))}
      </fieldset>
      <Popover withinPortal={false} position="bottom-start" shadow="md" trapFocus width={264}>
        <Popover.Target>
          <ActionIcon
            className={styles['more'] ?? ''}
            variant="subtle"
            size={28}
            aria-label="States: names, ghosts, add one"
          >
            <Layers size={15} />
          </ActionIcon>
        </Popover.Target>
        <Popover.Dropdown>
          <StateMenu />
        </Popover.Dropdown>
      </Popover>
    </div>
  );
}
