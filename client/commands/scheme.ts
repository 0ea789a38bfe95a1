/** Asks the page to change between light and dark; the page's own provider does it and remembers it. */
export const SCHEME_EVENT = 'orgora:toggle-scheme';

export const toggleScheme = (): void => {
  window.dispatchEvent(new CustomEvent(SCHEME_EVENT));
};
