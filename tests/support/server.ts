import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BoardSummary, Council, NewLink } from '#shared/protocol/api.ts';
import type { Role } from '#shared/rights/roles.ts';
import { type ServeOptions, serve } from '../../server/main.ts';

/** A person's browser as far as the server sees it: requests with a cookie that is kept. */
export class Person {
  readonly url: string;
  cookie = '';

  constructor(url: string) {
    this.url = url;
  }

  /** Sends JSON and answers status and body. */
  async request(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<{ readonly status: number; readonly body: unknown; readonly headers: Headers }> {
    const response = await fetch(`${this.url}${path}`, {
      method,
      headers: {
        ...(this.cookie === '' ? {} : { cookie: this.cookie }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const set = response.headers.getSetCookie()[0];
    if (set !== undefined) this.cookie = set.split(';', 1)[0] as string;
    const text = await response.text();
    const json = response.headers.get('content-type')?.includes('json') === true && text !== '';
    return { status: response.status, body: json ? JSON.parse(text) : text, headers: response.headers };
  }

  /** The same, for an answer that is expected to be fine. */
  async ask<T>(method: string, path: string, body?: unknown): Promise<T> {
    const answer = await this.request(method, path, body);
    if (answer.status >= 400) throw new Error(`${method} ${path}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return answer.body as T;
  }

  createCouncil(body: object = { title: 'Council' }): Promise<Council> {
    return this.ask('POST', '/api/councils', body);
  }

  createBoard(council: string, body: object = { title: 'Board' }): Promise<BoardSummary> {
    return this.ask('POST', `/api/councils/${council}/boards`, body);
  }

  createLink(council: string, role: Role): Promise<NewLink> {
    return this.ask('POST', `/api/councils/${council}/links`, { role });
  }

  council(id: string): Promise<Council> {
    return this.ask('GET', `/api/councils/${id}`);
  }
}

export interface TestServer {
  readonly url: string;
  /** The SQLite file, unless a storage was given. */
  readonly data: string;
  /** Somebody new. */
  person(): Person;
  /** Somebody new with a seat of this role. */
  join(convenor: Person, council: string, role: Role): Promise<Person>;
  /** A convenor with a council and one board. */
  board(): Promise<{ readonly convenor: Person; readonly council: Council; readonly board: BoardSummary }>;
  close(): Promise<void>;
}

export interface TestServerOptions extends ServeOptions {
  readonly env?: NodeJS.ProcessEnv;
  /** Keep the file at the end, and use this one. */
  readonly data?: string;
}

/** A real server on a free port with its data in a folder of its own, removed at the end. */
export async function startTestServer({ env, data, ...options }: TestServerOptions = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'orgora-test-'));
  const file = data ?? join(folder, 'orgora.sqlite');
  const served = await serve(
    { PORT: '0', ORGORA_DATA: file, ORGORA_LOG: 'silent', ...env },
    { say: () => undefined, signals: false, clientFolder: null, ...options },
  );
  const url = served.url.replace('localhost', '127.0.0.1');
  const server: TestServer = {
    url,
    data: file,
    person: () => new Person(url),
    async join(convenor, council, role) {
      const { secret } = await convenor.createLink(council, role);
      const person = new Person(url);
      await person.ask('POST', '/api/join', { secret });
      return person;
    },
    async board() {
      const convenor = new Person(url);
      const council = await convenor.createCouncil();
      return { convenor, council, board: await convenor.createBoard(council.id) };
    },
    async close() {
      await served.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  return server;
}
