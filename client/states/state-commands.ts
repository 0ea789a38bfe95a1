import { Ghost, Layers, Layers2 } from 'lucide-react';
import { STATE_IDS, type StateId } from '#shared/board/model.ts';
import { STATE_TITLES } from '#shared/board/read-entity.ts';
import { type Command, defineCommand } from '../commands/define-command.ts';
import { attempt } from '../gestures/attempt.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { showState } from './show-state.ts';

/** The next state that the board does not have: the target first, then what lies between. */
export function missingState(runtime: BoardRuntime): Exclude<StateId, 'now'> | null {
  const known = new Set(runtime.view.states.map(({ id }) => id));
  return (['target', 'bridge'] as const).find((id) => !known.has(id)) ?? null;
}

/** Adds a state as a copy of the one that is shown, and shows it. */
export function addState(runtime: BoardRuntime, state: Exclude<StateId, 'now'>): void {
  const from = runtime.view.states.find(({ id }) => id === runtime.view.state);
  const title = STATE_TITLES[state];
  const added = attempt(runtime, () => {
    runtime.editor.addState(state, title, runtime.view.state);
    return true;
  });
  if (added === null) return;
  showState(runtime, state);
  runtime.notify(`${title} begins as a copy of ${from?.title ?? 'Now'}. Draw what will be different.`, {
    label: 'Undo',
    run: () => runtime.undo.undo(),
  });
}

/** The state whose ghosts say most beside the one that is shown: the first, or where it leads. */
export function otherState(runtime: BoardRuntime): StateId | null {
  const { state, states } = runtime.view;
  if (states.length < 2) return null;
  return state === 'now' ? (states.at(-1)?.id ?? null) : 'now';
}

const SHOW: readonly Command[] = STATE_IDS.map((state, i) =>
  defineCommand({
    id: `state.show-${state}`,
    title: `Show the state "${STATE_TITLES[state]}"`,
    group: 'Look',
    keys: [`Alt+${i + 1}`],
    icon: Layers2,
    words: 'as-is to-be now bridge target morph step',
    enabled: ({ runtime }) => runtime.view.states.some(({ id }) => id === state),
    run: ({ runtime }) => showState(runtime, state),
  }),
);

const ADD = defineCommand({
  id: 'state.add',
  title: 'Add a state',
  group: 'Board',
  icon: Layers,
  words: 'as-is to-be now bridge target future scenario',
  needs: 'board.edit',
  enabled: ({ runtime }) => missingState(runtime) !== null,
  run({ runtime }) {
    const state = missingState(runtime);
    if (state !== null) addState(runtime, state);
  },
});

const REMOVE = defineCommand({
  id: 'state.remove',
  title: 'Remove the state that is shown',
  group: 'Board',
  words: 'delete bridge target',
  needs: 'board.edit',
  enabled: ({ runtime }) => runtime.view.state !== 'now',
  run({ runtime }) {
    const { state, states } = runtime.view;
    const title = states.find(({ id }) => id === state)?.title ?? '';
    const removed = attempt(runtime, () => {
      runtime.editor.removeState(state);
      return true;
    });
    if (removed !== null) {
      runtime.notify(`${title} is removed.`, { label: 'Undo', run: () => runtime.undo.undo() });
    }
  },
});

const GHOSTS = defineCommand({
  id: 'state.ghosts',
  title: 'Show another state as ghosts',
  group: 'Look',
  keys: ['Alt+G'],
  icon: Ghost,
  words: 'compare overlay onion before after',
  enabled: ({ runtime }) => runtime.view.states.length > 1,
  run({ runtime }) {
    const ghosts = runtime.ui.getState().ghosts === null ? otherState(runtime) : null;
    const title = runtime.view.states.find(({ id }) => id === ghosts)?.title;
    runtime.ui.setState({
      ghosts,
      announcement: title === undefined ? 'No ghosts.' : `${title} shows as ghosts under the drawing.`,
    });
  },
});

/** States of a board: show, add, remove, compare. */
export const STATE_COMMANDS: readonly Command[] = [...SHOW, GHOSTS, ADD, REMOVE];
