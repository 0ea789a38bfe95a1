import type { BoardEditor } from '../board/edit.ts';
import { boundsOf } from '../board/geometry.ts';
import { indexBoard } from '../board/index-board.ts';
import type { AttributeValue, Board, BoardElement, Id } from '../board/model.ts';
import { sameData } from '../board/tables.ts';
import { RELATIONS } from '../relations/index.ts';
import { attribute } from '../vocabulary/attributes.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';
import { keepsMarks, marksOn, srcOf } from './digest.ts';
import type { ImportChanges, ImportDraft, ImportedItem, NameChoice } from './import-types.ts';
import { type Matches, matchItems } from './match.ts';
import { applyNames } from './names.ts';
import { boardFromDraft, idsFor } from './to-board.ts';
import { normalAttributes } from './values.ts';

/** How far under the board new boxes are put. */
const BELOW = 96;
const NUMBERED = /^Role \d+$/;

export interface ReimportOptions {
  /** What becomes of names of people; titles when not said. */
  readonly names?: NameChoice;
}

/** What an item says that its element does not; nothing is taken away that a table does not speak of. */
interface Difference {
  readonly name: string | null;
  readonly attributes: Readonly<Record<string, AttributeValue | null>>;
  readonly sitsIn: string | null;
  readonly dotted: readonly string[];
}

class Comparison {
  readonly board: Board;
  readonly draft: ImportDraft;
  readonly matches: Matches;
  /** Keys that a dotted line leads to, by the key it comes from. */
  readonly #dotted = new Map<string, string[]>();

  constructor(board: Board, draft: ImportDraft, names: NameChoice) {
    this.board = board;
    this.draft = applyNames(draft, names);
    this.matches = matchItems(board, this.draft);
    for (const { kind, from, to } of draft.lines) {
      if (kind === 'dotted') this.#dotted.set(from, [...(this.#dotted.get(from) ?? []), to]);
    }
  }

  elementOf(item: ImportedItem): BoardElement | undefined {
    return this.board.elements.get(this.matches.byKey.get(item.key) ?? '');
  }

  difference(item: ImportedItem, element: BoardElement): Difference {
    const attributes: Record<string, AttributeValue | null> = {};
    for (const [id, value] of Object.entries(normalAttributes(item.attributes))) {
      if (!sameData(element.attributes[id], value)) attributes[id] = value;
    }
    // A post that is held now is the one thing a table says by saying nothing.
    if (item.attributes['vacant'] === undefined && element.attributes['vacant'] === true && marksOn(element) !== null) {
      attributes['vacant'] = null;
    }
    const renamed = item.name !== '' && item.name !== element.name && !NUMBERED.test(item.name);
    return {
      name: renamed ? item.name : null,
      attributes,
      sitsIn: this.#newHome(item, element),
      dotted: this.#newDotted(item, element),
    };
  }

  #newHome(item: ImportedItem, element: BoardElement): string | null {
    if (item.sitsIn === null) return null;
    const home = this.matches.byKey.get(item.sitsIn);
    if (home === undefined) return item.sitsIn;
    const into = this.board.elements.get(home);
    if (home === element.sitsIn || home === element.id || into === undefined || !ELEMENT_KINDS[into.kind].holds)
      return null;
    return indexBoard(this.board).ancestorsInside(home).includes(element.id) ? null : item.sitsIn;
  }

  #newDotted(item: ImportedItem, element: BoardElement): readonly string[] {
    const wanted = this.#dotted.get(item.key) ?? [];
    if (wanted.length === 0) return wanted;
    const there = new Set(
      indexBoard(this.board)
        .relationsOf(element.id)
        .filter((line) => line.kind === 'dotted' && line.from === element.id)
        .map((line) => line.to),
    );
    return wanted.filter((key) => !there.has(this.matches.byKey.get(key) ?? ''));
  }

  /** The new boss as a key, `null` for none, or `undefined` when nothing moves. */
  newBoss(item: ImportedItem, element: BoardElement): string | null | undefined {
    if (this.draft.unplaced) return undefined;
    const before = indexBoard(this.board).bossOf(element.id);
    if (item.boss === null) return before === null ? undefined : null;
    const boss = this.matches.byKey.get(item.boss);
    if (boss === undefined) return item.boss;
    const to = this.board.elements.get(boss);
    if (boss === before || to === undefined) return undefined;
    return RELATIONS.reports.refuse(element, to, {}) === null ? item.boss : undefined;
  }
}

