import type { Node } from '@xyflow/react';
import { factsOf } from '#shared/board/board-facts.ts';
import { foldingOf, foldSentence } from '#shared/board/folded.ts';
import type { BoardElement, Id } from '#shared/board/model.ts';
import { sentenceOf } from '#shared/board/sentences.ts';
import type { Detail, Mark } from '#shared/drawing/mark.ts';
import type { ElementFacts } from '#shared/vocabulary/define-kind.ts';
import { type View, visibleBox } from './camera.ts';
import { touches } from './geometry.ts';
import { marksOf } from './paint-scene.ts';
import type { Scene } from './scene.ts';

export interface ElementNodeData extends Record<string, unknown> {
  readonly element: BoardElement;
  readonly facts: ElementFacts;
  readonly marks: readonly Mark[];
  /** Only its name is in the page; its outline is painted below the lines. */
  readonly container: boolean;
}

export type ElementFlowNode = Node<ElementNodeData, 'element'>;

/** Detail from which elements are nodes of the page. */
export const NODE_DETAIL: Detail = 3;
/** How far outside the window elements are nodes already, in CSS pixels. */
const MARGIN = 160;

/** Which elements are nodes of the page: those near the window, when it is near enough to read them. */
export function nodeIdsIn(scene: Scene, view: View, detail: Detail): readonly Id[] {
  if (detail < NODE_DETAIL || view.w === 0) return [];
  const area = visibleBox(view, MARGIN);
  const found: Id[] = [];
  for (const element of scene.board.elements.values()) {
    if (touches(element, area) && !scene.hidden.has(element.id)) found.push(element.id);
  }
  return found;
}

const sameFacts = (a: ElementFacts, b: ElementFacts): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);

export interface NodeState {
  readonly selected: boolean;
  /** The painting shows it elsewhere or otherwise (dragged, dimmed, being named): the node is there but not seen. */
  readonly veiled: boolean;
}

function sameNode(known: ElementFlowNode, element: BoardElement, facts: ElementFacts, label: string, state: NodeState) {
  const attributes = known.domAttributes as Record<string, unknown> | undefined;
  return (
    known.data.element === element &&
    sameFacts(known.data.facts, facts) &&
    known.ariaLabel === label &&
    attributes?.['data-selected'] === state.selected &&
    known.className === (state.veiled ? 'veiled' : 'plain')
  );
}

const isCut = (marks: readonly Mark[]): boolean =>
  marks.some((mark) => (mark.type === 'group' ? isCut(mark.marks) : mark.type === 'text' && mark.text.endsWith('…')));

/** Builds the node of an element, or answers the one known when nothing about it changed, so that it is not rendered again. */
export function nodeOf(
  scene: Scene,
  id: Id,
  state: NodeState,
  known: ElementFlowNode | undefined,
): ElementFlowNode | null {
  const element = scene.board.elements.get(id);
  if (element === undefined) return null;
  const facts = factsOf(scene.board, id);
  const fold = foldingOf(scene.board).folds.get(id);
  const said = sentenceOf(scene.board, id);
  const label = fold === undefined ? said : `${said} ${foldSentence(fold)}.`;
  if (known !== undefined && sameNode(known, element, facts, label, state)) return known;
  const container = scene.isContainer(id);
  const marks = container ? [] : marksOf(scene, element, NODE_DETAIL);
  const attributes = {
    'data-kind': element.kind,
    'data-selected': state.selected,
    'data-name': element.name,
    // The whole name where the drawing had to cut it.
    ...(isCut(marks) ? { title: element.name } : {}),
  };
  return {
    id,
    type: 'element',
    position: { x: element.x, y: element.y },
    width: element.w,
    height: element.h,
    measured: { width: element.w, height: element.h },
    data: { element, facts, marks, container },
    ariaLabel: label,
    ariaRole: 'group',
    className: state.veiled ? 'veiled' : 'plain',
    domAttributes: attributes as NonNullable<ElementFlowNode['domAttributes']>,
    style: { pointerEvents: 'all' },
    zIndex: container ? 0 : 1,
    draggable: false,
    selectable: false,
    connectable: false,
    focusable: true,
  };
}
