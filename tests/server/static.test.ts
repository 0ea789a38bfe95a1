import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get, type IncomingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { precompress } from '../../server/http/precompress.ts';
import { startTestServer, type TestServer } from '../support/server.ts';

const PAGE = `<!doctype html><title>Orgora</title>${'<p>A page.</p>'.repeat(200)}`;
const SCRIPT = 'export const drawn = 1;\n'.repeat(200);
const PICTURE = Buffer.alloc(4_000, 7);

/** As it comes over the line: nothing unpacks it on the way. */
function fetchRaw(
  url: string,
  accept: string,
): Promise<{ status: number; headers: IncomingHttpHeaders; body: Buffer }> {
  return new Promise((done, failed) => {
    get(url, { headers: { 'accept-encoding': accept } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) });
      });
    }).on('error', failed);
  });
}

describe('the built client', () => {
  let folder: string;
  let server: TestServer;

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'orgora-client-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), PAGE);
    writeFileSync(join(folder, 'assets/board-abc123.js'), SCRIPT);
    writeFileSync(join(folder, 'assets/tiny-abc123.js'), 'export {};\n');
    writeFileSync(join(folder, 'picture.png'), PICTURE);
    await precompress(folder);
    server = await startTestServer({ clientFolder: folder });
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true });
  });

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ] as const)('STATIC-1 scripts come as %s where the browser takes it, kept for a year', async (coding, unpack) => {
    const { headers, body } = await fetchRaw(`${server.url}/assets/board-abc123.js`, coding);
    expect(headers).toMatchObject({
      'content-encoding': coding,
      'cache-control': 'public, max-age=31536000, immutable',
      vary: expect.stringMatching(/accept-encoding/i),
    });
    expect(headers['content-type']).toMatch(/javascript/);
    expect(body.length).toBeLessThan(SCRIPT.length / 10);
    expect(unpack(body).toString()).toBe(SCRIPT);
  });

  it('STATIC-2 who takes nothing compressed gets the file as it is', async () => {
    const { headers, body } = await fetchRaw(`${server.url}/assets/board-abc123.js`, 'identity');
    expect(headers['content-encoding']).toBeUndefined();
    expect(body.toString()).toBe(SCRIPT);
  });

  it('STATIC-3 every page is the one document, compressed and asked for anew', async () => {
    for (const path of ['/', '/b/some-board', '/join']) {
      const { status, headers, body } = await fetchRaw(`${server.url}${path}`, 'br, gzip');
      expect([status, headers['content-encoding'], headers['cache-control']]).toEqual([200, 'br', 'no-cache']);
      expect(headers['content-type']).toMatch(/html/);
      expect(headers['content-security-policy']).toContain("default-src 'self'");
      expect(brotliDecompressSync(body).toString()).toBe(PAGE);
    }
  });

  it('STATIC-4 pictures and tiny files have no compressed copy and come as they are', async () => {
    const picture = await fetchRaw(`${server.url}/picture.png`, 'br, gzip');
    expect([picture.headers['content-encoding'], picture.body.equals(PICTURE)]).toEqual([undefined, true]);
    const tiny = await fetchRaw(`${server.url}/assets/tiny-abc123.js`, 'br, gzip');
    expect([tiny.status, tiny.headers['content-encoding']]).toEqual([200, undefined]);
    expect((await fetchRaw(`${server.url}/assets/missing.js`, 'br, gzip')).status).toBe(404);
  });
});
