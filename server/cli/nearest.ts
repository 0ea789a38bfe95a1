/** Number of letters to change, add, drop or swap with the next one to get from one word to the other (optimal string alignment). */
export function editDistance(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const same = a[i - 1] === b[j - 1];
      let best = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, (beforeLast[j - 2] ?? 0) + 1);
      row.push(best);
    }
    beforeLast = last;
    last = row;
  }
  return last[b.length] ?? 0;
}

/** The candidate whose nearest spelling is closest to what was typed, the first of equals; `undefined` when there is none. */
export function nearest<T>(
  typed: string,
  candidates: readonly T[],
  spellings: (candidate: T) => readonly string[],
): T | undefined {
  const word = typed.trim().toLowerCase();
  let found: { readonly candidate: T; readonly distance: number } | undefined;
  for (const candidate of candidates) {
    const distance = Math.min(...spellings(candidate).map((s) => editDistance(word, s.toLowerCase())));
    if (found === undefined || distance < found.distance) found = { candidate, distance };
  }
  return found?.candidate;
}
