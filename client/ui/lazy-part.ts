import { lazy } from 'react';

/** How often it is asked whether the line is back, in milliseconds. */
const ASK_MS = 2_000;

const serverAnswers = (): Promise<boolean> =>
  fetch('/healthz', { cache: 'no-store' }).then(
    () => true,
    () => false,
  );

const aMoment = (): Promise<void> =>
  new Promise((done) => {
    const end = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      done();
    };
    const timer = setTimeout(end, ASK_MS);
    window.addEventListener('online', end);
  });

/** Loads, and when there is no line waits for it and loads then. Throws what cannot be loaded from a server that answers. */
async function untilLoaded<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch {
    while (!(await serverAnswers())) await aMoment();
    return load();
  }
}

/**
 * `lazy` for a part of the board page: asked for without a line it appears when the line is back. It would otherwise take the
 * whole drawing with it.
 */
export const lazyPart: typeof lazy = (load) => lazy(() => untilLoaded(load));
