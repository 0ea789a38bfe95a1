import type {
  Attributes,
  BoardElement,
  Box,
  ElementKindId,
  Frame,
  Friction,
  Id,
  Overlay,
  Point,
  Prompt,
  Relation,
  StateId,
  TigerTeam,
  Zone,
  ZoneKind,
} from './model.ts';

/** A new element. What is left out gets the kind's default; without `order` it comes after its last sibling. */
export interface NewElement extends Point {
  readonly kind: ElementKindId;
  readonly id?: Id;
  readonly name?: string;
  readonly w?: number;
  readonly h?: number;
  readonly sitsIn?: Id | null;
  readonly attributes?: Attributes;
  readonly order?: string;
  /** Adds its reporting line. */
  readonly boss?: Id | null;
}

export interface NewZone extends Box {
  readonly zone: ZoneKind;
  readonly id?: Id;
  readonly title?: string;
  readonly fn?: string | null;
  readonly wall?: boolean;
  readonly collapsed?: boolean;
  readonly order?: string;
}

export interface NewTiger {
  readonly id?: Id;
  readonly name?: string;
  readonly purpose?: string;
  readonly sponsor?: string;
  readonly lead?: string;
  readonly start?: number | null;
  readonly end?: number | null;
  readonly members?: Readonly<Record<Id, number>>;
  readonly order?: string;
  readonly hidden?: boolean;
}

export interface NewFriction {
  readonly friction: string;
  readonly id?: Id;
  readonly status?: Friction['status'];
  readonly mitigation?: string;
  readonly owner?: string;
  readonly on?: readonly Id[];
  /** Needed when `on` is empty; otherwise where it will stand if all of `on` goes away. */
  readonly at?: Point;
}

export interface NewFrame extends Box {
  readonly id?: Id;
  readonly title?: string;
  readonly order?: string;
  readonly subtitle?: string;
  readonly state?: StateId;
  readonly notes?: string;
}

export interface NewPrompt {
  readonly text: string;
  readonly id?: Id;
  readonly answer?: string;
  readonly dismissed?: boolean;
  readonly order?: string;
}

export type ZonePatch = Partial<Omit<Zone, 'id' | 'kind'>>;
/** Members change one at a time, by `setLoad`. */
export type TigerPatch = Partial<Omit<TigerTeam, 'id' | 'kind' | 'members'>>;
export type FrictionPatch = Partial<Omit<Friction, 'id' | 'kind'>>;
/** `state` is taken away by `null`. */
export type FramePatch = Partial<Omit<Frame, 'id' | 'state'>> & { readonly state?: StateId | null };
export type PromptPatch = Partial<Omit<Prompt, 'id'>>;

/** A piece of a board with ids of its own: what is copied, pasted, or comes from a template. */
export interface NewContent {
  readonly elements: readonly BoardElement[];
  readonly relations: readonly Relation[];
  readonly overlays: readonly Overlay[];
  readonly frames: readonly Frame[];
  readonly prompts: readonly Prompt[];
}
