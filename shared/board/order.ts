/**
 * Fractional order keys: strings in base 62 that are compared as plain strings, so that something can be put between two
 * neighbours without touching them. A key is a fraction without its point; it has no trailing zero. Appending and prepending
 * count in steps at a fixed depth, so that a list built at its end keeps keys of three or four characters.
 */

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BASE = DIGITS.length;
const DEPTH = 4;
const SPAN = BASE ** DEPTH;
const KEY = /^[0-9A-Za-z]*[1-9A-Za-z]$/;

/** Longest key that is accepted from a document. */
export const MAX_ORDER_LENGTH = 1000;

/** Key of something that never got a place: the middle. */
export const MIDDLE_ORDER = 'V';

export const isOrder = (value: unknown): boolean =>
  typeof value === 'string' && value.length <= MAX_ORDER_LENGTH && KEY.test(value);

/** Order of siblings: by key, ties by id. */
export const compareOrder = (
  a: { readonly order: string; readonly id: string },
  b: { readonly order: string; readonly id: string },
): number => {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
};

const digitAt = (key: string, index: number): number => (index < key.length ? DIGITS.indexOf(key.charAt(index)) : 0);

const trim = (key: string): string => key.replace(/0+$/, '');

/** A key strictly between two fractions; `b` empty means one. Needs a < b. */
function middle(a: string, b: string): string {
  let prefix = '';
  let bounded = b !== '';
  for (let i = 0; ; i += 1) {
    const low = digitAt(a, i);
    const high = bounded ? digitAt(b, i) : BASE;
    if (high - low > 1) return prefix + DIGITS.charAt(Math.floor((low + high) / 2));
    prefix += DIGITS.charAt(low);
    // One apart: from here on only `a` bounds the key; equal digits: both still do.
    if (high - low === 1) bounded = false;
  }
}

const headOf = (key: string): number => {
  let value = 0;
  for (let i = 0; i < DEPTH; i += 1) value = value * BASE + digitAt(key, i);
  return value;
};

const keyOf = (head: number): string => {
  let key = '';
  let rest = head;
  for (let i = 0; i < DEPTH; i += 1) {
    key = DIGITS.charAt(rest % BASE) + key;
    rest = Math.floor(rest / BASE);
  }
  return trim(key);
};

function check(key: string | null): void {
  if (key !== null && !isOrder(key)) throw new RangeError(`“${key.slice(0, 40)}” is not an order key.`);
}

/**
 * A key after `a` and before `b`; `null` is the open end. When both are equal or the wrong way round (two people gave the
 * same place), the key stands directly after `a`. Throws `RangeError` for what is not a key.
 */
export function orderBetween(a: string | null, b: string | null): string {
  check(a);
  check(b);
  if (a === null && b === null) return MIDDLE_ORDER;
  if (a === null) {
    const head = headOf(b as string) - BASE;
    const key = head > 0 ? keyOf(head) : '';
    return key !== '' ? key : middle('', b as string);
  }
  if (b === null) {
    const head = headOf(a) + BASE;
    return head < SPAN ? keyOf(head) : middle(a, '');
  }
  return a < b ? middle(a, b) : a + MIDDLE_ORDER;
}

/** `n` rising keys between two others, evenly spread. Throws `RangeError` for what is not a key. */
export function ordersBetween(a: string | null, b: string | null, n: number): string[] {
  if (n <= 0) return [];
  if (n === 1) return [orderBetween(a, b)];
  if (b === null) {
    const keys = [orderBetween(a, null)];
    while (keys.length < n) keys.push(orderBetween(keys.at(-1) ?? null, null));
    return keys;
  }
  if (a === null) {
    const keys = [orderBetween(null, b)];
    while (keys.length < n) keys.push(orderBetween(null, keys.at(-1) ?? null));
    return keys.reverse();
  }
  if (a >= b) {
    const keys = [orderBetween(a, b)];
    while (keys.length < n) keys.push(orderBetween(keys.at(-1) ?? a, b));
    return keys;
  }
  const left = Math.floor((n - 1) / 2);
  const mid = orderBetween(a, b);
  return [...ordersBetween(a, mid, left), mid, ...ordersBetween(mid, b, n - 1 - left)];
}
