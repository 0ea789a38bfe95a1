import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { type RawData, WebSocket, WebSocketServer } from 'ws';
import { parseRoom, type RoomName } from '#shared/lanes/names.ts';
import { CLOSE, type CloseName } from '#shared/protocol/close-codes.ts';
import { isOwnOrigin } from '../http/origin.ts';
import { SESSION_COOKIE } from '../http/request-seat.ts';
import { hashSecret, isSecret } from '../seats/secrets.ts';
import type { Services } from '../services.ts';
import type { CouncilRecord, SeatRecord } from '../storage/storage.ts';
import { Connection } from './connection.ts';
import { Floods } from './floods.ts';
import { NoSuchRoomError } from './hub.ts';
import { Pieces } from './pieces.ts';
import { receive } from './receive.ts';
import type { Rights } from './rights.ts';
import type { Room } from './room.ts';

export const SUBPROTOCOL = 'board.v1';
const TICKET = 'ticket.';
const MESSAGE_TOO_BIG = 1009;
const GOODBYE_MS = 1_000;
const GOODBYE_STEP_MS = 10;
/** How long a closed socket may take to say goodbye, in ms. */
const CLOSE_SOON = { closeTimeout: 3_000 };

/** Says in our words what `ws` itself closes for; 1009 would bring the client back with the same message for ever. */
class RoomSocket extends WebSocket {
  override close(code?: number, reason?: string | Buffer): void {
    if (code === MESSAGE_TOO_BIG) super.close(CLOSE.tooMany.code, CLOSE.tooMany.sentence);
    else super.close(code, reason);
  }
}

interface Admitted {
  readonly seat: SeatRecord;
  readonly council: CouncilRecord;
  readonly rights: Rights;
}

function cookie(request: IncomingMessage, name: string): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=', 2);
    if (key === name && value !== undefined) return value;
  }
  return null;
}

function ticketOf(request: IncomingMessage): string | null {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim());
  return offered.find((protocol) => protocol.startsWith(TICKET))?.slice(TICKET.length) ?? null;
}

function roomOf(request: IncomingMessage): RoomName | null {
  const path = (request.url ?? '').split('?', 1)[0] as string;
  return path.startsWith('/sync/') ? parseRoom(path.slice('/sync/'.length)) : null;
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}

/** Lets sockets in: origin first, then who they are, then the room. What is refused is told by a close code. */
export class Gate {
  readonly #services: Services;
  readonly #server: WebSocketServer;
  readonly #floods: Floods;
  readonly #pieces: Pieces;
  readonly #pings: NodeJS.Timeout;
  readonly #alive = new WeakSet<WebSocket>();
  #isShut = false;

