import { ELEMENT_KINDS } from '../../vocabulary/index.ts';
import { indexBoard } from '../index-board.ts';
import type { Board, BoardElement, Id } from '../model.ts';

/** Which element of one board is which of another. */
export interface Match {
  /** Later id to earlier id. */
  readonly pairs: ReadonlyMap<Id, Id>;
  readonly related: boolean;
}

const wordsOf = (name: string): readonly string[] => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Share of words that two names have in common; 1 when they are the same words. */
export function closeness(a: string, b: string): number {
  const left = new Set(wordsOf(a));
  const right = new Set(wordsOf(b));
  if (left.size === 0 || right.size === 0) return 0;
  const common = [...left].filter((word) => right.has(word)).length;
  return common / (left.size + right.size - common);
}

/** Names from this share of common words on are taken for the same thing, when kind and boss agree too. */
const CLOSE = 0.5;

const keyOf = (element: BoardElement): string | null => {
  const words = wordsOf(element.name).join(' ');
  const fresh = wordsOf(ELEMENT_KINDS[element.kind].defaultName).join(' ');
  return words === '' || words === fresh ? null : `${element.kind} ${words}`;
};

function byKey(elements: readonly BoardElement[]): Map<string, BoardElement[]> {
  const groups = new Map<string, BoardElement[]>();
  for (const element of elements) {
    const key = keyOf(element);
    if (key === null) continue;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [element]);
    else group.push(element);
  }
  return groups;
}

/**
 * Elements are the same by their ids where the boards share at least half of them. Else an id alone says nothing (two templates
 * may both have a `c1`): kind and name must agree too. What is left is matched by kind and name, where there is one such on
 * each side; and in boards that do not share their ids by a close name under the same boss.
 */
export function matchElements(before: Board, after: Board): Match {
  const shared = [...after.elements.keys()].filter((id) => before.elements.has(id));
  const least = Math.min(before.elements.size, after.elements.size);
  const related = least === 0 || shared.length * 2 >= least;
  const pairs = new Map<Id, Id>();
  const taken = new Set<Id>();
  const pair = (later: Id, earlier: Id): void => {
    pairs.set(later, earlier);
    taken.add(earlier);
  };
  for (const id of shared) {
    const a = before.elements.get(id) as BoardElement;
    const b = after.elements.get(id) as BoardElement;
    if (related || (a.kind === b.kind && closeness(a.name, b.name) >= CLOSE)) pair(id, id);
  }
  const left = (): BoardElement[] => [...after.elements.values()].filter((element) => !pairs.has(element.id));
  const there = (): BoardElement[] => [...before.elements.values()].filter((element) => !taken.has(element.id));
  const named = byKey(there());
  for (const [key, [later, ...more]] of byKey(left())) {
    const [earlier, ...others] = named.get(key) ?? [];
    if (later !== undefined && earlier !== undefined && more.length + others.length === 0) pair(later.id, earlier.id);
  }
  if (related) return { pairs, related };
  const earlierBoss = indexBoard(before).bossOf;
  const laterBoss = indexBoard(after).bossOf;
  const free = new Set(there());
  for (const later of left()) {
    const boss = laterBoss(later.id);
    let best: BoardElement | null = null;
    let most = CLOSE;
    for (const earlier of free) {
      if (earlier.kind !== later.kind || (boss === null ? null : (pairs.get(boss) ?? '')) !== earlierBoss(earlier.id))
        continue;
      const close = closeness(earlier.name, later.name);
      if (close > most || (close === most && best === null)) {
        best = earlier;
        most = close;
      }
    }
    if (best === null) continue;
    pair(later.id, best.id);
    free.delete(best);
  }
  return { pairs, related };
}
