import * as Y from 'yjs';
import type { Attributes, BoardElement, Frame, Friction, Overlay, Prompt, Relation, TigerTeam, Zone } from './model.ts';
import { normalValue } from './normal-value.ts';
import { ATTRIBUTE_PREFIX } from './roots.ts';

/** How each thing is laid down in the document: the counterpart of `read-entity.ts`. */

type Entries = Record<string, unknown>;

/** Half a surrogate pair cannot be sent: it would read differently here than elsewhere. */
const wellFormed = (value: unknown): unknown => (typeof value === 'string' ? value.toWellFormed() : value);

const mapOf = (entries: Entries): Y.Map<unknown> =>
  new Y.Map(Object.entries(entries).map(([key, value]) => [key, wellFormed(value)]));

const textOf = (text: string): Y.Text => new Y.Text(text.toWellFormed());

function attributeEntries(attributes: Attributes): Entries {
  const entries: Entries = {};
  for (const [id, value] of Object.entries(attributes)) {
    const normal = normalValue(id, value);
    if (normal !== null) entries[ATTRIBUTE_PREFIX + id] = normal;
  }
  return entries;
}

export function elementMap(element: BoardElement): Y.Map<unknown> {
  return mapOf({
    kind: element.kind,
    name: textOf(element.name),
    pos: [element.x, element.y],
    size: [element.w, element.h],
    order: element.order,
    ...(element.sitsIn === null ? {} : { in: element.sitsIn }),
    ...(element.locked ? { locked: true } : {}),
    ...(element.group === null ? {} : { group: element.group }),
    ...attributeEntries(element.attributes),
  });
}

export const relationMap = (relation: Omit<Relation, 'id'>): Y.Map<unknown> =>
  mapOf({ kind: relation.kind, from: relation.from, to: relation.to, ...attributeEntries(relation.attributes) });

const zoneMap = (zone: Zone): Y.Map<unknown> =>
  mapOf({
    kind: 'zone',
    zone: zone.zone,
    title: textOf(zone.title),
    pos: [zone.x, zone.y],
    size: [zone.w, zone.h],
    order: zone.order,
    ...(zone.fn === null ? {} : { fn: zone.fn }),
    ...(zone.wall ? { wall: true } : {}),
    ...(zone.collapsed ? { collapsed: true } : {}),
  });

const tigerMap = (tiger: TigerTeam): Y.Map<unknown> =>
  mapOf({
    kind: 'tiger',
    name: textOf(tiger.name),
    purpose: tiger.purpose,
    sponsor: tiger.sponsor,
    lead: tiger.lead,
    members: new Y.Map(Object.entries(tiger.members)),
    order: tiger.order,
    ...(tiger.start === null ? {} : { start: tiger.start }),
    ...(tiger.end === null ? {} : { end: tiger.end }),
    ...(tiger.hidden ? { hidden: true } : {}),
  });

const frictionMap = (friction: Friction): Y.Map<unknown> =>
  mapOf({
    kind: 'friction',
    friction: friction.friction,
    status: friction.status,
    mitigation: friction.mitigation,
    owner: friction.owner,
    on: new Y.Map(friction.on.map((id) => [id, true])),
    at: [friction.at.x, friction.at.y],
  });

export function overlayMap(overlay: Overlay): Y.Map<unknown> {
  if (overlay.kind === 'zone') return zoneMap(overlay);
  return overlay.kind === 'tiger' ? tigerMap(overlay) : frictionMap(overlay);
}

export const frameMap = (frame: Frame): Y.Map<unknown> =>
  mapOf({
    title: textOf(frame.title),
    pos: [frame.x, frame.y],
    size: [frame.w, frame.h],
    order: frame.order,
    ...(frame.subtitle === undefined ? {} : { subtitle: frame.subtitle }),
    ...(frame.state === undefined ? {} : { state: frame.state }),
    ...(frame.notes === undefined ? {} : { notes: textOf(frame.notes) }),
  });

export const promptMap = (prompt: Prompt): Y.Map<unknown> =>
  mapOf({
    text: prompt.text,
    answer: textOf(prompt.answer),
    order: prompt.order,
    ...(prompt.dismissed ? { dismissed: true } : {}),
  });
