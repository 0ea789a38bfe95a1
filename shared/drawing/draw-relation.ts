import type { Relation } from '../board/model.ts';
import type { RelationDrawContext, Route } from '../relations/define-relation.ts';
import { RELATIONS } from '../relations/index.ts';
import type { Mark } from './mark.ts';

const drawn = new WeakMap<
  Route,
  { readonly relation: Relation; readonly key: string; readonly marks: readonly Mark[] }
>();

/** Marks of a line along its route, in board coordinates; kept as long as route and line are the same. */
export function drawRelation(relation: Relation, route: Route, context: RelationDrawContext): readonly Mark[] {
  const key = `${context.detail}${context.finish}`;
  const known = drawn.get(route);
  if (known !== undefined && known.relation === relation && known.key === key) return known.marks;
  const marks = RELATIONS[relation.kind].draw(route, relation.attributes, context);
  drawn.set(route, { relation, key, marks });
  return marks;
}