const wordOf = (id: string): string => (attribute(id)?.label ?? id).toLowerCase();

const wordsOf = ({ name, attributes, sitsIn, dotted }: Difference): readonly string[] => [
  ...(name === null ? [] : ['name']),
  ...Object.keys(attributes).map(wordOf),
  ...(sitsIn === null ? [] : ['sits in']),
  ...(dotted.length === 0 ? [] : ['dotted lines']),
];

/**
 * What importing the same people again would do to a board: who is new, who left, who got another boss, what else is said
 * differently. Elements that no import made are never among those who left, unless the file was written from this board.
 */
export function changesFor(
  board: Board,
  draft: ImportDraft,
  { names = 'titles' }: ReimportOptions = {},
): ImportChanges {
  const comparison = new Comparison(board, draft, names);
  const { byKey, own } = comparison.matches;
  const matched = new Set(byKey.values());
  const locked: Id[] = [];
  const added: ImportedItem[] = [];
  const moved: { id: Id; from: Id | null; to: string | null }[] = [];
  const changed: { id: Id; what: readonly string[] }[] = [];
  let same = 0;
  for (const item of comparison.draft.items) {
    const element = comparison.elementOf(item);
    if (element === undefined) {
      added.push(item);
      continue;
    }
    const boss = comparison.newBoss(item, element);
    const what = wordsOf(comparison.difference(item, element));
    if (boss === undefined && what.length === 0) same += 1;
    else if (element.locked) locked.push(element.id);
    else {
      if (boss !== undefined) moved.push({ id: element.id, from: indexBoard(board).bossOf(element.id), to: boss });
      if (what.length > 0) changed.push({ id: element.id, what });
    }
  }
  const gone = (element: BoardElement): boolean => !matched.has(element.id) && (own || marksOn(element) !== null);
  const left: Id[] = [];
  for (const element of board.elements.values()) {
    if (!gone(element)) continue;
    if (element.locked) locked.push(element.id);
    else left.push(element.id);
  }
  return { matched: byKey, locked, added, left, moved, changed, same };
}

/**
 * Does to a board what `changesFor` said, as one step of undo. New boxes are laid out under the drawing; everything else stays
 * where it is. Answers the elements by keys of the draft. Throws `BoardEditError` when the board cannot take it.
 */
export function applyChanges(
  editor: BoardEditor,
  board: Board,
  draft: ImportDraft,
  changes: ImportChanges,
  { names = 'titles' }: ReimportOptions = {},
): ReadonlyMap<string, Id> {
  const comparison = new Comparison(board, draft, names);
  const items = new Map(comparison.draft.items.map((item) => [item.key, item]));
  const keyOf = new Map([...changes.matched].map(([key, id]) => [id, key]));
  const ids = new Map(changes.matched);
  const itemOf = (id: Id): ImportedItem | undefined => items.get(keyOf.get(id) ?? '');
  editor.transact(() => {
    editor.remove(changes.left);
    // Everybody lets go of the old boss first, so that two who change places never stand in a ring.
    editor.reparent(
      changes.moved.map(({ id }) => id),
      null,
    );
    addNew(editor, board, comparison.draft, changes, ids);
    reparentAll(
      editor,
      changes.moved.map(({ id, to }) => [id, to === null ? undefined : ids.get(to)]),
    );
    for (const { id } of changes.changed) {
      const item = itemOf(id);
      const element = board.elements.get(id);
      if (item === undefined || element === undefined) continue;
      const { name, attributes, sitsIn, dotted } = comparison.difference(item, element);
      if (name !== null) editor.rename(id, name);
      if (Object.keys(attributes).length > 0) editor.setAttributes([id], attributes);
      const home = sitsIn === null ? undefined : ids.get(sitsIn);
      if (home !== undefined) editor.setSitsIn([id], home);
      for (const key of dotted) relateDotted(editor, board, id, ids.get(key));
    }
    if (keepsMarks(draft)) markAgain(editor, board, changes, items);
  });
  return ids;
}

