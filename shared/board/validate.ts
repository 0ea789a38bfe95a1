import * as Y from 'yjs';
import { LIMITS } from '../protocol/messages.ts';
import { validAttribute } from '../vocabulary/attributes.ts';
import { CITES_ROOT, isCite, MOST_CITES } from './cites.ts';
import { FARTHEST, LARGEST_SIDE } from './geometry.ts';
import { imageProblem, MOST_IMAGES } from './images.ts';
import { type Id, reportsId, STATE_IDS, type StateId } from './model.ts';
import { isOrder } from './order.ts';
import { FRICTION_STATUSES, isElementKind, isRelationKind, ZONE_KINDS } from './read-entity.ts';
import {
  ATTRIBUTE_PREFIX,
  type EntityRoot,
  entityMap,
  isEntityRoot,
  isId,
  NAMED_ROOTS,
  namedRoot,
  rootName,
  stateKey,
} from './roots.ts';
import type { Touched } from './touched.ts';

/**
 * The server's check of what an editor wrote, on a copy of the document. It is stricter than reading: a page of this product
 * never writes what it refuses. Cost grows with what is asked about, not with the board.
 */

/** Something a document of a board cannot hold. */
export interface Problem {
  /** `incomplete`: it lacks a part without which it cannot be drawn, and would be shown as broken. */
  readonly code: 'invalid' | 'full' | 'incomplete';
  readonly root: string;
  /** Empty when it is about the root itself. */
  readonly id: Id;
  /** One sentence for the log and for the person. */
  readonly sentence: string;
}

/** Most things of each root. */
export const MOST: Readonly<Record<EntityRoot, number>> = Object.freeze({
  elements: LIMITS.elements,
  relations: LIMITS.relations,
  overlays: 2_000,
  frames: 500,
  prompts: 500,
});

type Check = (value: unknown) => boolean;

const flag: Check = (value) => typeof value === 'boolean';
const shortText: Check = (value) => typeof value === 'string' && value.length <= LIMITS.textLength;
const order: Check = (value) => isOrder(value);
const id: Check = (value) => isId(value);
const idOrNull: Check = (value) => value === null || isId(value);
const week: Check = (value) => value === null || (typeof value === 'number' && Math.abs(value) <= 10_000);
const within =
  (most: number): Check =>
  (value) =>
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((n: unknown) => typeof n === 'number' && Math.abs(n) <= most);
const place = within(FARTHEST);
const size: Check = (value) => within(LARGEST_SIDE)(value) && (value as readonly number[]).every((side) => side >= 0);
const oneOf =
  (choices: readonly string[]): Check =>
  (value) =>
    typeof value === 'string' && choices.includes(value);

/** A text that people type in together: letters only, no formats, nothing embedded. */
const sharedText: Check = (value) => {
  if (typeof value === 'string') return shortText(value);
  if (!(value instanceof Y.Text) || value.length > LIMITS.textLength || value._map.size > 0) return false;
  // What is neither letter nor embedded, such as bytes, has a length and no letters.
  if (value.toString().length !== value.length) return false;
  return value.toDelta().every((part: { insert?: unknown; attributes?: unknown }) => {
    return typeof part.insert === 'string' && part.attributes === undefined;
  });
};

const isPlainMap = (value: unknown): value is Y.Map<unknown> => value instanceof Y.Map && value._start === null;

const idMap =
  (check: Check): Check =>
  (value) => {
    if (!isPlainMap(value) || value._map.size > 2 * LIMITS.elements) return false;
    for (const [key, inner] of value.entries()) if (!isId(key) || !check(inner)) return false;
    return true;
  };

const share: Check = (value) => typeof value === 'number' && value >= 0 && value <= 100;

type Shape = Readonly<Record<string, Check>>;

