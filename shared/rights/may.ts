import type { Role } from './roles.ts';

/** Phases of a council. Sessions add their own; outside a session a council is `open`, after its end it is `sealed`. */
export const PHASES = ['open', 'sealed'] as const;
export type Phase = (typeof PHASES)[number];

/** Everything a seat can ask for. One list; the server enforces it, the client asks it to hide what would be refused. */
export const ACTIONS = [
  'council.read',
  'council.rename',
  'council.links',
  'council.revoke',
  'council.delete',
  'board.read',
  'board.edit',
  'board.edit-locked',
  'board.create',
  'board.rename',
  'board.duplicate',
  'board.delete',
  'history.read',
  'history.name',
  'presence.show',
] as const;
export type Action = (typeof ACTIONS)[number];

const EVERYBODY: readonly Action[] = ['council.read', 'board.read', 'presence.show'];
const EDITOR: readonly Action[] = [
  ...EVERYBODY,
  'board.edit',
  'board.create',
  'board.rename',
  'board.duplicate',
  'history.read',
  'history.name',
];

const OPEN: Readonly<Record<Role, ReadonlySet<Action>>> = {
  convenor: new Set(ACTIONS),
  presenter: new Set(EDITOR),
  respondent: new Set(EVERYBODY),
  observer: new Set(EVERYBODY),
};

const SEALED: Readonly<Record<Role, ReadonlySet<Action>>> = {
  convenor: new Set<Action>([...EVERYBODY, 'council.links', 'council.revoke', 'council.delete', 'history.read']),
  // What was removed before they came never reaches those who only look.
  presenter: new Set<Action>([...EVERYBODY, 'history.read']),
  respondent: new Set(EVERYBODY),
  observer: new Set(EVERYBODY),
};

const TABLE: Readonly<Record<Phase, Readonly<Record<Role, ReadonlySet<Action>>>>> = { open: OPEN, sealed: SEALED };

/** Whether a seat may do it now. The only place where rights are decided. */
export const may = (role: Role, phase: Phase, action: Action): boolean => TABLE[phase][role].has(action);
