import { containsCentre } from './geometry.ts';
import {
  type Board,
  type BoardElement,
  type Friction,
  type Id,
  type Relation,
  reportsId,
  type TigerTeam,
  type Zone,
} from './model.ts';
import { compareOrder } from './order.ts';
import { structureOf } from './structure.ts';

/** Questions about a board that need more than one look-up. Each answer is worked out when first asked. */
export interface BoardIndex {
  bossOf(id: Id): Id | null;
  /** Those whose reporting line ends here, by order. */
  reportsOf(id: Id): readonly BoardElement[];
  /** Those that sit directly in it, by order. */
  contentsOf(id: Id): readonly BoardElement[];
  /** What it sits in, from the nearest outwards. */
  ancestorsInside(id: Id): readonly Id[];
  /** Itself, and everything that reports to it or sits in it, directly or through others. */
  subtreeOf(id: Id): readonly Id[];
  /** Lines that start or end here, by id. */
  relationsOf(id: Id): readonly Relation[];
  /** By order; the number of a team is its place here, from 1. */
  readonly tigers: readonly TigerTeam[];
  readonly zones: readonly Zone[];
  readonly frictions: readonly Friction[];
  /** Elements that neither report to anybody nor sit in anything, by order. */
  readonly roots: readonly BoardElement[];
  /** Zones its centre lies in, by order. */
  zonesAt(id: Id): readonly Zone[];
}

const NONE: readonly never[] = Object.freeze([]);

function lazy<T>(make: () => T): () => T {
  let value: { readonly made: T } | null = null;
  return () => {
    value ??= { made: make() };
    return value.made;
  };
}

function collect<T>(groups: Map<Id, T[]>, id: Id, value: T): void {
  const group = groups.get(id);
  if (group === undefined) groups.set(id, [value]);
  else group.push(value);
}

/** Lists of ids that follow from the structure of a board. */
interface Skeleton {
  readonly reports: () => ReadonlyMap<Id, readonly Id[]>;
  readonly contents: () => ReadonlyMap<Id, readonly Id[]>;
  readonly lines: () => ReadonlyMap<Id, readonly Relation[]>;
  readonly roots: () => readonly Id[];
  readonly overlays: () => {
    readonly tigers: readonly TigerTeam[];
    readonly zones: readonly Zone[];
    readonly frictions: readonly Friction[];
  };
}

const bossIn = (board: Board, id: Id): Id | null => board.relations.get(reportsId(id))?.to ?? null;

const idsInOrder = (elements: readonly BoardElement[]): readonly Id[] =>
  [...elements].sort(compareOrder).map((element) => element.id);

function groupIds(board: Board, parentOf: (element: BoardElement) => Id | null): ReadonlyMap<Id, readonly Id[]> {
  const groups = new Map<Id, BoardElement[]>();
  for (const element of board.elements.values()) {
    const parent = parentOf(element);
    if (parent !== null) collect(groups, parent, element);
  }
  return new Map([...groups].map(([id, group]) => [id, idsInOrder(group)]));
}

function groupLines(board: Board): ReadonlyMap<Id, readonly Relation[]> {
  const groups = new Map<Id, Relation[]>();
  for (const line of board.relations.values()) {
    collect(groups, line.from, line);
    if (line.to !== line.from) collect(groups, line.to, line);
  }
  return groups;
}

function sortOverlays(board: Board): ReturnType<Skeleton['overlays']> {
  const tigers: TigerTeam[] = [];
  const zones: Zone[] = [];
  const frictions: Friction[] = [];
  for (const overlay of board.overlays.values()) {
    if (overlay.kind === 'tiger') tigers.push(overlay);
    else if (overlay.kind === 'zone') zones.push(overlay);
    else frictions.push(overlay);
  }
  return { tigers: tigers.sort(compareOrder), zones: zones.sort(compareOrder), frictions };
}

const makeSkeleton = (board: Board): Skeleton => ({
  reports: lazy(() => groupIds(board, (element) => bossIn(board, element.id))),
  contents: lazy(() => groupIds(board, (element) => element.sitsIn)),
  lines: lazy(() => groupLines(board)),
  roots: lazy(() =>
    idsInOrder(
      [...board.elements.values()].filter((element) => element.sitsIn === null && bossIn(board, element.id) === null),
    ),
  ),
  overlays: lazy(() => sortOverlays(board)),
});

const skeletons = new WeakMap<object, Skeleton>();

function skeletonOf(board: Board): Skeleton {
  const structure = structureOf(board);
  let skeleton = skeletons.get(structure);
  if (skeleton === undefined) {
    skeleton = makeSkeleton(board);
    skeletons.set(structure, skeleton);
  }
  return skeleton;
}

function makeIndex(board: Board): BoardIndex {
  const skeleton = skeletonOf(board);
  const resolve = (ids: readonly Id[] | undefined): readonly BoardElement[] =>
    ids === undefined ? NONE : ids.map((id) => board.elements.get(id) as BoardElement);
  const kept = <T>(make: (id: Id) => T): ((id: Id) => T) => {
    const known = new Map<Id, T>();
    return (id) => {
      let value = known.get(id);
      if (value === undefined) {
        value = make(id);
        known.set(id, value);
      }
      return value;
    };
  };
  const roots = lazy(() => resolve(skeleton.roots()));

  return {
    bossOf: (id) => bossIn(board, id),
    reportsOf: kept((id) => resolve(skeleton.reports().get(id))),
    contentsOf: kept((id) => resolve(skeleton.contents().get(id))),
    ancestorsInside(id) {
      const found: Id[] = [];
      for (
        let at = board.elements.get(id)?.sitsIn ?? null;
        at !== null && !found.includes(at);
        at = board.elements.get(at)?.sitsIn ?? null
      ) {
        found.push(at);
      }
      return found;
    },
    subtreeOf(id) {
      const found = new Set<Id>([id]);
      for (const at of found) {
        for (const below of skeleton.reports().get(at) ?? NONE) found.add(below);
        for (const inside of skeleton.contents().get(at) ?? NONE) found.add(inside);
      }
      return [...found];
    },
    relationsOf: (id) => skeleton.lines().get(id) ?? NONE,
    get tigers() {
      return skeleton.overlays().tigers;
    },
    get zones() {
      return skeleton.overlays().zones;
    },
    get frictions() {
      return skeleton.overlays().frictions;
    },
    get roots() {
      return roots();
    },
    zonesAt(id) {
      const element = board.elements.get(id);
      return element === undefined ? NONE : skeleton.overlays().zones.filter((zone) => containsCentre(zone, element));
    },
  };
}

const indexes = new WeakMap<Board, BoardIndex>();

/** The index of a board; made once per board object. */
export function indexBoard(board: Board): BoardIndex {
  let index = indexes.get(board);
  if (index === undefined) {
    index = makeIndex(board);
    indexes.set(board, index);
  }
  return index;
}
