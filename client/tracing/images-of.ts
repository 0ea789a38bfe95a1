import { createImagesView, type ImagesView, type TracingImage } from '#shared/board/images.ts';
import type { Id } from '#shared/board/model.ts';
import type { BoardRuntime } from '../session/runtime.ts';

const views = new WeakMap<BoardRuntime, ImagesView>();

/** The tracing layers of an open board; they live as long as its document. */
export function imagesOf(runtime: BoardRuntime): ImagesView {
  let view = views.get(runtime);
  if (view === undefined) {
    view = createImagesView(runtime.editor.doc);
    views.set(runtime, view);
  }
  return view;
}

export const imageOf = (runtime: BoardRuntime, id: Id | null): TracingImage | null =>
  imagesOf(runtime).images.find((image) => image.id === id) ?? null;
