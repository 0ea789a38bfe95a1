import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A person's way to the server, which can be cut in the middle of whatever runs over it. */
export interface Line {
  readonly url: string;
  /** Ends what runs over it and lets nothing new through. */
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** A line to the server on this port of this machine; it holds while the server is stopped and started again. */
export async function openLine(port: number): Promise<Line> {
  const sockets = new Set<Socket>();
  let whole = true;
  const server = createServer((near) => {
    if (!whole) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(port, '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(socket);
      // What ends at one end ends at the other; why does not matter to who is behind it.
      socket.on('error', () => other.destroy());
      socket.on('close', () => {
        sockets.delete(socket);
        other.destroy();
      });
      socket.pipe(other);
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const cutAll = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    cut() {
      whole = false;
      cutAll();
    },
    mend() {
      whole = true;
    },
    async close() {
      cutAll();
      await new Promise<void>((done) => server.close(() => done()));
    },
  };
}
