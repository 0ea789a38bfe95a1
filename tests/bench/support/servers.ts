import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { benchBoard } from './bench-board.ts';
import { answers, cpuOf, freePort, killed, memoryOf, pidOf } from './measured-process.ts';

/** A place somebody can connect to: socket address and the headers that let them in. */
export interface Entrance {
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** A server under measurement, in a process of its own so that its CPU time is its own. */
export interface MeasuredServer {
  /** Address of its pages. */
  readonly origin: string;
  /** CPU time used so far, in seconds. */
  cpu(): number;
  /** Resident memory, in MB. */
  memory(): number;
  /** Opens `people` entrances to one new board; `filled` says whether it holds its `elements` already. */
  board(
    people: number,
    elements: number,
  ): Promise<{ readonly entrances: readonly Entrance[]; readonly filled: boolean }>;
  /** Kills it without a word and starts it again on the same data and port. */
  killAndRestart(): Promise<void>;
  stop(): Promise<void>;
}

export type StartServer = () => Promise<MeasuredServer>;

/** Ours, with durability on (`synchronous=FULL`), started as `npm start` does. */
export async function startOrgora(): Promise<MeasuredServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'orgora-bench-'));
  const origin = `http://localhost:${port}`;
  const start = async (): Promise<ChildProcess> => {
    const started = spawn(process.execPath, ['server/cli.ts', 'serve'], {
      env: { ...process.env, PORT: String(port), ORGORA_DATA: join(folder, 'bench.sqlite'), ORGORA_LOG: 'silent' },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    await answers(`${origin}/healthz`);
    return started;
  };
  let child = await start();
  const post = async (path: string, body: unknown, cookie = ''): Promise<Response> => {
    const response = await fetch(`${origin}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin, ...(cookie === '' ? {} : { cookie }) },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
    return response;
  };
  const cookieOf = (response: Response): string => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
  return {
    origin,
    cpu: () => cpuOf(pidOf(child)),
    memory: () => memoryOf(pidOf(child)),
    async board(people, elements) {
      const created = await post('/api/councils', { title: 'Bench' });
      const host = cookieOf(created);
      const { id } = (await created.json()) as { id: string };
      const file = { format: 'orgora-board', version: 1, board: benchBoard(elements) };
      const made = await post(`/api/councils/${id}/boards`, { title: 'Bench', file }, host);
      const { id: board } = (await made.json()) as { id: string };
      const link = await post(`/api/councils/${id}/links`, { role: 'presenter' }, host);
      const { secret } = (await link.json()) as { secret: string };
      const entrances: Entrance[] = [];
      for (let i = 0; i < people; i += 1) {
        const cookie = cookieOf(await post('/api/join', { secret }));
        entrances.push({ url: `ws://localhost:${port}/sync/board/${board}`, headers: { cookie, origin } });
      }
      return { entrances, filled: true };
    },
    async killAndRestart() {
      await killed(child);
      child = await start();
    },
    async stop() {
      await killed(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function startYWebsocketServer(persistent: boolean): Promise<MeasuredServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'orgora-bench-peer-'));
  const origin = `http://127.0.0.1:${port}`;
  const start = async (): Promise<ChildProcess> => {
    const started = spawn(process.execPath, ['node_modules/@y/websocket-server/src/server.js'], {
      env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', ...(persistent ? { YPERSISTENCE: folder } : {}) },
      stdio: 'ignore',
    });
    await answers(`${origin}/`);
    return started;
  };
  let child = await start();
  let rooms = 0;
  return {
    origin,
    cpu: () => cpuOf(pidOf(child)),
    memory: () => memoryOf(pidOf(child)),
    async board(people) {
      rooms += 1;
      const url = `ws://127.0.0.1:${port}/bench-${rooms}`;
      return { entrances: Array.from({ length: people }, () => ({ url, headers: {} })), filled: false };
    },
    async killAndRestart() {
      await killed(child);
      child = await start();
    },
    async stop() {
      await killed(child);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The published y-websocket server 0.1.1 in memory: the peer of the table. */
export const startPeer: StartServer = () => startYWebsocketServer(false);
/** The same with LevelDB, which is what it has for durability. */
export const startPeerWithLevel: StartServer = () => startYWebsocketServer(true);
