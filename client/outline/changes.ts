import type { Board, BoardElement, Id } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import { OVERLAYS } from '#shared/overlays/index.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';

/** Parts of a sentence that are said; the rest is counted. */
const MOST_PARTS = 3;

interface Found {
  readonly added: Id[];
  readonly removed: Id[];
  readonly renamed: Id[];
  readonly placed: Id[];
  readonly seated: Id[];
  readonly moved: Id[];
  readonly changed: Id[];
  readonly drawn: Id[];
  readonly erased: Id[];
}

const bossOf = (board: Board, id: Id): Id | null => board.relations.get(`reports:${id}`)?.to ?? null;

const stood = (a: BoardElement, b: BoardElement): boolean => a.x === b.x && a.y === b.y && a.w === b.w && a.h === b.h;

/** Sorts what changed by what it means to somebody who listens. */
function sortChanges(before: Board, after: Board, ids: Iterable<Id>): Found {
  const found: Found = {
    added: [],
    removed: [],
    renamed: [],
    placed: [],
    seated: [],
    moved: [],
    changed: [],
    drawn: [],
    erased: [],
  };
  const known = (board: Board, id: Id) => board.elements.has(id) || board.overlays.has(id) || board.frames.has(id);
  for (const id of ids) {
    const was = before.elements.get(id);
    const is = after.elements.get(id);
    const line = after.relations.get(id) ?? before.relations.get(id);
    if (was !== undefined && is !== undefined) {
      if (was.name !== is.name) found.renamed.push(id);
      else if (was.sitsIn !== is.sitsIn) found.seated.push(id);
      else if (was.attributes !== is.attributes || was.kind !== is.kind || was.locked !== is.locked)
        found.changed.push(id);
      else if (!stood(was, is)) found.moved.push(id);
    } else if (line !== undefined) {
      const gone = !after.relations.has(id);
      if (line.kind === 'reports') {
        // A boss that came or went with its report is not news of its own.
        if (before.elements.has(line.from) && after.elements.has(line.from)) found.placed.push(line.from);
      } else if (gone) {
        if (after.elements.has(line.from) && after.elements.has(line.to)) found.erased.push(id);
      } else (before.relations.has(id) ? found.changed : found.drawn).push(id);
    } else if (known(after, id)) {
      if (!known(before, id)) found.added.push(id);
      else if (nameOf(before, id) !== nameOf(after, id)) found.renamed.push(id);
      else found.changed.push(id);
    } else if (known(before, id)) found.removed.push(id);
  }
  return found;
}

/** "3 teams", "2 boxes", "4 lines": one word for several things, theirs when they are of one kind. */
function counted(board: Board, ids: readonly Id[]): string {
  const words = new Set(
    ids.map((id) => {
      const element = board.elements.get(id);
      const overlay = board.overlays.get(id);
      if (element !== undefined) return ELEMENT_KINDS[element.kind].plural;
      if (overlay !== undefined) return OVERLAYS[overlay.kind].plural;
      return board.relations.has(id) ? 'lines' : 'frames';
    }),
  );
  const [only] = words;
  return `${ids.length} ${words.size === 1 && only !== undefined ? only : board.elements.has(ids[0] ?? '') ? 'boxes' : 'things'}`;
}

const oneOrMany = (
  verb: string,
  board: Board,
  ids: readonly Id[],
  one: (id: Id) => string = (id) => nameOf(board, id),
): string[] => {
  const [first] = ids;
  if (first === undefined) return [];
  return [`${verb} ${ids.length === 1 ? one(first) : counted(board, ids)}`];
};

/**
 * What somebody did between two boards, as one sentence: "Org C moved 3 boxes and renamed Data team." Empty when nothing that
 * is worth saying differs.
 */
export function changeSentence(who: string, before: Board, after: Board, ids: Iterable<Id>): string {
  const found = sortChanges(before, after, ids);
  const under = (id: Id): string => {
    const boss = bossOf(after, id);
    return boss === null
      ? `${nameOf(after, id)} out, to report to nobody`
      : `${nameOf(after, id)} under ${nameOf(after, boss)}`;
  };
  const inside = (id: Id): string => {
    const holder = after.elements.get(id)?.sitsIn ?? null;
    return holder === null
      ? `${nameOf(after, id)} out of what it sat in`
      : `${nameOf(after, id)} into ${nameOf(after, holder)}`;
  };
  // Where others make room for what came, went or changed its boss, their move is no news.
  const because = [found.added, found.removed, found.placed, found.seated].some((list) => list.length > 0);
  const parts = [
    ...oneOrMany('added', after, found.added),
    ...oneOrMany('deleted', before, found.removed),
    ...oneOrMany('moved', after, found.placed, under),
    ...oneOrMany(
      'put',
      after,
      found.seated.filter((id) => !found.placed.includes(id)),
      inside,
    ),
    ...oneOrMany('moved', after, because ? [] : found.moved),
    ...oneOrMany('renamed', after, found.renamed, (id) => `${nameOf(before, id)} to ${nameOf(after, id)}`),
    ...oneOrMany('drew', after, found.drawn, (id) => `a line: ${nameOf(after, id)}`),
    ...oneOrMany('deleted', before, found.erased, (id) => `a line: ${nameOf(before, id)}`),
    ...oneOrMany('changed', after, found.changed),
  ];
  if (parts.length === 0) return '';
  const shown = parts.slice(0, MOST_PARTS);
  const rest = parts.length - shown.length;
  if (rest > 0) shown.push(`${rest} more ${rest === 1 ? 'change' : 'changes'}`);
  const list = shown.length === 1 ? shown[0] : `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}`;
  return `${who} ${list}.`;
}
