/** A sentence of a list, with what tells it from the others. */
export interface Line {
  readonly id: string;
  readonly text: string;
}

/** What somebody did to a list, said so that it can be done to a list that others changed meanwhile. */
export type ListEdit =
  | { readonly type: 'add'; readonly id: string; readonly text: string }
  | { readonly type: 'set'; readonly id: string; readonly text: string }
  | { readonly type: 'remove'; readonly id: string };

/** The list after it; a line that somebody else took out meanwhile comes back when it was changed here. */
export function edited<T extends Line>(list: readonly T[], edit: ListEdit, make: (line: Line) => T): readonly T[] {
  if (edit.type === 'remove') return list.filter(({ id }) => id !== edit.id);
  const { id, text } = edit;
  return list.some((one) => one.id === id)
    ? list.map((one) => (one.id === id ? { ...one, text } : one))
    : [...list, make({ id, text })];
}

/** Sentences without ids, as lines: told apart by their text and how often it was there before. */
export function linesOf(texts: readonly string[]): readonly Line[] {
  const seen = new Map<string, number>();
  return texts.map((text) => {
    const n = seen.get(text) ?? 0;
    seen.set(text, n + 1);
    return { id: `${text}#${n}`, text };
  });
}

/** The same edit on sentences without ids. */
export const editedTexts = (texts: readonly string[], edit: ListEdit): readonly string[] =>
  edited(linesOf(texts), edit, (line) => line).map(({ text }) => text);
