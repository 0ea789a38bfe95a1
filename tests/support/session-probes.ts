import type { Command } from '#shared/critique/commands.ts';
import type { Action } from '#shared/rights/actions.ts';
import { comment } from './session-council.ts';

/** What a probe is about: the board and slot that are on, and whose. */
export interface Probed {
  readonly board: string;
  readonly slot: string;
  /** A comment of somebody else that everybody may read; one of the sender's own. */
  readonly comment: string;
  readonly seat: string;
}

type Request = readonly [method: string, path: string, body?: unknown];
type Probe = { readonly command: (on: Probed) => Command } | { readonly request: (on: Probed) => Request };

const command = (make: (on: Probed) => Command): Probe => ({ command: make });
const request = (make: (on: Probed) => Request): Probe => ({ request: make });
const NOBODY = 'AAAAAAAAAAAAAAAAAAAAAA';

/** The same comment of a seat each time: asked for the right first, it is made once. */
const pin = (kind: Parameters<typeof comment>[1]): Probe =>
  command(({ board, seat }) => {
    const id = `try-${kind}-${seat}`;
    return { type: 'comment.add', comment: comment(board, kind, `A ${kind} to try`, { id }) };
  });

/**
 * One try of each action, over HTTP, that is refused for its content at most and changes nothing that the next one needs. `null`:
 * what is not asked for over HTTP, or would end everything (tried where it is refused only).
 */
export const PROBES: Readonly<Record<Action, Probe | null>> = {
  'council.read': request(() => ['GET', '']),
  'council.rename': request(() => ['PATCH', '', { title: 'Council' }]),
  'council.links': request(() => ['GET', '/links']),
  'council.revoke': request(() => ['DELETE', `/seats/${NOBODY}`]),
  'council.delete': null,
  'board.read': request(({ board }) => ['GET', `/boards/${board}/state`]),
  'board.edit': null,
  'board.edit-locked': null,
  'board.create': request(() => ['POST', '/boards', { file: 'no file' }]),
  'board.rename': request(({ board }) => ['PATCH', `/boards/${board}`, { title: '' }]),
  'board.duplicate': request(({ board }) => ['POST', `/boards/${board}/duplicate`, { title: 4 }]),
  'board.delete': request(() => ['DELETE', `/boards/${NOBODY}`]),
  'history.read': request(({ board }) => ['GET', `/boards/${board}/history`]),
  'history.name': request(({ board }) => ['POST', `/boards/${board}/history/versions`, { title: '' }]),
  'presence.show': null,
  'session.plan': request(() => ['GET', '/session/plan']),
  'session.run': command(() => ({ type: 'run.next', from: 999 })),
  'session.roles': request(() => ['PATCH', `/seats/${NOBODY}`, { role: 'observer' }]),
  'session.end': command(() => ({ type: 'run.end', passphrase: 'short' })),
  'lead.take': command(({ board }) => ({ type: 'lead.take', board })),
  'hand.raise': command(() => ({ type: 'hand.raise' })),
  react: null,
  'comment.works': pin('works'),
  'comment.wish': pin('wish'),
  'comment.what-if': pin('what-if'),
  'comment.question': pin('question'),
  'comment.friction': pin('friction'),
  'comment.same-here': pin('same-here'),
  'comment.vocabulary': pin('vocabulary'),
  'comment.reply': command((on) => ({
    type: 'comment.reply',
    on: on.comment,
    id: `reply-${on.seat}`,
    text: 'Indeed.',
  })),
  'comment.same': command((on) => ({ type: 'comment.same', id: on.comment, on: true })),
  'comment.edit': command((on) => ({ type: 'comment.edit', id: on.comment, text: 'Changed' })),
  'comment.resolve': command((on) => ({ type: 'comment.state', id: on.comment, state: 'open' })),
  'comment.hear': command((on) => ({ type: 'comment.hear', id: on.comment })),
  'comment.group': command((on) => ({ type: 'comment.group', ids: [on.comment] })),
  'comment.remove': null,
  'proposal.answer': command((on) => ({ type: 'proposal.answer', id: on.comment, answer: 'parked', text: '' })),
  'vote.run': command(() => ({ type: 'vote.open', id: 'no-vote' })),
  'vote.cast': command(() => ({ type: 'vote.cast', id: 'no-vote', dots: {} })),
  'dots.place': command(({ board }) => ({ type: 'dots.place', board, dots: {} })),
  'recap.read': null,
  'recap.write': command(() => ({ type: 'recap.questions', questions: [] })),
  'recap.own': command(({ slot }) => ({ type: 'slot.questions', id: slot, questions: ['Why?'] })),
};
