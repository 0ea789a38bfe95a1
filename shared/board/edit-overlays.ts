import * as Y from 'yjs';
import { checkBox, checkOrder, checkPoint, checkText, type EditContext } from './edit-context.ts';
import { refuse } from './edit-error.ts';
import type {
  FramePatch,
  FrictionPatch,
  NewFrame,
  NewFriction,
  NewPrompt,
  NewTiger,
  NewZone,
  PromptPatch,
  TigerPatch,
  ZonePatch,
} from './edit-types.ts';
import { centreOf } from './geometry.ts';
import { indexBoard } from './index-board.ts';
import { type Board, type BoardMeta, type Box, type Id, type Point, STATE_IDS } from './model.ts';
import { FRICTION_STATUSES, ZONE_KINDS } from './read-entity.ts';
import { metaMap } from './roots.ts';
import { frameMap, overlayMap, promptMap } from './write-entity.ts';

type Patch = Readonly<Record<string, unknown>>;

function checkTexts(patch: Patch, keys: readonly string[]): void {
  for (const key of keys) {
    const value = patch[key];
    if (typeof value === 'string') checkText(value);
  }
}

function checkChoice(value: string | undefined, choices: readonly string[]): void {
  if (value !== undefined && !choices.includes(value)) refuse('bad-choice', { value });
}

const boxIn = (patch: Partial<Box>, now: Box): Box => ({
  x: patch.x ?? now.x,
  y: patch.y ?? now.y,
  w: patch.w ?? now.w,
  h: patch.h ?? now.h,
});

function putBox(context: EditContext, map: Y.Map<unknown>, box: Box): void {
  context.putPair(map, 'pos', box.x, box.y);
  context.putPair(map, 'size', box.w, box.h);
}

/** Writes those of the keys that the patch names; `false`, empty `null` are written as absence. */
function putKeys(context: EditContext, map: Y.Map<unknown>, patch: Patch, keys: readonly string[]): void {
  for (const key of keys) {
    const value = patch[key];
    if (value === undefined) continue;
    context.put(map, key, value === false ? null : (value as string | number | true | null));
  }
}

export function setMeta(context: EditContext, patch: Partial<BoardMeta>): void {
  checkTexts(patch as Patch, ['title', 'subtitle', 'template']);
  checkChoice(patch.state, ['', 'as-is', 'to-be']);
  const map = metaMap(context.doc);
  context.transact(() => putKeys(context, map, patch as Patch, ['title', 'subtitle', 'state', 'template']));
}

export function addZone(context: EditContext, input: NewZone): Id {
  const id = context.idFor(input.id);
  checkBox(input);
  checkTexts(input as unknown as Patch, ['title', 'fn']);
  checkChoice(input.zone, ZONE_KINDS);
  const order = input.order ?? context.orderAfter(indexBoard(context.board).zones);
  checkOrder(order);
  const zone = {
    id,
    kind: 'zone' as const,
    zone: input.zone,
    title: input.title ?? '',
    fn: input.fn ?? null,
    wall: input.wall ?? false,
    collapsed: input.collapsed ?? false,
    order,
    x: input.x,
    y: input.y,
    w: input.w,
    h: input.h,
  };
  context.transact(() => context.table('overlays').set(id, overlayMap(zone)));
  return id;
}

function overlay<K extends 'zone' | 'tiger' | 'friction'>(context: EditContext, id: Id, kind: K) {
  const found = context.board.overlays.get(id);
  if (found === undefined || found.kind !== kind) return refuse('missing', { id });
  return { map: context.need('overlays', id), value: found as Extract<typeof found, { kind: K }> };
}

export function updateZone(context: EditContext, id: Id, patch: ZonePatch): void {
  const { map, value } = overlay(context, id, 'zone');
  const box = boxIn(patch, value);
  checkBox(box);
  checkTexts(patch as Patch, ['title', 'fn']);
  checkChoice(patch.zone, ZONE_KINDS);
  if (patch.order !== undefined) checkOrder(patch.order);
  context.transact(() => {
    putBox(context, map, box);
    if (patch.title !== undefined) context.putText(map, 'title', patch.title);
    putKeys(context, map, patch as Patch, ['zone', 'fn', 'wall', 'collapsed', 'order']);
  });
}

