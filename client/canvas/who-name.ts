import type { PresenceUser } from '#shared/protocol/messages.ts';

const SHAPES: Readonly<Record<string, string>> = {
  a: 'circle',
  b: 'square',
  c: 'triangle',
  d: 'diamond',
  e: 'hexagon',
  f: 'cross',
  g: 'pentagon',
  h: 'wedge',
};

/** What somebody is called here: their alias, or only their shape while a session hides who criticises. */
export const whoName = ({ alias, who }: Pick<PresenceUser, 'alias' | 'who'>): string =>
  alias === '' ? `Somebody, ${SHAPES[who] ?? 'a shape'}` : alias;
