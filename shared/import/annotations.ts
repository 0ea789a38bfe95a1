/**
 * Short lists of `key` or `key=value`, separated by semicolons, that our own tables and outlines carry:
 * `platform; layer=3; since="Q1; Q2"`. Values with separators or spaces at their ends stand in JSON's quotation marks.
 */
export interface Annotation {
  readonly key: string;
  /** `null` for a bare word. */
  readonly value: string | null;
}

const PART = /\s*([A-Za-z0-9_-]+)\s*(?:=\s*("(?:[^"\\]|\\.)*"|[^;]*))?\s*(?:;|$)/y;

const NEEDS_MARKS = /["\\;{}]|[^\S ]|[\u200b\ufeff]| {2}|^\s|\s$|^$/;

/** In quotation marks, with every space that a reader of tables might tidy away written as a code. */
const marked = (value: string): string =>
  JSON.stringify(value).replace(
    /[^\S ]|[\u200b\ufeff]|(?<= ) | $/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );

const unquoted = (text: string): string | null => {
  if (!text.startsWith('"')) return text.trim();
  try {
    return String(JSON.parse(text));
  } catch {
    return null;
  }
};

/** The list, or `null` when the text is none. */
export function readAnnotations(text: string): readonly Annotation[] | null {
  const found: Annotation[] = [];
  PART.lastIndex = 0;
  while (PART.lastIndex < text.length) {
    const match = PART.exec(text);
    if (match === null) return null;
    const [, key = '', raw] = match;
    const value = raw === undefined ? null : unquoted(raw);
    if (raw !== undefined && value === null) return null;
    found.push({ key, value });
  }
  return found;
}

/** The text that `readAnnotations` reads as this list. */
export const writeAnnotations = (list: readonly Annotation[]): string =>
  list
    .map(({ key, value }) => (value === null ? key : `${key}=${NEEDS_MARKS.test(value) ? marked(value) : value}`))
    .join('; ');
