import { ELEMENT_KINDS } from '../../vocabulary/index.ts';
import { indexBoard } from '../index-board.ts';
import type { Board, BoardElement, Id } from '../model.ts';
import type { Change } from './change.ts';
import { ownersOf } from './line-changes.ts';
import { outOfOrder } from './out-of-order.ts';
import { attributesWords, called, differing, listed, quoted, sentence } from './words.ts';

/** Two boards, and which is which in them. */
export interface Pairing {
  readonly before: Board;
  readonly after: Board;
  /** Later id to earlier id. */
  readonly pairs: ReadonlyMap<Id, Id>;
  /** Earlier id to later id. */
  readonly later: ReadonlyMap<Id, Id>;
  /** Whether an id of either board is looked at. */
  wanted(id: Id): boolean;
}

const name = (board: Board, id: Id | null): string | null => (id === null ? null : called(board, id));

function addedChange(board: Board, element: BoardElement): Change {
  const index = indexBoard(board);
  const boss = index.bossOf(element.id);
  const owners = ownersOf(board, element.id).map((id) => called(board, id));
  const place = [
    boss === null ? '' : ` under ${called(board, boss)}`,
    element.sitsIn === null ? '' : ` in ${called(board, element.sitsIn)}`,
  ];
  const owned = owners.length === 0 ? '' : `, owned by ${listed(owners)}`;
  return {
    type: 'added',
    about: 'element',
    id: element.id,
    was: null,
    name: called(board, element.id),
    kind: element.kind,
    to: boss === null ? null : called(board, boss),
    sentence: sentence(`${called(board, element.id)} added${place.filter((part) => part !== '').join(',')}${owned}`),
  };
}

const removedChange = (board: Board, element: BoardElement): Change => ({
  type: 'removed',
  about: 'element',
  id: element.id,
  was: element.id,
  name: called(board, element.id),
  kind: element.kind,
  sentence: sentence(`${called(board, element.id)} removed`),
});

function bossChange({ before, after, pairs }: Pairing, was: Id, id: Id): Change | null {
  const from = indexBoard(before).bossOf(was);
  const to = indexBoard(after).bossOf(id);
  if ((to === null ? null : (pairs.get(to) ?? null)) === from && (to === null) === (from === null)) return null;
  const who = called(after, id);
  const old = name(before, from);
  const next = name(after, to);
  const text =
    old === null
      ? `${who} now reports to ${next}`
      : next === null
        ? `${who} no longer reports to ${old}`
        : `${who} moved from ${old} to ${next}`;
  const kind = after.elements.get(id)?.kind;
  const base = { type: 'moved', about: 'element', id, was, name: who, from: old, to: next } as const;
  return { ...base, ...(kind === undefined ? {} : { kind }), sentence: sentence(text) };
}

function insideChange({ before, after, pairs }: Pairing, a: BoardElement, b: BoardElement): Change | null {
  if ((b.sitsIn === null ? null : (pairs.get(b.sitsIn) ?? '')) === a.sitsIn) return null;
  const who = called(after, b.id);
  const old = name(before, a.sitsIn);
  const next = name(after, b.sitsIn);
  const text =
    next === null
      ? `${who} no longer sits in ${old}`
      : old === null
        ? `${who} now sits in ${next}`
        : `${who} sits in ${next}, was in ${old}`;
  const base = { type: 'sits-in', about: 'element', id: b.id, was: a.id, kind: b.kind } as const;
  return { ...base, name: who, from: old, to: next, sentence: sentence(text) };
}

