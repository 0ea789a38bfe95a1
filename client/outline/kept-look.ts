import type { Look } from '../state/ui-store.ts';

const PHONE_QUERY = '(max-width: 699px)';
/** Narrower windows have no room for drawing and outline side by side. */
const WIDE_QUERY = '(min-width: 1000px)';

const matches = (query: string): boolean => typeof window !== 'undefined' && window.matchMedia(query).matches;

/** Whether this window is a phone's, where the outline is the first view. */
export const isPhone = (): boolean => matches(PHONE_QUERY);

const keyHere = (): string => (isPhone() ? 'orgora-look-phone' : 'orgora-look');

/** How the board was looked at last on this device; on a phone the outline, else the drawing, when nobody said. */
export function keptLook(): Look {
  const fallback: Look = isPhone() ? 'outline' : 'canvas';
  try {
    const kept = window.localStorage.getItem(keyHere());
    return kept === 'canvas' || kept === 'outline' || kept === 'both' ? fitting(kept) : fallback;
  } catch {
    // A browser that keeps nothing has the usual view.
    return fallback;
  }
}

export function keepLook(look: Look): void {
  try {
    window.localStorage.setItem(keyHere(), look);
  } catch {
    // It holds for this page then.
  }
}

/** Both side by side only where there is room for both. */
export const fitting = (look: Look): Look => (look === 'both' && !matches(WIDE_QUERY) ? 'outline' : look);

/** The next look in the round: drawing, both, outline. */
export function nextLook(look: Look): Look {
  if (look === 'canvas') return fitting('both');
  return look === 'both' ? 'outline' : 'canvas';
}

const OTHERS = 'orgora-say-others';

/** Whether the changes of others are said on this device; yes unless switched off. */
export function keptSayOthers(): boolean {
  try {
    return window.localStorage.getItem(OTHERS) !== 'off';
  } catch {
    // A browser that keeps nothing says them.
    return true;
  }
}

export function keepSayOthers(on: boolean): void {
  try {
    window.localStorage.setItem(OTHERS, on ? 'on' : 'off');
  } catch {
    // It holds for this page then.
  }
}
