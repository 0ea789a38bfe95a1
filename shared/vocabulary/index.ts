import type { ElementKindId } from '../board/model.ts';
import { CARD } from './card.ts';
import { CENTRE } from './centre.ts';
import { COMMITTEE } from './committee.ts';
import type { ElementKind } from './define-kind.ts';
import { FUNCTION } from './function.ts';
import { PARTNER } from './partner.ts';
import { PLATFORM } from './platform.ts';
import { ROLE } from './role.ts';
import { UNIT } from './unit.ts';

/** Every element kind by id. */
export const ELEMENT_KINDS: Readonly<Record<ElementKindId, ElementKind>> = Object.freeze({
  unit: UNIT,
  role: ROLE,
  platform: PLATFORM,
  centre: CENTRE,
  committee: COMMITTEE,
  function: FUNCTION,
  partner: PARTNER,
  card: CARD,
});

/** The kinds in the order of their keys, 1 to 8. */
export const KIND_LIST: readonly ElementKind[] = Object.freeze(Object.values(ELEMENT_KINDS));

/** Of the shared language of symbols; rises when a symbol is added or means something else. */
export const VOCABULARY_VERSION = '1';
