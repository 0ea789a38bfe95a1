import { frictionKind } from '../../overlays/friction-kinds.ts';
import type { Box, Friction, Id, Overlay, TigerTeam, Zone } from '../model.ts';
import { nameOf } from '../sentences.ts';
import type { Change } from './change.ts';
import type { Pairing } from './element-changes.ts';
import { closeness } from './likeness.ts';
import { called, listed, quoted, sentence } from './words.ts';

interface OverlayPairs {
  /** Later id to earlier id. */
  readonly pairs: ReadonlyMap<Id, Id>;
  readonly changes: readonly Change[];
}

const zoneName = (zone: Zone): string => (zone.title.trim() === '' ? 'unnamed zone' : `zone ${zone.title.trim()}`);
const tigerName = (tiger: TigerTeam): string =>
  tiger.name.trim() === '' ? 'unnamed tiger team' : `tiger team ${tiger.name.trim()}`;
const frictionName = (friction: Friction): string =>
  `friction ${quoted(frictionKind(friction.friction)?.label ?? friction.friction)}`;

const overlayName = (overlay: Overlay): string =>
  overlay.kind === 'zone' ? zoneName(overlay) : overlay.kind === 'tiger' ? tigerName(overlay) : frictionName(overlay);

/** Friction says what and where; the same id with neither of them is another one. */
function sameFriction(a: Friction, b: Friction, pairing: Pairing): boolean {
  if (a.friction !== b.friction) return false;
  if (a.on.length === 0 && b.on.length === 0) return true;
  return b.on.some((id) => a.on.includes(pairing.pairs.get(id) ?? id));
}

/** How alike two overlays are: 0 for not the same thing. */
function likeness(a: Overlay, b: Overlay, related: boolean, pairing: Pairing): number {
  if (a.kind !== b.kind) return 0;
  const sameId = a.id === b.id && related ? 2 : 0;
  if (a.kind === 'friction' && b.kind === 'friction') {
    if (sameFriction(a, b, pairing)) return 2 + sameId;
    // One that was put on something else, or is of another kind now: the same only when one of both stayed.
    const stayed = a.friction === b.friction || b.on.some((id) => a.on.includes(pairing.pairs.get(id) ?? id));
    return sameId > 0 && stayed ? 1 : 0;
  }
  const title = (overlay: Overlay): string =>
    (overlay.kind === 'zone' ? overlay.title : overlay.kind === 'tiger' ? overlay.name : '').trim();
  const [old, now] = [title(a), title(b)];
  if (old !== '' && closeness(old, now) === 1) return 3 + sameId;
  // An id alone is not enough where boards come from templates: what was called otherwise must look like the same zone.
  if (a.kind !== 'zone' || b.kind !== 'zone' || old === '' || closeness(old, now) > 0) return sameId;
  return sameBox(a, b) || (a.fn !== null && a.fn === b.fn) ? sameId : 0;
}

const sameBox = (a: Box, b: Box): boolean => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;

function pairOverlays(pairing: Pairing, related: boolean): Map<Id, Id> {
  const { before, after } = pairing;
  const candidates: { readonly id: Id; readonly was: Id; readonly alike: number }[] = [];
  for (const b of after.overlays.values()) {
    for (const a of before.overlays.values()) {
      const alike = likeness(a, b, related, pairing);
      if (alike > 0) candidates.push({ id: b.id, was: a.id, alike });
    }
  }
  candidates.sort((x, y) => y.alike - x.alike);
  const pairs = new Map<Id, Id>();
  const taken = new Set<Id>();
  for (const { id, was } of candidates) {
    if (pairs.has(id) || taken.has(was)) continue;
    pairs.set(id, was);
    taken.add(was);
  }
  return pairs;
}

function zoneChanges(a: Zone, b: Zone): Change[] {
  const base = { about: 'zone', id: b.id, was: a.id, name: zoneName(b) } as const;
  const changes: Change[] = [];
  if (a.title.trim() !== b.title.trim()) {
    const text = `${zoneName(a)} is now called ${b.title.trim() === '' ? 'nothing' : b.title.trim()}`;
    changes.push({ ...base, type: 'renamed', from: a.title, to: b.title, sentence: sentence(text) });
  }
  const words = [
    a.wall === b.wall ? '' : b.wall ? 'a silo now' : 'no longer a silo',
    a.zone === b.zone ? '' : `a ${b.zone} zone now`,
    a.collapsed === b.collapsed ? '' : b.collapsed ? 'folded' : 'unfolded',
    a.fn === b.fn ? '' : `function ${b.fn ?? 'no longer said'}`,
  ].filter((word) => word !== '');
  if (words.length > 0) {
    changes.push({ ...base, type: 'attributes', sentence: sentence(`${zoneName(b)}: ${words.join(', ')}`) });
  }
  return changes;
}

function memberChanges(a: TigerTeam, b: TigerTeam, { before, after, pairs, later }: Pairing): Change[] {
  const changes: Change[] = [];
  const team = tigerName(b);
  const base = { type: 'members', about: 'tiger', id: b.id, was: a.id, name: team } as const;
  for (const [id, share] of Object.entries(b.members)) {
    const was = pairs.get(id);
    const old = was === undefined ? undefined : a.members[was];
    if (old === share) continue;
    const text =
      old === undefined
        ? `${called(after, id)} lent to ${team} with ${share} %`
        : `${called(after, id)} lent to ${team} with ${share} %, was ${old} %`;
    changes.push({ ...base, from: old ?? null, to: share, sentence: sentence(text) });
  }
  for (const [was, share] of Object.entries(a.members)) {
    const id = later.get(was);
    if (id === undefined || b.members[id] !== undefined) continue;
    const text = `${called(before, was)} no longer lent to ${team}`;
    changes.push({ ...base, from: share, to: null, sentence: sentence(text) });
  }
  return changes;
}

