import type { BoardElement, Id, RelationKindId } from '#shared/board/model.ts';
import { RELATION_LIST, RELATIONS } from '#shared/relations/index.ts';
import type { CanvasParts } from '../canvas/canvas-context.ts';
import { covers } from '../canvas/geometry.ts';
import { hitTest } from '../canvas/hit-test.ts';
import { attempt } from './attempt.ts';
import type { Gesture } from './gesture.ts';
import { offersFrom } from './offer.ts';

/** Why no line of this kind (of any, when `null`) may run between two elements; `null` when one may. */
export function refusal(kind: RelationKindId | null, from: BoardElement, to: BoardElement): string | null {
  if (kind !== null) return RELATIONS[kind].refuse(from, to, {});
  let first: string | null = null;
  for (const one of RELATION_LIST) {
    const why = one.refuse(from, to, {});
    if (why === null) return null;
    first ??= why;
  }
  return first;
}

/** Elements that can be no other end of a line from here. */
function refused({ scene }: CanvasParts, kind: RelationKindId | null, from: BoardElement): Set<Id> {
  const dimmed = new Set<Id>();
  for (const element of scene.board.elements.values()) {
    if (element.id !== from.id && refusal(kind, from, element) !== null) dimmed.add(element.id);
  }
  return dimmed;
}

/** A line dropped nearer to its own beginning than this was not meant for anything, in units. */
const NEAR = 24;

/** Draws a line from an element to another. Without a kind the chooser opens at the end. */
export function relate(parts: CanvasParts, fromId: Id, kind: RelationKindId | null): Gesture | null {
  const { runtime, scene, live, camera } = parts;
  const from = scene.board.elements.get(fromId);
  if (from === undefined) return null;
  const dimmed = refused(parts, kind, from);
  let to: Id | null = null;
  let overSomething = true;
  const clear = () => live.setState({ relating: null, dimmed: new Set(), hint: null, busy: false });
  return {
    panAtEdges: true,
    move(pointer) {
      const hit = hitTest(scene, pointer.at, camera.get().zoom, new Set([fromId]));
      const over = hit !== null && scene.board.elements.has(hit.id) ? hit.id : null;
      to = over;
      const { w, h, x, y } = from;
      const near = { x: x - NEAR, y: y - NEAR, w: w + 2 * NEAR, h: h + 2 * NEAR };
      overSomething = covers(near, pointer.at) || (hit !== null && over === null && hit.type !== 'zone');
      const target = over === null ? undefined : scene.board.elements.get(over);
      const why = target === undefined ? null : refusal(kind, from, target);
      live.setState({
        relating: { from: fromId, at: pointer.at, to: why === null ? over : null },
        dimmed,
        hint: why === null ? null : { at: pointer.at, text: why },
        busy: true,
      });
    },
    end(pointer) {
      clear();
      const target = to === null ? undefined : scene.board.elements.get(to);
      if (target === undefined) {
        // On the empty board there is no refusal to say: what may stand there is offered, or nothing happens.
        if (!overSomething && offersFrom(from, kind).length > 0) {
          live.setState({ offer: { from: fromId, kind, at: pointer.at } });
        }
        return;
      }
      const why = refusal(kind, from, target);
      if (why !== null) {
        runtime.notify(why);
        return;
      }
      if (kind === null) {
        runtime.ui.setState({ overlay: { type: 'relation-chooser', at: pointer.client, from: fromId, to: target.id } });
        return;
      }
      const line = attempt(runtime, () => runtime.editor.relate(kind, fromId, target.id));
      if (line === null) return;
      const { keepTool } = runtime.ui.getState();
      runtime.ui.setState({
        selection: new Set([line]),
        ...(keepTool ? {} : { tool: { tool: 'select' as const } }),
      });
    },
    cancel: clear,
  };
}
