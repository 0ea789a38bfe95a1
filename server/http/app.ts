import cookie from '@fastify/cookie';
import helmet from '@fastify/helmet';
import rateLimit from '@fastify/rate-limit';
import Fastify, { type FastifyInstance } from 'fastify';
import { isLoopback } from '../config.ts';
import type { Services } from '../services.ts';
import { ApiError, apiError } from './api-error.ts';
import { boardRoutes } from './board-routes.ts';
import { councilRoutes } from './council-routes.ts';
import { critiqueRoutes } from './critique-routes.ts';
import { healthRoutes } from './health-routes.ts';
import { historyRoutes } from './history-routes.ts';
import { isOwnOrigin } from './origin.ts';
import { seatRoutes } from './seat-routes.ts';
import { serveClient } from './static.ts';

const SAFE_METHODS = new Set(['GET', 'HEAD', 'OPTIONS']);
const BODY_BYTES = 64 * 1024;
const HOST = /^[\w.:[\]-]+$/;

/** Only what we serve ourselves runs in the page; styles in attributes are how the canvas places things. */
const contentSecurity = {
  useDefaults: false,
  directives: {
    'default-src': ["'self'"],
    'style-src': ["'self'", "'unsafe-inline'"],
    'img-src': ["'self'", 'data:', 'blob:'],
    'connect-src': [
      "'self'",
      (request: { headers: { host?: string | undefined } }) => {
        const host = request.headers.host ?? '';
        return HOST.test(host) ? `ws://${host} wss://${host}` : "'self'";
      },
    ],
    'object-src': ["'none'"],
    'base-uri': ["'self'"],
    'form-action': ["'self'"],
    'frame-ancestors': ["'none'"],
  },
};

function known(error: unknown): ApiError | null {
  if (error instanceof ApiError) return error;
  const status = (error as { statusCode?: number } | null)?.statusCode ?? 500;
  if (status === 413) return apiError('too-large', { limit: '20 MB' });
  if (status === 429) return error instanceof ApiError ? error : apiError('too-many-requests', { seconds: 60 });
  if (status >= 400 && status < 500) return apiError('bad-request', { reason: 'it is not the JSON that belongs here' });
  return null;
}

/** The HTTP side: API, health, and the built client. */
export async function createApp(services: Services, clientFolder: string | null): Promise<FastifyInstance> {
  const { config, log } = services;
  const app = Fastify({ logger: false, bodyLimit: BODY_BYTES, forceCloseConnections: true });

  await app.register(cookie);
  await app.register(helmet, {
    contentSecurityPolicy: contentSecurity,
    // Plain http on a local network is a supported way to run it; a proxy that adds https adds this too.
    strictTransportSecurity: false,
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
  });
  await app.register(rateLimit, {
    global: false,
    // Somebody at the machine itself needs no limit; from elsewhere a request never has this address.
    allowList: () => services.requests.loopbackFree && isLoopback(config.host),
    errorResponseBuilder: (_request, context) =>
      apiError('too-many-requests', { seconds: Math.max(1, Math.ceil(context.ttl / 1000)) }),
  });

  app.addHook('onRequest', async (request) => {
    const api = request.url.startsWith('/api/');
    if (api && !SAFE_METHODS.has(request.method) && !isOwnOrigin(request.headers, config.origins)) {
      throw apiError('foreign-origin');
    }
    if (api && !services.ready()) throw apiError('unavailable');
  });
  app.addHook('onSend', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('cache-control', 'no-store');
  });
  app.addHook('onResponse', async (request, reply) => {
    const { method, routeOptions } = request;
    log.debug({ method, route: routeOptions.url, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'http');
  });
  app.setErrorHandler(async (error, request, reply) => {
    const told = known(error);
    if (told === null)
      log.error({ method: request.method, route: request.routeOptions.url, err: error }, 'request failed');
    const answer = told ?? apiError('internal');
    return reply.code(answer.status).send(answer.body);
  });

  councilRoutes(app, services);
  boardRoutes(app, services);
  historyRoutes(app, services);
  seatRoutes(app, services);
  critiqueRoutes(app, services);
  healthRoutes(app, services);
  await serveClient(app, clientFolder);
  return app;
}
