import type { SyncLimits } from './limits.ts';

/** Remembers who sent too much lately: sent away for a moment at first, for good when it goes on. */
export class Floods {
  readonly #limits: SyncLimits;
  readonly #now: () => number;
  readonly #bySeat = new Map<string, number[]>();

  constructor(limits: SyncLimits, now: () => number) {
    this.#limits = limits;
    this.#now = now;
  }

  #recent(seat: string): number[] {
    const since = this.#now() - this.#limits.floodMemoryMs;
    const recent = (this.#bySeat.get(seat) ?? []).filter((at) => at > since);
    if (recent.length === 0) this.#bySeat.delete(seat);
    else this.#bySeat.set(seat, recent);
    return recent;
  }

  /** Counts one and says how the socket is to be closed for it. */
  count(seat: string): 'later' | 'tooMany' {
    const recent = this.#recent(seat);
    recent.push(this.#now());
    this.#bySeat.set(seat, recent);
    return recent.length > this.#limits.floodsForgiven ? 'tooMany' : 'later';
  }

  /** Whether the seat was told to stop and its minute is not over. */
  mustStop(seat: string): boolean {
    const recent = this.#recent(seat);
    const last = recent.at(-1) ?? 0;
    return recent.length > this.#limits.floodsForgiven && this.#now() - last < 60_000;
  }
}