const META: Shape = {
  title: shortText,
  subtitle: shortText,
  state: oneOf(['', 'as-is', 'to-be']),
  template: shortText,
  [stateKey('bridge')]: shortText,
  [stateKey('target')]: shortText,
  schema: (value) => typeof value === 'number' && Number.isInteger(value) && value >= 0,
};
const ELEMENT: Shape = {
  kind: isElementKind,
  name: sharedText,
  pos: place,
  size,
  order,
  in: idOrNull,
  locked: flag,
  group: idOrNull,
};
const RELATION: Shape = { kind: isRelationKind, from: id, to: id };
const ZONE: Shape = {
  kind: oneOf(['zone']),
  zone: oneOf(ZONE_KINDS),
  title: sharedText,
  fn: (value) => value === null || shortText(value),
  wall: flag,
  collapsed: flag,
  order,
  pos: place,
  size,
};
const TIGER: Shape = {
  kind: oneOf(['tiger']),
  name: sharedText,
  purpose: shortText,
  sponsor: shortText,
  lead: shortText,
  start: week,
  end: week,
  members: idMap(share),
  order,
  hidden: flag,
};
const FRICTION: Shape = {
  kind: oneOf(['friction']),
  friction: shortText,
  status: oneOf(FRICTION_STATUSES),
  mitigation: shortText,
  owner: shortText,
  on: idMap((value) => value === true),
  at: place,
};
const FRAME: Shape = {
  title: sharedText,
  subtitle: shortText,
  state: oneOf(STATE_IDS),
  notes: sharedText,
  pos: place,
  size,
  order,
};
const PROMPT: Shape = { text: shortText, answer: sharedText, dismissed: flag, order };

function shapeOf(root: EntityRoot, map: Y.Map<unknown>): Shape | null {
  switch (root) {
    case 'elements':
      return ELEMENT;
    case 'relations':
      return RELATION;
    case 'overlays':
      return { zone: ZONE, tiger: TIGER, friction: FRICTION }[String(map.get('kind'))] ?? null;
    case 'frames':
      return FRAME;
    case 'prompts':
      return PROMPT;
  }
}

/** Keys without which a thing cannot be drawn; the others have a default. */
const NEEDED: Readonly<Record<EntityRoot, readonly string[]>> = {
  elements: ['kind', 'pos'],
  relations: ['kind', 'from', 'to'],
  overlays: ['kind'],
  frames: ['pos', 'size'],
  prompts: [],
};

function entryProblem(root: EntityRoot, key: string, value: unknown): string | null {
  if (!isId(key)) return 'has an id that cannot be used.';
  if (!isPlainMap(value)) return 'is not a map.';
  const shape = shapeOf(root, value);
  if (shape === null) return `is of a kind that is not known: ${String(value.get('kind')).slice(0, 40)}.`;
  const holdsAttributes = root === 'elements' || root === 'relations';
  for (const [name, inner] of value.entries()) {
    const attribute = holdsAttributes && name.startsWith(ATTRIBUTE_PREFIX);
    const check = Object.hasOwn(shape, name) ? shape[name] : undefined;
    if (attribute) {
      const attributeId = name.slice(ATTRIBUTE_PREFIX.length);
      if (!isId(attributeId) || !validAttribute(attributeId, inner))
        return `cannot hold this value of “${name.slice(0, 40)}”.`;
    } else if (check === undefined) return `has a key that is not known: “${name.slice(0, 40)}”.`;
    else if (!check(inner)) return `cannot hold this value of “${name}”.`;
  }
  if (root === 'relations' && (value.get('kind') === 'reports') !== (key === reportsId(String(value.get('from'))))) {
    return 'has an id that does not fit its kind.';
  }
  return null;
}

function missingKey(root: EntityRoot, value: unknown): string | null {
  return (value instanceof Y.Map && NEEDED[root].find((needed) => !value.has(needed))) || null;
}

const SINGULAR: Readonly<Record<EntityRoot, string>> = {
  elements: 'Element',
  relations: 'Line',
  overlays: 'Overlay',
  frames: 'Frame',
  prompts: 'Prompt',
};

const invalid = (root: string, key: string, sentence: string): Problem => ({
  code: 'invalid',
  root: root.slice(0, 64),
  id: key.slice(0, 64),
  sentence,
});

function rootProblems(doc: Y.Doc): Problem[] {
  const found: Problem[] = [];
  for (const [name, type] of doc.share) {
    if (namedRoot(name) === null) {
      // A root somebody only asked for is empty and is not in the document.
      if (type._map.size > 0 || type._start !== null) {
        found.push(invalid(name, '', `A board has no part called “${name.slice(0, 40)}”.`));
      }
    } else if (type._start !== null) found.push(invalid(name, '', `The part “${name}” of a board is not a list.`));
  }
  return found;
}

