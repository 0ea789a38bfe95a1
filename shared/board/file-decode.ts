import { LIMITS } from '../protocol/messages.ts';
import { validAttribute } from '../vocabulary/attributes.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';
import { isCite, MOST_CITES } from './cites.ts';
import {
  type Attributes,
  type AttributeValue,
  type Board,
  type BoardElement,
  type BoardMeta,
  type Frame,
  type Id,
  type Overlay,
  type Prompt,
  type Relation,
  STATE_IDS,
  type StateBoard,
} from './model.ts';
import { MIDDLE_ORDER } from './order.ts';
import {
  FRICTION_STATUSES,
  isElementKind,
  isRelationKind,
  NO_ATTRIBUTES,
  STATE_TITLES,
  ZONE_KINDS,
} from './read-entity.ts';
import { isId, isOtherState } from './roots.ts';
import { compareIds, frozenValue, sortedMap } from './tables.ts';

/** The first thing that is wrong with a file; the message is one sentence. */
export class FileProblem extends Error {}

type Item = Readonly<Record<string, unknown>>;

/** One object of a file and what to call it in a sentence. */
class Fields {
  readonly item: Item;
  readonly where: string;

  constructor(value: unknown, where: string) {
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
      throw new FileProblem(`${where} is not an object.`);
    }
    this.item = value as Item;
    this.where = where;
  }

  fail(what: string): never {
    throw new FileProblem(`${this.where} ${what}.`);
  }

  id(key: string): Id {
    const value = this.item[key];
    return isId(value) ? value : this.fail(`has no valid “${key}”`);
  }

  idOrNull(key: string): Id | null {
    return this.item[key] === undefined || this.item[key] === null ? null : this.id(key);
  }

  text(key: string, fallback = ''): string {
    const value = this.item[key] ?? fallback;
    if (typeof value !== 'string') return this.fail(`has a “${key}” that is not text`);
    if (value.length > LIMITS.textLength) this.fail(`has a “${key}” of more than 10,000 characters`);
    return value;
  }

  number(key: string, fallback?: number): number {
    const value = this.item[key] ?? fallback;
    return typeof value === 'number' ? value : this.fail(`has no “${key}” that is a number`);
  }

  numberOrNull(key: string): number | null {
    return this.item[key] === undefined || this.item[key] === null ? null : this.number(key);
  }

  flag(key: string): boolean {
    const value = this.item[key] ?? false;
    return typeof value === 'boolean' ? value : this.fail(`has a “${key}” that is neither true nor false`);
  }

  choice<T extends string>(key: string, is: (value: unknown) => value is T, fallback?: T): T {
    const value = this.item[key] ?? fallback;
    return is(value) ? value : this.fail(`has a “${key}” that is not known: ${JSON.stringify(value)?.slice(0, 60)}`);
  }

  list(key: string): readonly unknown[] {
    const value = this.item[key] ?? [];
    return Array.isArray(value) ? value : this.fail(`has a “${key}” that is not a list`);
  }

  attributes(): Attributes {
    if (this.item['attributes'] === undefined) return NO_ATTRIBUTES;
    const fields = new Fields(this.item['attributes'], `${this.where}: “attributes”`);
    const attributes: Record<string, AttributeValue> = {};
    for (const id of Object.keys(fields.item).sort(compareIds)) {
      const value = fields.item[id];
      if (!isId(id) || !validAttribute(id, value)) this.fail(`cannot hold this value of “${id.slice(0, 40)}”`);
      else attributes[id] = frozenValue(value);
    }
    return Object.freeze(attributes);
  }

  box(fallback?: { readonly w: number; readonly h: number }) {
    return {
      x: this.number('x'),
      y: this.number('y'),
      w: this.number('w', fallback?.w),
      h: this.number('h', fallback?.h),
    };
  }
}

const among =
  <T extends string>(choices: readonly T[]) =>
  (value: unknown): value is T =>
    (choices as readonly unknown[]).includes(value);

function element(fields: Fields): BoardElement {
  const kind = fields.choice('kind', isElementKind);
  return {
    id: fields.id('id'),
    kind,
    name: fields.text('name'),
    ...fields.box(ELEMENT_KINDS[kind].defaultSize),
    order: fields.text('order', MIDDLE_ORDER),
    sitsIn: fields.idOrNull('sitsIn'),
    locked: fields.flag('locked'),
    group: fields.idOrNull('group'),
    attributes: fields.attributes(),
  };
}

const relation = (fields: Fields): Relation => ({
  id: fields.id('id'),
  kind: fields.choice('kind', isRelationKind),
  from: fields.id('from'),
  to: fields.id('to'),
  attributes: fields.attributes(),
});

function members(fields: Fields): Readonly<Record<Id, number>> {
  const inner = new Fields(fields.item['members'] ?? {}, `${fields.where}: “members”`);
  const keys = Object.keys(inner.item).sort(compareIds);
  return Object.freeze(Object.fromEntries(keys.map((key) => [key, inner.number(key)])));
}