function ownChanges({ before, after }: Pairing, a: BoardElement, b: BoardElement): Change[] {
  const who = called(after, b.id);
  const base = { about: 'element', id: b.id, was: a.id, name: who, kind: b.kind } as const;
  const changes: Change[] = [];
  if (a.name.trim() !== b.name.trim()) {
    const text =
      b.kind === 'card'
        ? `card ${quoted(a.name)} now reads ${quoted(b.name)}`
        : `${called(before, a.id)} is now called ${b.name.trim() === '' ? 'nothing' : who}`;
    changes.push({ ...base, type: 'renamed', from: a.name, to: b.name, sentence: sentence(text) });
  }
  if (a.kind !== b.kind) {
    const [old, next] = [ELEMENT_KINDS[a.kind].label.toLowerCase(), ELEMENT_KINDS[b.kind].label.toLowerCase()];
    const text = `${who} is a ${next} now, was a ${old}`;
    changes.push({ ...base, type: 'kind', from: a.kind, to: b.kind, sentence: sentence(text) });
  }
  if (differing(a.attributes, b.attributes).length > 0) {
    const text = `${who}: ${attributesWords(a.attributes, b.attributes)}`;
    const to = differing(a.attributes, b.attributes);
    changes.push({ ...base, type: 'attributes', to, sentence: sentence(text) });
  }
  if (a.locked !== b.locked) {
    const text = `${who} is ${b.locked ? 'locked' : 'no longer locked'}`;
    changes.push({ ...base, type: 'locked', from: a.locked, to: b.locked, sentence: sentence(text) });
  }
  return changes;
}

/** Reports of a boss who has them still, in another order than before: the fewest that explain it. */
function orderChanges(pairing: Pairing, was: Id, id: Id): Change[] {
  const { before, after, pairs, later } = pairing;
  const old = indexBoard(before)
    .reportsOf(was)
    .flatMap((report) => later.get(report.id) ?? []);
  const now = indexBoard(after).reportsOf(id);
  const stayed = now.map((report) => report.id).filter((report) => old.includes(report));
  const common = old.filter((report) => stayed.includes(report));
  const boss = called(after, id);
  return outOfOrder(common, stayed)
    .filter(pairing.wanted)
    .map((report) => {
      const place = now.findIndex((one) => one.id === report) + 1;
      const who = called(after, report);
      const kind = after.elements.get(report)?.kind;
      return {
        type: 'order',
        about: 'element',
        id: report,
        was: pairs.get(report) ?? report,
        name: who,
        ...(kind === undefined ? {} : { kind }),
        from:
          indexBoard(before)
            .reportsOf(was)
            .findIndex((one) => one.id === pairs.get(report)) + 1,
        to: place,
        sentence: sentence(`${who} is now ${place} of ${now.length} under ${boss}`),
      };
    });
}

function spanChange({ before, after }: Pairing, was: Id, id: Id): Change | null {
  const from = indexBoard(before).reportsOf(was).length;
  const to = indexBoard(after).reportsOf(id).length;
  if (from === to) return null;
  const who = called(after, id);
  return {
    type: 'span',
    about: 'element',
    id,
    was,
    name: who,
    from,
    to,
    sentence: sentence(`span of ${who} ${from} to ${to}`),
  };
}

/** What happened to the elements. */
export function elementChanges(pairing: Pairing): Change[] {
  const { before, after, pairs, later, wanted } = pairing;
  const changes: Change[] = [];
  const bosses = new Map<Id, Id>();
  for (const element of after.elements.values()) {
    const was = pairs.get(element.id);
    if (was === undefined) {
      if (wanted(element.id)) changes.push(addedChange(after, element));
      continue;
    }
    bosses.set(element.id, was);
    const earlier = before.elements.get(was);
    if (earlier === undefined) continue;
    // A new boss is a change of the reporting line, not of the element.
    if (wanted(element.id) || wanted(`reports:${element.id}`)) {
      const moved = bossChange(pairing, was, element.id);
      if (moved !== null) changes.push(moved);
    }
    if (earlier === element || !wanted(element.id)) continue;
    changes.push(...ownChanges(pairing, earlier, element));
    const inside = insideChange(pairing, earlier, element);
    if (inside !== null) changes.push(inside);
  }
  for (const element of before.elements.values()) {
    if (!later.has(element.id) && wanted(element.id)) changes.push(removedChange(before, element));
  }
  for (const [id, was] of bosses) {
    const span = spanChange(pairing, was, id);
    if (span !== null) changes.push(span);
    changes.push(...orderChanges(pairing, was, id));
  }
  return changes;
}
