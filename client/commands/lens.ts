import { Banknote, CircleDashed, Glasses, KeyRound, Puzzle, ScanEye, Users, X } from 'lucide-react';
import { indexBoard } from '#shared/board/index-board.ts';
import type { Id } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import { CAPABILITIES } from '#shared/vocabulary/attributes.ts';
import { lensFacts } from '../lenses/lens-facts.ts';
import { branchIds } from '../lenses/lit-set.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import type { Lens } from '../state/ui-store.ts';
import { type Command, defineCommand } from './define-command.ts';
import { onlyElement } from './support.ts';

/** Puts a question to the drawing, or takes it back when it is asked twice. */
export function look(runtime: BoardRuntime, lens: Lens | null): void {
  if (lens === null) {
    runtime.ui.setState({ lens: null, announcement: 'Everything is at full strength.' });
    return;
  }
  const { title, sentence } = lensFacts(runtime.view.board, lens);
  runtime.ui.setState({ lens, announcement: `${title}: ${sentence}` });
}

const sameLens = (a: Lens | null, b: Lens): boolean => JSON.stringify(a) === JSON.stringify(b);

const LENSES = [
  ['money', 'Lens: money', Banknote, 'funds budget pays', { lens: 'money' }],
  ['ownership', 'Lens: ownership', KeyRound, 'owns platform operates', { lens: 'ownership' }],
  ['scope', 'Lens: scope', Glasses, 'global regional local', { lens: 'scope' }],
  ['vacancy', 'Lens: vacancies', CircleDashed, 'vacant open posts', { lens: 'vacancy' }],
  ['capability', 'Lens: capabilities', Puzzle, 'skills all', { lens: 'capability', cap: null }],
] as const;

const LENS_COMMANDS: readonly Command[] = LENSES.map(([id, title, icon, words, lens]) =>
  defineCommand({
    id: `lens.${id}`,
    title,
    group: 'Look',
    icon,
    words: `dim highlight ${words}`,
    run: ({ runtime }) => look(runtime, sameLens(runtime.ui.getState().lens, lens) ? null : lens),
  }),
);

const ONE_CAPABILITY: readonly Command[] = CAPABILITIES.map(({ code, label }) =>
  defineCommand({
    id: `lens.capability.${code}`,
    title: `Lens: capability ${label.toLowerCase()}`,
    group: 'Look',
    words: 'dim highlight skill',
    run: ({ runtime }) => look(runtime, { lens: 'capability', cap: code }),
  }),
);

/** The team that is selected, else the one after the team now shown. */
function nextTiger(runtime: BoardRuntime): Id | null {
  const { tigers } = indexBoard(runtime.view.board);
  const chosen = tigers.find((team) => runtime.ui.getState().selection.has(team.id));
  if (chosen !== undefined) return chosen.id;
  const { lens } = runtime.ui.getState();
  const now = lens?.lens === 'tiger' ? tigers.findIndex((team) => team.id === lens.id) : -1;
  return tigers[(now + 1) % tigers.length]?.id ?? null;
}

const TIGER = defineCommand({
  id: 'lens.tiger',
  title: 'Lens: one tiger team',
  group: 'Look',
  icon: Users,
  words: 'dim highlight members load next',
  enabled: ({ runtime }) => indexBoard(runtime.view.board).tigers.length > 0,
  run({ runtime }) {
    const id = nextTiger(runtime);
    if (id !== null) look(runtime, { lens: 'tiger', id });
  },
});

/** Dims all but a branch, and shows it as large as it fits. */
export function focusBranch(runtime: BoardRuntime, head: Id): void {
  const { board } = runtime.view;
  const ids = branchIds(board, head);
  const below = [...ids].filter((id) => board.elements.has(id)).length - 1;
  runtime.ui.setState({
    branch: head,
    announcement: `Only the branch of ${nameOf(board, head)}, ${below} below it. Escape shows everything.`,
  });
  runtime.control?.fit({ ids: [...ids] });
}

const BRANCH = defineCommand({
  id: 'branch.focus',
  title: 'Look at this branch only',
  group: 'Look',
  keys: ['Alt+B'],
  icon: ScanEye,
  words: 'focus subtree dim others isolate',
  contextMenu: 'selection',
  enabled: ({ runtime }) => onlyElement(runtime) !== null,
  run({ runtime }) {
    const head = onlyElement(runtime);
    if (head === null) return;
    if (runtime.ui.getState().branch === head.id) leaveBranch(runtime);
    else focusBranch(runtime, head.id);
  },
});

export function leaveBranch(runtime: BoardRuntime): void {
  runtime.ui.setState({ branch: null, announcement: 'Everything is at full strength.' });
}

const LEAVE_LOOK = defineCommand({
  id: 'lens.leave',
  title: 'Leave the lens or branch',
  group: 'Look',
  icon: X,
  words: 'off everything full strength',
  enabled({ runtime }) {
    const { branch, lens } = runtime.ui.getState();
    return branch !== null || lens !== null;
  },
  run({ runtime }) {
    if (runtime.ui.getState().branch !== null) leaveBranch(runtime);
    else look(runtime, null);
  },
});

/** What Escape ends before it touches the selection: a tracing layer's frame, then a branch. Answers whether it did. */
export function leaveFirst(runtime: BoardRuntime): boolean {
  const { tracing, branch } = runtime.ui.getState();
  if (tracing !== null) runtime.ui.setState({ tracing: null, announcement: 'Nothing selected.' });
  else if (branch !== null) leaveBranch(runtime);
  else return false;
  return true;
}

/** What Escape ends when nothing else is left to end. */
export function leaveLast(runtime: BoardRuntime): void {
  if (runtime.ui.getState().lens !== null) look(runtime, null);
}

export const LENS: readonly Command[] = [...LENS_COMMANDS, TIGER, BRANCH, LEAVE_LOOK, ...ONE_CAPABILITY];
