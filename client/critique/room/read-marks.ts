import type { Id } from '#shared/board/model.ts';

/** Marks kept for one council; the oldest go first. */
const MOST = 5_000;

const key = (council: string): string => `orgora-read:${council}`;

/** Comments read on this device. Never told to the server. */
export function keptReadMarks(council: string): ReadonlySet<Id> {
  const text = window.localStorage.getItem(key(council));
  return new Set(text === null ? [] : (JSON.parse(text) as Id[]));
}

export const keepReadMarks = (council: string, read: ReadonlySet<Id>): void =>
  window.localStorage.setItem(key(council), JSON.stringify([...read].slice(-MOST)));

/** Called when access has ended. */
export const forgetReadMarks = (council: string): void => window.localStorage.removeItem(key(council));
