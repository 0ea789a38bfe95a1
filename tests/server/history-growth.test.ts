import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEditor } from '#shared/board/edit.ts';
import { thinHistory } from '../../server/history/history.ts';
import { openMemory } from '../../server/storage/memory.ts';
import type { Row, Storage } from '../../server/storage/storage.ts';
import { compact } from '../../server/sync/compaction.ts';

const ROOM = 'board/lively';
const DAY_MS = 24 * 3600_000;
/** A crowd that draws without a pause. */
const CHANGES_PER_SECOND = 20;
const MOST_AN_HOUR = 5_000_000;

async function kept(storage: Storage): Promise<number> {
  const chunks = await storage.historyFrom(ROOM, 0);
  return chunks.reduce(
    (sum, { data, state, steps }) => sum + data.length + (state?.length ?? 0) + JSON.stringify(steps).length,
    0,
  );
}

it('HISTORY-25 an hour of a crowd that never stops drawing is kept in less than 5 MB, and in a fraction of it the day after', async () => {
  const storage = openMemory();
  const doc = new Y.Doc();
  const rows: Row[] = [];
  let at = 0;
  doc.on('update', (data: Uint8Array) => rows.push({ seat: `seat-${rows.length % 20}-of-the-crowd`, at, data }));
  const editor = createEditor(doc, { origin: {}, newId: () => `new-${rows.length}` });
  for (let i = 0; i < 60; i += 1) {
    editor.addElement({ id: `e${i}`, kind: 'role', name: `Role ${i}`, x: i, y: 0, boss: i === 0 ? null : 'e0' });
  }
  for (let i = 0; i < 1_200; i += 1) {
    at += 1_000 / CHANGES_PER_SECOND;
    const id = `e${(i * 7) % 60}`;
    if (i % 10 < 4) editor.move(new Map([[id, { x: (i * 37) % 3_000, y: (i * 91) % 2_000 }]]));
    else if (i % 10 < 8) editor.rename(id, `Role ${(i * 31) % 997} of many`);
    else if (i % 10 === 8) editor.setAttributes([id], { fte: i % 9 });
    else editor.addElement({ kind: 'card', name: 'Note', x: i, y: i });
  }
  await storage.createRoom(ROOM, 'g', []);
  for (let i = 0; i < rows.length; i += 400) {
    await storage.append([{ room: ROOM, rows: rows.slice(i, i + 400), claims: new Map() }]);
    await compact(storage, ROOM, at);
  }
  const fresh = await kept(storage);
  expect((fresh / rows.length) * CHANGES_PER_SECOND * 3_600).toBeLessThan(MOST_AN_HOUR);
  await thinHistory(storage, at + 2 * DAY_MS);
  expect(await kept(storage)).toBeLessThan(fresh * 0.7);
});
