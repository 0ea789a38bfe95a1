import * as Y from 'yjs';
import { gridPlace } from '../support/bench-board.ts';
import { connectLoad, type LoadClient } from '../support/load-client.ts';
import type { MeasuredServer } from '../support/servers.ts';

export const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** The elements of a benchmark board, written as a page would, for servers that cannot be handed a file. */
export function fill(doc: Y.Doc, count: number): void {
  doc.transact(() => {
    for (let i = 0; i < count; i += 1) {
      const element = new Y.Map<unknown>();
      element.set('kind', 'unit');
      element.set('pos', gridPlace(i));
      element.set('size', [168, 72]);
      element.set('name', new Y.Text(`Team ${i}`));
      element.set('order', 'V');
      element.set('a:fn', 'MOP');
      element.set('a:fte', 4);
      doc.getMap('elements').set(`e${i}`, element);
    }
  });
}

/** People in one new board. The first `applying` and the last one hold the document; the others only count what they are sent. */
export async function enter(
  server: MeasuredServer,
  people: number,
  elements: number,
  applying: number,
): Promise<LoadClient[]> {
  const { entrances, filled } = await server.board(people, elements);
  const clients: LoadClient[] = [];
  for (const [i, entrance] of entrances.entries()) {
    const client = connectLoad(entrance, { apply: i < applying || i === people - 1 });
    await client.synced;
    if (i === 0 && !filled) fill(client.doc, elements);
    clients.push(client);
  }
  await wait(300);
  return clients;
}

export type Elements = Y.Map<Y.Map<unknown>>;
export const elementsOf = (client: LoadClient): Elements => client.doc.getMap<Y.Map<unknown>>('elements');
