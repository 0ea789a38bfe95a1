/** A message with its WebSocket header: made once, written as it is to everybody who is to have it. */
export interface Wire {
  readonly bytes: Buffer;
}

/** Whole, binary, and unmasked, as a server sends (RFC 6455, 5.2). */
const FINAL_BINARY = 0x82;
const LENGTH_16 = 126;
const LENGTH_64 = 127;

export function toWire(message: Uint8Array): Wire {
  const { length } = message;
  const head = length < LENGTH_16 ? 2 : length < 0x1_0000 ? 4 : 10;
  const bytes = Buffer.allocUnsafe(head + length);
  bytes[0] = FINAL_BINARY;
  if (head === 2) bytes[1] = length;
  else if (head === 4) {
    bytes[1] = LENGTH_16;
    bytes.writeUInt16BE(length, 2);
  } else {
    bytes[1] = LENGTH_64;
    bytes.writeBigUInt64BE(BigInt(length), 2);
  }
  bytes.set(message, head);
  return { bytes };
}
