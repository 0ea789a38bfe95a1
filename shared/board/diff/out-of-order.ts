/**
 * Which members of a list left their place, given the list before and after with the same members: all but a longest run that
 * kept its order. O(n log n).
 */
export function outOfOrder<T>(before: readonly T[], after: readonly T[]): readonly T[] {
  const place = new Map(before.map((item, i) => [item, i] as const));
  const tails: number[] = [];
  const previous: number[] = [];
  after.forEach((item, i) => {
    const at = place.get(item) ?? 0;
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((place.get(after[tails[middle] as number] as T) ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    previous[i] = low === 0 ? -1 : (tails[low - 1] as number);
    tails[low] = i;
  });
  const kept = new Set<T>();
  for (let i = tails.at(-1) ?? -1; i >= 0; i = previous[i] as number) kept.add(after[i] as T);
  return after.filter((item) => !kept.has(item));
}
