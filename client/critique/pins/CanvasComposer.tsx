import { type JSX, useEffect, useLayoutEffect, useRef } from 'react';
import { toScreen } from '../../canvas/camera.ts';
import { useCanvas } from '../../canvas/canvas-context.ts';
import { PHONE } from '../../canvas/view-control.ts';
import { anchorKey } from '../comments/anchor-name.ts';
import { Composer } from '../comments/Composer.tsx';
import type { CritiqueRoom, CritiqueUi } from '../critique-room.ts';
import { placeOf } from './anchor-place.ts';
import { PinPicture } from './PinPicture.tsx';
import styles from './Pins.module.css';

type Draft = NonNullable<CritiqueUi['draft']>;

/** Distance from the pin, and from the edges of the window, in CSS pixels. */
const BESIDE = 36;
const MARGIN = 12;

const keepIn = (value: number, most: number): number => Math.max(MARGIN, Math.min(value, most - MARGIN));

/** What is being written, beside the pin it will be, and always within the window. */
export function CanvasComposer({ room, draft }: { readonly room: CritiqueRoom; readonly draft: Draft }): JSX.Element {
  const { runtime, scene, camera } = useCanvas();
  const box = useRef<HTMLDivElement>(null);
  const pin = useRef<HTMLSpanElement>(null);
  const { anchor, kind } = draft;
  useLayoutEffect(() => {
    const place = () => {
      const view = camera.get();
      const at = toScreen(view, placeOf(anchor, scene).at);
      if (pin.current !== null) pin.current.style.transform = `translate(${at.x}px, ${at.y - 26}px)`;
      const { current } = box;
      if (current === null) return;
      const docked = runtime.ui.getState().dock !== null && view.w >= PHONE ? 344 : 0;
      const wide = view.w - docked;
      const left =
        at.x + BESIDE + current.offsetWidth > wide - MARGIN ? at.x - current.offsetWidth - MARGIN : at.x + BESIDE;
      const x = keepIn(left, wide - current.offsetWidth + MARGIN);
      const y = keepIn(at.y - 40, view.h - current.offsetHeight - 64);
      current.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    };
    place();
    const resized = new ResizeObserver(place);
    if (box.current !== null) resized.observe(box.current);
    const stops = [camera.subscribe(place), scene.subscribe(() => requestAnimationFrame(place))];
    return () => {
      resized.disconnect();
      for (const stop of stops) stop();
    };
  }, [runtime, scene, camera, anchor]);
  useEffect(() => {
    // A wheel over what is written scrolls it and moves nothing else.
    const { current } = box;
    const own = (event: WheelEvent): void => event.stopPropagation();
    current?.addEventListener('wheel', own, { passive: true });
    return () => current?.removeEventListener('wheel', own);
  }, []);
  useEffect(() => {
    // From wherever the focus is, unless something else answers first.
    const onKey = (event: KeyboardEvent): void => {
      const { target } = event;
      const other =
        target instanceof Element && target.closest('input,textarea,[role="dialog"],[role="menu"]') !== null;
      if (event.key !== 'Escape' || other || event.defaultPrevented) return;
      event.preventDefault();
      event.stopPropagation();
      room.ui.setState({ draft: null });
    };
    window.addEventListener('keydown', onKey, true);
    return () => window.removeEventListener('keydown', onKey, true);
  }, [room]);
  return (
    <>
      <span ref={pin} className={styles['writing']} aria-hidden="true">
        <PinPicture kind={kind} look="open" />
      </span>
      <div ref={box} className={styles['composer']} data-own-pointer>
        <Composer key={anchorKey(anchor)} room={room} draft={draft} />
      </div>
    </>
  );
}
