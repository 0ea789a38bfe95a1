import * as Y from 'yjs';
import { RELATIONS } from '../relations/index.ts';
import { validAttribute } from '../vocabulary/attributes.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';
import type {
  Attributes,
  AttributeValue,
  BoardElement,
  BoardMeta,
  BrokenItem,
  ElementKindId,
  Frame,
  Friction,
  FrictionStatus,
  Id,
  Overlay,
  Prompt,
  Relation,
  RelationKindId,
  StateId,
  StateInfo,
  TigerTeam,
  Zone,
  ZoneKind,
} from './model.ts';
import { STATE_IDS } from './model.ts';
import { ATTRIBUTE_PREFIX, type EntityRoot, isId, isOtherState, stateKey } from './roots.ts';
import { compareIds, frozenValue } from './tables.ts';

/** The keys and plain values of one map in the document. */
export type Plain = Readonly<Record<string, unknown>>;

export interface EntityOf {
  elements: BoardElement;
  relations: Relation;
  overlays: Overlay;
  frames: Frame;
  prompts: Prompt;
}

export const ZONE_KINDS: readonly ZoneKind[] = ['function', 'scope', 'layer', 'region', 'journey'];
export const FRICTION_STATUSES: readonly FrictionStatus[] = ['open', 'mitigated', 'accepted', 'resolved'];

export const isElementKind = (value: unknown): value is ElementKindId =>
  typeof value === 'string' && Object.hasOwn(ELEMENT_KINDS, value);
export const isRelationKind = (value: unknown): value is RelationKindId =>
  typeof value === 'string' && Object.hasOwn(RELATIONS, value);
export const isBroken = (value: object): value is BrokenItem => 'why' in value;

/** The map as plain data: texts as strings, inner maps as records. */
export function plainOf(map: Y.Map<unknown>): Plain {
  const plain: Record<string, unknown> = {};
  map.forEach((value, key) => {
    plain[key] = value instanceof Y.AbstractType ? value.toJSON() : value;
  });
  return plain;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');
const numberOr = (value: unknown, other: number): number => (typeof value === 'number' ? value : other);
const numberOrNull = (value: unknown): number | null =>
  typeof value === 'number' && Number.isFinite(value) ? value : null;
const idOrNull = (value: unknown): Id | null => (isId(value) ? value : null);

function pair(value: unknown): readonly [number, number] | null {
  return Array.isArray(value) && value.length === 2 && typeof value[0] === 'number' && typeof value[1] === 'number'
    ? [value[0], value[1]]
    : null;
}

function records(value: unknown): Plain {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Plain) : {};
}

function attributesOf(plain: Plain): Attributes {
  const keys = Object.keys(plain).filter((key) => key.startsWith(ATTRIBUTE_PREFIX));
  if (keys.length === 0) return NO_ATTRIBUTES;
  const attributes: Record<string, AttributeValue> = {};
  for (const key of keys.sort(compareIds)) {
    const id = key.slice(ATTRIBUTE_PREFIX.length);
    const value = plain[key];
    if (isId(id) && validAttribute(id, value)) attributes[id] = frozenValue(value);
  }
  return Object.freeze(attributes);
}

export const NO_ATTRIBUTES: Attributes = Object.freeze({});

const why = (id: Id, sentence: string): BrokenItem => Object.freeze({ id, why: sentence });
const NEWER = 'It may come from a newer version of Orgora.';

function readElement(id: Id, plain: Plain): BoardElement | BrokenItem {
  const kind = plain['kind'];
  if (!isElementKind(kind)) return why(id, `This element is of a kind this version does not know. ${NEWER}`);
  const pos = pair(plain['pos']);
  if (pos === null) return why(id, 'This element has no position that can be read.');
  const fallback = ELEMENT_KINDS[kind].defaultSize;
  const size = pair(plain['size']) ?? [fallback.w, fallback.h];
  return Object.freeze({
    id,
    kind,
    name: text(plain['name']),
    x: pos[0],
    y: pos[1],
    w: size[0],
    h: size[1],
    order: text(plain['order']),
    sitsIn: idOrNull(plain['in']),
    locked: plain['locked'] === true,
    group: idOrNull(plain['group']),
    attributes: attributesOf(plain),
  });
}

function readRelation(id: Id, plain: Plain): Relation | BrokenItem {
  const { kind, from, to } = { kind: plain['kind'], from: plain['from'], to: plain['to'] };
  if (!isRelationKind(kind)) return why(id, `This line is of a kind this version does not know. ${NEWER}`);
  if (!isId(from) || !isId(to)) return why(id, 'This line has an end that cannot be read.');
  return Object.freeze({ id, kind, from, to, attributes: attributesOf(plain) });
}

function readZone(id: Id, plain: Plain): Zone | BrokenItem {
  const pos = pair(plain['pos']);
  const size = pair(plain['size']);
  if (pos === null || size === null) return why(id, 'This zone has no place that can be read.');
  const zone = ZONE_KINDS.find((kind) => kind === plain['zone']);
  if (zone === undefined) return why(id, `This zone is of a kind this version does not know. ${NEWER}`);
  return Object.freeze({
    id,
    kind: 'zone',
    zone,
    title: text(plain['title']),
    fn: typeof plain['fn'] === 'string' && plain['fn'] !== '' ? plain['fn'] : null,
    wall: plain['wall'] === true,
    collapsed: plain['collapsed'] === true,
    order: text(plain['order']),
    x: pos[0],
    y: pos[1],
    w: size[0],
    h: size[1],
  });
}

