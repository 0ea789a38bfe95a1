/** What a key press says, as far as shortcuts care. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly shiftKey: boolean;
  readonly altKey: boolean;
  /** AltGr, which some layouts need for a bracket and which Windows also tells as Ctrl and Alt. */
  readonly altGraph?: boolean;
}

/** What a keyboard event says about a press. */
export const pressOf = (event: KeyboardEvent): KeyPress => ({
  key: event.key,
  code: event.code,
  ctrlKey: event.ctrlKey,
  metaKey: event.metaKey,
  shiftKey: event.shiftKey,
  altKey: event.altKey,
  altGraph: event.getModifierState('AltGraph'),
});

interface ParsedKey {
  readonly mod: boolean;
  readonly shift: boolean;
  readonly alt: boolean;
  readonly key: string;
}

const parsed = new Map<string, ParsedKey>();

export function parseKey(spec: string): ParsedKey {
  let known = parsed.get(spec);
  if (known === undefined) {
    const parts = spec.split('+');
    known = {
      mod: parts.includes('Mod'),
      shift: parts.includes('Shift'),
      alt: parts.includes('Alt'),
      key: parts.at(-1) ?? '',
    };
    parsed.set(spec, known);
  }
  return known;
}

/** Physical place and whether Shift is held there on the layout that most keyboards print. */
const PLACES: Readonly<Record<string, { readonly code: string; readonly shift: boolean }>> = {
  '/': { code: 'Slash', shift: false },
  '?': { code: 'Slash', shift: true },
  '[': { code: 'BracketLeft', shift: false },
  ']': { code: 'BracketRight', shift: false },
  '.': { code: 'Period', shift: false },
  "'": { code: 'Quote', shift: false },
};
const SIGNS: Readonly<Record<string, readonly string[]>> = { Plus: ['+', '='], Minus: ['-', '_', '−'] };

const isLatin = (key: string): boolean => /^[a-z]$/i.test(key);
const isPlain = (key: string): boolean => /^[\x20-\x7e]$/.test(key);

/** Whether a press is this shortcut. Letters and digits go by their physical place when the layout has no such letter. */
export function matches(spec: string, press: KeyPress, mac: boolean): boolean {
  const wanted = parseKey(spec);
  // AltGr writes a sign: it is that sign, and never a shortcut with Ctrl or Alt.
  if (press.altGraph === true) return !wanted.mod && !wanted.alt && wanted.key in PLACES && press.key === wanted.key;
  const mod = mac ? press.metaKey : press.ctrlKey;
  const otherMod = mac ? press.ctrlKey : press.metaKey;
  if (mod !== wanted.mod || otherMod || press.altKey !== wanted.alt) return false;
  const signs = SIGNS[wanted.key];
  if (signs !== undefined) return signs.includes(press.key);
  const place = PLACES[wanted.key];
  if (place !== undefined) {
    if (press.key === wanted.key) return true;
    return !isPlain(press.key) && press.code === place.code && press.shiftKey === place.shift;
  }
  if (press.shiftKey !== wanted.shift) return false;
  if (/^[A-Z]$/.test(wanted.key)) {
    return isLatin(press.key) ? press.key.toUpperCase() === wanted.key : press.code === `Key${wanted.key}`;
  }
  if (/^[0-9]$/.test(wanted.key)) return press.key === wanted.key || press.code === `Digit${wanted.key}`;
  return press.key === wanted.key;
}

/** A shortcut of one visible key, without Ctrl or Alt: what can be switched off. */
export function isSingleKey(spec: string): boolean {
  const { mod, alt, key } = parseKey(spec);
  return !mod && !alt && key.length === 1 && !(parseKey(spec).shift && /[0-9]/.test(key));
}

/** A key that moves around in the page too: ours only while the canvas has the focus. */
export const isPageKey = (spec: string): boolean => {
  const { mod, key } = parseKey(spec);
  return !mod && (/^(Tab|Enter|Backspace|Delete|Arrow)/.test(key) || key === 'Delete');
};

/** A key that writes nothing and leads from one part of the page to the next: it works in a field of a panel too. */
export const isWayOut = (spec: string): boolean => parseKey(spec).key === 'F6';

const WORDS: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Escape: 'Esc',
  Delete: 'Del',
  Plus: '+',
  Minus: '−',
};

/** The caps to show: `['Ctrl', 'Shift', 'L']`. */
export function keyCaps(spec: string, mac: boolean): readonly string[] {
  return spec.split('+').map((part) => {
    if (part === 'Mod') return mac ? '⌘' : 'Ctrl';
    if (part === 'Alt') return mac ? '⌥' : 'Alt';
    if (part === 'Shift') return mac ? '⇧' : 'Shift';
    return WORDS[part] ?? part;
  });
}

/** As `aria-keyshortcuts` spells it. */
export const ariaKeys = (specs: readonly string[] | undefined, mac: boolean): string | undefined =>
  specs?.map((spec) => spec.replace('Mod', mac ? 'Meta' : 'Control')).join(' ');

export const isMac = (): boolean => typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.platform);
