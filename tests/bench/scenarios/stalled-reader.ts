import type { MeasuredServer, StartServer } from '../support/servers.ts';
import { elementsOf, enter, wait } from './enter.ts';

const NOTE = 'x'.repeat(1900);
/** So many at once that what lies between server and reader is full in a few seconds. */
const NOTES = 5;

/** Memory of a server while four people write 380 KB/s each, with or without somebody who stopped reading, in MB. */
async function memoryWith(server: MeasuredServer, seconds: number, stalled: boolean): Promise<number> {
  const clients = await enter(server, 6, 50, 5);
  if (stalled) clients.at(-1)?.socket.pause();
  const timers = clients.slice(0, 4).map((client, i) =>
    setInterval(() => {
      const elements = elementsOf(client);
      client.doc.transact(() => {
        for (let n = 0; n < NOTES; n += 1) elements.get(`e${i * NOTES + n}`)?.set('a:note', NOTE);
      });
      client.showCursor(performance.now(), i);
    }, 25),
  );
  await wait(seconds * 1000);
  for (const timer of timers) clearInterval(timer);
  const memory = server.memory();
  for (const client of clients) client.close();
  return memory;
}

/** What one reader that stops reading costs: memory with it less memory without it, in MB, on a fresh server each. */
export async function stalledReader(start: StartServer, seconds: number): Promise<number> {
  const once = async (stalled: boolean): Promise<number> => {
    const server = await start();
    const memory = await memoryWith(server, seconds, stalled);
    await server.stop();
    return memory;
  };
  const without = await once(false);
  return (await once(true)) - without;
}
