import { connectLoad } from '../support/load-client.ts';
import type { MeasuredServer } from '../support/servers.ts';
import { elementsOf, fill } from './enter.ts';

const EDITS = 200;

/** Of 200 edits that somebody else has seen or that were acknowledged, how many a `kill -9` at that moment leaves. */
export async function killed(server: MeasuredServer): Promise<number> {
  const { entrances, filled } = await server.board(3, 10);
  const [mine, theirs, later] = entrances;
  if (mine === undefined || theirs === undefined || later === undefined) throw new Error('Nobody entered.');
  const writer = connectLoad(mine, { apply: true });
  await writer.synced;
  if (!filled) fill(writer.doc, 10);
  const reader = connectLoad(theirs, { apply: true });
  await reader.synced;
  const seen = new Promise<void>((done) => {
    elementsOf(reader).observeDeep(() => {
      if (elementsOf(reader).get('e0')?.get('a:fte') === EDITS) done();
    });
  });
  for (let n = 1; n <= EDITS; n += 1) elementsOf(writer).get('e0')?.set('a:fte', n);
  await seen;
  await server.killAndRestart();
  writer.close();
  reader.close();
  const after = connectLoad(later, { apply: true });
  await after.synced;
  const kept = elementsOf(after).get('e0')?.get('a:fte');
  after.close();
  return typeof kept === 'number' ? kept : 0;
}
