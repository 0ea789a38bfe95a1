import type { Council, Me } from '#shared/protocol/api.ts';
import { forgetReadMarks } from '../critique/room/read-marks.ts';

/** What this device remembers of a council so that its boards open without a line: titles and my role, no content. */
const key = (id: string): string => `orgora-council:${id}`;
const ME = 'orgora-me';

const read = <T>(name: string): T | null => {
  const text = window.localStorage.getItem(name);
  return text === null ? null : (JSON.parse(text) as T);
};

export const keepCouncil = (council: Council): void =>
  window.localStorage.setItem(key(council.id), JSON.stringify(council));

export const keptCouncil = (id: string): Council | null => read<Council>(key(id));

export const keepMe = (me: Me): void => window.localStorage.setItem(ME, JSON.stringify(me));

export const keptMe = (): Me | null => read<Me>(ME);

/** Called when access has ended. */
export function forgetCouncil(id: string): void {
  window.localStorage.removeItem(key(id));
  forgetReadMarks(id);
  const me = keptMe();
  if (me !== null) keepMe({ ...me, councils: me.councils.filter((council) => council.id !== id) });
}
