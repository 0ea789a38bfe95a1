/** The bytes are not what the protocol allows. Costs the sender its socket (1007). */
export class MalformedError extends Error {
  override readonly name = 'MalformedError';
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const MAX_VARINT = Number.MAX_SAFE_INTEGER;

/**
 * Reads lib0's encoding and checks every bound before it reads. lib0's own decoder trusts declared lengths and may look
 * behind the end of a message, into memory it shares with others.
 */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get left(): number {
    return this.#bytes.length - this.#at;
  }

  byte(): number {
    const value = this.#bytes[this.#at];
    if (value === undefined) throw new MalformedError('ends too early');
    this.#at += 1;
    return value;
  }

  /** Unsigned, at most `limit`. */
  varUint(limit = MAX_VARINT): number {
    let value = 0;
    let factor = 1;
    for (;;) {
      const byte = this.byte();
      value += (byte & 0x7f) * factor;
      if (value > limit) throw new MalformedError('number too large');
      if (byte < 0x80) return value;
      factor *= 128;
    }
  }

  /** A number of things that follow, each of at least `bytesEach` bytes: cannot promise more than the bytes that are left. */
  count(bytesEach: number): number {
    return this.varUint(Math.floor(this.left / bytesEach));
  }

  /** Signed integer of lib0; only skipped. */
  skipVarInt(): void {
    let byte = this.byte();
    for (let n = 1; byte >= 0x80; n += 1) {
      if (n > 8) throw new MalformedError('number too large');
      byte = this.byte();
    }
  }

  skip(length: number): void {
    if (length > this.left) throw new MalformedError('ends too early');
    this.#at += length;
  }

  /** A view, not a copy. */
  bytes(): Uint8Array {
    const length = this.varUint(this.left);
    if (length > this.left) throw new MalformedError('ends too early');
    const part = this.#bytes.subarray(this.#at, this.#at + length);
    this.#at += length;
    return part;
  }

  string(): string {
    try {
      return utf8.decode(this.bytes());
    } catch (error) {
      throw error instanceof MalformedError ? error : new MalformedError('text is not UTF-8');
    }
  }

  end(): void {
    if (this.left !== 0) throw new MalformedError('goes on after its end');
  }
}
