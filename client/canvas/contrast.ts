import type { ColorToken } from '#shared/drawing/mark.ts';
import { THEMES, type ThemeName } from '#shared/drawing/theme.ts';

/** Colours that a person asked the system for: some of the drawing's tokens, or all of them. */
export type Overrides = Readonly<Partial<Record<ColorToken, string>>>;

export const NO_OVERRIDES: Overrides = Object.freeze({});

/** Media queries after whose change the colours of the drawing are asked for anew. */
export const CONTRAST_QUERIES = ['(forced-colors: active)', '(prefers-contrast: more)'] as const;

/** Colours of the system that a drawing is made of when it has no others. */
export interface SystemColors {
  readonly text: string;
  readonly ground: string;
  readonly gray: string;
  readonly highlight: string;
  readonly onHighlight: string;
}

const TEXTS = ['ink', 'ink-2', 'ink-3', 'risk', 'zone-line', 'team-1', 'team-2', 'team-3', 'team-4', 'team-5'] as const;
const GROUNDS = ['paper', 'surface', 'surface-sunk', 'container', 'zone', 'on-ink', 'on-team'] as const;

/** Every token in the system's own colours: shapes, dashes and hatches say what tints said. */
export function forcedColors(system: SystemColors): Overrides {
  const colors: Partial<Record<ColorToken, string>> = {
    'ink-4': system.gray,
    accent: system.highlight,
    'on-accent': system.onHighlight,
  };
  for (const token of TEXTS) colors[token] = system.text;
  for (const token of GROUNDS) colors[token] = system.ground;
  for (const token of Object.keys(THEMES.light) as ColorToken[]) {
    if (token.startsWith('tint-')) colors[token] = system.ground;
    else if (token.endsWith('-fill')) colors[token] = `${system.ground}00`;
    else if (token.endsWith('-hatch')) colors[token] = `${system.text}80`;
  }
  return colors;
}

/** The theme with stronger ink and edges; tints and team colours stay. */
export function strongerColors(theme: ThemeName): Overrides {
  const [ink, quiet, edge] = theme === 'light' ? ['#000000', '#1F2933', '#3A4652'] : ['#FFFFFF', '#E6EBEF', '#C6D0D9'];
  return {
    ink,
    'ink-2': quiet,
    'ink-3': quiet,
    'ink-4': edge,
    'zone-line': edge,
    accent: theme === 'light' ? '#0A2FA8' : '#C3D0FF',
  };
}

const hex = (rgb: string): string => {
  const parts = [...rgb.matchAll(/[\d.]+/g)].slice(0, 3).map(([part]) => Math.round(Number(part)));
  return `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
};

/** Asks the browser what its system colours are now. */
export function systemColors(page: Document): SystemColors {
  const probe = page.createElement('span');
  probe.style.setProperty('forced-color-adjust', 'none');
  page.body.append(probe);
  const ask = (name: string): string => {
    probe.style.color = name;
    return hex(getComputedStyle(probe).color);
  };
  const colors = {
    text: ask('CanvasText'),
    ground: ask('Canvas'),
    gray: ask('GrayText'),
    highlight: ask('Highlight'),
    onHighlight: ask('HighlightText'),
  };
  probe.remove();
  return colors;
}
