import type { Action } from './actions.ts';
import { ACTIONS } from './actions.ts';
import { PHASES, type Phase } from './phases.ts';
import { ROLES, type Role } from './roles.ts';

export type { Action } from './actions.ts';
export { ACTIONS } from './actions.ts';
export type { Phase } from './phases.ts';
export { PHASES } from './phases.ts';

const LOOK: readonly Action[] = ['council.read', 'board.read', 'presence.show'];
const DRAW: readonly Action[] = [
  'board.edit',
  'board.create',
  'board.rename',
  'board.duplicate',
  'history.read',
  'history.name',
];
/** Every kind of comment, and what is one's own. In a silent phase they are held until their turn comes. */
const PIN: readonly Action[] = [
  'comment.works',
  'comment.wish',
  'comment.what-if',
  'comment.question',
  'comment.friction',
  'comment.same-here',
  'comment.vocabulary',
  'comment.edit',
];
/** Taking part aloud: not while everybody reads in silence. */
const TALK: readonly Action[] = ['comment.reply', 'comment.same', 'hand.raise', 'react'];
const OWN_BOARD: readonly Action[] = ['comment.resolve', 'comment.hear', 'proposal.answer', 'lead.take', 'recap.own'];
/** A convenor may do everything while a session runs, but has no vote and no silent comment that others could not have. */
const CONVENE = ACTIONS.filter((action) => action !== 'vote.cast');

type Rights = Readonly<Partial<Record<Role, readonly Action[]>>>;

const critics = (actions: readonly Action[]): Rights => ({
  challenger: actions,
  respondent: actions,
  scribe: actions,
});

/** What each role may do in a phase, on top of what everybody may. */
const EXTRA: Readonly<Record<Phase, Rights>> = {
  open: {
    presenter: [...DRAW, ...PIN, ...TALK, ...OWN_BOARD],
    ...critics([...PIN, ...TALK]),
    scribe: [...PIN, ...TALK, 'comment.resolve', 'comment.group'],
  },
  ahead: {
    presenter: [...DRAW, ...PIN, 'recap.own'],
    ...critics(PIN),
  },
  welcome: {
    presenter: [...DRAW, 'hand.raise', 'react', 'recap.own', 'lead.take'],
    ...critics(['hand.raise', 'react']),
  },
  read: {
    presenter: [...DRAW, ...PIN, 'lead.take', 'recap.own'],
    ...critics(PIN),
  },
  model: {
    presenter: [...DRAW, ...PIN, 'hand.raise', 'react', 'lead.take', 'recap.own'],
    ...critics([...PIN, 'hand.raise', 'react']),
  },
  works: {
    presenter: [...DRAW, ...PIN, ...TALK, 'comment.resolve', 'lead.take', 'recap.own'],
    ...critics([...PIN, ...TALK]),
  },
  answers: {
    presenter: [...DRAW, ...PIN, ...TALK, 'comment.resolve', 'lead.take', 'recap.own'],
    ...critics([...PIN, ...TALK]),
  },
  questions: {
    presenter: [...DRAW, ...PIN, ...TALK, 'comment.resolve', 'dots.place', 'lead.take', 'recap.own'],
    ...critics([...PIN, ...TALK, 'dots.place']),
  },
  opinions: {
    presenter: [...DRAW, ...PIN, ...TALK, ...OWN_BOARD],
    ...critics([...PIN, ...TALK]),
  },
  compare: {
    presenter: [...DRAW, ...PIN, ...TALK, ...OWN_BOARD],
    ...critics([...PIN, ...TALK]),
  },
  vote: {
    presenter: [...DRAW, 'vote.cast', 'recap.own'],
    ...critics(['vote.cast']),
  },
  failure: {
    presenter: [...DRAW, ...PIN, ...TALK, ...OWN_BOARD],
    ...critics([...PIN, ...TALK]),
  },
  recap: {
    presenter: [...DRAW, ...PIN, ...TALK, ...OWN_BOARD, 'recap.read'],
    ...critics([...PIN, ...TALK, 'recap.read']),
    observer: ['recap.read'],
  },
  sealed: {
    // What was removed before they came never reaches those who only look.
    presenter: ['history.read', 'recap.read'],
    ...critics(['recap.read']),
    observer: ['recap.read'],
    convenor: ['council.links', 'council.revoke', 'council.delete', 'history.read', 'recap.read', 'session.roles'],
  },
};

/** The scribe's own work, while a session runs. */
const SCRIBE: readonly Action[] = ['comment.group', 'comment.resolve', 'recap.write', 'recap.read'];

function rightsOf(role: Role, phase: Phase): ReadonlySet<Action> {
  const extra = EXTRA[phase][role] ?? [];
  if (phase === 'sealed') return new Set([...LOOK, ...extra]);
  if (role === 'convenor') return new Set(CONVENE);
  const writes = role === 'scribe' && phase !== 'open' && phase !== 'read' && phase !== 'ahead';
  return new Set([...LOOK, ...extra, ...(writes ? SCRIBE : [])]);
}

const TABLE = Object.fromEntries(
  PHASES.map((phase) => [phase, Object.fromEntries(ROLES.map((role) => [role, rightsOf(role, phase)]))]),
) as unknown as Readonly<Record<Phase, Readonly<Record<Role, ReadonlySet<Action>>>>>;

/** Whether a seat may do it now. The only place where rights are decided. */
export const may = (role: Role, phase: Phase, action: Action): boolean => TABLE[phase][role].has(action);
