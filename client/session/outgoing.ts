import * as encoding from 'lib0/encoding';
import { LIMITS, MESSAGE } from '#shared/protocol/messages.ts';

const isDocumentMessage = (message: Uint8Array): boolean =>
  message[0] === MESSAGE.sync && (message[1] === 1 || message[1] === 2);

function pieceFrame(message: Uint8Array, from: number): Uint8Array {
  const encoder = encoding.createEncoder();
  encoding.writeVarUint(encoder, MESSAGE.piece);
  encoding.writeVarUint(encoder, message.length);
  encoding.writeVarUint8Array(encoder, message.subarray(from, from + LIMITS.pieceBytes));
  return encoding.toUint8Array(encoder);
}

/**
 * What leaves over one socket. A document message above `LIMITS.pieceBytes` goes in pieces, the next when the server asks for
 * it: however much was drawn at once or without a line, no frame is too large and no page sends faster than it may. Document
 * messages keep their order; presence and questions do not wait.
 */
export class Outgoing {
  readonly #pass: (frame: Uint8Array) => void;
  readonly #onSent: (count: number) => void;
  readonly #queue: Uint8Array[] = [];
  /** Bytes of the first in the queue that have left. */
  #gone = 0;
  #mayPass = true;
  #sent = 0;

  /** `onSent` hears how many document messages were given to it, whole ones, as the server counts them. */
  constructor(pass: (frame: Uint8Array) => void, onSent: (count: number) => void) {
    this.#pass = pass;
    this.#onSent = onSent;
  }

  send(message: Uint8Array): void {
    if (!isDocumentMessage(message)) {
      this.#pass(message);
      return;
    }
    this.#queue.push(message);
    this.#pump();
    this.#sent += 1;
    this.#onSent(this.#sent);
  }

  /** The server has room for the next piece. */
  granted(): void {
    this.#mayPass = true;
    this.#pump();
  }

  #pump(): void {
    for (let first = this.#queue[0]; first !== undefined; first = this.#queue[0]) {
      if (first.length <= LIMITS.pieceBytes) this.#pass(first);
      else {
        if (!this.#mayPass) return;
        this.#mayPass = false;
        const from = this.#gone;
        this.#gone += LIMITS.pieceBytes;
        this.#pass(pieceFrame(first, from));
        if (this.#gone < first.length) continue;
        this.#gone = 0;
      }
      this.#queue.shift();
    }
  }
}
