import type { Board, BoardElement, Box, Id, Overlay, Point, Prompt, Relation, StateBoard } from '../board/model.ts';
import { reportsId } from '../board/model.ts';
import { sortedMap } from '../board/tables.ts';

/** Two boards as two states of one: the same thing has the same id in both. */
export interface PreparedPair {
  readonly board: Board;
  readonly states: readonly StateBoard[];
}

type Renamed = ReadonlyMap<Id, Id>;

const sameWord = (text: string): string => text.trim().toLowerCase();
const keyOf = ({ kind, name }: BoardElement): string => `${kind} ${sameWord(name)}`;

/** Elements by kind and name; `null` where two share them. */
function byName(board: Board): ReadonlyMap<string, Id | null> {
  const found = new Map<string, Id | null>();
  for (const element of board.elements.values()) {
    const key = keyOf(element);
    found.set(key, found.has(key) ? null : element.id);
  }
  return found;
}

/**
 * What each element of `target` is called in `now`: by kind and name where these name one thing in both, else by an id that both
 * use for the same kind. What is only in `target` gets an id that `now` does not have.
 */
export function sharedIds(now: Board, target: Board): Renamed {
  const [here, there] = [byName(now), byName(target)];
  const ids = new Map<Id, Id>();
  const used = new Set<Id>();
  const take = (from: Id, to: Id): void => {
    ids.set(from, to);
    used.add(to);
  };
  for (const element of target.elements.values()) {
    const twin = here.get(keyOf(element)) ?? null;
    if (twin !== null && there.get(keyOf(element)) !== null) take(element.id, twin);
  }
  for (const { id, kind } of target.elements.values()) {
    if (ids.has(id)) continue;
    if (now.elements.get(id)?.kind === kind && !used.has(id)) take(id, id);
  }
  const taken = (id: Id): boolean => used.has(id) || now.elements.has(id) || now.overlays.has(id);
  for (const { id } of target.elements.values()) {
    if (ids.has(id)) continue;
    let fresh = id;
    for (let n = 2; taken(fresh); n += 1) fresh = `${id}-${n}`;
    take(id, fresh);
  }
  return ids;
}

const relationId = ({ kind, from, to }: Relation): Id =>
  kind === 'reports' ? reportsId(from) : `${kind}:${from}:${to}`;

function renamedRelation(line: Relation, ids: Renamed): Relation {
  const moved = { ...line, from: ids.get(line.from) ?? line.from, to: ids.get(line.to) ?? line.to };
  return Object.freeze({ ...moved, id: relationId(moved) });
}

/** Overlays keep the id where both boards use it for the same kind of overlay. */
function overlayIds(now: Board, target: Board, elements: ReadonlySet<Id>): Renamed {
  const ids = new Map<Id, Id>();
  for (const { id, kind } of target.overlays.values()) {
    const shared = now.overlays.get(id)?.kind === kind;
    const free = shared || (!now.overlays.has(id) && !now.elements.has(id) && !elements.has(id));
    ids.set(id, free ? id : `${id}-then`);
  }
  return ids;
}

function renamedOverlay(overlay: Overlay, ids: Renamed, shift: Point): Overlay {
  const to = (id: Id): Id => ids.get(id) ?? id;
  const id = to(overlay.id);
  if (overlay.kind === 'zone') return Object.freeze({ ...overlay, id, ...shifted(overlay, shift) });
  if (overlay.kind === 'friction') {
    return Object.freeze({
      ...overlay,
      id,
      on: Object.freeze(overlay.on.map(to).sort()),
      at: Object.freeze({ x: overlay.at.x + shift.x, y: overlay.at.y + shift.y }),
    });
  }
  const members = Object.entries(overlay.members).map(([member, share]) => [to(member), share] as const);
  return Object.freeze({
    ...overlay,
    id,
    members: Object.freeze(Object.fromEntries(members.sort(([a], [b]) => (a < b ? -1 : 1)))),
    sponsor: to(overlay.sponsor),
    lead: to(overlay.lead),
  });
}

const shifted = (box: Box, { x, y }: Point): Point => ({ x: box.x + x, y: box.y + y });

/** What brings the first thing that is in both, from the top, to the same place. */
function shiftOf(now: Board, target: Board, ids: Renamed): Point {
  const both = [...target.elements.values()].filter(({ id }) => now.elements.has(ids.get(id) ?? ''));
  const [head] = both.sort((a, b) => a.y - b.y || a.x - b.x);
  const there = head === undefined ? undefined : now.elements.get(ids.get(head.id) ?? '');
  return head === undefined || there === undefined ? { x: 0, y: 0 } : { x: there.x - head.x, y: there.y - head.y };
}

/** Questions of both, each once. */
function promptsOf(now: Board, target: Board): ReadonlyMap<Id, Prompt> {
  const texts = new Set([...now.prompts.values()].map(({ text }) => sameWord(text)));
  const more = [...target.prompts.values()]
    .filter(({ text }) => !texts.has(sameWord(text)))
    .map((prompt) => Object.freeze({ ...prompt, id: `${prompt.id}-then`, order: `z${prompt.order}` }));
  return sortedMap([...now.prompts.values(), ...more].map((prompt) => [prompt.id, prompt] as const));
}

/** One board with two states from two boards: how it is, and how it shall be. */
export function preparedPair(now: Board, target: Board, title = 'Target'): PreparedPair {
  const elements = sharedIds(now, target);
  const ids = new Map([...elements, ...overlayIds(now, target, new Set(elements.values()))]);
  const lines = [...target.relations.values()].map((line) => [line.id, renamedRelation(line, ids)] as const);
  // A friction marker may stand on a line.
  for (const [id, line] of lines) ids.set(id, line.id);
  const shift = shiftOf(now, target, elements);
  const moved: Board = Object.freeze({
    ...now,
    elements: sortedMap(
      [...target.elements.values()].map((element) => {
        const id = elements.get(element.id) ?? element.id;
        const sitsIn = element.sitsIn === null ? null : (elements.get(element.sitsIn) ?? null);
        return [id, Object.freeze({ ...element, id, sitsIn, ...shifted(element, shift) })] as const;
      }),
    ),
    relations: sortedMap(lines.map(([, line]) => [line.id, line] as const)),
    overlays: sortedMap(
      [...target.overlays.values()].map((overlay) => {
        const renamed = renamedOverlay(overlay, ids, shift);
        return [renamed.id, renamed] as const;
      }),
    ),
    prompts: promptsOf(now, target),
  });
  const board = Object.freeze({ ...now, prompts: moved.prompts });
  return { board, states: [Object.freeze({ id: 'target', title, board: moved })] };
}
