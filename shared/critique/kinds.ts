import type { Phase } from '../rights/phases.ts';

export type CommentKindId = 'works' | 'wish' | 'what-if' | 'question' | 'friction' | 'same-here' | 'vocabulary';

/**
 * A kind of comment (session 5.3): its word, how a comment of it begins, and when it is heard. The pins' glyphs are drawn in
 * `shared/critique/pin-marks.ts`.
 */
export interface CommentKind {
  readonly id: CommentKindId;
  readonly label: string;
  /** Text that the composer begins with or shows as a hint. */
  readonly starter: string;
  /** What it is for, one sentence. */
  readonly term: string;
  /** From this phase of its board (or of the council) on it is seen; `null`: at once. */
  readonly heardIn: Phase | null;
  /** An opinion: even then its text waits until the presenter wants to hear it. */
  readonly opinion: boolean;
}

export const COMMENT_KINDS: readonly CommentKind[] = Object.freeze([
  {
    id: 'question',
    label: 'Question',
    starter: 'Ask without judging',
    term: 'A neutral question that helps the presenter think.',
    heardIn: 'questions',
    opinion: false,
  },
  {
    id: 'same-here',
    label: 'Same here',
    starter: 'We do this too',
    term: 'A precedent: another organisation does the same.',
    heardIn: null,
    opinion: false,
  },
  {
    id: 'friction',
    label: 'Friction',
    starter: 'This may fail because',
    term: 'A risk, with its kind and how grave it is.',
    heardIn: 'failure',
    opinion: false,
  },
  {
    id: 'works',
    label: 'Works',
    starter: 'This works because',
    term: 'Something that works, and why.',
    heardIn: 'works',
    opinion: false,
  },
  {
    id: 'wish',
    label: 'Wish',
    starter: 'I wish',
    term: 'An opinion: something one would like to see.',
    heardIn: 'opinions',
    opinion: true,
  },
  {
    id: 'what-if',
    label: 'What if',
    starter: 'What if',
    term: 'An opinion that may carry a changed drawing.',
    heardIn: 'opinions',
    opinion: true,
  },
  {
    id: 'vocabulary',
    label: 'Vocabulary',
    starter: 'We call this',
    term: 'Another word for what a symbol means; decided in the recap.',
    heardIn: 'recap',
    opinion: false,
  },
]);

export const COMMENT_KIND_IDS = COMMENT_KINDS.map((kind) => kind.id);
export const commentKind = (id: CommentKindId): CommentKind => {
  const found = COMMENT_KINDS.find((kind) => kind.id === id);
  if (found === undefined) throw new Error(`There is no comment kind ${id}.`);
  return found;
};
