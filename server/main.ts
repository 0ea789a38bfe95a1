import { fileURLToPath } from 'node:url';
import { ConfigError, readConfig } from './config.ts';
import { createLog } from './ops/log.ts';
import { startServer } from './server.ts';
import type { RequestLimits } from './services.ts';
import { openSqlite } from './storage/sqlite.ts';
import type { Storage } from './storage/storage.ts';
import type { SyncLimits } from './sync/limits.ts';

export interface ServeOptions {
  /** Where the address is told; standard output by default. */
  readonly say?: (line: string) => void;
  /** Folder with the built client; `dist/client` by default, `null` for none. */
  readonly clientFolder?: string | null;
  /** Stop at SIGTERM and SIGINT, and end the process. Default `true`. */
  readonly signals?: boolean;
  /** Instead of the SQLite file. */
  readonly storage?: Storage;
  readonly limits?: Partial<SyncLimits>;
  readonly requests?: Partial<RequestLimits>;
}

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

const CLIENT_FOLDER = fileURLToPath(new URL('../dist/client', import.meta.url));

/**
 * Runs the server: reads the configuration, opens the data, listens, says where.
 *
 * @throws ConfigError with one sentence when it cannot start as it was asked to.
 */
export async function serve(env: NodeJS.ProcessEnv = process.env, options: ServeOptions = {}): Promise<Served> {
  const config = readConfig(env);
  const log = createLog(config.log);
  const storage = options.storage ?? openSqlite({ file: config.data, synchronous: config.synchronous });
  const clientFolder = options.clientFolder === undefined ? CLIENT_FOLDER : options.clientFolder;
  const server = await startServer({
    config,
    storage,
    log,
    clientFolder,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.requests === undefined ? {} : { requests: options.requests }),
  }).catch(async (error: unknown) => {
    await storage.close();
    if ((error as NodeJS.ErrnoException).code === 'EADDRINUSE') {
      throw new ConfigError(`Port ${config.port} is in use: stop what uses it, or set PORT to another one.`);
    }
    throw error;
  });
  const say = options.say ?? ((line: string) => process.stdout.write(`${line}\n`));
  say(`Orgora is at ${server.url}`);
  if (options.signals ?? true) stopAtSignals(server, log);
  return { url: server.url, close: () => server.close() };
}

function stopAtSignals(server: Served, log: { error(details: object, text: string): void }): void {
  const stop = (): void => {
    server.close().then(
      () => process.exit(0),
      (error: unknown) => {
        log.error({ err: error }, 'the server did not stop cleanly');
        process.exit(1);
      },
    );
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
}
