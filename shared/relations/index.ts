import type { Attributes, RelationKindId } from '../board/model.ts';
import { ADVISES } from './advises.ts';
import type { RelationKind } from './define-relation.ts';
import { DOTTED } from './dotted.ts';
import { FUNDS } from './funds.ts';
import { MEMBER } from './member.ts';
import { OWNS } from './owns.ts';
import { PARTNERS } from './partners.ts';
import type { End } from './refuse.ts';
import { REPORTS } from './reports.ts';
import { SERVES } from './serves.ts';

const KINDS: readonly RelationKind[] = [REPORTS, DOTTED, OWNS, SERVES, ADVISES, FUNDS, PARTNERS, MEMBER];

/** Values that every line takes when it is asked what would be allowed instead. */
const plainRight: Attributes = { right: 'operates' };

/** What may be drawn instead between two kinds, as "It can serve it." or empty. */
function instead(kind: RelationKind, from: End, to: End): string {
  if (from.id === to.id) return '';
  const others = KINDS.filter((other) => other.id !== kind.id && other.refuse(from, to, plainRight) === null);
  const words = others
    .slice(0, 3)
    .map((other) => (other.id === 'owns' && from.kind === 'partner' ? 'operate' : other.infinitive));
  if (words.length === 0) return '';
  const last = words.at(-1) ?? '';
  return ` It can ${words.length === 1 ? last : `${words.slice(0, -1).join(', ')} or ${last}`} it.`;
}

/** The kind as its file says, with a way out added to every refusal. */
const helpful = (kind: RelationKind): RelationKind =>
  Object.freeze({
    ...kind,
    refuse(from: End, to: End, attributes: Attributes): string | null {
      const refused = kind.refuse(from, to, attributes);
      return refused === null || refused.includes('It can') ? refused : refused + instead(kind, from, to);
    },
  });

/** Every relation kind by id. */
export const RELATIONS: Readonly<Record<RelationKindId, RelationKind>> = Object.freeze({
  reports: helpful(REPORTS),
  dotted: helpful(DOTTED),
  owns: helpful(OWNS),
  serves: helpful(SERVES),
  advises: helpful(ADVISES),
  funds: helpful(FUNDS),
  partners: helpful(PARTNERS),
  member: helpful(MEMBER),
});

/** The kinds in the order of the palette. */
export const RELATION_LIST: readonly RelationKind[] = Object.freeze(Object.values(RELATIONS));
