import { checkText, type EditContext } from './edit-context.ts';
import { refuse } from './edit-error.ts';
import type { StateId } from './model.ts';
import { readStates } from './read-entity.ts';
import { entityMap, isOtherState, metaMap, STATE_ROOTS, stateKey } from './roots.ts';
import { fillState } from './write-state.ts';

type OtherState = Exclude<StateId, 'now'>;

const exists = (context: EditContext, state: StateId): boolean =>
  readStates(metaMap(context.doc)).some((known) => known.id === state);

function otherState(state: StateId): OtherState {
  return isOtherState(state) ? state : refuse('bad-choice', { value: state });
}

function clear(context: EditContext, state: OtherState): void {
  for (const root of STATE_ROOTS) {
    const table = entityMap(context.doc, root, state);
    for (const id of [...table.keys()]) table.delete(id);
  }
}

/** Gives the board another state with what stands in one it has, under the same ids; `from` `null` begins empty. */
export function addState(context: EditContext, id: StateId, title: string, from: StateId | null): void {
  const state = otherState(id);
  checkText(title);
  if (exists(context, state)) refuse('state-taken', { name: title });
  const board = from === null ? null : context.reader(from).board;
  context.transact(() => {
    context.raiseSchema();
    // Somebody may have drawn in it at the moment another removed it.
    clear(context, state);
    metaMap(context.doc).set(stateKey(state), title.toWellFormed());
    if (board !== null) fillState(context.doc, state, board);
  });
}

/** Calls a state something else. The first is always "Now". */
export function renameState(context: EditContext, id: StateId, title: string): void {
  const state = otherState(id);
  checkText(title);
  if (!exists(context, state)) refuse('missing', { id });
  context.transact(() => context.put(metaMap(context.doc), stateKey(state), title));
}

/** Removes a state with everything in it; one that is gone already is passed over. */
export function removeState(context: EditContext, id: StateId): void {
  const state = otherState(id);
  if (!exists(context, state)) return;
  const locked = [...context.reader(state).raw.elements.values()].find((element) => element.locked);
  if (locked !== undefined && context.options.mayEditLocked !== true) refuse('locked', { name: locked.name });
  context.transact(() => {
    clear(context, state);
    metaMap(context.doc).delete(stateKey(state));
  });
}
