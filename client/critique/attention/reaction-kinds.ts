import { CircleQuestionMark, Lightbulb, type LucideIcon, PartyPopper, ThumbsUp } from 'lucide-react';
import type { Reaction } from '#shared/protocol/messages.ts';

/** The four small signs, each with its word. */
export const REACTION_KINDS: readonly {
  readonly kind: Reaction['kind'];
  readonly label: string;
  readonly icon: LucideIcon;
}[] = [
  { kind: 'clap', label: 'Well done', icon: PartyPopper },
  { kind: 'agree', label: 'I agree', icon: ThumbsUp },
  { kind: 'think', label: 'This makes me think', icon: Lightbulb },
  { kind: 'question', label: 'I have a question', icon: CircleQuestionMark },
];
