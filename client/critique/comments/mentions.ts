/** Roles that a comment can speak to, by the word that is written after the @. */
export const MENTION_ROLES = Object.freeze(['presenter', 'convenor', 'scribe', 'challenger'] as const);

/** The word that is being written after an @, from the @ to the caret; `null` when none is. */
export function mentionAt(text: string, caret: number): { readonly start: number; readonly word: string } | null {
  const before = text.slice(0, caret);
  const match = /(^|[\s(])@([\p{L}\p{N}]{0,12}(?: [\p{L}\p{N}]{0,3})?)$/u.exec(before);
  if (match === null) return null;
  const word = match[2] ?? '';
  return { start: caret - word.length - 1, word };
}

/** Whom the word may mean, best first: what begins with it. */
export function mentionChoices(names: readonly string[], word: string): readonly string[] {
  const wanted = word.toLowerCase();
  return [...MENTION_ROLES, ...names].filter((name) => name.toLowerCase().startsWith(wanted)).slice(0, 8);
}

/** Everybody a text speaks to. The longest name wins, so that "Org AB" is not "Org A". */
export function mentionsIn(text: string, names: readonly string[]): readonly string[] {
  const found = new Set<string>();
  const known = [...MENTION_ROLES, ...names].sort((a, b) => b.length - a.length);
  for (const match of text.matchAll(/@/g)) {
    const rest = text.slice(match.index + 1).toLowerCase();
    const name = known.find((one) => {
      const lower = one.toLowerCase();
      return rest.startsWith(lower) && !/[\p{L}\p{N}]/u.test(rest.charAt(lower.length));
    });
    if (name !== undefined) found.add(name);
  }
  return [...found];
}
