import { RELATIONS } from '../relations/index.ts';
import { FARTHEST, LARGEST_SIDE, LEAST_SIDE } from './geometry.ts';
import type {
  Board,
  BoardElement,
  Box,
  BrokenItem,
  Frame,
  Friction,
  Id,
  Overlay,
  Prompt,
  Relation,
  TigerTeam,
  Zone,
} from './model.ts';
import { reportsId } from './model.ts';
import { isOrder, MIDDLE_ORDER } from './order.ts';
import { compareIds, sameData, withChanges } from './tables.ts';

/**
 * Makes a valid board from whatever a merge left behind. It is a pure function of the content and treats every id alike, so
 * that two replicas with the same document see the same board; nothing is written back. What is already valid keeps its
 * identity; what was repaired keeps the identity it had in `previous` when it is equal.
 */

type Table<T> = ReadonlyMap<Id, T>;
type Fixes<T> = Map<Id, T | null>;

const coordinate = (value: number): number =>
  Number.isFinite(value) ? Math.min(FARTHEST, Math.max(-FARTHEST, value)) : 0;
const side = (value: number): number =>
  Number.isFinite(value) ? Math.min(LARGEST_SIDE, Math.max(LEAST_SIDE, value)) : LEAST_SIDE;

const goodCoordinate = (value: number): boolean => value >= -FARTHEST && value <= FARTHEST;
const goodSide = (value: number): boolean => value >= LEAST_SIDE && value <= LARGEST_SIDE;
const goodBox = (box: Box): boolean =>
  goodCoordinate(box.x) && goodCoordinate(box.y) && goodSide(box.w) && goodSide(box.h);

const boxOf = (box: Box): Box => ({ x: coordinate(box.x), y: coordinate(box.y), w: side(box.w), h: side(box.h) });
const orderOf = (order: string): string => (isOrder(order) ? order : MIDDLE_ORDER);

/**
 * In a forest where everything points to at most one parent, the member with the greatest id of each cycle. Cutting these
 * leaves no cycle, and which they are does not depend on where one starts.
 */
export function cycleCuts(parents: ReadonlyMap<Id, Id>): Id[] {
  const cuts: Id[] = [];
  const walk = new Map<Id, number>();
  let round = 0;
  for (const start of parents.keys()) {
    if (walk.has(start)) continue;
    round += 1;
    let at: Id | undefined = start;
    while (at !== undefined && !walk.has(at)) {
      walk.set(at, round);
      at = parents.get(at);
    }
    if (at === undefined || walk.get(at) !== round) continue;
    let greatest = at;
    for (let next = parents.get(at); next !== undefined && next !== at; next = parents.get(next)) {
      if (next > greatest) greatest = next;
    }
    cuts.push(greatest);
  }
  return cuts;
}

/** Whether an element needs no repair by itself; its container is not looked at. */
export const isSound = (element: BoardElement): boolean => goodBox(element) && isOrder(element.order);

function fixElements(raw: Table<BoardElement>): Table<BoardElement> {
  const fixes: Fixes<BoardElement> = new Map();
  const containers = new Map<Id, Id>();
  for (const [id, element] of raw) {
    const { sitsIn } = element;
    const inside = sitsIn !== null && sitsIn !== id && raw.has(sitsIn) ? sitsIn : null;
    if (inside !== null) containers.set(id, inside);
    if (inside !== sitsIn || !isSound(element)) {
      fixes.set(id, Object.freeze({ ...element, ...boxOf(element), order: orderOf(element.order), sitsIn: inside }));
    }
  }
  for (const id of cycleCuts(containers)) {
    const element = fixes.get(id) ?? raw.get(id);
    if (element) fixes.set(id, Object.freeze({ ...element, sitsIn: null }));
  }
  return withChanges(raw, fixes);
}

function fixRelations(raw: Table<Relation>, elements: Table<BoardElement>): Table<Relation> {
  const fixes: Fixes<Relation> = new Map();
  const bosses = new Map<Id, Id>();
  const seen = new Map<string, Relation>();
  for (const [id, line] of raw) {
    const from = elements.get(line.from);
    const to = elements.get(line.to);
    const fits =
      from !== undefined &&
      to !== undefined &&
      from !== to &&
      !elements.has(id) &&
      (line.kind === 'reports') === (id === reportsId(line.from)) &&
      RELATIONS[line.kind].refuse(from, to, line.attributes) === null;
    if (!fits) {
      fixes.set(id, null);
      continue;
    }
    if (line.kind === 'reports') {
      bosses.set(line.from, line.to);
      continue;
    }
    // Two people may have drawn the same line at the same moment: the first by id stays.
    const turned = RELATIONS[line.kind].symmetric && line.to < line.from;
    const key = turned ? `${line.kind} ${line.to} ${line.from}` : `${line.kind} ${line.from} ${line.to}`;
    const twin = seen.get(key);
    if (twin === undefined) seen.set(key, line);
    else if (sameData(twin.attributes, line.attributes)) fixes.set(id, null);
  }
  for (const id of cycleCuts(bosses)) fixes.set(reportsId(id), null);
  return withChanges(raw, fixes);
}

function fixZone(zone: Zone): Zone {
  if (goodBox(zone) && isOrder(zone.order)) return zone;
  return Object.freeze({ ...zone, ...boxOf(zone), order: orderOf(zone.order) });
}

