import { THEMES } from '#shared/drawing/theme.ts';
import type { Palette } from './paint-marks.ts';

const isDark = (): boolean => {
  const root = document.documentElement;
  return (root.dataset['mantineColorScheme'] ?? root.dataset['theme']) === 'dark';
};

/** Colours of the drawing in the page's scheme, which the root element names. */
export const currentPalette = (): Palette => THEMES[isDark() ? 'dark' : 'light'];

/** Calls back whenever the page changes between light and dark. */
export function onPaletteChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme', 'data-theme'] });
  return () => observer.disconnect();
}

/** Colour of one of the eight presence pairs, as the page shows it now. */
export const whoColor = (who: string): string => {
  const value = getComputedStyle(document.documentElement).getPropertyValue(`--who-${who}`).trim();
  return value === '' ? currentPalette()['ink-2'] : value;
};
