import type { FastifyInstance, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { type Digest, digestOf } from '#shared/critique/digest.ts';
import { slotOn } from '#shared/critique/program.ts';
import { convenorPart, myPart } from '#shared/critique/project.ts';
import type { ConvenorPart, MyPart, People } from '#shared/critique/public.ts';
import type { Recap } from '#shared/critique/recap/recap.ts';
import { mayOn } from '#shared/critique/standing.ts';
import { lintNames } from '#shared/redaction/lint.ts';
import { changesSince } from '../critique/changes-since.ts';
import { COMMAND } from '../critique/command-schema.ts';
import { openMapping } from '../critique/mapping.ts';
import { Pace } from '../critique/pace.ts';
import { peopleIn } from '../critique/people.ts';
import { councilRecap } from '../critique/recap.ts';
import type { Services } from '../services.ts';
import { apiError } from './api-error.ts';
import { body } from './bodies.ts';
import { boardIn, seated } from './request-seat.ts';

type CouncilRequest = FastifyRequest<{ Params: { id: string } }>;
type BoardRequest = FastifyRequest<{ Params: { id: string; board: string } }>;
type DigestRequest = FastifyRequest<{ Params: { id: string }; Querystring: { board?: string } }>;

/** A proposal carries the part of a board that it changes. */
const COMMAND_BYTES = 128 * 1024;
const MAPPING = z.object({ passphrase: z.string().max(500) });

/** The session of a council: what seats tell it, and what each may know of it. */
export function critiqueRoutes(app: FastifyInstance, services: Services): void {
  const { critique: books, log } = services;
  const commands = new Pace(services.requests.commandBurst, services.requests.commandsPerSecond);
  const tries = new Pace(5, 1 / 30);
  const paced = (pace: Pace, seat: string): void => {
    const wait = pace.take(seat, services.now());
    if (wait > 0) throw apiError('too-many-requests', { seconds: Math.max(1, Math.ceil(wait / 1000)) });
  };

  app.post('/api/councils/:id/commands', { bodyLimit: COMMAND_BYTES }, async (request: CouncilRequest) => {
    const { seat, council } = await seated(services, request, request.params.id, 'council.read');
    paced(commands, seat.id);
    const command = body(COMMAND, request.body);
    const began = performance.now();
    // Never who, nor what: only that it happened, and how long it took.
    const note = (result: string): void =>
      log.info({ command: command.type, result, ms: Math.round(performance.now() - began) }, 'session');
    try {
      const answer = await books.run(council, seat.id, command);
      note('done');
      return answer;
    } catch (error) {
      note(error instanceof Error && 'code' in error ? String(error.code) : 'failed');
      throw error;
    }
  });

  app.get('/api/councils/:id/session/mine', async (request: CouncilRequest): Promise<MyPart> => {
    const { seat, council } = await seated(services, request, request.params.id, 'council.read');
    const book = await books.book(council.id);
    return myPart(book.critique, seat.id, services.now());
  });

  app.get('/api/councils/:id/session/people', async (request: CouncilRequest): Promise<People> => {
    const { council } = await seated(services, request, request.params.id, 'council.read');
    const boards = (await services.storage.boards(council.id)).filter((board) => board.deletedAt === null);
    return peopleIn(
      services.hub,
      council.id,
      boards.map(({ id }) => id),
    );
  });

  app.get('/api/councils/:id/session/plan', async (request: CouncilRequest): Promise<ConvenorPart> => {
    const { council } = await seated(services, request, request.params.id, 'session.plan');
    return convenorPart((await books.book(council.id)).critique);
  });

  app.get('/api/councils/:id/session/digest', async (request: DigestRequest): Promise<Digest> => {
    const { council } = await seated(services, request, request.params.id, 'council.read');
    const { critique } = await books.book(council.id);
    const asked = request.query.board ?? slotOn(critique)?.board ?? critique.slots[0]?.board ?? '';
    const { id } = await boardIn(services, council, asked);
    return digestOf(critique, id, await changesSince(critique, id, books.readings), services.now());
  });

  app.get('/api/councils/:id/session/recap', async (request: CouncilRequest): Promise<Recap> => {
    const { council } = await seated(services, request, request.params.id, 'recap.read');
    const { critique } = await books.book(council.id);
    return councilRecap({ storage: services.storage, readings: books.readings }, council, critique);
  });

  app.get('/api/councils/:id/boards/:board/names', async (request: BoardRequest) => {
    const { seat, council } = await seated(services, request, request.params.id, 'board.read');
    const board = await boardIn(services, council, request.params.board);
    const { standing } = await books.book(council.id);
    const isOwner = standing.owners.get(board.id) === seat.id;
    if (!isOwner && !mayOn(standing, seat, board.id, 'session.plan')) throw apiError('forbidden');
    return { findings: lintNames((await books.readings.read(board.id)).board) };
  });

  app.post('/api/councils/:id/session/mapping', async (request: CouncilRequest) => {
    const { seat, council } = await seated(services, request, request.params.id, 'council.read');
    if (seat.role !== 'convenor') throw apiError('forbidden');
    paced(tries, council.id);
    const { passphrase } = body(MAPPING, request.body);
    const kept = await books.sealedMapping(council.id);
    if (kept === null) throw apiError('not-found');
    const opened = await openMapping(kept, passphrase);
    if (opened === null) throw apiError('passphrase-wrong');
    return opened;
  });
}
