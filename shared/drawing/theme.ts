import type { ColorToken, Finish, TeamFaint } from './mark.ts';

export type ThemeName = 'light' | 'dark';

type Plain = Record<Exclude<ColorToken, TeamFaint>, string>;

const LIGHT: Plain = {
  paper: '#F5F6F3',
  surface: '#FFFFFF',
  'surface-sunk': '#F1F3F0',
  ink: '#1F2933',
  'ink-2': '#4A5763',
  'ink-3': '#5F6C79',
  'ink-4': '#9AA5B1',
  'on-ink': '#FFFFFF',
  accent: '#2450D8',
  'on-accent': '#FFFFFF',
  risk: '#A4301C',
  'tint-amber': '#FAEAC7',
  'tint-sky': '#DAEFFA',
  'tint-green': '#C7EAE0',
  'tint-yellow': '#FCF9D5',
  'tint-blue': '#C7E0EE',
  'tint-verm': '#F6DCC7',
  'tint-purple': '#F4E2EC',
  'tint-stone': '#E8EBEC',
  'team-1': '#005A8C',
  'team-2': '#A84A00',
  'team-3': '#00704F',
  'team-4': '#8B3F6C',
  'team-5': '#7A5B00',
  'on-team': '#FFFFFF',
  container: '#FFFFFFB8',
  zone: '#1F293308',
  'zone-line': '#1F293322',
};

const DARK: Plain = {
  paper: '#14181C',
  surface: '#1E252B',
  'surface-sunk': '#262E35',
  ink: '#E6EBEF',
  'ink-2': '#B3BEC8',
  'ink-3': '#97A3AE',
  'ink-4': '#64707B',
  'on-ink': '#14181C',
  accent: '#9DB2FF',
  'on-accent': '#14181C',
  risk: '#F08C78',
  'tint-amber': '#4A4022',
  'tint-sky': '#2A4455',
  'tint-green': '#17403B',
  'tint-yellow': '#4C4F30',
  'tint-blue': '#173649',
  'tint-verm': '#463222',
  'tint-purple': '#443746',
  'tint-stone': '#323A41',
  'team-1': '#7CC4F2',
  'team-2': '#F0A36B',
  'team-3': '#6CCBA9',
  'team-4': '#DDA0C4',
  'team-5': '#D9BC5C',
  'on-team': '#14181C',
  container: '#1E252BB8',
  zone: '#E6EBEF0A',
  'zone-line': '#E6EBEF2B',
};

/** The theme with the faint colours of teams: `fill` and `hatch` are their opacities as two hexadecimal digits. */
const withFaint = (theme: Plain, fill: string, hatch: string): Record<ColorToken, string> => ({
  ...theme,
  'team-1-fill': theme['team-1'] + fill,
  'team-2-fill': theme['team-2'] + fill,
  'team-3-fill': theme['team-3'] + fill,
  'team-4-fill': theme['team-4'] + fill,
  'team-5-fill': theme['team-5'] + fill,
  'team-1-hatch': theme['team-1'] + hatch,
  'team-2-hatch': theme['team-2'] + hatch,
  'team-3-hatch': theme['team-3'] + hatch,
  'team-4-hatch': theme['team-4'] + hatch,
  'team-5-hatch': theme['team-5'] + hatch,
});

/** Colours of the drawing as `#RRGGBB`, with two more digits where the colour itself is translucent. */
export const THEMES: Record<ThemeName, Record<ColorToken, string>> = {
  // 12 and 30 % on paper, 10 and 28 % in the dark, where they look stronger.
  light: withFaint(LIGHT, '1F', '4D'),
  dark: withFaint(DARK, '1A', '47'),
};

/** Tint of each function family; a family that is not listed, and no family, is stone. */
export const FUNCTION_TINT: Readonly<Record<string, ColorToken>> = {
  MKT: 'tint-amber',
  MOP: 'tint-green',
  SAL: 'tint-purple',
  REV: 'tint-purple',
  SVC: 'tint-verm',
  CX: 'tint-verm',
  IT: 'tint-blue',
  DAT: 'tint-sky',
  PRD: 'tint-yellow',
  LEG: 'tint-stone',
  FIN: 'tint-stone',
  PRC: 'tint-stone',
  OPS: 'tint-stone',
  EXT: 'surface',
};

/** Tint of a function family at a finish: print has none. */
export const tintOf = (fn: unknown, finish: Finish): ColorToken =>
  finish === 'print' ? 'surface' : ((typeof fn === 'string' ? FUNCTION_TINT[fn] : undefined) ?? 'tint-stone');

const TEAM_COLORS = ['team-1', 'team-2', 'team-3', 'team-4', 'team-5'] as const;

/** Colour of a tiger team by its number, from 1; the five colours repeat. */
export const teamColor = (number: number): (typeof TEAM_COLORS)[number] =>
  TEAM_COLORS[(((number - 1) % 5) + 5) % 5] ?? 'team-1';
