import type { Stroke } from '../drawing/mark.ts';
import type { RelationKind } from '../relations/define-relation.ts';

/** The pen a kind of line is drawn with, from its own symbol: its first stroke. */
export function penOf(kind: RelationKind): Stroke {
  for (const mark of kind.icon) if (mark.type === 'path' && mark.stroke !== undefined) return mark.stroke;
  return { color: 'ink', width: kind.width };
}
