import type { Relation } from '../board/model.ts';

/** Reports of one boss share a trunk, and so do the solid lines of one kind that go out from one box and say the same. */
export function groupOf({ id, kind, from, to, attributes }: Relation): string {
  if (kind === 'reports') return `reports ${to}`;
  if (kind !== 'owns' && kind !== 'serves') return id;
  const said = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${kind} ${from} ${JSON.stringify(said)}`;
}
