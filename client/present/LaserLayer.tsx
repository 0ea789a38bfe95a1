import { type JSX, useEffect, useRef } from 'react';
import type { Point } from '#shared/board/model.ts';
import { reducedMotion } from '../canvas/view-control.ts';
import { useRuntime } from '../session/runtime.ts';
import styles from './LaserLayer.module.css';

/** Milliseconds a trail stays, and the width of the laser in CSS pixels (design, presence). */
const TRAIL = 1_200;
const WIDTH = 4;
const DOT = 5;

interface Spot extends Point {
  readonly at: number;
}

type Trails = Map<number, Spot[]>;

function paint(
  pen: CanvasRenderingContext2D,
  spots: readonly Spot[],
  now: number,
  toScreen: (at: Point) => Point,
): void {
  const still = reducedMotion();
  const last = spots.at(-1);
  if (last === undefined) return;
  if (!still) {
    for (let i = 1; i < spots.length; i += 1) {
      const [a, b] = [spots[i - 1], spots[i]];
      if (a === undefined || b === undefined) continue;
      const [from, to] = [toScreen(a), toScreen(b)];
      pen.globalAlpha = Math.max(0, 1 - (now - b.at) / TRAIL);
      pen.beginPath();
      pen.moveTo(from.x, from.y);
      pen.lineTo(to.x, to.y);
      pen.stroke();
    }
  }
  const end = toScreen(last);
  pen.globalAlpha = Math.max(0, 1 - (now - last.at) / TRAIL);
  pen.beginPath();
  pen.arc(end.x, end.y, DOT, 0, 2 * Math.PI);
  pen.fill();
}

/** Lasers of all who point, with the trail of the last moments; `own`: my pointer is one of them. */
export function LaserLayer({ own = false }: { readonly own?: boolean }): JSX.Element {
  const runtime = useRuntime();
  const canvas = useRef<HTMLCanvasElement>(null);
  const mine = useRef(own);
  mine.current = own;
  useEffect(() => {
    const element = canvas.current;
    const pen = element?.getContext('2d') ?? null;
    if (element === null || pen === null) return undefined;
    const trails: Trails = new Map();
    const seen = new Map<number, object>();
    let frame = 0;
    const draw = (): void => {
      frame = 0;
      const now = performance.now();
      const ratio = window.devicePixelRatio;
      const [w, h] = [window.innerWidth, window.innerHeight];
      if (element.width !== Math.round(w * ratio)) element.width = Math.round(w * ratio);
      if (element.height !== Math.round(h * ratio)) element.height = Math.round(h * ratio);
      pen.setTransform(ratio, 0, 0, ratio, 0, 0);
      pen.clearRect(0, 0, w, h);
      const color = getComputedStyle(element).color;
      pen.strokeStyle = color;
      pen.fillStyle = color;
      pen.lineWidth = WIDTH;
      pen.lineCap = 'round';
      const toScreen = (at: Point): Point => runtime.control?.toScreen(at) ?? at;
      for (const [client, spots] of trails) {
        const kept = spots.filter(({ at }) => now - at < TRAIL);
        if (kept.length === 0) trails.delete(client);
        else {
          trails.set(client, kept);
          paint(pen, kept, now, toScreen);
        }
      }
      element.dataset['lasers'] = String(trails.size);
      if (trails.size > 0) frame = requestAnimationFrame(draw);
    };
    const add = (client: number, at: Point): void => {
      const spots = trails.get(client) ?? [];
      spots.push({ x: at.x, y: at.y, at: performance.now() });
      trails.set(client, spots);
      if (frame === 0) frame = requestAnimationFrame(draw);
    };
    const onRoom = (): void => {
      for (const { client, presence } of runtime.room.others) {
        const { laser } = presence;
        if (laser === undefined || seen.get(client) === laser) continue;
        seen.set(client, laser);
        add(client, laser);
      }
    };
    const onMove = (event: PointerEvent): void => {
      if (!mine.current || runtime.control === null) return;
      const at = runtime.control.toBoard({ x: event.clientX, y: event.clientY });
      const laser = { x: Math.round(at.x), y: Math.round(at.y) };
      runtime.room.show({ laser });
      add(-1, laser);
    };
    const stop = runtime.room.subscribe(onRoom);
    window.addEventListener('pointermove', onMove);
    onRoom();
    return () => {
      stop();
      window.removeEventListener('pointermove', onMove);
      cancelAnimationFrame(frame);
    };
  }, [runtime]);
  return <canvas ref={canvas} className={styles['laser']} data-testid="laser" />;
}