function metaProblems(doc: Y.Doc, keys: Iterable<string>): Problem[] {
  const meta = doc.getMap<unknown>('meta');
  const found: Problem[] = [];
  for (const key of keys) {
    if (!meta.has(key)) continue;
    const check = Object.hasOwn(META, key) ? META[key] : undefined;
    if (check === undefined) found.push(invalid('meta', key, `A board knows no “${key.slice(0, 40)}” of itself.`));
    else if (!check(meta.get(key))) found.push(invalid('meta', key, `The board's ${key} cannot be this.`));
  }
  return found;
}

function tableProblems(doc: Y.Doc, root: EntityRoot, state: StateId, keys: Iterable<string>): Problem[] {
  const map = entityMap(doc, root, state);
  const name = rootName(root, state);
  const found: Problem[] = [];
  for (const key of keys) {
    const value = map.get(key);
    if (value === undefined && !map.has(key)) continue;
    const problem = entryProblem(root, key, value);
    const missing = problem === null ? missingKey(root, value) : null;
    if (problem !== null) found.push(invalid(name, key, `${SINGULAR[root]} ${key.slice(0, 64)} ${problem}`));
    else if (missing !== null) {
      const sentence = `${SINGULAR[root]} ${key.slice(0, 64)} has no “${missing}”.`;
      found.push({ ...invalid(name, key, sentence), code: 'incomplete' });
    }
  }
  // `_map` counts removed keys too: a cheap bound, so that most updates need no count.
  if (map._map.size > MOST[root] && map.size > MOST[root]) {
    const sentence = `This board is full: ${MOST[root].toLocaleString('en-US')} ${root}. Split it into two boards.`;
    found.push({ code: 'full', root: name, id: '', sentence });
  }
  return found;
}

function imageProblems(doc: Y.Doc, keys: Iterable<string>): Problem[] {
  const map = doc.getMap<unknown>('images');
  const found: Problem[] = [];
  for (const key of keys) {
    if (!map.has(key)) continue;
    const problem = isId(key) ? imageProblem(map.get(key)) : 'has an id that cannot be used.';
    if (problem !== null) found.push(invalid('images', key, `Tracing layer ${key.slice(0, 64)} ${problem}`));
  }
  if (map._map.size > MOST_IMAGES && map.size > MOST_IMAGES) {
    const sentence = `A board holds ${MOST_IMAGES} tracing layers. Remove one first.`;
    found.push({ code: 'full', root: 'images', id: '', sentence });
  }
  return found;
}

function citeProblems(doc: Y.Doc, keys: Iterable<string>): Problem[] {
  const map = doc.getMap<unknown>(CITES_ROOT);
  const found: Problem[] = [];
  for (const key of keys) {
    if (map.has(key) && !(isId(key) && isCite(map.get(key)))) {
      found.push(invalid(CITES_ROOT, key, `A board cannot cite ${key.slice(0, 64)} like this.`));
    }
  }
  if (map._map.size > MOST_CITES && map.size > MOST_CITES) {
    const sentence = `A board cites at most ${MOST_CITES.toLocaleString('en-US')} proposals.`;
    found.push({ code: 'full', root: CITES_ROOT, id: '', sentence });
  }
  return found;
}

/** What is wrong with these parts of a document (from `collectTouched`); empty when they are fine. */
export function validateTouched(doc: Y.Doc, touched: readonly Touched[]): Problem[] {
  const found = rootProblems(doc);
  for (const { root: name, ids } of touched) {
    const { root, state } = namedRoot(name) ?? { root: '', state: null };
    if (root === 'meta') found.push(...metaProblems(doc, ids));
    else if (root === 'images') found.push(...imageProblems(doc, ids));
    else if (root === CITES_ROOT) found.push(...citeProblems(doc, ids));
    else if (isEntityRoot(root)) found.push(...tableProblems(doc, root, state ?? 'now', ids));
  }
  return found;
}

/** What is wrong with a whole document: for a first load, an upload and tests. */
export function validateDocument(doc: Y.Doc): Problem[] {
  for (const { name } of NAMED_ROOTS) doc.getMap(name);
  return validateTouched(
    doc,
    NAMED_ROOTS.map(({ name }) => ({ root: name, ids: new Set(doc.getMap(name).keys()) })),
  );
}
