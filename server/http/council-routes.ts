import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { roomName } from '#shared/lanes/names.ts';
import type { Council, Me } from '#shared/protocol/api.ts';
import { may } from '#shared/rights/may.ts';
import { sameKey } from '../config.ts';
import { removeCouncil } from '../council/ending.ts';
import { summaryOf } from '../council/lane.ts';
import { joinByKey } from '../seats/keys.ts';
import { newSeat, takeSeat } from '../seats/seats.ts';
import { hashSecret, isSecret, newId, newSecret } from '../seats/secrets.ts';
import type { Services } from '../services.ts';
import { apiError } from './api-error.ts';
import { BODIES, body } from './bodies.ts';
import { SESSION_COOKIE, type Seated, seated, sessionOf } from './request-seat.ts';

const SESSION_DAYS = 180;
/** Same restore time as `server/main.ts` purges by. */
export const RESTORE_DAYS = 30;

type CouncilRequest = FastifyRequest<{ Params: { id: string } }>;

function isSecure(request: FastifyRequest): boolean {
  return request.protocol === 'https' || request.headers['x-forwarded-proto'] === 'https';
}

function setSession(request: FastifyRequest, reply: FastifyReply, secret: string): void {
  reply.setCookie(SESSION_COOKIE, secret, {
    path: '/',
    httpOnly: true,
    sameSite: 'strict',
    secure: isSecure(request),
    maxAge: SESSION_DAYS * 24 * 3600,
  });
}

async function answer(services: Services, { seat, council }: Seated): Promise<Council> {
  const boards = await services.storage.boards(council.id);
  const canRestore = may(seat.role, council.phase, 'board.delete');
  return {
    id: council.id,
    title: council.title,
    alone: council.alone,
    phase: council.phase,
    role: seat.role,
    seat: seat.id,
    alias: seat.alias,
    who: seat.who,
    boards: boards.filter((board) => board.deletedAt === null).map(summaryOf),
    deleted: canRestore ? boards.filter((board) => board.deletedAt !== null).map(summaryOf) : [],
    deleteAt: council.deleteAt === null ? null : new Date(council.deleteAt).toISOString(),
  };
}

/** Councils: make, join, read, rename, delete. */
export function councilRoutes(app: FastifyInstance, services: Services): void {
  const { storage, hub, config, requests } = services;
  const limit = (max: number) => ({ config: { rateLimit: { max, timeWindow: 60_000 } } });

  app.get('/api/me', async (request): Promise<Me> => {
    const session = sessionOf(request);
    const seats = session === null ? [] : await storage.seatsOf(hashSecret(session));
    const councils = await Promise.all(
      seats.map(async ({ council: id, role }) => {
        const council = await storage.council(id);
        return council === null ? [] : [{ id, title: council.title, role, alone: council.alone }];
      }),
    );
    return { councils: councils.flat(), createKeyNeeded: config.createKey !== null };
  });

  app.post('/api/councils', limit(requests.createPerMinute), async (request, reply) => {
    const { title, alone, createKey } = body(BODIES.createCouncil, request.body);
    if (config.createKey !== null) {
      if (createKey === undefined || createKey === '') throw apiError('create-key-needed');
      if (!sameKey(createKey, config.createKey)) throw apiError('create-key-wrong');
    }
    const session = sessionOf(request) ?? newSecret();
    const now = services.now();
    const council = {
      id: newId(),
      title: title === undefined || title === '' ? 'New council' : title,
      alone: alone ?? false,
      phase: 'open',
      createdAt: now,
      deleteAt: null,
    } as const;
    const input = { council: council.id, session: hashSecret(session), role: 'convenor', link: null } as const;
    const seat = newSeat(input, [], now);
    await storage.createRoom(roomName('council', council.id), newId(), []);
    await storage.createCouncil(council, seat);
    setSession(request, reply, session);
    return reply.code(201).send(await answer(services, { seat, council }));
  });

  app.post('/api/join', limit(requests.joinPerMinute), async (request, reply) => {
    const { secret } = body(BODIES.join, request.body);
    const link = isSecret(secret) ? await storage.linkByHash(hashSecret(secret)) : null;
    const session = sessionOf(request) ?? newSecret();
    if (link === null) {
      const council = isSecret(secret) ? await joinByKey(services, secret, session) : null;
      if (council === null) throw apiError('link-invalid');
      setSession(request, reply, session);
      return { councilId: council };
    }
    if (link.closedAt !== null) throw apiError('link-closed');
    const joined = await services.serial.run(link.council, () => takeSeat(storage, link, session, services.now()));
    if (typeof joined === 'string') throw apiError(joined);
    const { seat, upgraded } = joined;
    // With more rights now, what is open comes back by itself and finds them.
    if (upgraded) hub.closeSeat(seat.id, 'restart');
    const council = await storage.council(link.council);
    if (council?.alone === true) {
      await storage.updateCouncil(council.id, { alone: false });
      await services.lane.refresh(council.id);
    }
    setSession(request, reply, session);
    return { councilId: link.council };
  });

  app.get('/api/councils/:id', async (request: CouncilRequest) =>
    answer(services, await seated(services, request, request.params.id, 'council.read')),
  );

  app.patch('/api/councils/:id', async (request: CouncilRequest) => {
    const { title, deleteAt } = body(BODIES.changeCouncil, request.body);
    const at = deleteAt === undefined ? undefined : Date.parse(deleteAt);
    if (title === undefined && at === undefined) throw apiError('bad-request', { reason: 'nothing is to change' });
    if (title !== undefined) await seated(services, request, request.params.id, 'council.rename');
    if (at !== undefined) await seated(services, request, request.params.id, 'council.delete');
    if (at !== undefined && at <= services.now()) throw apiError('bad-request', { reason: 'deleteAt is in the past' });
    const { seat, council } = await seated(services, request, request.params.id, 'council.read');
    const patch = { ...(title === undefined ? {} : { title }), ...(at === undefined ? {} : { deleteAt: at }) };
    await storage.updateCouncil(council.id, patch);
    await services.lane.refresh(council.id);
    return answer(services, { seat, council: { ...council, ...patch } });
  });

  app.delete('/api/councils/:id', async (request: CouncilRequest, reply) => {
    const { council } = await seated(services, request, request.params.id, 'council.delete');
    await removeCouncil(services, council.id);
    return reply.code(204).send();
  });
}
