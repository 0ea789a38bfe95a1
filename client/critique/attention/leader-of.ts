import type { OtherPerson } from '../../session/runtime.ts';

/** The people that are followed one after another when one follows `first`: they, whom they follow, and so on; never twice. */
function chainFrom(
  others: readonly OtherPerson[],
  first: number,
): { readonly chain: readonly number[]; readonly ring: boolean } {
  const chain: number[] = [];
  let next: number | null = first;
  while (next !== null) {
    if (chain.includes(next)) return { chain, ring: true };
    chain.push(next);
    const client: number = next;
    next = others.find((one) => one.client === client)?.presence.following ?? null;
  }
  return { chain, ring: false };
}

/**
 * Whose view I see when I follow `first`: chains end at the real leader. `null` when `first` is not here; `'round'` when the
 * chain comes back to me or runs in a ring, so that nobody leads.
 *
 * @param me my own awareness client id
 */
export function leaderOf(others: readonly OtherPerson[], me: number, first: number): OtherPerson | 'round' | null {
  const { chain, ring } = chainFrom(others, first);
  if (ring || chain.includes(me)) return 'round';
  // Somebody who follows one who has left stands where they stand.
  const here = chain.flatMap((client) => others.find((one) => one.client === client) ?? []);
  return here.at(-1) ?? null;
}

/** How many of the others see what this person shows, through however many in between; `client` may be my own. */
export const followersOf = (others: readonly OtherPerson[], client: number): number =>
  others.filter((one) => one.client !== client && chainFrom(others, one.client).chain.includes(client)).length;
