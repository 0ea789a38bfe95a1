import type { Board, Box, Id, Zone } from '../board/model.ts';
import { arrange } from './arrange.ts';
import { type Band, type Layer, stackBands } from './bands.ts';
import { compareItems, framed, type Item, type Links } from './block.ts';

/** A zone and the ids of what lies in it. */
export interface Membership {
  readonly zone: Zone;
  readonly members: ReadonlySet<Id>;
}

const ZONE = { top: 36, left: 20, right: 20, bottom: 20 };
const WALLED = { ...ZONE, left: 28, right: 28 };
/** How far the second of two overlapping zones stands lower, so that both outlines show. */
const STAGGER = 16;
const OVERLAP_PAD = 24;

const firstOrder = (items: readonly Item[], fallback: string): string =>
  [...items].sort(compareItems)[0]?.order ?? fallback;

const zoneItem = (id: Id, zone: Zone, members: readonly Item[], boxes: ReadonlyMap<Id, Box>, frame: Box): Item => ({
  id,
  part: 'zone',
  w: frame.w,
  h: frame.h,
  order: firstOrder(members, zone.order),
  chief: false,
  layer: -1,
  heads: members.flatMap((item) => item.heads),
  boxes,
});

function oneZone(zone: Zone, members: readonly Item[], links: Links): Item {
  const block = arrange(members, links, { inside: false, platformsBelow: true });
  const { boxes, w, h } = framed(zone.id, block, zone.wall ? WALLED : ZONE);
  return zoneItem(zone.id, zone, members, boxes, { x: 0, y: 0, w, h });
}

/** Two zones that share members: what they share stands in their overlap. */
function twoZones(a: Zone, b: Zone, of: (zone: Zone) => readonly Item[], links: Links): Item {
  const shared = of(a).filter((item) => of(b).includes(item));
  const blocks = [
    of(a).filter((item) => !shared.includes(item)),
    shared,
    of(b).filter((item) => !shared.includes(item)),
  ].map((items) => arrange(items, links, { inside: false, platformsBelow: true }));
  const height = Math.max(...blocks.map((block) => block.h));
  const boxes = new Map<Id, Box>();
  const edges: { left: number; right: number }[] = [];
  let x = ZONE.left;
  for (const block of blocks) {
    const top = ZONE.top + STAGGER + (edges.length === 1 ? height - block.h : 0);
    for (const [id, box] of block.boxes) boxes.set(id, { ...box, x: box.x + x, y: box.y + top });
    edges.push({ left: x, right: x + block.w });
    x += block.w + OVERLAP_PAD * 2;
  }
  const [, middle, last] = edges;
  const h = ZONE.top + STAGGER + height + ZONE.bottom;
  boxes.set(a.id, { x: 0, y: 0, w: (middle?.right ?? 0) + OVERLAP_PAD, h });
  const left = (middle?.left ?? 0) - OVERLAP_PAD;
  boxes.set(b.id, { x: left, y: STAGGER, w: (last?.right ?? 0) + ZONE.right - left, h });
  const members = [...of(a), ...of(b)];
  return zoneItem(a.id, a, members, boxes, { x: 0, y: 0, w: (last?.right ?? 0) + ZONE.right, h: h + STAGGER });
}

const SCOPES = ['global', 'regional', 'local'];

/** Global before regional before local: by what most members say, else by the title. */
function scopeRank(zone: Zone, members: ReadonlySet<Id>, board: Board): number {
  const votes = [0, 0, 0];
  for (const id of members) {
    const at = SCOPES.indexOf(String(board.elements.get(id)?.attributes['scope'] ?? ''));
    if (at >= 0) votes[at] = (votes[at] ?? 0) + 1;
  }
  const titled = SCOPES.findIndex((scope) => zone.title.toLowerCase().includes(scope));
  return titled >= 0 ? titled : votes.indexOf(Math.max(...votes));
}

/**
 * The items of an area with each zone as one item: function, region, journey and layer zones as blocks, two that share
 * members as one block, scope zones stacked as bands with the layer zones that lie in them.
 */
export function withZones(
  items: readonly Item[],
  zones: readonly Membership[],
  links: Links,
  board: Board,
): readonly Item[] {
  const held = (ids: ReadonlySet<Id>): readonly Item[] => items.filter((item) => ids.has(item.id));
  const scopes = zones.filter(({ zone, members }) => zone.zone === 'scope' && held(members).length > 0);
  const inScope = new Set(scopes.flatMap(({ members }) => [...members]));
  const layers: Layer[] = zones.filter(
    ({ zone, members }) =>
      zone.zone === 'layer' && members.size > 0 && [...members].every((id) => inScope.has(id)) && scopes.length > 1,
  );
  const taken = new Set<Item>();
  const out: Item[] = [];
  if (scopes.length > 0) {
    const ranked = [...scopes].sort(
      (a, b) => scopeRank(a.zone, a.members, board) - scopeRank(b.zone, b.members, board),
    );
    const bands = ranked.map(({ zone, members }): Band => {
      const own = held(members).filter((item) => !taken.has(item));
      for (const item of own) taken.add(item);
      return { zone, items: own };
    });
    out.push(stackBands(bands, layers, links));
  }
  const own = new Map<Zone, readonly Item[]>();
  const blocks = zones.filter(({ zone }) => zone.zone !== 'scope' && !layers.some((layer) => layer.zone === zone));
  for (const { zone, members } of blocks)
    own.set(
      zone,
      held(members).filter((item) => !taken.has(item)),
    );
  const done = new Set<Zone>();
  const of = (zone: Zone): readonly Item[] => (own.get(zone) ?? []).filter((item) => !taken.has(item));
  for (const { zone } of blocks) {
    if (done.has(zone) || of(zone).length === 0) continue;
    done.add(zone);
    const partner = blocks.find(
      (other) => !done.has(other.zone) && of(other.zone).some((item) => of(zone).includes(item)),
    )?.zone;
    const item = partner === undefined ? oneZone(zone, of(zone), links) : twoZones(zone, partner, of, links);
    for (const member of of(zone)) taken.add(member);
    if (partner !== undefined) {
      for (const member of own.get(partner) ?? []) taken.add(member);
      done.add(partner);
    }
    out.push(item);
  }
  return [...out, ...items.filter((item) => !taken.has(item))];
}
