import type { SeatKeyMethods, SeatRecord } from './storage.ts';

/** Keys to the seats that are kept in memory. `barFromAll` and `barLike` note which links raise a session no more. */
export function seatKeysInMemory(
  seats: Map<string, SeatRecord>,
  bars: { barFromAll(seat: SeatRecord): void; barLike(session: string, seat: SeatRecord): void },
): { readonly methods: SeatKeyMethods; drop(isGone: (seat: string) => boolean): void } {
  /** Hash to seat, oldest first. */
  const keys = new Map<string, string>();
  return {
    drop(isGone) {
      for (const [hash, seat] of keys) if (isGone(seat)) keys.delete(hash);
    },
    methods: {
      async barSeat(id) {
        const seat = seats.get(id);
        if (seat !== undefined) bars.barFromAll(seat);
      },
      async createSeatKey(hash, seat, _at, most) {
        if (!seats.has(seat)) throw new Error(`There is no seat ${seat}.`);
        keys.set(hash, seat);
        const open = [...keys].filter(([, of]) => of === seat);
        for (const [old] of open.slice(0, Math.max(0, open.length - most))) keys.delete(old);
      },
      async seatOfKey(hash) {
        return seats.get(keys.get(hash) ?? '') ?? null;
      },
      async moveSeat(hash, session) {
        const seat = seats.get(keys.get(hash) ?? '');
        if (seat === undefined) return null;
        keys.delete(hash);
        const other = [...seats.values()].find((one) => one.session === session && one.council === seat.council);
        const replaced = other === undefined || other.id === seat.id ? null : other;
        if (replaced !== null) seats.delete(replaced.id);
        bars.barLike(session, seat);
        const moved = { ...seat, session };
        seats.set(seat.id, moved);
        return { seat: moved, replaced };
      },
    },
  };
}
