import type { Attributes, ElementKindId, FrictionStatus, Id, RelationKindId, ZoneKind } from '../board/model.ts';

export interface TemplateElement {
  readonly id: Id;
  readonly kind: ElementKindId;
  readonly name: string;
  readonly attributes?: Attributes;
  /** The element it sits in. */
  readonly sitsIn?: Id;
}

export interface TemplateRelation {
  readonly kind: RelationKindId;
  readonly from: Id;
  readonly to: Id;
  readonly attributes?: Attributes;
}

export interface TemplateZone {
  readonly id: Id;
  readonly zone: ZoneKind;
  readonly title: string;
  readonly members: readonly Id[];
  readonly wall?: boolean;
}

export interface TemplateTiger {
  readonly id: Id;
  readonly name: string;
  readonly members: Readonly<Record<Id, number>>;
  readonly sponsor?: Id;
  readonly lead?: Id;
  readonly start?: number;
  readonly end?: number;
}

export interface TemplateFriction {
  readonly id: Id;
  readonly friction: string;
  readonly on: readonly Id[];
  readonly status: FrictionStatus;
  readonly mitigation?: string;
}

export type TemplateGroup =
  | 'maturity'
  | 'structure'
  | 'placement'
  | 'marketing-it'
  | 'combined'
  | 'global-local'
  | 'straddles'
  | 'orchestration'
  | 'tiger-teams'
  | 'reference';

/** A pattern somebody can start from: content without positions; the layout grammar places it. One file a template. */
export interface Template {
  /** Catalogue id: "M3". */
  readonly id: string;
  readonly name: string;
  readonly group: TemplateGroup;
  /** "Use it when …", one sentence. */
  readonly when: string;
  readonly elements: readonly TemplateElement[];
  readonly relations: readonly TemplateRelation[];
  readonly zones: readonly TemplateZone[];
  readonly tigers: readonly TemplateTiger[];
  readonly frictions: readonly TemplateFriction[];
  /** Questions for the presenter. */
  readonly prompts: readonly string[];
  readonly source: string;
  /** The source had only words; the picture is ours. */
  readonly rebuiltFromText: boolean;
  /** Templates to compare with: as-is against to-be. */
  readonly pairs: readonly string[];
}

export const defineTemplate = (template: Template): Template => Object.freeze(template);