function readTiger(id: Id, plain: Plain): TigerTeam {
  const lent = records(plain['members']);
  const members: Record<Id, number> = {};
  for (const key of Object.keys(lent).sort(compareIds)) {
    const share = lent[key];
    if (isId(key) && typeof share === 'number') members[key] = share;
  }
  return Object.freeze({
    id,
    kind: 'tiger',
    name: text(plain['name']),
    purpose: text(plain['purpose']),
    sponsor: text(plain['sponsor']),
    lead: text(plain['lead']),
    start: numberOrNull(plain['start']),
    end: numberOrNull(plain['end']),
    members: Object.freeze(members),
    order: text(plain['order']),
    hidden: plain['hidden'] === true,
  });
}

function readFriction(id: Id, plain: Plain): Friction | BrokenItem {
  const friction = plain['friction'];
  if (typeof friction !== 'string' || friction === '') return why(id, 'This friction marker has no kind.');
  const on = records(plain['on']);
  const at = pair(plain['at']);
  return Object.freeze({
    id,
    kind: 'friction',
    friction,
    status: FRICTION_STATUSES.find((status) => status === plain['status']) ?? 'open',
    mitigation: text(plain['mitigation']),
    owner: text(plain['owner']),
    on: Object.freeze(
      Object.keys(on)
        .filter((key) => isId(key) && on[key] === true)
        .sort(compareIds),
    ),
    at: Object.freeze(at === null ? { x: 0, y: 0 } : { x: at[0], y: at[1] }),
  });
}

function readOverlay(id: Id, plain: Plain): Overlay | BrokenItem {
  switch (plain['kind']) {
    case 'zone':
      return readZone(id, plain);
    case 'tiger':
      return readTiger(id, plain);
    case 'friction':
      return readFriction(id, plain);
    default:
      return why(id, `This overlay is of a kind this version does not know. ${NEWER}`);
  }
}

function readFrame(id: Id, plain: Plain): Frame | BrokenItem {
  const pos = pair(plain['pos']);
  const size = pair(plain['size']);
  if (pos === null || size === null) return why(id, 'This frame has no place that can be read.');
  const state = STATE_IDS.find((known) => known === plain['state']);
  const subtitle = text(plain['subtitle']);
  const notes = text(plain['notes']);
  return Object.freeze({
    id,
    title: text(plain['title']),
    order: text(plain['order']),
    ...(subtitle === '' ? {} : { subtitle }),
    ...(state === undefined ? {} : { state }),
    ...(notes === '' ? {} : { notes }),
    x: pos[0],
    y: pos[1],
    w: size[0],
    h: size[1],
  });
}

function readPrompt(id: Id, plain: Plain): Prompt {
  return Object.freeze({
    id,
    text: text(plain['text']),
    answer: text(plain['answer']),
    dismissed: plain['dismissed'] === true,
    order: text(plain['order']),
  });
}

const READERS: { readonly [R in EntityRoot]: (id: Id, plain: Plain) => EntityOf[R] | BrokenItem } = {
  elements: readElement,
  relations: readRelation,
  overlays: readOverlay,
  frames: readFrame,
  prompts: readPrompt,
};

/** Reads one thing as it stands in the document, before repair. Never throws; what cannot be read says why. */
export function readEntity<R extends EntityRoot>(root: R, id: string, value: unknown): EntityOf[R] | BrokenItem {
  if (!isId(id as unknown)) return why(id.slice(0, 64), 'This item has an id that cannot be used.');
  if (!(value instanceof Y.Map)) return why(id, 'This item has no content that can be read.');
  return READERS[root](id, plainOf(value));
}

/** Reads the board's own facts; what is missing or unreadable is empty. */
export function readMeta(map: Y.Map<unknown>): BoardMeta {
  const plain = plainOf(map);
  const state = plain['state'];
  return Object.freeze({
    title: text(plain['title']),
    subtitle: text(plain['subtitle']),
    state: state === 'as-is' || state === 'to-be' ? state : '',
    template: text(plain['template']),
  });
}

export const NOW: StateInfo = Object.freeze({ id: 'now', title: 'Now' });

/** The states a board has, in their order; the first is always there. */
export function readStates(map: Y.Map<unknown>): readonly StateInfo[] {
  const states: StateInfo[] = [NOW];
  for (const id of STATE_IDS) {
    if (!isOtherState(id)) continue;
    const title = map.get(stateKey(id));
    if (typeof title === 'string') states.push(Object.freeze({ id, title: title === '' ? STATE_TITLES[id] : title }));
  }
  return Object.freeze(states);
}

/** What a state is called when nobody says otherwise. */
export const STATE_TITLES: Readonly<Record<StateId, string>> = Object.freeze({
  now: 'Now',
  bridge: 'Bridge',
  target: 'Target',
});

/** Version of the shape a document was written in; 0 for one that says nothing. */
export const schemaOf = (map: Y.Map<unknown>): number => numberOr(map.get('schema'), 0);
