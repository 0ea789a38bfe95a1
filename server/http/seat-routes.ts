import type { FastifyInstance, FastifyRequest } from 'fastify';
import { roomName } from '#shared/lanes/names.ts';
import type { Link, NewLink, Seat } from '#shared/protocol/api.ts';
import { newSeatKey } from '../seats/keys.ts';
import { changeRole, removeSeat } from '../seats/roles.ts';
import { hashSecret, newId, newSecret } from '../seats/secrets.ts';
import type { Services } from '../services.ts';
import type { LinkRecord, SeatRecord } from '../storage/storage.ts';
import { apiError } from './api-error.ts';
import { BODIES, body } from './bodies.ts';
import { boardIn, seated } from './request-seat.ts';

type CouncilRequest = FastifyRequest<{ Params: { id: string } }>;
type LinkRequest = FastifyRequest<{ Params: { id: string; link: string } }>;
type SeatRequest = FastifyRequest<{ Params: { id: string; seat: string } }>;

const iso = (at: number): string => new Date(at).toISOString();

const linkAnswer = ({ id, role, createdAt, closedAt }: LinkRecord, seats: number): Link => ({
  id,
  role,
  createdAt: iso(createdAt),
  seats,
  closedAt: closedAt === null ? null : iso(closedAt),
});

/** Links, seats and tickets: who may come in, who is here, who must go. */
export function seatRoutes(app: FastifyInstance, services: Services): void {
  const { storage, hub, tickets } = services;

  const seatAnswer = ({ id, alias, who, role, link }: SeatRecord, mine: SeatRecord): Seat => ({
    id,
    alias,
    who,
    role,
    link,
    online: hub.isOnline(id),
    mine: id === mine.id,
  });

  app.get('/api/councils/:id/links', async (request: CouncilRequest): Promise<Link[]> => {
    const { council } = await seated(services, request, request.params.id, 'council.links');
    const seats = await storage.seats(council.id);
    return (await storage.links(council.id)).map((link) =>
      linkAnswer(link, seats.filter((seat) => seat.link === link.id).length),
    );
  });

  app.post('/api/councils/:id/links', async (request: CouncilRequest, reply) => {
    const { council } = await seated(services, request, request.params.id, 'council.links');
    if (council.phase === 'sealed') throw apiError('sealed');
    const { role } = body(BODIES.createLink, request.body);
    const secret = newSecret();
    const made = { id: newId(), council: council.id, role, hash: hashSecret(secret) };
    const link = { ...made, createdAt: services.now(), closedAt: null };
    await storage.createLink(link);
    const answer: NewLink = { ...linkAnswer(link, 0), secret };
    return reply.code(201).send(answer);
  });

  app.delete('/api/councils/:id/links/:link', async (request: LinkRequest, reply) => {
    const { seat: mine, council } = await seated(services, request, request.params.id, 'council.revoke');
    const link = (await storage.links(council.id)).find(({ id }) => id === request.params.link);
    if (link === undefined) throw apiError('link-not-found');
    if (mine.link === link.id) throw apiError('own-seat');
    for (const seat of await storage.deleteLink(link.id)) hub.closeSeat(seat.id, 'revoked');
    return reply.code(204).send();
  });

  app.get('/api/councils/:id/seats', async (request: CouncilRequest): Promise<Seat[]> => {
    const { seat: mine, council } = await seated(services, request, request.params.id, 'council.revoke');
    return (await storage.seats(council.id)).map((seat) => seatAnswer(seat, mine));
  });

  app.patch('/api/councils/:id/seats/:seat', async (request: SeatRequest) => {
    const { seat: mine, council } = await seated(services, request, request.params.id, 'session.roles');
    const { role } = body(BODIES.changeSeat, request.body);
    return seatAnswer(await changeRole(services, council, request.params.seat, role), mine);
  });

  app.post('/api/councils/:id/seats/:seat/key', async (request: SeatRequest, reply) => {
    const { seat: mine, council } = await seated(services, request, request.params.id, 'council.read');
    const seat = (await storage.seats(council.id)).find(({ id }) => id === request.params.seat);
    if (seat === undefined) throw apiError('seat-not-found');
    // Whoever holds a seat reads its silent comments and votes: not even a convenor takes that of somebody else.
    if (seat.id !== mine.id) throw apiError('not-own-seat');
    return reply.code(201).send({ secret: await newSeatKey(services, seat.id) });
  });

  app.delete('/api/councils/:id/seats/:seat', async (request: SeatRequest, reply) => {
    const { seat: mine, council } = await seated(services, request, request.params.id, 'council.revoke');
    if (request.params.seat === mine.id) throw apiError('own-seat');
    await removeSeat(services, council.id, request.params.seat);
    return reply.code(204).send();
  });

  app.post('/api/ticket', async (request) => {
    const { board: id } = body(BODIES.ticket, request.body);
    const found = await storage.board(id);
    if (found === null) throw apiError('board-not-found');
    const { seat, council } = await seated(services, request, found.council, 'board.read', found.id);
    const board = await boardIn(services, council, id);
    return { ticket: tickets.issue(seat.id, council.id, roomName('board', board.id)) };
  });
}
