import { MESSAGE } from '#shared/protocol/messages.ts';

/** A WebSocket class that counts the document messages it sends, so that `[100, n]` can be compared with them. */
export function countingSocket(onSent: (count: number) => void, onOpen: () => void): typeof WebSocket {
  return class CountingSocket extends WebSocket {
    private sent = 0;

    constructor(url: string | URL, protocols?: string | string[]) {
      super(url, protocols);
      this.addEventListener('open', onOpen, { once: true });
    }

    override send(data: string | Blob | BufferSource): void {
      super.send(data);
      if (data instanceof Uint8Array && data[0] === MESSAGE.sync && (data[1] === 1 || data[1] === 2)) {
        this.sent += 1;
        onSent(this.sent);
      }
    }
  };
}
