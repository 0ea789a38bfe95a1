import type { CritiqueUi } from '../critique-room.ts';

const KEYS = ['notNow', 'joined', 'caughtUp', 'ruleFolded'] as const;
/** What goes along from one board of a council to the next in this window. */
type Kept = Pick<CritiqueUi, (typeof KEYS)[number]>;

const key = (council: string): string => `orgora-session:${council}`;

export function keptHere(council: string): Partial<Kept> {
  const text = window.sessionStorage.getItem(key(council));
  return text === null ? {} : (JSON.parse(text) as Kept);
}

/** Whether something of it changed. */
export const isKeptHere = (now: Kept, before: Kept): boolean => KEYS.some((one) => now[one] !== before[one]);

export const keepHere = (council: string, ui: Kept): void =>
  window.sessionStorage.setItem(key(council), JSON.stringify(Object.fromEntries(KEYS.map((one) => [one, ui[one]]))));
