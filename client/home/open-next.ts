/** What the next board that is opened in this tab shows at once. */
export type OpenNext = 'import';

const KEY = 'orgora-open-next';

export const openNext = (what: OpenNext): void => window.sessionStorage.setItem(KEY, what);

/** Takes what was asked for; a reload does not open it again. */
export function takeOpenNext(): OpenNext | null {
  const what = window.sessionStorage.getItem(KEY);
  window.sessionStorage.removeItem(KEY);
  return what === 'import' ? what : null;
}
