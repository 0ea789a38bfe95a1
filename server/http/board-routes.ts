import type { FastifyInstance, FastifyRequest } from 'fastify';
import { roomName } from '#shared/lanes/names.ts';
import { LIMITS } from '#shared/protocol/messages.ts';
import { contentOfCopy, contentOfFile, emptyContent, setTitle } from '../council/board-content.ts';
import { createBoard } from '../council/boards.ts';
import { summaryOf } from '../council/lane.ts';
import type { Services } from '../services.ts';
import type { BoardListing } from '../storage/storage.ts';
import { apiError } from './api-error.ts';
import { BODIES, body } from './bodies.ts';
import { boardIn, seated } from './request-seat.ts';

type CouncilRequest = FastifyRequest<{ Params: { id: string } }>;
type BoardRequest = FastifyRequest<{ Params: { id: string; board: string } }>;

/** JSON is longer than the document it makes. */
const FILE_BYTES = LIMITS.boardBytes * 2;
const NEW_TITLE = 'New board';

/** Boards of a council: make, rename, duplicate, delete, restore, read. */
export function boardRoutes(app: FastifyInstance, services: Services): void {
  const { storage, hub, lane } = services;

  const stateOf = async (id: string): Promise<Uint8Array> =>
    (await hub.room(roomName('board', id))).read((document) => document.state());
  const add = async (council: string, title: string, content: Uint8Array): Promise<BoardListing> => {
    if (content.length > LIMITS.boardBytes) throw apiError('too-large', { limit: '20 MB' });
    const board = await services.serial.run(council, () =>
      createBoard(storage, { council, title, content }, services.now()),
    );
    await lane.refresh(council);
    return board;
  };
  const listed = async (id: string): Promise<BoardListing> => {
    const board = await storage.board(id);
    if (board === null) throw apiError('board-not-found');
    return board;
  };

  app.post('/api/councils/:id/boards', { bodyLimit: FILE_BYTES }, async (request: CouncilRequest, reply) => {
    const { council } = await seated(services, request, request.params.id, 'board.create');
    const { title, file } = body(BODIES.createBoard, request.body);
    const made = file === undefined ? emptyContent(title || NEW_TITLE) : contentOfFile(file, title ?? '');
    const board = await add(council.id, made.title || NEW_TITLE, made.content);
    return reply.code(201).send(summaryOf(board));
  });

  app.patch('/api/councils/:id/boards/:board', async (request: BoardRequest) => {
    const { council } = await seated(services, request, request.params.id, 'board.rename', request.params.board);
    const board = await boardIn(services, council, request.params.board);
    const { title } = body(BODIES.rename, request.body);
    await hub.write(roomName('board', board.id), (doc) => setTitle(doc, title));
    await storage.updateBoard(board.id, { title });
    await lane.refresh(council.id);
    return summaryOf(await listed(board.id));
  });

  app.post('/api/councils/:id/boards/:board/duplicate', async (request: BoardRequest, reply) => {
    const { council } = await seated(services, request, request.params.id, 'board.duplicate', request.params.board);
    const board = await boardIn(services, council, request.params.board);
    const { title } = body(BODIES.duplicate, request.body);
    const copy = contentOfCopy(await stateOf(board.id), title || `Copy of ${board.title}`.slice(0, 200));
    return reply.code(201).send(summaryOf(await add(council.id, copy.title, copy.content)));
  });

  app.delete('/api/councils/:id/boards/:board', async (request: BoardRequest, reply) => {
    const { council } = await seated(services, request, request.params.id, 'board.delete', request.params.board);
    const board = await boardIn(services, council, request.params.board);
    await storage.updateBoard(board.id, { deletedAt: services.now() });
    await hub.settled();
    hub.closeRoom(roomName('board', board.id), 'deleted');
    hub.closeRoom(roomName('critique', board.id), 'deleted');
    await lane.refresh(council.id);
    return reply.code(204).send();
  });

  app.post('/api/councils/:id/boards/:board/restore', async (request: BoardRequest) => {
    const { council } = await seated(services, request, request.params.id, 'board.delete', request.params.board);
    const board = await boardIn(services, council, request.params.board, 'deleted');
    await storage.updateBoard(board.id, { deletedAt: null });
    await lane.refresh(council.id);
    return summaryOf(await listed(board.id));
  });

  app.get('/api/councils/:id/boards/:board/state', async (request: BoardRequest, reply) => {
    const { council } = await seated(services, request, request.params.id, 'board.read', request.params.board);
    const board = await boardIn(services, council, request.params.board);
    return reply.type('application/octet-stream').send(Buffer.from(await stateOf(board.id)));
  });
}
