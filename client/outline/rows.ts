import { indexBoard } from '#shared/board/index-board.ts';
import type { Board, BoardElement, ElementKindId, Id, Overlay, Relation } from '#shared/board/model.ts';
import { compareOrder } from '#shared/board/order.ts';
import { nameOf } from '#shared/board/sentences.ts';
import { RELATIONS } from '#shared/relations/index.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { elementFacts, overlayFacts } from './row-facts.ts';

export type RowType = 'element' | 'lines' | 'line' | 'group' | 'zone' | 'tiger' | 'friction' | 'member' | 'frame';

/** One line of the outline: a thing of the board, or a heading that others hang from. */
export interface Row {
  /** Names the row among all rows: the thing's id, or a word with a `#` for a heading or a membership. */
  readonly key: string;
  readonly type: RowType;
  /** The thing it stands for; for a membership the tiger team, `null` for a heading of several. */
  readonly id: Id | null;
  /** The element that a membership is of. */
  readonly member: Id | null;
  /** From 1. */
  readonly level: number;
  /** Place among those of the same parent, from 1, and how many there are. */
  readonly place: number;
  readonly of: number;
  readonly parent: string | null;
  /** `null` when nothing hangs from it. */
  readonly open: boolean | null;
  readonly name: string;
  /** What else is short enough for the row. */
  readonly facts: string;
}

/** What hangs from what, in the order of reading; nothing of it depends on what is open. */
export interface OutlineTree {
  /** Rows by key, as if everything were open. */
  readonly nodes: ReadonlyMap<string, OutlineNode>;
  readonly top: readonly string[];
}

export interface OutlineNode extends Omit<Row, 'level' | 'place' | 'of' | 'open'> {
  readonly below: readonly string[];
  /** Open until somebody closes it. */
  readonly opens: boolean;
}

/** Order of the first level: committees, people, work, platforms, partners, cards. */
const RANK: Readonly<Record<ElementKindId, number>> = {
  committee: 0,
  role: 1,
  unit: 1,
  centre: 1,
  function: 2,
  platform: 3,
  partner: 4,
  card: 5,
};

/** Layers as the shelf stands: what is nearest to the customer last, what lies crosswise after all. */
const layerOf = (one: BoardElement): number => {
  const layer = Number(one.attributes['layer'] ?? Number.NaN);
  return layer === 0 ? 8 : Number.isNaN(layer) ? 9 : layer;
};

const compareTop = (a: BoardElement, b: BoardElement): number =>
  RANK[a.kind] - RANK[b.kind] || (a.kind === 'platform' ? layerOf(a) - layerOf(b) : 0) || compareOrder(a, b);

/** Whom an element hangs from in the outline: its boss, else what it sits in. */
export const trunkIn = (board: Board, id: Id): Id | null =>
  indexBoard(board).bossOf(id) ?? board.elements.get(id)?.sitsIn ?? null;

/** Elements in the order of reading under their trunks; one that is its own trunk by a detour stands at the top. */
function elementTree(board: Board): { readonly top: readonly Id[]; readonly below: ReadonlyMap<Id, readonly Id[]> } {
  const index = indexBoard(board);
  const below = new Map<Id, Id[]>();
  const top: BoardElement[] = [];
  const seen = new Set<Id>();
  const walk = (root: BoardElement): void => {
    const open = [root];
    seen.add(root.id);
    for (let one = open.pop(); one !== undefined; one = open.pop()) {
      const hanging = [
        ...index.reportsOf(one.id),
        ...index.contentsOf(one.id).filter((inside) => index.bossOf(inside.id) === null),
      ].filter((next) => !seen.has(next.id));
      for (const next of hanging) seen.add(next.id);
      if (hanging.length > 0)
        below.set(
          one.id,
          hanging.map((next) => next.id),
        );
      open.push(...hanging);
    }
  };
  for (const root of [...index.roots].sort(compareTop)) {
    top.push(root);
    walk(root);
  }
  for (const rest of board.elements.values()) {
    if (seen.has(rest.id)) continue;
    top.push(rest);
    walk(rest);
  }
  return { top: top.map((one) => one.id), below };
}

const linesKey = (id: Id): string => `#lines ${id}`;
const memberKey = (tiger: Id, element: Id): string => `#member ${tiger} ${element}`;