function tigerChanges(a: TigerTeam, b: TigerTeam, pairing: Pairing): Change[] {
  const { before, after, pairs } = pairing;
  const base = { about: 'tiger', id: b.id, was: a.id, name: tigerName(b) } as const;
  const changes: Change[] = [];
  if (a.name.trim() !== b.name.trim()) {
    const text = `${tigerName(a)} is now called ${b.name.trim() === '' ? 'nothing' : b.name.trim()}`;
    changes.push({ ...base, type: 'renamed', from: a.name, to: b.name, sentence: sentence(text) });
  }
  changes.push(...memberChanges(a, b, pairing));
  const person = (board: typeof after, value: string): string =>
    board.elements.has(value) ? called(board, value) : value;
  const same = (old: string, now: string): boolean => (pairs.get(now) ?? now) === old;
  const weeks = (team: TigerTeam): string => `${team.start ?? 'open'} to ${team.end ?? 'open'}`;
  const words = [
    same(a.lead, b.lead) ? '' : b.lead === '' ? 'no lead any more' : `lead ${person(after, b.lead)}`,
    same(a.sponsor, b.sponsor) ? '' : b.sponsor === '' ? 'no sponsor any more' : `sponsor ${person(after, b.sponsor)}`,
    weeks(a) === weeks(b) ? '' : `weeks ${weeks(b)}, were ${weeks(a)}`,
    a.purpose === b.purpose ? '' : `purpose ${quoted(b.purpose)}`,
    a.hidden === b.hidden ? '' : b.hidden ? 'hidden' : 'shown again',
  ].filter((word) => word !== '');
  if (words.length > 0) {
    const from = person(before, a.lead);
    changes.push({ ...base, type: 'attributes', from, sentence: sentence(`${tigerName(b)}: ${words.join(', ')}`) });
  }
  return changes;
}

function frictionChanges(a: Friction, b: Friction, pairing: Pairing): Change[] {
  const { after, pairs } = pairing;
  const on = listed(b.on.map((id) => nameOf(after, id)));
  const name = frictionName(b);
  const base = { about: 'friction', id: b.id, was: a.id, name } as const;
  const changes: Change[] = [];
  if (a.friction !== b.friction) {
    const text = `${frictionName(a)} is now ${name}`;
    changes.push({ ...base, type: 'renamed', from: a.friction, to: b.friction, sentence: sentence(text) });
  }
  const how = b.mitigation.trim() === '' ? '' : `: ${b.mitigation.replace(/\s+/g, ' ').trim()}`;
  if (a.status !== b.status) {
    const text = `${name}${on === '' ? '' : ` on ${on}`} is ${b.status}, was ${a.status}${how}`;
    changes.push({ ...base, type: 'status', from: a.status, to: b.status, sentence: sentence(text) });
  } else if (a.mitigation !== b.mitigation || a.owner !== b.owner) {
    const words = [
      a.mitigation === b.mitigation ? '' : `mitigation ${quoted(b.mitigation)}`,
      a.owner === b.owner ? '' : `owner ${quoted(b.owner)}`,
    ].filter((word) => word !== '');
    changes.push({ ...base, type: 'attributes', sentence: sentence(`${name}: ${words.join(', ')}`) });
  }
  const stands = b.on.map((id) => pairs.get(id) ?? id);
  const moved = stands.length !== a.on.length || stands.some((id) => !a.on.includes(id));
  if (moved && a.status === b.status) {
    const text = on === '' ? `${name} stands free now` : `${name} stands on ${on} now`;
    changes.push({ ...base, type: 'moved', sentence: sentence(text) });
  }
  return changes;
}

/** What happened to zones, tiger teams and friction. */
export function overlayChanges(pairing: Pairing, related: boolean): OverlayPairs {
  const { before, after, wanted } = pairing;
  const pairs = pairOverlays(pairing, related);
  const changes: Change[] = [];
  for (const b of after.overlays.values()) {
    if (!wanted(b.id)) continue;
    const a = before.overlays.get(pairs.get(b.id) ?? '');
    if (a === undefined) {
      const name = overlayName(b);
      const on = b.kind === 'friction' ? listed(b.on.map((id) => nameOf(after, id))) : '';
      const members = b.kind === 'tiger' ? Object.keys(b.members).length : 0;
      const tail = on === '' ? '' : ` on ${on}`;
      const crew = members === 0 ? '' : ` with ${members} ${members === 1 ? 'member' : 'members'}`;
      const text = `${name} added${tail}${crew}`;
      changes.push({ type: 'added', about: b.kind, id: b.id, was: null, name, sentence: sentence(text) });
    } else if (a === b) continue;
    else if (a.kind === 'zone' && b.kind === 'zone') changes.push(...zoneChanges(a, b));
    else if (a.kind === 'tiger' && b.kind === 'tiger') changes.push(...tigerChanges(a, b, pairing));
    else if (a.kind === 'friction' && b.kind === 'friction') changes.push(...frictionChanges(a, b, pairing));
  }
  const kept = new Set(pairs.values());
  for (const a of before.overlays.values()) {
    if (kept.has(a.id) || !wanted(a.id)) continue;
    const name = overlayName(a);
    changes.push({
      type: 'removed',
      about: a.kind,
      id: a.id,
      was: a.id,
      name,
      sentence: sentence(`${name} removed`),
    });
  }
  return { pairs, changes };
}
