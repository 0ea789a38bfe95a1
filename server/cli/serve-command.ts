import type { CliCommand } from './cli-command.ts';
import { CliError } from './cli-error.ts';

interface Options {
  readonly port?: string;
  readonly host?: string;
  readonly data?: string;
}

/** A port that can be listened on, 0 for any free one. Throws `CliError` for anything else. */
function portFrom(text: string): string {
  const port = Number(text);
  if (/^\d{1,5}$/.test(text) && port <= 65_535) return text;
  throw new CliError(`"${text}" is not a port: give a whole number from 0 to 65535.`);
}

/** `orgora serve`: the flags stand above the environment's `PORT`, `HOST` and `ORGORA_DATA`. */
export const serveCommand: CliCommand = (program) => {
  program
    .command('serve')
    .description('Start the server. PORT, HOST and ORGORA_DATA in the environment say the same as the options.')
    .option('--port <number>', 'port to listen on (4380)')
    .option('--host <address>', 'address to listen on (localhost)')
    .option('--data <file>', 'the file that keeps all councils and boards')
    .action(async ({ port, host, data }: Options) => {
      // Loaded only here: the other commands start faster without the server, and run where its data cannot be opened.
      const [{ serve }, { ConfigError }] = await Promise.all([import('../main.ts'), import('../config.ts')]);
      try {
        await serve({
          ...process.env,
          ...(port === undefined ? {} : { PORT: portFrom(port) }),
          ...(host === undefined ? {} : { HOST: host }),
          ...(data === undefined ? {} : { ORGORA_DATA: data }),
        });
      } catch (error) {
        if (error instanceof ConfigError) throw new CliError(error.message);
        throw error;
      }
    });
};