/** How a line reads under the element it starts from: "Serves Sales". */
function lineName(board: Board, line: Relation): string {
  const words = RELATIONS[line.kind].sentence('', nameOf(board, line.to), line.attributes).trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

const trees = new WeakMap<Board, OutlineTree>();

/** The outline of a board; made once per board object. */
export function outlineTree(board: Board): OutlineTree {
  let tree = trees.get(board);
  if (tree === undefined) {
    tree = makeTree(board);
    trees.set(board, tree);
  }
  return tree;
}

function makeTree(board: Board): OutlineTree {
  const index = indexBoard(board);
  const nodes = new Map<string, OutlineNode>();
  const { top, below } = elementTree(board);
  const put = (node: Partial<OutlineNode> & Pick<OutlineNode, 'key' | 'type' | 'name'>): string => {
    nodes.set(node.key, { id: null, member: null, parent: null, facts: '', below: [], opens: true, ...node });
    return node.key;
  };

  const putLine = (line: Relation, parent: string): string =>
    put({ key: line.id, type: 'line', id: line.id, parent, name: lineName(board, line) });

  const putElement = (id: Id, parent: string | null): void => {
    const element = board.elements.get(id);
    if (element === undefined) return;
    const hanging = below.get(id) ?? [];
    const lines = index.relationsOf(id).filter((line) => line.from === id && line.kind !== 'reports');
    const under = [...hanging];
    // Beside reports and contents the lines wait behind one row; alone they hang from the element itself.
    if (lines.length > 0 && hanging.length > 0) {
      const key = linesKey(id);
      put({
        key,
        type: 'lines',
        parent: id,
        name: lines.length === 1 ? '1 line' : `${lines.length} lines`,
        below: lines.map((line) => putLine(line, key)),
        opens: false,
      });
      under.unshift(key);
    } else under.push(...lines.map((line) => putLine(line, id)));
    put({
      key: id,
      type: 'element',
      id,
      parent,
      name: nameOf(board, id),
      facts: elementFacts(board, element),
      below: under,
      opens: hanging.length > 0 && element.attributes['collapsed'] !== true,
    });
    for (const next of hanging) putElement(next, id);
  };
  for (const id of top) putElement(id, null);

  const putOverlay = (overlay: Overlay, parent: string): string => {
    const members =
      overlay.kind === 'tiger'
        ? Object.entries(overlay.members).map(([id, share]) =>
            put({
              key: memberKey(overlay.id, id),
              type: 'member',
              id: overlay.id,
              member: id,
              parent: overlay.id,
              name: nameOf(board, id),
              facts: `${share} %`,
            }),
          )
        : [];
    return put({
      key: overlay.id,
      type: overlay.kind,
      id: overlay.id,
      parent,
      name: sentenceStart(nameOf(board, overlay.id)),
      facts: overlayFacts(board, overlay),
      below: members,
      opens: false,
    });
  };
  const groups = [
    ['#zones', 'Zones', index.zones],
    ['#tigers', 'Tiger teams', index.tigers],
    ['#frictions', 'Friction', index.frictions],
  ] as const;
  const firsts: string[] = [...top];
  for (const [key, name, overlays] of groups) {
    if (overlays.length === 0) continue;
    firsts.push(
      put({
        key,
        type: 'group',
        name,
        facts: `${overlays.length}`,
        below: overlays.map((one) => putOverlay(one, key)),
      }),
    );
  }
  const frames = [...board.frames.values()].sort(compareOrder);
  if (frames.length > 0) {
    const key = '#frames';
    const list = frames.map((frame, i) =>
      put({
        key: frame.id,
        type: 'frame',
        id: frame.id,
        parent: key,
        name: nameOf(board, frame.id),
        facts: `Slide ${i + 1}`,
      }),
    );
    firsts.push(put({ key, type: 'group', name: 'Frames', facts: `${frames.length}`, below: list, opens: false }));
  }
  return { nodes, top: firsts };
}

const sentenceStart = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether a row shows what hangs from it: as somebody left it, else as it begins. */
export const isOpen = (node: OutlineNode, toggled: ReadonlyMap<string, boolean>): boolean =>
  toggled.get(node.key) ?? node.opens;

/** The rows that are seen, from first to last. */
export function visibleRows(tree: OutlineTree, toggled: ReadonlyMap<string, boolean>): readonly Row[] {
  const rows: Row[] = [];
  const walk = (keys: readonly string[], level: number): void => {
    keys.forEach((key, i) => {
      const node = tree.nodes.get(key);
      if (node === undefined) return;
      const { below, opens: _, ...rest } = node;
      const open = below.length === 0 ? null : isOpen(node, toggled);
      rows.push({ ...rest, level, place: i + 1, of: keys.length, open });
      if (open === true) walk(below, level + 1);
    });
  };
  walk(tree.top, 1);
  return rows;
}

/** Keys of what a row hangs from, from the nearest outwards. */
export function rowsAbove(tree: OutlineTree, key: string): readonly string[] {
  const above: string[] = [];
  for (let at = tree.nodes.get(key)?.parent ?? null; at !== null; at = tree.nodes.get(at)?.parent ?? null)
    above.push(at);
  return above;
}

/** What the row is, in one word: "team", "line", "tiger team". Empty for headings. */
export function rowKind(board: Board, row: Pick<Row, 'type' | 'id'>): string {
  switch (row.type) {
    case 'element': {
      const element = board.elements.get(row.id ?? '');
      return element === undefined ? '' : ELEMENT_KINDS[element.kind].label.toLowerCase();
    }
    case 'line':
    case 'zone':
    case 'member':
    case 'frame':
    case 'friction':
      return row.type;
    case 'tiger':
      return 'tiger team';
    default:
      return '';
  }
}
