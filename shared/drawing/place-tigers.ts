import { indexBoard } from '../board/index-board.ts';
import type { Board, Box, Id, TigerTeam } from '../board/model.ts';
import { wordsOf } from '../layout/words.ts';
import { flagSize, railPath } from '../overlays/tiger-team.ts';
import type { Route } from '../relations/define-relation.ts';
import { boundsOf } from './board-frame.ts';
import { placeFlag } from './flag-place.ts';
import { hiddenOn } from './hidden.ts';
import { FAR_APART, type Hull, hullOf } from './hull.ts';
import { grown, overlaps } from './hull-corridors.ts';
import { lineBoxes } from './line-boxes.ts';

/** Teams beyond this many are drawn as rails. */
const MOST_HULLS = 5;
/** How much members are grown; teams that share a member take turns, so that their outlines never coincide. */
const PADS = [8, 14, 11, 17, 5] as const;

/** Where and how a team is drawn. */
export interface TigerPlace {
  readonly number: number;
  readonly rail: boolean;
  /** The hull, or the rail. */
  readonly d: string;
  readonly members: readonly Box[];
  readonly rects: readonly Box[];
  readonly flagBox: Box;
}

type Routes = ReadonlyMap<Id, Route>;
const NO_ROUTES: Routes = new Map();

/** How far beyond its members a hull may go round what is not a member. */
const AROUND = 120;

const hulls = new WeakMap<TigerTeam, { readonly key: string; readonly hull: Hull }>();

const print = (box: Box): string => `${box.x},${box.y},${box.w},${box.h}`;

/** The hull, kept until a member, or a box in its reach, moves. */
function cachedHull(tiger: TigerTeam, members: readonly Box[], foreign: readonly Box[], pad: number): Hull {
  const reach = grown(boundsOf(members), pad + AROUND);
  const near = foreign.filter((box) => overlaps(box, reach));
  const key = `${pad}|${members.map(print).join(' ')}|${near.map(print).join(' ')}`;
  const known = hulls.get(tiger);
  if (known?.key === key) return known.hull;
  const hull = hullOf(members, near, pad);
  hulls.set(tiger, { key, hull });
  return hull;
}

function place(board: Board, boxes: ReadonlyMap<Id, Box> | undefined, routes: Routes): ReadonlyMap<Id, TigerPlace> {
  const index = indexBoard(board);
  const hidden = hiddenOn(board);
  const boxOf = (id: Id): Box | undefined => (hidden.has(id) ? undefined : (boxes?.get(id) ?? board.elements.get(id)));
  const visible = index.tigers
    .map((tiger, i) => ({
      tiger,
      number: i + 1,
      ids: Object.keys(tiger.members).filter((id) => boxOf(id) !== undefined),
    }))
    .filter(({ tiger, ids }) => !tiger.hidden && ids.length > 0);
  if (visible.length === 0) return new Map();
  const shown = [...board.elements.values()].filter((element) => !hidden.has(element.id));
  const holds = (id: Id): boolean => index.contentsOf(id).length > 0;
  const leaves = shown.filter((e) => !holds(e.id)).map((e) => ({ id: e.id, box: boxOf(e.id) ?? e }));
  const containers = shown.filter((e) => holds(e.id)).map((e) => boxOf(e.id) ?? e);

  // Names of containers and zones lie under a hull, which would tint them: corridors go round them too.
  const names = wordsOf(board, boxes);

  const pads: number[] = [];
  const drawn = visible.map(({ tiger, number, ids }, i) => {
    const taken = new Set(pads.filter((_, j) => visible[j]?.ids.some((id) => ids.includes(id)) === true));
    const pad = PADS.find((p) => !taken.has(p)) ?? PADS[0];
    pads.push(pad);
    const members = ids.flatMap((id) => boxOf(id) ?? []);
    const own = new Set(ids);
    const foreign = [...leaves.flatMap((leaf) => (own.has(leaf.id) ? [] : leaf.box)), ...names];
    const hull = cachedHull(tiger, members, foreign, pad);
    const rail = i >= MOST_HULLS || hull.longest > FAR_APART;
    return { tiger, number, pad, members, rail, d: rail ? railPath(members) : hull.d, rects: hull.rects };
  });

  const flags: Box[] = [];
  const { labels, parts: lines } = lineBoxes(board, routes);
  const words = [...names, ...labels];
  const out = new Map<Id, TigerPlace>();
  for (const team of drawn) {
    const size = flagSize(board, team.tiger);
    const flagBox = placeFlag(
      team.members.map((box) => grown(box, team.pad)),
      size.w,
      size.h,
      {
        boxes: leaves.map((leaf) => leaf.box),
        containers,
        words,
        lines,
        flags,
        own: team.rail ? [] : team.rects,
        others: drawn.filter((other) => other !== team && !other.rail).flatMap((other) => other.rects),
      },
    );
    flags.push(flagBox);
    out.set(team.tiger.id, {
      number: team.number,
      rail: team.rail,
      d: team.d,
      members: team.members,
      rects: team.rail ? team.members.map((box) => grown(box, 10)) : team.rects,
      flagBox,
    });
  }
  return out;
}

const places = new WeakMap<Board, { readonly routes: Routes; readonly places: ReadonlyMap<Id, TigerPlace> }>();

/**
 * Hulls, rails and flags of all visible teams by id, none over another's flag; with `routes`, flags keep off lines and their labels.
 * `boxes` overrides places while something is dragged.
 */
export function placeTigers(
  board: Board,
  boxes?: ReadonlyMap<Id, Box>,
  routes: Routes = NO_ROUTES,
): ReadonlyMap<Id, TigerPlace> {
  if (boxes !== undefined && boxes.size > 0) return place(board, boxes, routes);
  const known = places.get(board);
  if (known !== undefined && known.routes === routes) return known.places;
  const fresh = place(board, undefined, routes);
  places.set(board, { routes, places: fresh });
  return fresh;
}
