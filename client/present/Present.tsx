import { WifiOff } from 'lucide-react';
import { type JSX, useEffect, useLayoutEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { BoardCanvas } from '../canvas/BoardCanvas.tsx';
import { WhoShape } from '../canvas/WhoShape.tsx';
import { useRuntime } from '../session/runtime.ts';
import { LaserLayer } from './LaserLayer.tsx';
import styles from './Present.module.css';
import { PresentBar } from './PresentBar.tsx';
import { type Presentation, startPresentation, stepOf } from './presentation.ts';
import { SlideGrid } from './SlideGrid.tsx';
import { type Placed, placeSlide, roomFor } from './slides.ts';
import { useSpeakerWindow } from './use-speaker-window.ts';

/** Milliseconds without a move of the mouse after which the bar goes. */
const REST = 2_500;

/** Minutes and seconds since a moment. */
export function useElapsed(started: number): string {
  const [now, setNow] = useState(started);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  const seconds = Math.max(0, Math.floor((now - started) / 1_000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** Whether the mouse moved a moment ago. */
function useAwake(): boolean {
  const [awake, setAwake] = useState(true);
  useEffect(() => {
    let timer = setTimeout(() => setAwake(false), REST);
    const wake = (): void => {
      clearTimeout(timer);
      timer = setTimeout(() => setAwake(false), REST);
      setAwake(true);
    };
    window.addEventListener('pointermove', wake);
    window.addEventListener('pointerdown', wake);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('pointermove', wake);
      window.removeEventListener('pointerdown', wake);
    };
  }, []);
  return awake;
}

const sizeNow = () => ({ w: window.innerWidth, h: window.innerHeight });

function useWindowSize(): { readonly w: number; readonly h: number } {
  const [size, setSize] = useState(sizeNow);
  useEffect(() => {
    const read = (): void => setSize(sizeNow());
    window.addEventListener('resize', read);
    return () => window.removeEventListener('resize', read);
  }, []);
  return size;
}

const near = (a: number, b: number): boolean => Math.abs(a - b) < 1;

/** Brings the slide into view, again until the canvas stands there: it looks at the whole board first when it opens. */
function useView({ view }: Placed): void {
  const runtime = useRuntime();
  const { x, y, w, h } = view;
  useEffect(() => {
    let frame = 0;
    let asked = 0;
    const look = (): void => {
      frame = 0;
      const seen = runtime.control?.visible();
      const scale = seen === undefined ? 1 : seen.w / Math.max(1, window.innerWidth);
      const there =
        seen !== undefined &&
        near((seen.x + seen.w / 2 - x - w / 2) / scale, 0) &&
        near(seen.w / scale, w / scale + 16);
      const now = performance.now();
      if (seen !== undefined && !there && now - asked > 400) {
        asked = now;
        runtime.control?.contain({ x, y, w, h });
      }
      if (!there) frame = requestAnimationFrame(look);
    };
    look();
    return () => cancelAnimationFrame(frame);
  }, [runtime, x, y, w, h]);
}

function Offline(): JSX.Element | null {
  const { sync } = useRuntime();
  const offline = useStore(sync, (s) => s.state === 'offline' || s.state === 'unsaved');
  if (!offline) return null;
  return (
    <span className={styles['offline']} role="status">
      <WifiOff size={13} aria-hidden="true" /> Offline: you can go on
    </span>
  );
}

function Stage({ presentation }: { readonly presentation: Presentation }): JSX.Element {
  const runtime = useRuntime();
  const state = useStore(presentation.store);
  const { slides, place, blank, grid, laser, leads, leader, said } = state;
  const slide = slides[place];
  const size = useWindowSize();
  const awake = useAwake();
  const canvas = useRef<HTMLDivElement>(null);
  const elapsed = useElapsed(state.started);
  const speaker = useSpeakerWindow(presentation);
  const title = slide?.title ?? '';
  const subtitle = slide?.subtitle ?? '';
  const box = slide?.box ?? { x: 0, y: 0, w: 960, h: 540 };
  const placed = placeSlide(box, size.w, size.h, roomFor(size.w, title !== '', subtitle !== ''));
  useView(placed);

  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { target } = event;
      const onButton = target instanceof Element && target.closest('button,input,textarea') !== null;
      // A button that has the focus is pressed by Space and Enter, and nothing else.
      if (onButton && (event.key === ' ' || event.key === 'Enter')) return;
      const step = stepOf(event);
      if (step === null) return;
      // Among all frames the arrows walk; only what closes them is ours.
      if (presentation.store.getState().grid && step !== 'grid' && step !== 'end') return;
      event.preventDefault();
      presentation.step(step);
    };
    // The browser takes Escape for itself on the full screen: leaving that ends the presentation too.
    let full = document.fullscreenElement !== null;
    const onFull = (): void => {
      const now = document.fullscreenElement !== null;
      if (full && !now) presentation.leave();
      full = now;
    };
    window.addEventListener('keydown', onKey, { capture: true });
    document.addEventListener('fullscreenchange', onFull);
    return () => {
      window.removeEventListener('keydown', onKey, { capture: true });
      document.removeEventListener('fullscreenchange', onFull);
    };
  }, [presentation]);

  // What is drawn cannot be moved by accident while it is shown.
  useLayoutEffect(() => {
    if (canvas.current !== null) canvas.current.inert = true;
  }, []);

  const { me } = runtime.room;
  const front = leads ? me : (leader?.presence.user ?? null);
  const { hole } = placed;
  return (
    <div className={styles['stage']} data-awake={awake} data-laser={laser} data-testid="present">
      <div ref={canvas} className={styles['canvas']}>
        <BoardCanvas />
      </div>
      {slide?.frame !== null && (
        <div
          className={styles['mask']}
          style={{ left: hole.x, top: hole.y, width: hole.w, height: hole.h }}
          aria-hidden="true"
        />
      )}
      <header className={styles['head']}>
        <h1>{title}</h1>
        {subtitle !== '' && <p>{subtitle}</p>}
      </header>
      <LaserLayer own={laser && leads} />
      {blank && <div className={styles['blank']} />}
      {grid && <SlideGrid presentation={presentation} />}
      <footer className={styles['foot']}>
        <span className={styles['who']}>
          {front !== null && (
            <>
              <span style={{ color: `var(--who-${front.who})` }}>
                <WhoShape who={front.who} size={13} />
              </span>
              {front.alias}
            </>
          )}
          <span>Council confidential</span>
          <Offline />
        </span>
        <span className={styles['dots']} aria-hidden="true">
          {slides.length <= 24 && slides.map((one, i) => <i key={one.frame ?? 'whole'} data-on={i === place} />)}
        </span>
        <span className={styles['count']}>
          {state.followers > 0 && <span>{state.followers} follow</span>}
          <span>
            {place + 1} of {slides.length}
          </span>
          <strong>{elapsed}</strong>
        </span>
      </footer>
      <PresentBar presentation={presentation} onSpeaker={speaker.open} />
      <div className="visually-hidden" role="status" aria-live="polite" data-testid="present-said">
        {said}
      </div>
    </div>
  );
}

/** The open board on the full screen, frame by frame; the same document, live. */
export function Present(): JSX.Element | null {
  const runtime = useRuntime();
  const [presentation, setPresentation] = useState<Presentation | null>(null);
  useEffect(() => {
    const made = startPresentation(runtime, {
      now: Date.now,
      end: () => {
        if (document.fullscreenElement !== null) void document.exitFullscreen();
        runtime.ui.setState({ presenting: false });
      },
    });
    setPresentation(made);
    return () => {
      made.destroy();
      setPresentation(null);
    };
  }, [runtime]);
  if (presentation === null) return null;
  return <Stage presentation={presentation} />;
}
