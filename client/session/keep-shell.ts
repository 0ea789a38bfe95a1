/**
 * Lets the page open again without a line: registers the worker that keeps the page's own files, and tells it which were
 * loaded before it stood. Boards are kept elsewhere (`device-copy.ts`); answers of the API never are.
 */
export async function keepShell(): Promise<void> {
  if (!('serviceWorker' in navigator)) return;
  await navigator.serviceWorker.register('/sw.js');
  const { active } = await navigator.serviceWorker.ready;
  const tell = (entries: readonly PerformanceEntry[]): void => {
    const keep = entries.map((entry) => entry.name).filter((name) => name.startsWith(window.location.origin));
    if (keep.length > 0) active?.postMessage({ keep });
  };
  new PerformanceObserver((list) => tell(list.getEntries())).observe({ type: 'resource', buffered: true });
}
