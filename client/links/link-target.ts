import type { BoardElement } from '#shared/board/model.ts';

/** Where the link of an element leads: another board of this council, or a web address. */
export type LinkTarget =
  | { readonly type: 'board'; readonly id: string }
  | { readonly type: 'web'; readonly href: string; readonly host: string };

const BOARD = /^board:([A-Za-z0-9_-]{1,64})$/;

export const boardLink = (id: string): string => `board:${id}`;

/** What a stored link means; `null` for what is no link. Web addresses are followed over https only. */
export function linkTarget(link: unknown): LinkTarget | null {
  if (typeof link !== 'string' || link.length > 500) return null;
  const board = BOARD.exec(link)?.[1];
  if (board !== undefined) return { type: 'board', id: board };
  if (!URL.canParse(link)) return null;
  const url = new URL(link);
  if (url.protocol !== 'https:' || url.host === '' || url.username !== '') return null;
  return { type: 'web', href: url.href, host: url.host };
}

/** What somebody typed, as a link that can be kept: `https://` is added where it is missing. `null` when it is no address. */
export function linkFromText(typed: string): string | null {
  const text = typed.trim();
  if (text === '' || /\s/.test(text)) return null;
  const withScheme = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `https://${text}`;
  const target = linkTarget(withScheme);
  return target?.type === 'web' && target.host.includes('.') ? target.href : null;
}

export const linkOf = (element: BoardElement): LinkTarget | null => linkTarget(element.attributes['link']);

/** What following it does, in a few words. */
export const linkWords = (target: LinkTarget): string =>
  target.type === 'board' ? 'Go to the linked board' : `Open ${target.host}`;
