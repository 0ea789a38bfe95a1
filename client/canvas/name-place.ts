import { factsOf } from '#shared/board/board-facts.ts';
import type { BoardElement, Id, Point } from '#shared/board/model.ts';
import type { Mark, TextMark } from '#shared/drawing/mark.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import type { Scene } from './scene.ts';

/** Where a name is written, in board units: the text's own left edge (or middle), its middle height, width and type. */
export interface NamePlace extends Point {
  readonly w: number;
  readonly size: number;
  readonly leading: number;
  readonly weight: number;
  readonly align: 'left' | 'center';
  /** Cards grow down from their first line; other names stay centred on theirs. */
  readonly top: boolean;
  readonly multiline: boolean;
}

/** A word that no drawing contains by itself, to find where a kind writes its name. */
const PROBE = 'Xyzzyx';

function find(marks: readonly Mark[], at: Point = { x: 0, y: 0 }): TextMark | null {
  for (const mark of marks) {
    if (mark.type === 'text' && mark.text.includes(PROBE)) return { ...mark, x: mark.x + at.x, y: mark.y + at.y };
    if (mark.type === 'group') {
      const found = find(mark.marks, { x: at.x + (mark.at?.x ?? 0), y: at.y + (mark.at?.y ?? 0) });
      if (found !== null) return found;
    }
  }
  return null;
}

function inElement(scene: Scene, element: BoardElement): NamePlace {
  const facts = factsOf(scene.board, element.id);
  const props = { ...element, name: PROBE };
  const text = find(ELEMENT_KINDS[element.kind].draw(props, { detail: 3, finish: 'full', facts }));
  const multiline = element.kind === 'card';
  const size = text?.size ?? 13;
  const leading = multiline ? 16 : 17;
  const middle = text?.anchor === 'middle';
  const x = text?.x ?? 42;
  const baseline = text?.y ?? element.h / 2 + 5;
  const right = multiline ? 10 : 8;
  const w = middle
    ? Math.max(120, Math.min(element.w - 60, 2 * Math.min(x, element.w - x) - 16))
    : element.w - x - right;
  return {
    x: element.x + (middle ? x - w / 2 : x),
    y: element.y + (multiline ? baseline - size * 0.36 - leading / 2 : baseline - size * 0.36),
    w,
    size,
    leading,
    weight: text?.weight ?? 500,
    align: middle ? 'center' : 'left',
    top: multiline,
    multiline,
  };
}

/** Where the name of anything that has one is written; `null` when it has none. */
export function namePlace(scene: Scene, id: Id): NamePlace | null {
  const element = scene.board.elements.get(id);
  if (element !== undefined) return inElement(scene, element);
  const plain = { size: 12, leading: 16, weight: 600, align: 'left' as const, top: false, multiline: false };
  const frame = scene.board.frames.get(id);
  if (frame !== undefined) return { ...plain, x: frame.x, y: frame.y - 10, w: Math.max(120, frame.w) };
  const box = scene.boxOf(id);
  const overlay = scene.board.overlays.get(id);
  if (box === null || overlay === undefined || overlay.kind === 'friction') return null;
  if (overlay.kind === 'zone')
    return { ...plain, size: 11, x: box.x + 12, y: box.y + 15, w: Math.max(120, box.w - 24) };
  return { ...plain, x: box.x + 32, y: box.y + 12, w: Math.max(100, box.w - 48) };
}

/** The name as written in the document. */
export function nameOf(scene: Scene, id: Id): string {
  const { board } = scene;
  const overlay = board.overlays.get(id);
  if (overlay?.kind === 'zone') return overlay.title;
  if (overlay?.kind === 'tiger') return overlay.name;
  return board.elements.get(id)?.name ?? board.frames.get(id)?.title ?? '';
}
