/** Parts of one line at a foot (source and day, alias and mark), the empty ones left out. */
export const footWords = (parts: readonly string[]): string =>
  parts
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .join(' · ');
