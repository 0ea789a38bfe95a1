import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openMemory } from '../../server/storage/memory.ts';
import { openSqlite } from '../../server/storage/sqlite.ts';
import type { SeatRecord, Storage } from '../../server/storage/storage.ts';

const folders: string[] = [];
const sqlite = (): Storage => {
  const folder = mkdtempSync(join(tmpdir(), 'orgora-sessions-'));
  folders.push(folder);
  return openSqlite({ file: join(folder, 'orgora.sqlite'), synchronous: 'normal' });
};

const council = {
  id: 'council-1',
  title: 'Council',
  alone: false,
  phase: 'open',
  createdAt: 5,
  deleteAt: null,
} as const;
const seat: SeatRecord = {
  ...{ id: 'seat-1', council: 'council-1', session: 's', role: 'convenor', link: null, alias: 'Org A', who: 'a' },
  createdAt: 5,
};
const item = (kind: string, id: string, data = '{}') => ({ kind, id, data });

describe.each([
  ['SQLite', sqlite],
  ['memory', openMemory],
])('sessions in %s', (_name, open) => {
  let storage: Storage;

  beforeEach(async () => {
    storage = open();
    await storage.createCouncil(council, seat);
  });
  afterEach(async () => {
    await storage.close();
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
  });

  it('SEAL-1 keeps the items of a session by kind and id, and the phase with them', async () => {
    expect(await storage.sessionItems('council-1')).toEqual([]);
    await storage.writeSession('council-1', {
      put: [item('b', '1', '"x"'), item('a', '2'), item('a', '1')],
      remove: [],
    });
    expect((await storage.council('council-1'))?.phase).toBe('open');
    await storage.writeSession('council-1', {
      put: [item('b', '1', '"y"')],
      remove: [
        { kind: 'a', id: '1' },
        { kind: 'a', id: 'none' },
      ],
      phase: 'read',
    });
    expect(await storage.sessionItems('council-1')).toEqual([item('a', '2'), item('b', '1', '"y"')]);
    expect((await storage.council('council-1'))?.phase).toBe('read');
  });

  it('SEAL-2 items belong to one council, and go with it', async () => {
    await storage.createCouncil({ ...council, id: 'council-2' }, { ...seat, id: 'seat-2', council: 'council-2' });
    await storage.writeSession('council-1', { put: [item('a', '1', '1')], remove: [] });
    await storage.writeSession('council-2', { put: [item('a', '1', '2')], remove: [] });
    await storage.deleteCouncil('council-1');
    expect(await storage.sessionItems('council-1')).toEqual([]);
    expect(await storage.sessionItems('council-2')).toEqual([item('a', '1', '2')]);
    await expect(storage.writeSession('council-1', { put: [item('a', '1')], remove: [] })).rejects.toThrow();
    await expect(storage.writeSession('council-1', { put: [], remove: [], phase: 'read' })).rejects.toThrow();
  });
});
