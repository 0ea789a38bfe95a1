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

function groupElements(board: Board, parentOf: (element: BoardElement) => Id | null): Map<Id, BoardElement[]> {
  const groups = new Map<Id, BoardElement[]>();
  for (const element of board.elements.values()) {
    const parent = parentOf(element);
    if (parent !== null) collect(groups, parent, element);
  }
  for (const group of groups.values()) group.sort(compareOrder);
  return groups;
}

function makeIndex(board: Board): BoardIndex {
  const bossOf = (id: Id): Id | null => board.relations.get(reportsId(id))?.to ?? null;
  const reports = lazy(() => groupElements(board, (element) => bossOf(element.id)));
  const contents = lazy(() => groupElements(board, (element) => element.sitsIn));
  const lines = lazy(() => {
    const groups = new Map<Id, Relation[]>();
    for (const line of board.relations.values()) {
      collect(groups, line.from, line);
      if (line.to !== line.from) collect(groups, line.to, line);
    }
    return groups;
  });
  const overlays = lazy(() => {
    const tigers: TigerTeam[] = [];
    const zones: Zone[] = [];
    const frictions: Friction[] = [];
    for (const overlay of board.overlays.values()) {
      if (overlay.kind === 'tiger') tigers.push(overlay);
      else if (overlay.kind === 'zone') zones.push(overlay);
      else frictions.push(overlay);
    }
    return { tigers: tigers.sort(compareOrder), zones: zones.sort(compareOrder), frictions };
  });
  const roots = lazy(() =>
    [...board.elements.values()]
      .filter((element) => element.sitsIn === null && bossOf(element.id) === null)
      .sort(compareOrder),
  );
  const reportsOf = (id: Id): readonly BoardElement[] => reports().get(id) ?? NONE;
  const contentsOf = (id: Id): readonly BoardElement[] => contents().get(id) ?? NONE;

  return {
    bossOf,
    reportsOf,
    contentsOf,
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
        for (const element of reportsOf(at)) found.add(element.id);
        for (const element of contentsOf(at)) found.add(element.id);
      }
      return [...found];
    },
    relationsOf: (id) => lines().get(id) ?? NONE,
    get tigers() {
      return overlays().tigers;
    },
    get zones() {
      return overlays().zones;
    },
    get frictions() {
      return overlays().frictions;
    },
    get roots() {
      return roots();
    },
    zonesAt(id) {
      const element = board.elements.get(id);
      return element === undefined ? NONE : overlays().zones.filter((zone) => containsCentre(zone, element));
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
