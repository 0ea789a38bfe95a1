/**
 * Phases of a council (session 5.1). Outside a session it is `open`; `ahead` is the asynchronous form's reading before the
 * live part; `read` to `opinions` repeat for each board; after the end it is `sealed`.
 */
export const PHASES = [
  'open',
  'ahead',
  'welcome',
  'read',
  'model',
  'works',
  'answers',
  'questions',
  'opinions',
  'compare',
  'vote',
  'failure',
  'recap',
  'sealed',
] as const;
export type Phase = (typeof PHASES)[number];

/** Phases that repeat for each board, in their order. */
export const BOARD_PHASES = ['read', 'model', 'works', 'answers', 'questions', 'opinions'] as const;
export type BoardPhase = (typeof BOARD_PHASES)[number];

export const isBoardPhase = (phase: Phase): phase is BoardPhase => (BOARD_PHASES as readonly string[]).includes(phase);
