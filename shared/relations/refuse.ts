import type { ElementKindId } from '../board/model.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';

/** One end of a line that somebody wants to draw. */
export interface End {
  readonly id: string;
  readonly kind: ElementKindId;
}

interface Ends {
  readonly from: readonly ElementKindId[];
  readonly to: readonly ElementKindId[];
  readonly infinitive: string;
}

const word = (kind: ElementKindId): string => ELEMENT_KINDS[kind].label.toLowerCase();

/** `null` when a line of these ends may run, or the sentence that says why not. The index adds what would be allowed. */
export function refuseEnds(rule: Ends, from: End, to: End): string | null {
  if (from.id === to.id) return `A ${word(from.kind)} cannot ${rule.infinitive} itself.`;
  if (rule.from.includes(from.kind) && rule.to.includes(to.kind)) return null;
  return `A ${word(from.kind)} cannot ${rule.infinitive} a ${word(to.kind)}.`;
}