const goodShare = (share: number): boolean => share >= 0 && share <= 100;

function fixTiger(tiger: TigerTeam, elements: Table<BoardElement>): TigerTeam {
  const ids = Object.keys(tiger.members);
  const membersFit = ids.every((id) => elements.has(id) && goodShare(tiger.members[id] as number));
  const leadFits = tiger.lead === '' || elements.has(tiger.lead);
  if (membersFit && leadFits && isOrder(tiger.order)) return tiger;
  const members = Object.fromEntries(
    ids
      .filter((id) => elements.has(id))
      .map((id) => {
        const share = tiger.members[id] as number;
        return [id, Number.isFinite(share) ? Math.min(100, Math.max(0, share)) : 0];
      }),
  );
  return Object.freeze({
    ...tiger,
    lead: leadFits ? tiger.lead : '',
    order: orderOf(tiger.order),
    members: Object.freeze(members),
  });
}

function fixFriction(friction: Friction, exists: (id: Id) => boolean): Friction {
  const placed = goodCoordinate(friction.at.x) && goodCoordinate(friction.at.y);
  if (placed && friction.on.every(exists)) return friction;
  return Object.freeze({
    ...friction,
    on: Object.freeze(friction.on.filter(exists)),
    at: placed ? friction.at : Object.freeze({ x: coordinate(friction.at.x), y: coordinate(friction.at.y) }),
  });
}

function fixOverlays(
  raw: Table<Overlay>,
  elements: Table<BoardElement>,
  relations: Table<Relation>,
  rawRelations: Table<Relation>,
): Table<Overlay> {
  const fixes: Fixes<Overlay> = new Map();
  const taken = (id: Id): boolean => elements.has(id) || rawRelations.has(id);
  const exists = (id: Id): boolean => {
    if (elements.has(id) || relations.has(id)) return true;
    const overlay = raw.get(id);
    return overlay !== undefined && overlay.kind !== 'friction' && !taken(id);
  };
  for (const [id, overlay] of raw) {
    if (taken(id)) fixes.set(id, null);
    else if (overlay.kind === 'zone') fixes.set(id, fixZone(overlay));
    else if (overlay.kind === 'tiger') fixes.set(id, fixTiger(overlay, elements));
    else fixes.set(id, fixFriction(overlay, exists));
  }
  return withChanges(raw, fixes);
}

function fixFrames(raw: Table<Frame>, taken: (id: Id) => boolean): Table<Frame> {
  const fixes: Fixes<Frame> = new Map();
  for (const [id, frame] of raw) {
    if (taken(id)) fixes.set(id, null);
    else if (!goodBox(frame) || !isOrder(frame.order)) {
      fixes.set(id, Object.freeze({ ...frame, ...boxOf(frame), order: orderOf(frame.order) }));
    }
  }
  return withChanges(raw, fixes);
}

function fixPrompts(raw: Table<Prompt>, taken: (id: Id) => boolean): Table<Prompt> {
  const fixes: Fixes<Prompt> = new Map();
  for (const [id, prompt] of raw) {
    if (taken(id)) fixes.set(id, null);
    else if (!isOrder(prompt.order)) fixes.set(id, Object.freeze({ ...prompt, order: MIDDLE_ORDER }));
  }
  return withChanges(raw, fixes);
}

/** Takes over the objects of `previous` for what was repaired the same way again. */
function keepIdentity<T>(fixed: Table<T>, raw: Table<T>, previous: Table<T> | undefined): Table<T> {
  if (previous === undefined || fixed === raw) return fixed;
  const same: Fixes<T> = new Map();
  let changed = fixed.size !== previous.size;
  for (const [id, value] of fixed) {
    const before = previous.get(id);
    if (before === value) continue;
    if (before !== undefined && sameData(before, value)) same.set(id, before);
    else changed = true;
  }
  return changed ? withChanges(fixed, same) : previous;
}

/** A board that breaks no rule of `violations`, from one that may break any. See the top of the file. */
export function repair(raw: Board, previous?: Board): Board {
  const elements = keepIdentity(fixElements(raw.elements), raw.elements, previous?.elements);
  const relations = keepIdentity(fixRelations(raw.relations, elements), raw.relations, previous?.relations);
  const overlays = keepIdentity(
    fixOverlays(raw.overlays, elements, relations, raw.relations),
    raw.overlays,
    previous?.overlays,
  );
  const drawn = (id: Id): boolean => elements.has(id) || raw.relations.has(id) || raw.overlays.has(id);
  const frames = keepIdentity(fixFrames(raw.frames, drawn), raw.frames, previous?.frames);
  const prompts = keepIdentity(
    fixPrompts(raw.prompts, (id) => drawn(id) || raw.frames.has(id)),
    raw.prompts,
    previous?.prompts,
  );
  const broken = sortedBroken(raw.broken);
  return Object.freeze({ meta: raw.meta, elements, relations, overlays, frames, prompts, broken });
}

function sortedBroken(broken: readonly BrokenItem[]): readonly BrokenItem[] {
  const inOrder = broken.every((item, i) => i === 0 || compareIds((broken[i - 1] as BrokenItem).id, item.id) <= 0);
  return inOrder
    ? broken
    : Object.freeze([...broken].sort((a, b) => compareIds(a.id, b.id) || compareIds(a.why, b.why)));
}
