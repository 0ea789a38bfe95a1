import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStanding, type Standing } from '#shared/critique/standing.ts';
import type { Council } from '#shared/protocol/api.ts';
import type { Phase } from '#shared/rights/may.ts';
import type { Role } from '#shared/rights/roles.ts';
import { readConfig } from '../../server/config.ts';
import { createLog } from '../../server/ops/log.ts';
import { startServer } from '../../server/server.ts';
import type { Services } from '../../server/services.ts';
import { openSqlite } from '../../server/storage/sqlite.ts';
import type { CouncilRecord, Storage } from '../../server/storage/storage.ts';
import type { SyncLimits } from '../../server/sync/limits.ts';
import { Person } from '../support/server.ts';

export interface LiveServer {
  readonly url: string;
  /** The SQLite file. */
  readonly data: string;
  readonly services: Services;
  readonly storage: Storage;
  person(): Person;
  join(convenor: Person, council: string, role: Role): Promise<{ readonly person: Person; readonly mine: Council }>;
  /** From now on the council stands like this, and open pages feel it. */
  stand(council: string, phase: Phase, running?: Partial<Standing>): Promise<void>;
  close(): Promise<void>;
}

export interface LiveServerOptions {
  readonly now?: () => number;
  readonly limits?: Partial<SyncLimits>;
  /** Keeps the file at the end, and uses this one. */
  readonly data?: string;
}

/** A real server whose inside can be reached: for what no request can bring about by itself. */
export async function startLiveServer({ now, limits, data }: LiveServerOptions = {}): Promise<LiveServer> {
  const folder = mkdtempSync(join(tmpdir(), 'orgora-live-'));
  const file = data ?? join(folder, 'orgora.sqlite');
  const storage = openSqlite({ file, synchronous: 'normal' });
  const server = await startServer({
    config: readConfig({ PORT: '0', ORGORA_DATA: file, ORGORA_LOG: 'silent' }),
    storage,
    log: createLog('silent'),
    clientFolder: null,
    ...(now === undefined ? {} : { now }),
    ...(limits === undefined ? {} : { limits }),
  });
  const url = server.url.replace('localhost', '127.0.0.1');
  const { services } = server;
  const standings = new Map<string, Partial<Standing>>();
  Object.assign(services, {
    standing: ({ id, phase }: CouncilRecord): Standing => ({ ...openStanding(phase), ...standings.get(id) }),
  });
  return {
    url,
    data: file,
    services,
    storage,
    person: () => new Person(url),
    async join(convenor, council, role) {
      const { secret } = await convenor.createLink(council, role);
      const person = new Person(url);
      await person.ask('POST', '/api/join', { secret });
      return { person, mine: await person.council(council) };
    },
    async stand(council, phase, running = {}) {
      standings.set(council, running);
      await storage.updateCouncil(council, { phase });
      await services.hub.rightsChanged(council);
    },
    async close() {
      await server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Codes a client was closed with so far. */
export function closings(client: {
  provider: { on(name: 'connection-close', heard: (event: { code: number } | null) => void): unknown };
}): readonly number[] {
  const codes: number[] = [];
  client.provider.on('connection-close', (event) => codes.push(event?.code ?? 0));
  return codes;
}