function overlay(fields: Fields): Overlay {
  const kind = fields.choice('kind', among(['zone', 'tiger', 'friction'] as const));
  const id = fields.id('id');
  if (kind === 'zone') {
    return {
      id,
      kind,
      zone: fields.choice('zone', among(ZONE_KINDS)),
      title: fields.text('title'),
      fn: fields.text('fn') === '' ? null : fields.text('fn'),
      wall: fields.flag('wall'),
      collapsed: fields.flag('collapsed'),
      order: fields.text('order', MIDDLE_ORDER),
      ...fields.box(),
    };
  }
  if (kind === 'tiger') {
    return {
      id,
      kind,
      name: fields.text('name'),
      purpose: fields.text('purpose'),
      sponsor: fields.text('sponsor'),
      lead: fields.text('lead'),
      start: fields.numberOrNull('start'),
      end: fields.numberOrNull('end'),
      members: members(fields),
      order: fields.text('order', MIDDLE_ORDER),
      hidden: fields.flag('hidden'),
    };
  }
  const at = new Fields(fields.item['at'] ?? { x: 0, y: 0 }, `${fields.where}: “at”`);
  const on = fields
    .list('on')
    .map((value) => (isId(value) ? value : fields.fail('has an “on” that is not a list of ids')));
  return {
    id,
    kind,
    friction: fields.text('friction') || fields.fail('has no “friction”'),
    status: fields.choice('status', among(FRICTION_STATUSES), 'open'),
    mitigation: fields.text('mitigation'),
    owner: fields.text('owner'),
    on: Object.freeze([...new Set(on)].sort(compareIds)),
    at: Object.freeze({ x: at.number('x'), y: at.number('y') }),
  };
}

function frame(fields: Fields): Frame {
  const subtitle = fields.text('subtitle');
  const notes = fields.text('notes');
  return {
    id: fields.id('id'),
    title: fields.text('title'),
    order: fields.text('order', MIDDLE_ORDER),
    ...fields.box(),
    ...(subtitle === '' ? {} : { subtitle }),
    ...(fields.item['state'] === undefined ? {} : { state: fields.choice('state', among(STATE_IDS)) }),
    ...(notes === '' ? {} : { notes }),
  };
}

const prompt = (fields: Fields): Prompt => ({
  id: fields.id('id'),
  text: fields.text('text'),
  answer: fields.text('answer'),
  dismissed: fields.flag('dismissed'),
  order: fields.text('order', MIDDLE_ORDER),
});

function meta(value: unknown): BoardMeta {
  const fields = new Fields(value ?? {}, '“meta”');
  return Object.freeze({
    title: fields.text('title'),
    subtitle: fields.text('subtitle'),
    state: fields.choice('state', among(['', 'as-is', 'to-be']), ''),
    template: fields.text('template'),
  });
}

function table<T extends { readonly id: Id }>(
  board: Fields,
  key: string,
  word: string,
  read: (fields: Fields) => T,
): ReadonlyMap<Id, T> {
  const items = board.list(key).map((value, i) => {
    const named = typeof value === 'object' && value !== null ? (value as Item)['id'] : undefined;
    const where = isId(named) ? `${word} “${named}”` : `${word} ${i + 1}`;
    const item = Object.freeze(read(new Fields(value, where)));
    return [item.id, item] as const;
  });
  const found = sortedMap(items);
  if (found.size !== items.length) {
    const ids = items.map(([id]) => id);
    throw new FileProblem(`${word} “${ids.find((id, i) => ids.indexOf(id) !== i)}” is there twice.`);
  }
  return found;
}

const tablesOf = (fields: Fields): Pick<Board, 'elements' | 'relations' | 'overlays'> => ({
  elements: table(fields, 'elements', 'Element', element),
  relations: table(fields, 'relations', 'Line', relation),
  overlays: table(fields, 'overlays', 'Overlay', overlay),
});

/** What a file holds: the board in its first state, and the other states. */
export interface Decoded {
  readonly board: Board;
  readonly states: readonly StateBoard[];
  readonly cites: ReadonlyMap<Id, number>;
}

function cites(board: Fields): ReadonlyMap<Id, number> {
  const fields = new Fields(board.item['cites'] ?? {}, '“cites”');
  const entries = Object.entries(fields.item);
  if (entries.length > MOST_CITES) fields.fail('holds too much');
  for (const [id, at] of entries) if (!isId(id) || !isCite(at)) fields.fail('is not ids with times');
  return sortedMap(entries as [Id, number][]);
}

/** The boards in a file, as they stand there. Throws `FileProblem` for the first thing that cannot be read. */
export function decodeBoard(value: unknown): Decoded {
  const fields = new Fields(value, '“board”');
  const board: Board = {
    meta: meta(fields.item['meta']),
    ...tablesOf(fields),
    frames: table(fields, 'frames', 'Frame', frame),
    prompts: table(fields, 'prompts', 'Prompt', prompt),
    broken: Object.freeze([]),
  };
  const states = fields.list('states').map((item, i): StateBoard => {
    const state = new Fields(item, `State ${i + 1}`);
    const id = state.choice('id', isOtherState);
    const title = state.text('title') || STATE_TITLES[id];
    return { id, title, board: { ...board, ...tablesOf(state) } };
  });
  if (new Set(states.map(({ id }) => id)).size !== states.length) throw new FileProblem('A state is there twice.');
  return {
    board,
    states: states.sort((a, b) => STATE_IDS.indexOf(a.id) - STATE_IDS.indexOf(b.id)),
    cites: cites(fields),
  };
}
