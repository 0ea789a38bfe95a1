import { indexBoard } from '#shared/board/index-board.ts';
import type { Box, Id, Point } from '#shared/board/model.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { boundsOf, grown } from './geometry.ts';
import type { LiveState } from './live-state.ts';
import type { Scene } from './scene.ts';

const asBox = (point: Point): Box => ({ ...point, w: 0, h: 0 });

function* tigerBoxes(scene: Scene, ids: (id: Id) => boolean): Generator<Box> {
  for (const [place, team] of indexBoard(scene.board).tigers.entries()) {
    if (team.hidden || !ids(team.id)) continue;
    yield scene.tiger(team, place + 1, 3).flagBox;
    for (const id of Object.keys(team.members)) {
      const box = scene.boxOf(id);
      // Corridors run between members; half a corridor and the outline stand out around them.
      if (box !== null) yield grown(box, 48);
    }
  }
}

function* ringed(scene: Scene, runtime: BoardRuntime): Generator<Box> {
  const { selection, hovered } = runtime.ui.getState();
  const ids = new Set<Id>(selection);
  if (hovered !== null) ids.add(hovered);
  for (const { presence } of runtime.room.others) for (const id of presence.selection) ids.add(id);
  for (const id of ids) {
    const box = scene.boxOf(id);
    if (box !== null) yield box;
    for (const at of scene.routeOf(id)?.points ?? []) yield asBox(at);
  }
  if ([...ids].some((id) => scene.board.overlays.get(id)?.kind === 'tiger'))
    yield* tigerBoxes(scene, (id) => ids.has(id));
}

/** Room around what is painted for strokes, badges and markers, in CSS pixels. */
const AROUND = 40;

/** What the layer under the nodes has to cover: rings, and what is moved with its lines. */
export function boundsBelow(scene: Scene, runtime: BoardRuntime, zoom: number): Box | null {
  const boxes = [...scene.moved.values(), ...ringed(scene, runtime)];
  for (const route of scene.movedRoutes.values()) for (const at of route.points) boxes.push(asBox(at));
  if (scene.movedTigers.size > 0) boxes.push(...tigerBoxes(scene, (id) => scene.movedTigers.has(id)));
  const box = boundsOf(boxes);
  return box === null ? null : grown(box, AROUND + AROUND / zoom);
}

/** What the layer above the nodes has to cover; `null` when there is nothing on it. */
export function boundsAbove(scene: Scene, runtime: BoardRuntime, live: LiveState, zoom: number): Box | null {
  const boxes: Box[] = [...scene.moved.values()];
  const index = indexBoard(scene.board);
  for (const [place, team] of index.tigers.entries()) {
    if (!team.hidden) boxes.push(scene.tiger(team, place + 1, 3).flagBox);
    if (!team.hidden) for (const id of Object.keys(team.members)) boxes.push(...present(scene.boxOf(id)));
  }
  const { dropTarget, hovered } = runtime.ui.getState();
  for (const friction of index.frictions) {
    boxes.push(...present(scene.boxOf(friction.id)));
    // Hairlines lead from a marker under the pointer to each of its items.
    if (friction.id !== hovered) continue;
    for (const id of friction.on)
      boxes.push(...present(scene.boxOf(id)), ...(scene.routeOf(id)?.points ?? []).map(asBox));
  }
  if (dropTarget !== null) boxes.push(...present(scene.boxOf(dropTarget.id)));
  boxes.push(...present(live.ghost), ...present(live.marquee));
  for (const guide of live.guides) boxes.push(asBox(guide.from), asBox(guide.to));
  if (live.offer !== null) boxes.push(asBox(live.offer.at), ...present(scene.boxOf(live.offer.from)));
  if (live.relating !== null) {
    boxes.push(asBox(live.relating.at), ...present(scene.boxOf(live.relating.from)));
    if (live.relating.to !== null) boxes.push(...present(scene.boxOf(live.relating.to)));
  }
  const box = boundsOf(boxes);
  return box === null ? null : grown(box, AROUND + AROUND / zoom);
}

const present = (box: Box | null): readonly Box[] => (box === null ? [] : [box]);
