import { type ElementFacts, NO_FACTS } from '../vocabulary/define-kind.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';
import { indexBoard } from './index-board.ts';
import type { Board, Id } from './model.ts';
import { structureOf } from './structure.ts';

/** Facts follow from the structure of a board alone. */
const byStructure = new WeakMap<object, ReadonlyMap<Id, ElementFacts>>();

/** Equal facts are the same object, so that a drawing can be kept by comparing identities. */
const interned = new Map<string, ElementFacts>();
const MOST_INTERNED = 5_000;

function intern(facts: ElementFacts): ElementFacts {
  const loads = facts.loads.map((load) => `${load.team}:${load.share}`).join(' ');
  const key = `${facts.container} ${facts.embedded} ${loads}`;
  const known = interned.get(key);
  if (known !== undefined) return known;
  if (interned.size >= MOST_INTERNED) interned.clear();
  const frozen = Object.freeze({ ...facts, loads: Object.freeze(facts.loads.map((load) => Object.freeze(load))) });
  interned.set(key, frozen);
  return frozen;
}

function factsOfAll(board: Board): ReadonlyMap<Id, ElementFacts> {
  const index = indexBoard(board);
  const loads = new Map<Id, { team: number; share: number }[]>();
  index.tigers.forEach((tiger, i) => {
    for (const [id, share] of Object.entries(tiger.members)) {
      const list = loads.get(id);
      if (list === undefined) loads.set(id, [{ team: i + 1, share }]);
      else list.push({ team: i + 1, share });
    }
  });
  const facts = new Map<Id, ElementFacts>();
  for (const id of board.elements.keys()) {
    const container = index.contentsOf(id).length > 0;
    const embedded = isEmbedded(board, id);
    const lent = loads.get(id);
    if (container || embedded || lent !== undefined) facts.set(id, intern({ container, embedded, loads: lent ?? [] }));
  }
  return facts;
}

/**
 * Whether it sits in one team and reports to another. A boss in the same team, or above it in the line, is not another team;
 * a boss who sits nowhere is one only when the team itself has a line that leads elsewhere.
 */
function isEmbedded(board: Board, id: Id): boolean {
  const element = board.elements.get(id);
  if (element === undefined || element.sitsIn === null) return false;
  const index = indexBoard(board);
  const bossId = index.bossOf(id);
  const boss = bossId === null ? undefined : board.elements.get(bossId);
  if (boss === undefined) return false;
  const around = index.ancestorsInside(id);
  const above = new Set<Id>();
  for (const container of around) {
    for (let at = index.bossOf(container); at !== null && !above.has(at); at = index.bossOf(at)) above.add(at);
  }
  if (around.includes(boss.id) || above.has(boss.id)) return false;
  if (index.ancestorsInside(boss.id).some((container) => around.includes(container))) return false;
  return boss.sitsIn !== null || ELEMENT_KINDS[boss.kind].holds || above.size > 0;
}

/** What the rest of the board says about an element. Equal facts are the same object, across boards too. */
export function factsOf(board: Board, id: Id): ElementFacts {
  let facts = byStructure.get(structureOf(board));
  if (facts === undefined) {
    facts = factsOfAll(board);
    byStructure.set(structureOf(board), facts);
  }
  return facts.get(id) ?? NO_FACTS;
}
