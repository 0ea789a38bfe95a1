import { indexBoard } from '../index-board.ts';
import type { Board, Id, Relation } from '../model.ts';
import { nameOf } from '../sentences.ts';
import type { Change } from './change.ts';
import type { Pairing } from './element-changes.ts';
import { attributesWords, called, differing, listed, sentence } from './words.ts';

const isOwner = (line: Relation): boolean => line.kind === 'owns' && line.attributes['right'] !== 'operates';

/** Who is accountable for a thing, by id. */
export const ownersOf = (board: Board, id: Id): readonly Id[] =>
  indexBoard(board)
    .relationsOf(id)
    .filter((line) => line.to === id && isOwner(line))
    .map((line) => line.from);

/** Kind and ends, in the later board's ids: the same line may have another id. */
const keyOf = (line: Relation, id: (end: Id) => Id): string => `${line.kind} ${id(line.from)} ${id(line.to)}`;

function ownerChange(pairing: Pairing, was: Id, id: Id): Change | null {
  const { before, after, pairs, later } = pairing;
  const old = ownersOf(before, was);
  const now = ownersOf(after, id);
  const gained = now.filter((owner) => !old.includes(pairs.get(owner) ?? ''));
  const lost = old.filter((owner) => !now.includes(later.get(owner) ?? ''));
  if (gained.length === 0 && lost.length === 0) return null;
  const what = called(after, id);
  const newNames = listed(gained.map((owner) => called(after, owner)));
  const oldNames = listed(lost.map((owner) => called(before, owner)));
  const text =
    gained.length > 0 && lost.length > 0
      ? `${what} is owned by ${newNames} instead of ${oldNames}`
      : gained.length > 0
        ? `${what} is now ${old.length > 0 ? 'also ' : ''}owned by ${newNames}`
        : `${what} is no longer owned by ${oldNames}`;
  return {
    type: 'owner',
    about: 'element',
    id,
    was,
    name: what,
    from: old.map((owner) => called(before, owner)),
    to: now.map((owner) => called(after, owner)),
    sentence: sentence(text),
  };
}

/** What a line's sentence said otherwise before: “before: with reporting”; `null` when it reads the same. */
function lineWords(now: string, old: string): string | null {
  const words = old.split(' ');
  const start = now.split(' ').findIndex((word, i) => word !== words[i]);
  const from = start === -1 ? now.split(' ').length : start;
  if (now === old) return null;
  // “with reporting” reads better than “reporting”; a share stands alone.
  const tail = words.slice(words[from - 1] === 'with' ? from - 1 : from).join(' ');
  return tail === '' ? 'before without it' : `before ${tail}`;
}

/** What happened to the lines, reporting lines apart: lines of what was added or removed go without saying. */
export function lineChanges(pairing: Pairing): Change[] {
  const { before, after, pairs, later, wanted } = pairing;
  const changes: Change[] = [];
  const touched = new Set<Id>();
  const earlier = new Map<string, Relation>();
  for (const line of before.relations.values()) {
    if (isOwner(line) && wanted(line.id)) {
      const target = later.get(line.to);
      if (target !== undefined) touched.add(target);
    }
    if (line.kind !== 'reports')
      earlier.set(
        keyOf(line, (id) => later.get(id) ?? `-${id}`),
        line,
      );
  }
  for (const line of after.relations.values()) {
    if (line.kind === 'reports') continue;
    const key = keyOf(line, (id) => (pairs.has(id) ? id : `+${id}`));
    const old = earlier.get(key);
    if (old !== undefined) earlier.delete(key);
    if (isOwner(line) && wanted(line.id) && pairs.has(line.to)) touched.add(line.to);
    if (!wanted(line.id)) continue;
    const name = nameOf(after, line.id);
    if (old === undefined) {
      if (!isOwner(line)) {
        const base = { type: 'added', about: 'line', id: line.id, was: null, name } as const;
        changes.push({ ...base, sentence: sentence(`new: ${name}`) });
      }
    } else if (differing(old.attributes, line.attributes).length > 0) {
      const words = lineWords(name, nameOf(before, old.id)) ?? attributesWords(old.attributes, line.attributes);
      changes.push({
        type: 'attributes',
        about: 'line',
        id: line.id,
        was: old.id,
        name,
        to: differing(old.attributes, line.attributes),
        sentence: sentence(`${name}; ${words}`),
      });
    }
  }
  for (const line of earlier.values()) {
    if (isOwner(line) || !wanted(line.id) || !later.has(line.from) || !later.has(line.to)) continue;
    const name = nameOf(before, line.id);
    const base = { type: 'removed', about: 'line', id: line.id, was: line.id, name } as const;
    changes.push({ ...base, sentence: sentence(`no longer: ${name}`) });
  }
  for (const id of touched) {
    const change = ownerChange(pairing, pairs.get(id) ?? id, id);
    if (change !== null) changes.push(change);
  }
  return changes;
}
