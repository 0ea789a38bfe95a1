/** Resolves when the page has painted and answered what waited. */
export const nextFrame = (): Promise<void> => new Promise((next) => requestAnimationFrame(() => setTimeout(next)));
