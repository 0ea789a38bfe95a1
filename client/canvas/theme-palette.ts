import { THEMES, type ThemeName } from '#shared/drawing/theme.ts';
import {
  CONTRAST_QUERIES,
  forcedColors,
  NO_OVERRIDES,
  type Overrides,
  strongerColors,
  systemColors,
} from './contrast.ts';
import type { Palette } from './paint-marks.ts';

const scheme = (): ThemeName => {
  const root = document.documentElement;
  return (root.dataset['mantineColorScheme'] ?? root.dataset['theme']) === 'dark' ? 'dark' : 'light';
};

const asked = (query: string): boolean => typeof window.matchMedia === 'function' && window.matchMedia(query).matches;

/** What the person's system changes about the colours: its own few, or stronger ones. */
export function currentOverrides(): Overrides {
  if (asked(CONTRAST_QUERIES[0])) return forcedColors(systemColors(document));
  return asked(CONTRAST_QUERIES[1]) ? strongerColors(scheme()) : NO_OVERRIDES;
}

/** Colours of the drawing in the page's scheme, which the root element names, and in the contrast that the system asks for. */
export function currentPalette(): Palette {
  const overrides = currentOverrides();
  return overrides === NO_OVERRIDES ? THEMES[scheme()] : { ...THEMES[scheme()], ...overrides };
}

/** Gives the drawing's parts that are elements of the page the colours that its painted parts have. */
export function applyOverrides(root: HTMLElement): void {
  const overrides = currentOverrides();
  for (const token of Object.keys(THEMES.light)) root.style.removeProperty(`--${token}`);
  for (const [token, color] of Object.entries(overrides)) root.style.setProperty(`--${token}`, color);
}

/** Calls back whenever the page changes between light and dark, or the system asks for another contrast. */
export function onPaletteChange(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributeFilter: ['data-mantine-color-scheme', 'data-theme'] });
  const queries = typeof window.matchMedia === 'function' ? CONTRAST_QUERIES.map((one) => window.matchMedia(one)) : [];
  for (const query of queries) query.addEventListener('change', listener);
  return () => {
    observer.disconnect();
    for (const query of queries) query.removeEventListener('change', listener);
  };
}

/** Colour of one of the eight presence pairs, as the page shows it now. */
export const whoColor = (who: string): string => {
  const value = getComputedStyle(document.documentElement).getPropertyValue(`--who-${who}`).trim();
  return value === '' ? currentPalette()['ink-2'] : value;
};
