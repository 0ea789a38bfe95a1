import type { LoadClient } from '../support/load-client.ts';
import { connectLoad } from '../support/load-client.ts';
import type { MeasuredServer } from '../support/servers.ts';
import { elementsOf, fill, wait } from './enter.ts';

const BOARDS = 100;
const PEOPLE = 5;

/** 100 boards of 5 people, one of whom writes 10 times a second while all show a cursor twice: share of one core, in per cent. */
export async function manyRooms(server: MeasuredServer, seconds: number): Promise<number> {
  const all: LoadClient[] = [];
  const writers: LoadClient[] = [];
  for (let i = 0; i < BOARDS; i += 1) {
    const { entrances, filled } = await server.board(PEOPLE, 30);
    const clients = entrances.map((entrance, n) => connectLoad(entrance, { apply: n === 0 }));
    await Promise.all(clients.map((client) => client.synced));
    const [writer] = clients;
    if (writer === undefined) throw new Error('Nobody entered.');
    if (!filled) fill(writer.doc, 30);
    writers.push(writer);
    all.push(...clients);
  }
  await wait(500);
  const before = server.cpu();
  const stop = [...writers.map((w) => every(100, () => write(w))), ...all.map((c) => every(500, () => show(c)))];
  await wait(seconds * 1000);
  const share = ((server.cpu() - before) / seconds) * 100;
  for (const end of stop) end();
  for (const client of all) client.close();
  return share;
}

const write = (client: LoadClient): void => {
  elementsOf(client).get('e0')?.set('pos', [performance.now(), 0]);
};
const show = (client: LoadClient): void => client.showCursor(performance.now(), 0);

/** Each begins at a moment of its own, as people do: all at once would be one burst. */
function every(ms: number, run: () => void): () => void {
  let timer: NodeJS.Timeout;
  const begin = setTimeout(() => {
    timer = setInterval(run, ms);
  }, Math.random() * ms);
  return () => {
    clearTimeout(begin);
    clearInterval(timer);
  };
}