  constructor(services: Services, http: Server) {
    this.#services = services;
    this.#floods = new Floods(services.limits, () => services.now());
    this.#pieces = new Pieces(services.limits);
    this.#server = new WebSocketServer({
      noServer: true,
      WebSocket: RoomSocket,
      maxPayload: services.limits.messageBytes,
      perMessageDeflate: false,
      ...CLOSE_SOON,
      handleProtocols: (protocols) => (protocols.has(SUBPROTOCOL) ? SUBPROTOCOL : false),
    });
    http.on('upgrade', (request, socket, head) => this.#upgrade(request, socket, head));
    this.#pings = setInterval(() => this.#ping(), services.limits.pingMs);
    this.#pings.unref();
  }

  #upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    socket.on('error', () => socket.destroy());
    if (this.#isShut) {
      refuseUpgrade(socket, '503 Service Unavailable');
      return;
    }
    if (!isOwnOrigin(request.headers, this.#services.config.origins)) {
      refuseUpgrade(socket, '403 Forbidden');
      return;
    }
    if (!(request.url ?? '').startsWith('/sync/')) {
      refuseUpgrade(socket, '404 Not Found');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (ws) => {
      // Nothing is read before it is known who writes.
      ws.pause();
      ws.on('error', (error) => this.#services.log.debug({ err: error }, 'socket error'));
      this.#enter(request, ws, socket).catch((error: unknown) => {
        this.#services.log.error({ err: error }, 'socket not let in');
        this.#reject(ws, 'later');
      });
    });
  }

  #reject(ws: WebSocket, name: CloseName): void {
    this.#services.metrics.refused.inc({ reason: name });
    ws.resume();
    ws.close(CLOSE[name].code, CLOSE[name].sentence);
  }

  async #enter(request: IncomingMessage, ws: WebSocket, line: Duplex): Promise<void> {
    const services = this.#services;
    const name = roomOf(request);
    const admitted = name === null ? 'missing' : await this.#admit(request, name);
    if (name === null || typeof admitted === 'string') {
      this.#reject(ws, typeof admitted === 'string' ? admitted : 'missing');
      return;
    }
    if (!services.ready()) {
      this.#reject(ws, 'restart');
      return;
    }
    try {
      const room = await services.hub.room(`${name.lane}/${name.id}`);
      // Loading takes a moment, in which a seat may have been revoked or changed, or the line dropped.
      const still = await this.#stillAdmitted(admitted, name);
      if (still === null) this.#reject(ws, 'revoked');
      else if (services.hub.socketsOf(still.seat.id) >= services.limits.socketsPerSeat) this.#reject(ws, 'tooMany');
      else if (this.#floods.mustStop(still.seat.id)) this.#reject(ws, 'tooMany');
      else if (ws.readyState === WebSocket.OPEN) this.#attach(ws, line, room, still);
    } catch (error) {
      if (!(error instanceof NoSuchRoomError)) throw error;
      this.#reject(ws, 'missing');
    }
  }

  /** Whose socket this is, and whether it may look into this room. */
  async #admit(request: IncomingMessage, name: RoomName): Promise<Admitted | CloseName> {
    const { storage, tickets } = this.#services;
    const board = name.lane === 'council' ? null : await storage.board(name.id);
    const councilId = name.lane === 'council' ? name.id : board?.council;
    const ticket = ticketOf(request);
    const session = cookie(request, SESSION_COOKIE);
    let seat: SeatRecord | null = null;
    if (ticket !== null) {
      const pass = isSecret(ticket) ? tickets.redeem(ticket, `${name.lane}/${name.id}`) : null;
      if (pass === null) return 'revoked';
      seat = (await storage.seats(pass.council)).find(({ id }) => id === pass.seat) ?? null;
    } else if (isSecret(session)) {
      const hash = hashSecret(session);
      seat = councilId === undefined ? null : await storage.seatOf(hash, councilId);
      // Somebody whose only seat was revoked is told so; to a stranger there is nothing here.
      if (seat === null) return (await storage.seatsOf(hash)).length === 0 ? 'revoked' : 'missing';
    }
    if (seat === null) return 'revoked';
    const council = councilId === undefined ? null : await storage.council(councilId);
    if (council === null || seat.council !== council.id) return 'missing';
    const rights = await this.#services.rightsIn(seat, council, name);
    if (rights === null) return 'forbidden';
    return board !== null && board.deletedAt !== null ? 'deleted' : { seat, council, rights };
  }

  /** The same as it is now, looked up again until nothing changed meanwhile; `null` when the seat is gone or another's. */
  async #stillAdmitted(admitted: Admitted, name: RoomName): Promise<Admitted | null> {
    const { storage, hub, rightsIn } = this.#services;
    for (;;) {
      const { epoch } = hub.rights;
      const council = await storage.council(admitted.council.id);
      const seats = await storage.seats(admitted.council.id);
      const seat = seats.find(({ id, session }) => id === admitted.seat.id && session === admitted.seat.session);
      if (council === null || seat === undefined) return null;
      const rights = await rightsIn(seat, council, name);
      if (epoch === hub.rights.epoch) return rights === null ? null : { seat, council, rights };
    }
  }

  #attach(ws: WebSocket, line: Duplex, room: Room, { seat, rights }: Admitted): void {
    const { hub, limits, metrics } = this.#services;
    const now = this.#services.now();
    const connection = new Connection(ws, line, seat, rights, limits, now, (bytes) => {
      metrics.framesOut.inc();
      metrics.bytesOut.inc(bytes);
    });
    const context = {
      limits,
      pieces: this.#pieces,
      now: () => this.#services.now(),
      refuse: (reason: CloseName) => hub.refuse(connection, reason, room.id),
      flooded: () => hub.refuse(connection, this.#floods.count(seat.id), room.id),
    };
    ws.on('message', (data: RawData, isBinary: boolean) => {
      metrics.framesIn.inc();
      if (isBinary) receive(room, connection, data as Buffer, context);
      else context.refuse('malformed');
    });
    ws.on('pong', () => this.#alive.add(ws));
    ws.on('close', () => {
      this.#pieces.drop(connection);
      hub.leave(room, connection);
    });
    this.#alive.add(ws);
    hub.join(room, connection);
    ws.resume();
  }

  /** Lines that no longer answer are dropped, so that nobody's cursor stays behind, and who never ends what they began. */
  #ping(): void {
    for (const connection of this.#pieces.late(this.#services.now())) connection.close('later');
    for (const ws of this.#server.clients) {
      if (!this.#alive.delete(ws)) ws.terminate();
      else ws.ping();
    }
  }

  /** Lets nobody in any more. */
  shut(): void {
    this.#isShut = true;
    clearInterval(this.#pings);
  }

  /** Waits a moment for the goodbyes of those who were sent away, then drops who did not say it. */
  async close(): Promise<void> {
    this.shut();
    const deadline = Date.now() + GOODBYE_MS;
    while (this.#server.clients.size > 0 && Date.now() < deadline) {
      await new Promise((next) => setTimeout(next, GOODBYE_STEP_MS));
    }
    for (const ws of this.#server.clients) ws.terminate();
    this.#server.close();
  }
}
