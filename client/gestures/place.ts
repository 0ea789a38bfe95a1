import type { Box, ElementKindId, Id, Point, RelationKindId } from '#shared/board/model.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import type { CanvasParts } from '../canvas/canvas-context.ts';
import { boxBetween, onGrid } from '../canvas/geometry.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { attempt } from './attempt.ts';
import { containerAt } from './drop-target.ts';
import { freeSpot, roomFor } from './free-spot.ts';
import { DRAG_THRESHOLD, type Gesture, type PointerState, travelled } from './gesture.ts';

const NONE: ReadonlySet<Id> = new Set();

/** Default size of a zone and a frame that is clicked into place, in units. */
const ZONE_SIZE = { w: 400, h: 240 };
const FRAME_SIZE = { w: 960, h: 540 };

/** Back to the pointer after one use, unless the person chose to stay in the tool. */
export function toolUsed(runtime: BoardRuntime, selection: ReadonlySet<Id>, editing: Id | null): void {
  runtime.ui.setState({
    selection,
    editing: editing === null ? null : { id: editing, initial: null },
    ...(runtime.ui.getState().keepTool ? {} : { tool: { tool: 'select' as const } }),
  });
}

/** Puts a new element with its middle at a point: into the container there, clear of other boxes, its name being edited. */
export function placeElement(parts: CanvasParts, kindId: ElementKindId, at: Point): Id | null {
  const { runtime, scene } = parts;
  const kind = ELEMENT_KINDS[kindId];
  const { w, h } = kind.defaultSize;
  const container = containerAt(parts, at, NONE);
  const spot = freeSpot(scene.board, { x: onGrid(at.x - w / 2), y: onGrid(at.y - h / 2), w, h });
  const id = attempt(runtime, () => {
    const added = runtime.editor.addElement({
      kind: kindId,
      name: kind.defaultName,
      ...spot,
      ...(container === null ? {} : { sitsIn: container.id }),
    });
    if (container !== null) {
      const room = roomFor(container, [{ ...spot, w, h }]);
      if (room.w !== container.w || room.h !== container.h) runtime.editor.resize(new Map([[container.id, room]]));
    }
    return added;
  });
  if (id === null) return null;
  toolUsed(runtime, new Set([id]), id);
  runtime.control?.reveal({ ...spot, w, h });
  return id;
}

/** Outline of what would be placed with the pointer here. */
export function ghostOf(kindId: ElementKindId, at: Point): Box {
  const { w, h } = ELEMENT_KINDS[kindId].defaultSize;
  return { x: onGrid(at.x - w / 2), y: onGrid(at.y - h / 2), w, h };
}

/** Places one element where the pointer is released. */
export function placing(parts: CanvasParts, kind: ElementKindId): Gesture {
  return {
    panAtEdges: true,
    move: (pointer) => parts.live.setState({ ghost: ghostOf(kind, pointer.at), busy: true }),
    end(pointer) {
      parts.live.setState({ ghost: null, busy: false });
      placeElement(parts, kind, pointer.at);
    },
    cancel: () => parts.live.setState({ ghost: null, busy: false }),
  };
}

export function addZoneAt(parts: CanvasParts, box: Box): Id | null {
  const { runtime } = parts;
  const id = attempt(runtime, () => runtime.editor.addZone({ zone: 'function', title: 'New zone', ...box }));
  if (id !== null) toolUsed(runtime, new Set([id]), id);
  return id;
}

function addFrameAt(parts: CanvasParts, box: Box): Id | null {
  const { runtime, scene } = parts;
  const title = `Frame ${scene.board.frames.size + 1}`;
  const id = attempt(runtime, () => runtime.editor.addFrame({ title, ...box }));
  if (id !== null) toolUsed(runtime, new Set([id]), id);
  return id;
}

/** Draws a zone or a frame corner to corner; a click gives the usual size. */
export function drawArea(parts: CanvasParts, what: 'zone' | 'frame', start: PointerState): Gesture {
  const { live } = parts;
  const add = what === 'zone' ? addZoneAt : addFrameAt;
  const usual = what === 'zone' ? ZONE_SIZE : FRAME_SIZE;
  const areaTo = (at: Point): Box => {
    const box = boxBetween(start.at, at);
    return { x: onGrid(box.x), y: onGrid(box.y), w: onGrid(box.w), h: onGrid(box.h) };
  };
  const clear = () => live.setState({ ghost: null, busy: false });
  return {
    panAtEdges: true,
    move: (pointer) => live.setState({ ghost: areaTo(pointer.at), busy: true }),
    end(pointer) {
      clear();
      const drawn = areaTo(pointer.at);
      const click = travelled(start, pointer) < DRAG_THRESHOLD || drawn.w < 32 || drawn.h < 32;
      add(parts, click ? { x: onGrid(start.at.x), y: onGrid(start.at.y), ...usual } : drawn);
    },
    cancel: clear,
  };
}

/** Puts a friction marker on what is under the point, or free on the board. */
export function placeFriction(parts: CanvasParts, friction: string, on: Id | null, at: Point): void {
  const { runtime } = parts;
  const id = attempt(runtime, () =>
    runtime.editor.addFriction(
      on === null ? { friction, at: { x: Math.round(at.x), y: Math.round(at.y) } } : { friction, on: [on] },
    ),
  );
  if (id !== null) toolUsed(runtime, new Set([id]), null);
}

/** What the palette puts on a drag, under `application/x-orgora`. */
export interface PaletteDrag {
  readonly place?: ElementKindId;
  readonly relate?: RelationKindId;
  readonly tool?: 'zone' | 'frame' | 'friction';
  readonly friction?: string;
}
