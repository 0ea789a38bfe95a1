const SINGLE = 'orgora-single-keys';
const TAB = 'orgora-tab-moves-focus';

const read = (key: string): string | null => {
  try {
    return window.localStorage.getItem(key);
  } catch {
    // A browser that keeps nothing has the defaults.
    return null;
  }
};
const write = (key: string, on: boolean): void => {
  try {
    window.localStorage.setItem(key, on ? 'on' : 'off');
  } catch {
    // It holds for this page then.
  }
};

/** Shortcuts of one key, on unless switched off in this browser. */
export const keptSingleKeys = (): boolean => read(SINGLE) !== 'off';
export const keepSingleKeys = (on: boolean): void => write(SINGLE, on);

/** Tab moves the focus instead of adding below; off unless switched on in this browser. */
export const tabMovesFocus = (): boolean => read(TAB) === 'on';
export const keepTabMovesFocus = (on: boolean): void => write(TAB, on);
