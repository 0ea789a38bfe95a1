import type { Relation } from '../board/model.ts';
import type { RelationDrawContext, Route } from '../relations/define-relation.ts';
import { RELATIONS } from '../relations/index.ts';
import type { Mark } from './mark.ts';

/** Marks of a line along its route, in board coordinates. */
export const drawRelation = (relation: Relation, route: Route, context: RelationDrawContext): readonly Mark[] =>
  RELATIONS[relation.kind].draw(route, relation.attributes, context);