/** A dotted line to whoever is there; another kind by now may not have one. */
function relateDotted(editor: BoardEditor, board: Board, from: Id, to: Id | undefined): void {
  const [a, b] = [board.elements.get(from), board.elements.get(to ?? '')];
  const refused = a !== undefined && b !== undefined && RELATIONS.dotted.refuse(a, b, {}) !== null;
  if (to !== undefined && !refused) editor.relate('dotted', from, to);
}

/** What was found by address or name carries the new mark from now on. */
function markAgain(
  editor: BoardEditor,
  board: Board,
  { matched, locked }: ImportChanges,
  items: ReadonlyMap<string, ImportedItem>,
): void {
  const fixed = new Set(locked);
  for (const [key, id] of matched) {
    const item = items.get(key);
    const element = board.elements.get(id);
    if (item === undefined || element === undefined || element.locked || fixed.has(id) || key === id) continue;
    const src = item.attributes['src'] ?? srcOf(item);
    if (element.attributes['src'] !== src) editor.setAttributes([id], { src });
  }
}

/** Puts what is new under the drawing, laid out among itself, and draws its lines to what was there. */
function addNew(
  editor: BoardEditor,
  board: Board,
  draft: ImportDraft,
  { added, left }: ImportChanges,
  ids: Map<string, Id>,
): void {
  if (added.length === 0) return;
  const fresh = new Set(added.map((item) => item.key));
  const inside = (key: string | null): string | null => (key !== null && fresh.has(key) ? key : null);
  const items = added.map((item) => ({ ...item, boss: inside(item.boss), sitsIn: inside(item.sitsIn) }));
  const own = draft.lines.filter((line) => fresh.has(line.from) && fresh.has(line.to));
  const piece = boardFromDraft({ ...draft, items, lines: own }, { names: 'keep' });
  const gone = new Set(left);
  const there = boundsOf([...board.elements.values()].filter((element) => !gone.has(element.id)));
  const laid = boundsOf(piece.elements.values());
  const dx = (there?.x ?? 0) - (laid?.x ?? 0);
  const dy = (there === null ? 0 : there.y + there.h + BELOW) - (laid?.y ?? 0);
  const made = editor.addElements({
    elements: [...piece.elements.values()].map((element) => ({ ...element, x: element.x + dx, y: element.y + dy })),
    relations: [...piece.relations.values()],
  });
  for (const [key, id] of idsFor(items)) {
    const now = made.get(id);
    if (now !== undefined) ids.set(key, now);
  }
  const outside = (key: string | null): Id | undefined => (key === null || fresh.has(key) ? undefined : ids.get(key));
  reparentAll(
    editor,
    added.map(({ key, boss }) => [ids.get(key), outside(boss)]),
  );
  for (const { key, sitsIn } of added) {
    const [id, home] = [ids.get(key), outside(sitsIn)];
    if (id !== undefined && home !== undefined) editor.setSitsIn([id], home);
  }
  for (const line of draft.lines) {
    const [from, to] = [ids.get(line.from), ids.get(line.to)];
    const half = fresh.has(line.from) !== fresh.has(line.to);
    if (half && from !== undefined && to !== undefined) editor.relate(line.kind, from, to, line.attributes ?? {});
  }
}

/** Gives bosses, all of one boss at once. */
function reparentAll(editor: BoardEditor, pairs: readonly (readonly [Id | undefined, Id | undefined])[]): void {
  const below = new Map<Id, Id[]>();
  for (const [id, boss] of pairs) {
    if (id === undefined || boss === undefined) continue;
    const group = below.get(boss);
    if (group === undefined) below.set(boss, [id]);
    else group.push(id);
  }
  for (const [boss, group] of below) editor.reparent(group, boss);
}
