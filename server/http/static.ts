import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { apiError } from './api-error.ts';

const YEAR_S = 365 * 24 * 3600;
const HASHED = /[/\\]assets[/\\]/;

/** Serves the built client; every address that is a page of its own gets the same document. */
export async function serveClient(app: FastifyInstance, folder: string | null): Promise<void> {
  const built = folder !== null && existsSync(join(folder, 'index.html'));
  if (built) {
    await app.register(fastifyStatic, {
      root: folder,
      wildcard: true,
      cacheControl: false,
      preCompressed: true,
      setHeaders: (reply, path) => {
        // A file with a hash in its name never changes; the page that names them may.
        reply.header('cache-control', HASHED.test(path) ? `public, max-age=${YEAR_S}, immutable` : 'no-cache');
      },
    });
  }
  app.setNotFoundHandler(async (request, reply) => {
    const path = request.url.split('?', 1)[0] as string;
    const isPage = request.method === 'GET' && !path.startsWith('/api/') && !path.includes('.');
    if (built && isPage) return reply.sendFile('index.html');
    const answer = apiError('not-found');
    return reply.code(answer.status).send(answer.body);
  });
}