function checkWeek(week: number | null | undefined): void {
  if (week !== null && week !== undefined && !(Math.abs(week) <= 10_000)) refuse('bad-number');
}

function checkShare(share: number): void {
  if (!(share >= 0 && share <= 100)) refuse('bad-number');
}

const TIGER_TEXTS = ['name', 'purpose', 'sponsor', 'lead'] as const;

export function addTiger(context: EditContext, input: NewTiger): Id {
  const id = context.idFor(input.id);
  checkTexts(input as unknown as Patch, TIGER_TEXTS);
  checkWeek(input.start);
  checkWeek(input.end);
  const members = input.members ?? {};
  for (const [element, share] of Object.entries(members)) {
    context.element(element);
    checkShare(share);
  }
  const order = input.order ?? context.orderAfter(indexBoard(context.board).tigers);
  checkOrder(order);
  const tiger = {
    id,
    kind: 'tiger' as const,
    name: input.name ?? '',
    purpose: input.purpose ?? '',
    sponsor: input.sponsor ?? '',
    lead: input.lead ?? '',
    start: input.start ?? null,
    end: input.end ?? null,
    members,
    order,
    hidden: input.hidden ?? false,
  };
  context.transact(() => context.table('overlays').set(id, overlayMap(tiger)));
  return id;
}

export function updateTiger(context: EditContext, id: Id, patch: TigerPatch): void {
  const { map } = overlay(context, id, 'tiger');
  checkTexts(patch as Patch, TIGER_TEXTS);
  checkWeek(patch.start);
  checkWeek(patch.end);
  if (patch.order !== undefined) checkOrder(patch.order);
  context.transact(() => {
    if (patch.name !== undefined) context.putText(map, 'name', patch.name);
    putKeys(context, map, patch as Patch, ['purpose', 'sponsor', 'lead', 'start', 'end', 'order', 'hidden']);
  });
}

function innerMap(map: Y.Map<unknown>, key: string): Y.Map<unknown> {
  const now = map.get(key);
  if (now instanceof Y.Map) return now as Y.Map<unknown>;
  const made = new Y.Map<unknown>();
  map.set(key, made);
  return made;
}

/** Lends a share of an element to a tiger team, in per cent; `null` takes it out. */
export function setLoad(context: EditContext, tigerId: Id, elementId: Id, share: number | null): void {
  const { map } = overlay(context, tigerId, 'tiger');
  if (share !== null) {
    context.element(elementId);
    checkShare(share);
  }
  context.transact(() => context.put(innerMap(map, 'members'), elementId, share));
}

