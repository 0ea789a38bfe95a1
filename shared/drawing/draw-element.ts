import type { Board, Id } from '../board/model.ts';
import type { ElementFacts } from '../vocabulary/define-kind.ts';
import { NO_FACTS } from '../vocabulary/define-kind.ts';
import { ELEMENT_KINDS } from '../vocabulary/index.ts';
import type { Detail, Finish, Mark } from './mark.ts';

export interface ElementDrawOptions {
  readonly detail?: Detail;
  readonly finish?: Finish;
  readonly facts?: ElementFacts;
}

/** Marks of an element relative to its top-left corner; empty when there is no such element. */
export function drawElement(board: Board, id: Id, options: ElementDrawOptions = {}): readonly Mark[] {
  const element = board.elements.get(id);
  if (element === undefined) return [];
  return ELEMENT_KINDS[element.kind].draw(element, {
    detail: options.detail ?? 3,
    finish: options.finish ?? 'full',
    facts: options.facts ?? NO_FACTS,
  });
}
