import { type RefObject, useEffect, useLayoutEffect, useState } from 'react';

/** Up to so many rows all are in the page, for whoever reads it from top to bottom; beyond, those near the window. */
const ALL = 300;
/** Rows kept in the page above and below the window. */
const SPARE = 20;

interface Windowed {
  readonly first: number;
  /** One past the last. */
  readonly last: number;
  readonly height: number;
  top(i: number): number;
}

interface Options {
  readonly scroller: RefObject<HTMLElement | null>;
  readonly count: number;
  /** Height of a row, in CSS pixels. */
  readonly row: number;
  /** The row that is taller, or -1, and by how much. */
  readonly tall: number;
  readonly extra: number;
}

/** Which of many rows of one height are in the page, when one of them is taller. */
export function useWindow({ scroller, count, row, tall, extra }: Options): Windowed {
  const [seen, setSeen] = useState({ top: 0, height: 800 });
  const many = count > ALL;
  useLayoutEffect(() => {
    const element = scroller.current;
    if (element === null || !many) return undefined;
    let frame = 0;
    const read = (): void => {
      frame = 0;
      setSeen({ top: element.scrollTop, height: element.clientHeight });
    };
    const later = (): void => {
      if (frame === 0) frame = requestAnimationFrame(read);
    };
    read();
    element.addEventListener('scroll', later, { passive: true });
    const resized = new ResizeObserver(later);
    resized.observe(element);
    return () => {
      element.removeEventListener('scroll', later);
      resized.disconnect();
      cancelAnimationFrame(frame);
    };
  }, [scroller, many]);
  const more = tall < 0 ? 0 : extra;
  return {
    first: many ? Math.max(0, Math.floor((seen.top - more) / row) - SPARE) : 0,
    last: many ? Math.min(count, Math.ceil((seen.top + seen.height) / row) + SPARE) : count,
    height: count * row + more,
    top: (i) => i * row + (tall >= 0 && i > tall ? more : 0),
  };
}

/** Height of an element in CSS pixels as it changes; 0 while there is none. */
export function useHeight(element: HTMLElement | null): number {
  const [height, setHeight] = useState(0);
  useLayoutEffect(() => {
    setHeight(element === null ? 0 : element.offsetHeight);
  }, [element]);
  useEffect(() => {
    if (element === null) return undefined;
    const resized = new ResizeObserver(() => setHeight(element.offsetHeight));
    resized.observe(element);
    return () => resized.disconnect();
  }, [element]);
  return height;
}
