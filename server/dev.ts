import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { createServer } from 'vite';

/** `npm run dev`: the API restarts and the page reloads when their code changes; the page's server passes the API on. */

const root = fileURLToPath(new URL('..', import.meta.url));
const apiPort = process.env['ORGORA_DEV_API_PORT'] ?? '4381';
const port = Number(process.env['PORT'] ?? '4380');
// Read by vite.config.ts.
process.env['ORGORA_DEV_API_PORT'] = apiPort;

const api = spawn(process.execPath, ['--watch', '--watch-preserve-output', 'server/dev-api.ts'], {
  cwd: root,
  stdio: ['ignore', 'inherit', 'inherit'],
  env: { ...process.env, PORT: apiPort, HOST: '127.0.0.1' },
});
const vite = await createServer({
  root: `${root}client`,
  configFile: `${root}vite.config.ts`,
  server: { port, strictPort: true, host: process.env['HOST'] ?? 'localhost' },
});

let stopping = false;
const stop = (code: number): void => {
  if (stopping) return;
  stopping = true;
  api.kill('SIGTERM');
  vite.close().then(
    () => process.exit(code),
    () => process.exit(1),
  );
};
process.once('SIGINT', () => stop(0));
process.once('SIGTERM', () => stop(0));
api.once('exit', (code) => stop(code ?? 0));

await vite.listen();
process.stdout.write(`Orgora in development is at http://localhost:${port}\n`);