/** Middle of what a friction marker may stand on, or `null` when it has no place of its own. */
export function placeOf(board: Board, id: Id): Point | null {
  const element = board.elements.get(id);
  if (element !== undefined) return centreOf(element);
  const line = board.relations.get(id);
  if (line !== undefined) {
    const from = placeOf(board, line.from);
    const to = placeOf(board, line.to);
    return from === null || to === null ? null : { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  }
  const found = board.overlays.get(id);
  if (found?.kind === 'zone') return centreOf(found);
  if (found?.kind === 'tiger') {
    const first = Object.keys(found.members)[0];
    return first === undefined ? null : placeOf(board, first);
  }
  return null;
}

function checkTargets(board: Board, on: readonly Id[]): void {
  for (const id of on) {
    const target = board.elements.get(id) ?? board.relations.get(id) ?? board.overlays.get(id);
    if (target === undefined || target.kind === 'friction') refuse('missing', { id });
  }
}

const FRICTION_TEXTS = ['friction', 'mitigation', 'owner'] as const;

export function addFriction(context: EditContext, input: NewFriction): Id {
  const id = context.idFor(input.id);
  const on = input.on ?? [];
  const { board } = context;
  checkTexts(input as unknown as Patch, FRICTION_TEXTS);
  checkChoice(input.status, FRICTION_STATUSES);
  checkTargets(board, on);
  const at = input.at ?? (on[0] === undefined ? null : placeOf(board, on[0])) ?? { x: 0, y: 0 };
  checkPoint(at);
  const friction = {
    id,
    kind: 'friction' as const,
    friction: input.friction,
    status: input.status ?? 'open',
    mitigation: input.mitigation ?? '',
    owner: input.owner ?? '',
    on,
    at,
  };
  context.transact(() => context.table('overlays').set(id, overlayMap(friction)));
  return id;
}

export function updateFriction(context: EditContext, id: Id, patch: FrictionPatch): void {
  const { map } = overlay(context, id, 'friction');
  checkTexts(patch as Patch, FRICTION_TEXTS);
  checkChoice(patch.status, FRICTION_STATUSES);
  if (patch.at !== undefined) checkPoint(patch.at);
  const { on } = patch;
  if (on !== undefined) checkTargets(context.board, on);
  context.transact(() => {
    putKeys(context, map, patch as Patch, ['friction', 'status', 'mitigation', 'owner']);
    if (patch.at !== undefined) context.putPair(map, 'at', patch.at.x, patch.at.y);
    if (on === undefined) return;
    const targets = innerMap(map, 'on');
    for (const key of [...targets.keys()]) if (!on.includes(key)) targets.delete(key);
    for (const key of on) context.put(targets, key, true);
  });
}

const FRAME_TEXTS = ['title', 'subtitle', 'notes'] as const;
/** What the first shape of the document did not have. */
const FRAME_EXTRAS = ['subtitle', 'state', 'notes'] as const;

export function addFrame(context: EditContext, input: NewFrame): Id {
  const id = context.idFor(input.id);
  checkBox(input);
  checkTexts(input as unknown as Patch, FRAME_TEXTS);
  checkChoice(input.state, STATE_IDS);
  const order = input.order ?? context.orderAfter(context.board.frames.values());
  checkOrder(order);
  context.transact(() => {
    if (FRAME_EXTRAS.some((key) => input[key] !== undefined)) context.raiseSchema();
    context.table('frames').set(id, frameMap({ ...input, id, title: input.title ?? '', order }));
  });
  return id;
}

export function updateFrame(context: EditContext, id: Id, patch: FramePatch): void {
  const map = context.need('frames', id);
  const now = context.board.frames.get(id) ?? refuse('missing', { id });
  const box = boxIn(patch, now);
  checkBox(box);
  if (patch.order !== undefined) checkOrder(patch.order);
  checkTexts(patch as Patch, FRAME_TEXTS);
  checkChoice(patch.state ?? undefined, STATE_IDS);
  context.transact(() => {
    if (FRAME_EXTRAS.some((key) => patch[key] !== undefined)) context.raiseSchema();
    putBox(context, map, box);
    if (patch.title !== undefined) context.putText(map, 'title', patch.title);
    if (patch.notes !== undefined) context.putText(map, 'notes', patch.notes);
    putKeys(context, map, patch as Patch, ['order', 'subtitle', 'state']);
  });
}

export function addPrompt(context: EditContext, input: NewPrompt): Id {
  const id = context.idFor(input.id);
  checkTexts(input as unknown as Patch, ['text', 'answer']);
  const order = input.order ?? context.orderAfter(context.board.prompts.values());
  checkOrder(order);
  const prompt = { id, text: input.text, answer: input.answer ?? '', dismissed: input.dismissed ?? false, order };
  context.transact(() => context.table('prompts').set(id, promptMap(prompt)));
  return id;
}

export function updatePrompt(context: EditContext, id: Id, patch: PromptPatch): void {
  const map = context.need('prompts', id);
  checkTexts(patch as Patch, ['text', 'answer']);
  if (patch.order !== undefined) checkOrder(patch.order);
  context.transact(() => {
    if (patch.answer !== undefined) context.putText(map, 'answer', patch.answer);
    putKeys(context, map, patch as Patch, ['text', 'dismissed', 'order']);
  });
}
