import type { FastifyInstance, FastifyRequest } from 'fastify';
import { encodeHistory } from '#shared/history/wire.ts';
import { roomName } from '#shared/lanes/names.ts';
import type { Action } from '#shared/rights/may.ts';
import { historySince } from '../history/history.ts';
import { historyOf, versionAnswer } from '../history/listing.ts';
import { newId } from '../seats/secrets.ts';
import type { Services } from '../services.ts';
import type { BoardListing, SeatRecord } from '../storage/storage.ts';
import { apiError } from './api-error.ts';
import { BODIES, body } from './bodies.ts';
import { boardIn, seated } from './request-seat.ts';

type HistoryRequest = FastifyRequest<{
  Params: { id: string; board: string };
  Querystring: { from?: string };
}>;
type VersionRequest = FastifyRequest<{ Params: { id: string; board: string; version: string } }>;

const PATH = '/api/councils/:id/boards/:board/history';

/**
 * What a board was: for those who may edit it. Who only looks never gets it, because what was removed before they came is in it.
 */
export function historyRoutes(app: FastifyInstance, services: Services): void {
  const { storage, hub } = services;

  const asked = async (
    request: FastifyRequest<{ Params: { id: string; board: string } }>,
    action: Action,
  ): Promise<{ readonly seat: SeatRecord; readonly board: BoardListing; readonly room: string }> => {
    const { seat, council } = await seated(services, request, request.params.id, action, request.params.board);
    const board = await boardIn(services, council, request.params.board);
    return { seat, board, room: roomName('board', board.id) };
  };

  app.get(PATH, async (request: HistoryRequest) => {
    const { board, room } = await asked(request, 'history.read');
    const history = await historyOf(storage, room, board.council);
    if (history === null) throw apiError('board-not-found');
    return history;
  });

  app.get(`${PATH}/updates`, async (request: HistoryRequest, reply) => {
    const { room } = await asked(request, 'history.read');
    const from = Number(request.query.from ?? 0);
    if (!Number.isSafeInteger(from) || from < 0)
      throw apiError('bad-request', { reason: 'from is not a whole number' });
    const piece = await historySince(storage, room, from);
    if (piece === null) throw apiError('board-not-found');
    return reply.type('application/octet-stream').send(Buffer.from(encodeHistory(piece)));
  });

  app.post(`${PATH}/versions`, async (request: HistoryRequest, reply) => {
    const { seat, room } = await asked(request, 'history.name');
    const { title } = body(BODIES.version, request.body);
    // What this person sees as saved is in it: everything that came before is committed first.
    const seq = await (await hub.room(room)).read((document) => document.seq);
    const version = { id: newId(), seq, at: services.now(), title, alias: seat.alias };
    await storage.createVersion(room, version);
    return reply.code(201).send(versionAnswer(version));
  });

  app.patch(`${PATH}/versions/:version`, async (request: VersionRequest) => {
    const { room } = await asked(request, 'history.name');
    const { title } = body(BODIES.version, request.body);
    const { version } = request.params;
    if (!(await storage.renameVersion(room, version, title))) throw apiError('version-not-found');
    const found = (await storage.versions(room)).find((one) => one.id === version);
    if (found === undefined) throw apiError('version-not-found');
    return versionAnswer(found);
  });

  app.delete(`${PATH}/versions/:version`, async (request: VersionRequest, reply) => {
    const { room } = await asked(request, 'history.name');
    if (!(await storage.deleteVersion(room, request.params.version))) throw apiError('version-not-found');
    return reply.code(204).send();
  });
}
