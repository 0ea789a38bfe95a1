import { Outgoing } from './outgoing.ts';

type SocketClass = typeof WebSocket;

/** The sockets of an open board, one after another. */
export interface BoardSockets {
  /** For the provider, which makes one for every connection. */
  readonly Socket: SocketClass;
  /** The server has room for the next piece of what the latest socket sends. */
  granted(): void;
}

/** Sockets that count the document messages they send, so that `[100, n]` can be compared with them, and send long ones in pieces. */
export function boardSockets(
  onSent: (count: number) => void,
  onOpen: () => void,
  Base: SocketClass = WebSocket,
): BoardSockets {
  let latest: Outgoing | null = null;
  class BoardSocket extends Base {
    readonly #outgoing: Outgoing;

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.#outgoing = new Outgoing((frame) => super.send(frame as Uint8Array<ArrayBuffer>), onSent);
      latest = this.#outgoing;
      this.addEventListener('open', onOpen, { once: true });
    }

    override send(data: string | Blob | BufferSource): void {
      if (data instanceof Uint8Array) this.#outgoing.send(data);
      else super.send(data);
    }
  }
  return { Socket: BoardSocket, granted: () => latest?.granted() };
}
