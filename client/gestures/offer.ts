import type { BoardElement, ElementKindId, RelationKindId } from '#shared/board/model.ts';
import { RELATIONS } from '#shared/relations/index.ts';
import { ELEMENT_KINDS, KIND_LIST } from '#shared/vocabulary/index.ts';
import type { CanvasParts } from '../canvas/canvas-context.ts';
import { onGrid } from '../canvas/geometry.ts';
import type { LineOffer } from '../canvas/live-state.ts';
import { attempt } from './attempt.ts';
import { containerAt } from './drop-target.ts';
import { freeSpot, roomFor } from './free-spot.ts';
import { toolUsed } from './place.ts';

/** Something that could stand at the end of a line that was dropped on empty board. */
export interface Offer {
  readonly kind: ElementKindId;
  readonly label: string;
}

/** What may stand at the end: of a line without a kind yet, what may report to where it began. */
export function offersFrom(from: BoardElement, line: RelationKindId | null): readonly Offer[] {
  return KIND_LIST.filter((kind) => {
    const end = { id: '', kind: kind.id };
    return line === null
      ? kind.starter && RELATIONS.reports.refuse(end, from, {}) === null
      : RELATIONS[line].refuse(from, end, {}) === null;
  }).map((kind) => ({ kind: kind.id, label: kind.label }));
}

/** Adds what was chosen where the line ended, with the line, and edits its name: one step. */
export function takeOffer(parts: CanvasParts, offer: LineOffer, { kind }: Offer): void {
  const { runtime, scene, live } = parts;
  live.setState({ offer: null });
  const { defaultSize: size, defaultName: name } = ELEMENT_KINDS[kind];
  const wanted = { x: onGrid(offer.at.x - size.w / 2), y: onGrid(offer.at.y), ...size };
  const spot = freeSpot(scene.board, wanted);
  const container = containerAt(parts, offer.at, new Set());
  const id = attempt(runtime, () => {
    const added = runtime.editor.addElement({
      kind,
      name,
      ...spot,
      ...(container === null ? {} : { sitsIn: container.id }),
      ...(offer.kind === null ? { boss: offer.from } : {}),
    });
    if (offer.kind !== null) runtime.editor.relate(offer.kind, offer.from, added);
    if (container !== null) {
      const room = roomFor(container, [{ ...spot, ...size }]);
      if (room.w !== container.w || room.h !== container.h) runtime.editor.resize(new Map([[container.id, room]]));
    }
    return added;
  });
  if (id === null) return;
  toolUsed(runtime, new Set([id]), id);
  runtime.control?.reveal({ ...spot, ...size });
}
