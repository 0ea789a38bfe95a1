import { type JSX, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { TracingImage } from '#shared/board/images.ts';
import { useCanvas } from '../canvas/canvas-context.ts';
import { useSlice } from '../canvas/use-subscription.ts';
import { imagesOf } from './images-of.ts';

/** The bytes as an address the page can show; `null` in the first moment. */
function useAddress({ bytes, type }: TracingImage): string | null {
  const [address, setAddress] = useState<string | null>(null);
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([new Uint8Array(bytes)], { type }));
    setAddress(made);
    return () => URL.revokeObjectURL(made);
  }, [bytes, type]);
  return address;
}

function Picture({ image }: { readonly image: TracingImage }): JSX.Element | null {
  const { runtime, live } = useCanvas();
  const address = useAddress(image);
  const selected = useSlice(runtime.ui, (ui) => ui.tracing === image.id);
  const pulled = useSlice(live, (state) => (state.tracing?.id === image.id ? state.tracing.box : null));
  if (address === null) return null;
  const { x, y, w, h } = pulled ?? image;
  return (
    <img
      className="tracing-image"
      alt="Tracing layer"
      src={address}
      draggable={false}
      data-selected={selected}
      style={{ left: x, top: y, width: w, height: h, opacity: image.opacity }}
    />
  );
}

/** Pictures under the drawing. They move with the view as one layer of the page; nothing is painted for them. */
export function TracingLayer(): JSX.Element | null {
  const { runtime, camera } = useCanvas();
  const view = imagesOf(runtime);
  const images = useSyncExternalStore(view.subscribe, () => view.images);
  const ref = useRef<HTMLDivElement>(null);
  const any = images.length > 0;
  useEffect(() => {
    if (!any) return undefined;
    const place = (): void => {
      const { x, y, zoom } = camera.get();
      if (ref.current !== null) ref.current.style.transform = `translate(${x}px, ${y}px) scale(${zoom})`;
    };
    place();
    return camera.subscribe(place);
  }, [any, camera]);
  if (!any) return null;
  return (
    <div ref={ref} className="tracing-layer">
      {images.map((image) => (
        <Picture key={image.id} image={image} />
      ))}
    </div>
  );
}
