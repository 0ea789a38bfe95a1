import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:net';
import { afterEach, expect, test } from 'vitest';
import { BIN, orgora, ownFolder, refusal } from './orgora.ts';

const at = ownFolder();
const running: { kill: () => void }[] = [];
afterEach(() => {
  for (const one of running.splice(0)) one.kill();
});

/** Starts the real server on a free port and waits until it says where it is. */
async function started(data: string, node: readonly string[] = []) {
  const child = spawn(process.execPath, [...node, BIN, 'serve', '--port', '0', '--data', data], {
    env: { ...process.env, ORGORA_LOG: 'silent' },
  });
  running.push({ kill: () => child.kill('SIGKILL') });
  const ended = new Promise<number | null>((resolve) => child.on('exit', resolve));
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    child.on('exit', (code) => reject(new Error(`The server ended with ${code}: ${said}`)));
    child.stderr.on('data', (chunk: Buffer) => {
      said += chunk.toString();
    });
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /http:\/\/\S+/.exec(said);
      if (found !== null) resolve(found[0]);
    });
  });
  return { url, child, ended };
}

test('CLI-30 serve says its address, answers there, keeps its data in the file and ends cleanly when asked', async () => {
  const { url, child, ended } = await started(at('a.sqlite'));
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  expect(existsSync(at('a.sqlite'))).toBe(true);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
});

test('CLI-31 started through an older Node, the server ends with the command that started it', async () => {
  const old = `data:text/javascript,Object.defineProperty(process,'versions',{value:{...process.versions,node:'20.20.2'}})`;
  const { url, child, ended } = await started(at('b.sqlite'), ['--import', old]);
  expect((await fetch(`${url}/healthz`)).status).toBe(200);
  child.kill('SIGTERM');
  expect(await ended).toBe(0);
  await expect(fetch(`${url}/healthz`)).rejects.toThrow();
});

test('CLI-32 a port in use is told in one sentence', async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  try {
    const ended = await orgora(['serve', '--port', String(port), '--data', at('c.sqlite')]);
    expect(refusal(ended)).toContain(`Port ${port} is in use`);
  } finally {
    await new Promise((resolve) => other.close(resolve));
  }
});

test('CLI-33 listening for others without a key to create councils is refused with what to set', async () => {
  expect(refusal(await orgora(['serve', '--host', '0.0.0.0', '--data', at('d.sqlite')]))).toContain(
    'ORGORA_CREATE_KEY',
  );
});
