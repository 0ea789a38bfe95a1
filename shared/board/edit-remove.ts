import * as Y from 'yjs';
import { RELATIONS } from '../relations/index.ts';
import type { EditContext } from './edit-context.ts';
import { refuse } from './edit-error.ts';
import { placeOf } from './edit-overlays.ts';
import { indexBoard } from './index-board.ts';
import type { Board, Id, Relation } from './model.ts';
import { NO_ATTRIBUTES } from './read-entity.ts';
import { ENTITY_ROOTS } from './roots.ts';
import { relationMap } from './write-entity.ts';

/** First id along a chain that stays. */
export function firstStaying(start: Id | null, next: (id: Id) => Id | null, gone: ReadonlySet<Id>): Id | null {
  let at = start;
  while (at !== null && gone.has(at)) at = next(at);
  return at;
}

/** Contents of removed containers go to what holds these; refuses when that would change something locked. */
function liftContents(context: EditContext, board: Board, raw: Board, gone: ReadonlySet<Id>): Map<Id, Id | null> {
  const lifted = new Map<Id, Id | null>();
  for (const [id, element] of raw.elements) {
    if (gone.has(id) || element.sitsIn === null || !gone.has(element.sitsIn)) continue;
    if (context.options.mayEditLocked !== true && element.locked) {
      refuse('holds-locked', { name: context.nameOf(element.sitsIn) });
    }
    const held = board.elements.get(id)?.sitsIn ?? null;
    lifted.set(
      id,
      firstStaying(held, (at) => board.elements.get(at)?.sitsIn ?? null, gone),
    );
  }
  return lifted;
}

/** The line that takes the place of one whose boss is removed: to the boss's boss, where such a line may run. */
export function liftLine(board: Board, line: Relation, gone: ReadonlySet<Id>): Relation | null {
  if (line.kind !== 'reports' || gone.has(line.from) || !board.relations.has(line.id)) return null;
  const boss = firstStaying(line.to, (id) => indexBoard(board).bossOf(id), gone);
  const from = board.elements.get(line.from);
  const to = boss === null ? undefined : board.elements.get(boss);
  if (from === undefined || to === undefined) return null;
  return RELATIONS.reports.refuse(from, to, NO_ATTRIBUTES) === null ? { ...line, to: to.id } : null;
}

function leaveOverlays(context: EditContext, board: Board, raw: Board, gone: ReadonlySet<Id>): void {
  for (const [id, overlay] of raw.overlays) {
    const map = gone.has(id) || overlay.kind === 'zone' ? null : context.find('overlays', id);
    if (map === null) continue;
    const inner = map.get(overlay.kind === 'tiger' ? 'members' : 'on');
    const keys = inner instanceof Y.Map ? [...(inner as Y.Map<unknown>).keys()].filter((key) => gone.has(key)) : [];
    for (const key of keys) (inner as Y.Map<unknown>).delete(key);
    if (overlay.kind === 'tiger') {
      for (const key of ['lead', 'sponsor'] as const) if (gone.has(overlay[key])) map.set(key, '');
    } else if (overlay.kind === 'friction' && keys[0] !== undefined && overlay.on.every((target) => gone.has(target))) {
      // Nothing left to stand on: it stays where it was seen last.
      const place = placeOf(board, keys.sort()[0] as Id);
      if (place !== null) context.putPair(map, 'at', place.x, place.y);
    }
  }
}

/**
 * Removes anything by id, and what cannot be without it: lines of removed elements, memberships, friction targets. Reports of
 * a removed boss go to the boss's boss, contents of a removed container to what holds it. Ids that are gone are passed over.
 */
export function remove(context: EditContext, ids: readonly Id[]): void {
  const { board, raw } = context;
  const asked = new Set(ids);
  context.refuseLocked(asked);
  const lifted = liftContents(context, board, raw, asked);
  const gone = new Set(asked);
  const lines = new Map<Id, Relation | null>();
  for (const [id, line] of raw.relations) {
    if (!gone.has(id) && !asked.has(line.from) && !asked.has(line.to)) continue;
    const instead = asked.has(id) ? null : liftLine(board, line, asked);
    lines.set(id, instead);
    if (instead === null) gone.add(id);
  }
  context.transact(() => {
    for (const [id, container] of lifted) context.put(context.need('elements', id), 'in', container);
    const relations = context.table('relations');
    for (const [id, line] of lines) {
      if (line === null) relations.delete(id);
      else relations.set(id, relationMap(line));
    }
    leaveOverlays(context, board, raw, gone);
    for (const root of ENTITY_ROOTS) {
      const table = context.table(root);
      for (const id of asked) if (table.has(id)) table.delete(id);
    }
  });
}
