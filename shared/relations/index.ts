import type { RelationKindId } from '../board/model.ts';
import { ADVISES } from './advises.ts';
import type { RelationKind } from './define-relation.ts';
import { DOTTED } from './dotted.ts';
import { FUNDS } from './funds.ts';
import { MEMBER } from './member.ts';
import { OWNS } from './owns.ts';
import { PARTNERS } from './partners.ts';
import { REPORTS } from './reports.ts';
import { SERVES } from './serves.ts';

/** Every relation kind by id. */
export const RELATIONS: Readonly<Record<RelationKindId, RelationKind>> = Object.freeze({
  reports: REPORTS,
  dotted: DOTTED,
  owns: OWNS,
  serves: SERVES,
  advises: ADVISES,
  funds: FUNDS,
  partners: PARTNERS,
  member: MEMBER,
});

/** The kinds in the order of the palette. */
export const RELATION_LIST: readonly RelationKind[] = Object.freeze(Object.values(RELATIONS));
