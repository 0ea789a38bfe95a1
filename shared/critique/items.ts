import type { Id } from '../board/model.ts';
import { type Critique, EMPTY_ATTENTION, EMPTY_RECAP, EMPTY_RUN, emptyCritique } from './state.ts';

/** A part of a session as it is kept. */
export interface SessionItem {
  readonly kind: string;
  /** Unique within its kind. */
  readonly id: string;
  /** JSON. */
  readonly data: string;
}

export interface ItemChanges {
  readonly put: readonly SessionItem[];
  readonly remove: readonly Pick<SessionItem, 'kind' | 'id'>[];
}

/** Parts that there is one of. */
const SINGLES = ['rules', 'slots', 'run', 'attention', 'notes'] as const;
/** Parts of which each entry is an item of its own. */
const TABLES = { comment: 'comments', vote: 'votes', ballot: 'ballots', dots: 'dots', baseline: 'baselines' } as const;
type TableKind = keyof typeof TABLES;

const tableOf = (critique: Critique, kind: TableKind): ReadonlyMap<string, unknown> => critique[TABLES[kind]];
const item = (kind: string, id: string, value: unknown): SessionItem => ({ kind, id, data: JSON.stringify(value) });

/** What has to be written so that what was kept of `before` is `after`. */
export function itemsOf(before: Critique, after: Critique): ItemChanges {
  const put: SessionItem[] = [];
  const remove: Pick<SessionItem, 'kind' | 'id'>[] = [];
  for (const kind of SINGLES) if (before[kind] !== after[kind]) put.push(item(kind, kind, after[kind]));
  for (const kind of Object.keys(TABLES) as TableKind[]) {
    const old = tableOf(before, kind);
    const now = tableOf(after, kind);
    if (old === now) continue;
    for (const [id, value] of now) if (old.get(id) !== value) put.push(item(kind, id, value));
    for (const id of old.keys()) if (!now.has(id)) remove.push({ kind, id });
  }
  return { put, remove };
}

/** The session that was kept. Kinds of items that are not known here are left alone. @throws SyntaxError on broken JSON */
export function critiqueFrom(items: Iterable<SessionItem>): Critique {
  const empty = emptyCritique();
  const singles = new Map<string, unknown>();
  const tables = new Map<string, Map<Id, unknown>>(Object.keys(TABLES).map((kind) => [kind, new Map()]));
  for (const { kind, id, data } of items) {
    const table = tables.get(kind);
    if (table !== undefined) table.set(id, JSON.parse(data));
    else if ((SINGLES as readonly string[]).includes(kind)) singles.set(kind, JSON.parse(data));
  }
  const single = <T extends object>(kind: string, fallback: T): T => ({ ...fallback, ...(singles.get(kind) as T) });
  const filled = Object.fromEntries(
    (Object.keys(TABLES) as TableKind[]).map((kind) => [TABLES[kind], tables.get(kind)]),
  );
  return {
    ...empty,
    ...(filled as unknown as Pick<Critique, (typeof TABLES)[TableKind]>),
    rules: single('rules', empty.rules),
    slots: (singles.get('slots') as Critique['slots'] | undefined) ?? empty.slots,
    run: single('run', EMPTY_RUN),
    attention: single('attention', EMPTY_ATTENTION),
    notes: single('notes', EMPTY_RECAP),
  };
}
