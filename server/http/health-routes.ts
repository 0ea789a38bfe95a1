import type { FastifyInstance } from 'fastify';
import type { Services } from '../services.ts';

/** For whoever runs the server: alive, ready for work, and figures. */
export function healthRoutes(app: FastifyInstance, { storage, metrics, log, ready }: Services): void {
  app.get('/healthz', async () => ({ ok: true }));

  app.get('/readyz', async (_request, reply) => {
    if (!ready()) return reply.code(503).send({ ok: false });
    try {
      await storage.check();
      return { ok: true };
    } catch (error) {
      log.error({ err: error }, 'storage does not answer');
      return reply.code(503).send({ ok: false });
    }
  });

  app.get('/metrics', async (_request, reply) =>
    reply.type(metrics.registry.contentType).send(await metrics.registry.metrics()),
  );
}
