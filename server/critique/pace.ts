import { TokenBucket } from '../sync/token-bucket.ts';

/** More than this many are remembered only as long as they are in a hurry. */
const MOST = 5_000;

/** How often each seat may ask: `burst` at once, then `rate` a second. */
export class Pace {
  readonly #burst: number;
  readonly #rate: number;
  #buckets = new Map<string, TokenBucket>();

  constructor(burst: number, rate: number) {
    this.#burst = burst;
    this.#rate = rate;
  }

  /** Milliseconds to wait: 0 when it may. */
  take(key: string, now: number): number {
    let bucket = this.#buckets.get(key);
    if (bucket === undefined) {
      if (this.#buckets.size >= MOST) this.#forget(now);
      bucket = new TokenBucket(this.#rate, this.#burst, now);
      this.#buckets.set(key, bucket);
    }
    return bucket.take(1, now) ? 0 : bucket.wait(1, now);
  }

  /** Whose bucket is full again is as good as new. */
  #forget(now: number): void {
    for (const [key, bucket] of this.#buckets) if (bucket.wait(this.#burst, now) === 0) this.#buckets.delete(key);
  }
}
