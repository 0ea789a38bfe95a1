import type { NewContent } from './edit-types.ts';
import type { Board, Id, Overlay } from './model.ts';

export interface PickOptions {
  /** Keep what the picked elements sit in although it is not picked: for a copy on the same board. */
  readonly keepContainers?: boolean;
}

function pickOverlay(overlay: Overlay, picked: ReadonlySet<Id>): Overlay {
  if (overlay.kind === 'zone') return overlay;
  if (overlay.kind === 'friction') return { ...overlay, on: overlay.on.filter((id) => picked.has(id)) };
  const members = Object.entries(overlay.members).filter(([id]) => picked.has(id));
  return {
    ...overlay,
    members: Object.fromEntries(members),
    lead: picked.has(overlay.lead) ? overlay.lead : '',
  };
}

/**
 * A piece of a board: what is named by id, and the lines between picked elements. Tiger teams and friction markers are in it
 * when they are named themselves, with those of their members and targets that are picked too.
 */
export function pickContent(board: Board, ids: Iterable<Id>, options: PickOptions = {}): NewContent {
  const picked = new Set(ids);
  const relations = [...board.relations.values()].filter((line) => picked.has(line.from) && picked.has(line.to));
  for (const line of relations) picked.add(line.id);
  return {
    elements: [...board.elements.values()]
      .filter((element) => picked.has(element.id))
      .map((element) =>
        element.sitsIn === null || picked.has(element.sitsIn) || options.keepContainers === true
          ? element
          : { ...element, sitsIn: null },
      ),
    relations,
    overlays: [...board.overlays.values()]
      .filter((overlay) => picked.has(overlay.id))
      .map((overlay) => pickOverlay(overlay, picked)),
    frames: [...board.frames.values()].filter((frame) => picked.has(frame.id)),
    prompts: [...board.prompts.values()].filter((prompt) => picked.has(prompt.id)),
  };
}
