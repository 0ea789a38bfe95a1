import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createEditor } from '#shared/board/edit.ts';
import { CLOSE } from '#shared/protocol/close-codes.ts';
import { Person } from '../support/server.ts';
import { openRoom, type SyncClient, until } from '../support/sync-client.ts';

/** Most that a process may take to start on a machine that has much else to do. */
const START_MS = 60_000;

/** What Node made of the sources, kept for the next of the many starts here; it is written at a good end only. */
const compiled = mkdtempSync(join(tmpdir(), 'orgora-compiled-'));

interface Process {
  readonly url: string;
  readonly child: ChildProcess;
  /** Exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
}

/** The server as a process of its own, as people run it. */
async function startProcess(data: string, port = 0): Promise<Process> {
  const own = { PORT: String(port), HOST: '127.0.0.1', ORGORA_DATA: data, ORGORA_LOG: 'silent' };
  const child = spawn(process.execPath, ['server/dev-api.ts'], {
    env: { ...process.env, ...own, NODE_COMPILE_CACHE: compiled },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | string | null>((done) => {
    child.once('exit', (code, signal) => done(code ?? signal));
  });
  const url = await new Promise<string>((done, failed) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      const found = /http:\/\/\S+/.exec(chunk.toString());
      if (found !== null) done(found[0].replace('localhost', '127.0.0.1'));
    });
    child.once('exit', () => failed(new Error('The server did not start.')));
  });
  return { url, child, ended };
}

describe('durability', () => {
  let folder: string;
  let data: string;
  let running: Process;
  let person: Person;
  let board: string;
  const clients: SyncClient[] = [];

  const open = (at: Person = person): SyncClient => {
    const client = openRoom(at, `board/${board}`);
    clients.push(client);
    return client;
  };
  const again = (): Person => {
    const next = new Person(running.url);
    next.cookie = person.cookie;
    return next;
  };
  const kill = async (): Promise<void> => {
    running.child.kill('SIGKILL');
    expect(await running.ended).toBe('SIGKILL');
  };
  const drawer = (client: SyncClient, prefix: string) => {
    let n = 0;
    const editor = createEditor(client.doc, { origin: client, newId: () => `${prefix}-${n++}` });
    return () => editor.addElement({ kind: 'unit', x: n, y: n, order: 'V' });
  };
  const count = (client: SyncClient): number => client.doc.getMap('elements').size;

  beforeAll(async () => {
    const first = await startProcess(join(compiled, 'first.sqlite'));
    first.child.kill('SIGTERM');
    await first.ended;
  }, START_MS);
  afterAll(() => rmSync(compiled, { recursive: true }));
  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'orgora-durable-'));
    data = join(folder, 'orgora.sqlite');
    running = await startProcess(data);
    person = new Person(running.url);
    const council = await person.createCouncil();
    board = (await person.createBoard(council.id)).id;
  }, START_MS);
  afterEach(async () => {
    for (const client of clients.splice(0)) client.destroy();
    running.child.kill('SIGKILL');
    await running.ended;
    rmSync(folder, { recursive: true });
  });

  it('DURABLE-1 kill -9 at the moment of the last acknowledgement loses none of 200 edits, ten times in a row', async () => {
    for (let round = 1; round <= 10; round += 1) {
      const client = open(again());
      await client.synced();
      const draw = drawer(client, `round-${round}`);
      for (let n = 0; n < 200; n += 1) draw();
      expect(client.sent()).toBeGreaterThanOrEqual(200);
      await client.allSaved();
      await kill();
      client.destroy();
      running = await startProcess(data);
      const fresh = open(again());
      await fresh.synced();
      expect(count(fresh)).toBe(200 * round);
      fresh.destroy();
    }
  });

  it('DURABLE-2 killed under load, what was saved is there, and what was not comes back from the pages', async () => {
    const client = open();
    await client.synced();
    const generation = client.generation();
    const draw = drawer(client, 'load');
    let drawn = 0;
    const timer = setInterval(() => {
      draw();
      drawn += 1;
    }, 3);
    await until(() => drawn > 60 && client.saved() > 20, 'some work');
    const saved = client.saved();
    await kill();
    draw();
    drawn += 1;
    clearInterval(timer);

    running = await startProcess(data, Number(new URL(running.url).port));
    const early = open();
    await early.synced();
    expect(count(early)).toBeGreaterThanOrEqual(saved - 1);
    await client.allSaved();
    expect(client.generation()).toBe(generation);
    await until(() => count(early) === drawn, 'everything at the other');
    expect(count(client)).toBe(drawn);
  });

  it('DURABLE-3 SIGTERM saves, tells the pages to come back, and ends well; Ctrl+C too', async () => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      const client = open(again());
      const other = open(again());
      await Promise.all([client.synced(), other.synced()]);
      // The first only: afterwards both try to come back to where nobody is.
      const codes: (number | undefined)[] = [];
      for (const one of [client, other]) {
        one.provider.once('connection-close', (event: CloseEvent | null) => codes.push(event?.code));
      }
      drawer(client, signal)();
      running.child.kill(signal);
      expect(await running.ended).toBe(0);
      await until(() => codes.length === 2, 'both closes');
      expect(codes).toEqual([CLOSE.restart.code, CLOSE.restart.code]);
      running = await startProcess(data);
      const fresh = open(again());
      await fresh.synced();
      expect(fresh.doc.getMap('elements').has(`${signal}-0`)).toBe(true);
      client.destroy();
      other.destroy();
    }
  });
});
