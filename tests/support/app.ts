import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { BrowserContextOptions } from 'playwright-core';
import { serve } from '../../server/main.ts';
import { sharedBrowser } from './browser.ts';
import { builtClient } from './built-client.ts';
import { openLine } from './line.ts';
import { Visitor } from './people.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

interface Running {
  readonly port: number;
  /** Stops it as an operator would. */
  stop(): Promise<void>;
  /** Ends it as a power cut would; only for a server with a process of its own. */
  kill(): Promise<void>;
}

interface Place {
  readonly data: string;
  readonly client: string;
  readonly port: number;
}

const environment = ({ data, port }: Place): NodeJS.ProcessEnv => ({
  PORT: String(port),
  ORGORA_DATA: data,
  ORGORA_LOG: 'silent',
});

const portOf = (text: string): number => Number(/:(\d+)/.exec(text.replace(/^.*https?:\/\//s, ''))?.[1]);

async function inThisProcess(place: Place): Promise<Running> {
  const served = await serve(environment(place), { say: () => undefined, signals: false, clientFolder: place.client });
  return {
    port: portOf(served.url),
    stop: () => served.close(),
    kill: () => Promise.reject(new Error('Only a server with a process of its own can be killed.')),
  };
}

async function asProcess(place: Place): Promise<Running> {
  const child: ChildProcess = spawn(process.execPath, ['tests/support/serve-child.ts', place.client], {
    cwd: ROOT,
    env: { ...process.env, ...environment(place) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  const port = await new Promise<number>((done, failed) => {
    child.stdout?.on('data', (chunk: Buffer) => {
      if (/http:\/\/\S+:\d+/.test(chunk.toString())) done(portOf(chunk.toString()));
    });
    child.once('exit', () => failed(new Error('The server did not start.')));
  });
  const end = async (signal: NodeJS.Signals): Promise<void> => {
    child.kill(signal);
    await ended;
  };
  return { port, stop: () => end('SIGTERM'), kill: () => end('SIGKILL') };
}

/** The product as people meet it: the real server with the built client, and browsers that come to it. */
export interface App {
  readonly url: string;
  /** Somebody new, with a browser profile and one page of their own. */
  person(options?: BrowserContextOptions): Promise<Visitor>;
  stop(): Promise<void>;
  kill(): Promise<void>;
  /** Starts again after `stop` or `kill`, on the same data and port. */
  start(): Promise<void>;
  close(): Promise<void>;
}

/** Starts the server on a free port, its data in a folder that is removed at the end. */
export async function startApp(options: { readonly ownProcess?: boolean } = {}): Promise<App> {
  const folder = mkdtempSync(join(tmpdir(), 'orgora-e2e-'));
  const client = join(folder, 'client');
  // A copy: a build while the tests run would take files away from under an open page.
  cpSync(builtClient(), client, { recursive: true });
  const run = options.ownProcess === true ? asProcess : inThisProcess;
  const place = { data: join(folder, 'orgora.sqlite'), client };
  let running: Running | null = await run({ ...place, port: 0 });
  const { port } = running;
  const browser = await sharedBrowser();
  const people: Visitor[] = [];
  return {
    url: `http://127.0.0.1:${port}`,
    async person(more = {}) {
      const visitor = await Visitor.arrive(browser, await openLine(port), more);
      people.push(visitor);
      return visitor;
    },
    async stop() {
      await running?.stop();
      running = null;
    },
    async kill() {
      await running?.kill();
      running = null;
    },
    async start() {
      running = await run({ ...place, port });
    },
    async close() {
      await Promise.all(people.map((person) => person.leave()));
      await running?.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
