import { useEffect, useRef, useState } from 'react';
import type { Reaction } from '#shared/protocol/messages.ts';
import type { BoardRuntime, OtherPerson } from '../../session/runtime.ts';

/** How long a sign stays, in milliseconds. */
export const SHOWN_MS = 2_000;

export type Counts = ReadonlyMap<Reaction['kind'], number>;
export type GiveSign = (kind: Reaction['kind']) => void;

/** Which number of each person's signs has been seen. */
export type SeenSigns = Map<number, number>;

/**
 * The signs that are new since the last look; those of somebody who has only just come were given before. Counted, not named.
 */
export function newSigns(others: readonly OtherPerson[], seen: SeenSigns): Reaction['kind'][] {
  const fresh: Reaction['kind'][] = [];
  const here = new Set<number>();
  for (const { client, presence } of others) {
    here.add(client);
    const n = presence.reaction?.n ?? 0;
    const before = seen.get(client);
    seen.set(client, n);
    if (before !== undefined && n > before && presence.reaction !== undefined) fresh.push(presence.reaction.kind);
  }
  for (const client of [...seen.keys()]) if (!here.has(client)) seen.delete(client);
  return fresh;
}

/** Signs given in the last moments, mine among them; and the way to give one. */
export function useReactions(runtime: BoardRuntime): {
  readonly counts: Counts;
  readonly give: GiveSign;
} {
  const given = useRef(0);
  const [shown, setShown] = useState<readonly { readonly kind: Reaction['kind']; readonly at: number }[]>([]);
  useEffect(() => {
    const seen: SeenSigns = new Map();
    newSigns(runtime.room.others, seen);
    return runtime.room.subscribe(() => {
      const fresh = newSigns(runtime.room.others, seen);
      if (fresh.length > 0) setShown((now) => [...now, ...fresh.map((kind) => ({ kind, at: Date.now() }))]);
    });
  }, [runtime]);
  useEffect(() => {
    const [first] = shown;
    if (first === undefined) return undefined;
    const timer = setTimeout(
      () => setShown((now) => now.filter(({ at }) => at + SHOWN_MS > Date.now())),
      Math.max(0, first.at + SHOWN_MS - Date.now()) + 10,
    );
    return () => clearTimeout(timer);
  }, [shown]);
  const counts = new Map<Reaction['kind'], number>();
  for (const { kind } of shown) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  const give: GiveSign = (kind) => {
    given.current += 1;
    runtime.room.show({ reaction: { kind, n: given.current } });
    setShown((now) => [...now, { kind, at: Date.now() }]);
  };
  return { counts, give };
}
