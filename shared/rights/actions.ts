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
  /** Agenda, minutes, first readers, challengers, what happens with the mapping. */
  'session.plan',
  /** Start, next, back, skip, extend, pause, hand over. */
  'session.run',
  /** Another role for a seat, and a way back in for it. */
  'session.roles',
  /** End and seal. */
  'session.end',
  /** Lead every screen to what I look at, and let go again. */
  'lead.take',
  'hand.raise',
  'react',
  'comment.works',
  'comment.wish',
  'comment.what-if',
  'comment.question',
  'comment.friction',
  'comment.same-here',
  'comment.vocabulary',
  'comment.reply',
  /** “We do this too” on somebody's comment. */
  'comment.same',
  /** Change or take back what is one's own. */
  'comment.edit',
  /** Resolve, reopen, answer, pass. */
  'comment.resolve',
  /** Yes, hear it: opens an opinion. */
  'comment.hear',
  /** Put like comments together. */
  'comment.group',
  /** Take away what breaks the rule. */
  'comment.remove',
  /** Accept, park or decline a proposed change. */
  'proposal.answer',
  /** Merge like items, show the rule, open, close. */
  'vote.run',
  'vote.cast',
  /** Dots that order the questions. */
  'dots.place',
  'recap.read',
  /** Sentences, vocabulary decisions, open questions: the scribe's part. */
  'recap.write',
  /** Own takeaways, actions, profile and consent: the presenter's part. */
  'recap.own',
] as const;
export type Action = (typeof ACTIONS)[number];
