import type { Attributes, Id, RelationKindId } from '../board/model.ts';
import type { TemplateRelation } from './define-template.ts';

/** A template's relation, read as a sentence: `line('sp', 'owns', 'pma', { right: 'operates' })`. */
export const line = (from: Id, kind: RelationKindId, to: Id, attributes?: Attributes): TemplateRelation =>
  attributes === undefined ? { kind, from, to } : { kind, from, to, attributes };
