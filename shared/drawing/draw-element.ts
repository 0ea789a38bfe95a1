import { factsOf } from '../board/board-facts.ts';
import type { Board, BoardElement, Id } from '../board/model.ts';
import type { ElementFacts } from '../vocabulary/define-kind.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';
import type { Detail, Finish, Mark } from './mark.ts';

export interface ElementDrawOptions {
  readonly detail?: Detail;
  readonly finish?: Finish;
}

interface Drawn {
  readonly facts: ElementFacts;
  readonly marks: readonly Mark[];
}

/** By element, then by detail and finish: an element that did not change is not drawn again. */
const drawn = new WeakMap<BoardElement, Map<string, Drawn>>();

/** Marks of an element relative to its top-left corner; empty when there is no such element. */
export function drawElement(board: Board, id: Id, options: ElementDrawOptions = {}): readonly Mark[] {
  const element = board.elements.get(id);
  if (element === undefined) return [];
  const { detail = 3, finish = 'full' } = options;
  const facts = factsOf(board, id);
  const known = drawn.get(element) ?? new Map<string, Drawn>();
  const key = `${detail}${finish}`;
  const before = known.get(key);
  if (before?.facts === facts) return before.marks;
  const marks = ELEMENT_KINDS[element.kind].draw(element, { detail, finish, facts });
  known.set(key, { facts, marks });
  drawn.set(element, known);
  return marks;
}
