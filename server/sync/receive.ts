import type { CloseName } from '#shared/protocol/close-codes.ts';
import { MalformedError } from './byte-reader.ts';
import type { Connection } from './connection.ts';
import { type Frame, NEXT_PIECE, readFrame } from './frames.ts';
import type { SyncLimits } from './limits.ts';
import type { Pieces } from './pieces.ts';
import type { Room } from './room.ts';

const HELD_MS = 50;

export interface ReceiveContext {
  readonly limits: SyncLimits;
  readonly pieces: Pieces;
  now(): number;
  refuse(reason: CloseName): void;
  /** Too much at once: the first times it may come back, then it is told to stop. */
  flooded(): void;
}

function presence(room: Room, connection: Connection, body: Uint8Array, context: ReceiveContext): void {
  if (body.length > context.limits.presenceFrameBytes) throw new MalformedError('presence too large');
  // What a plain client echoes of others costs nothing but the look at it.
  if (!room.presence.concerns(connection, body)) return;
  if (connection.heldPresence !== null) {
    connection.heldPresence = body;
    return;
  }
  if (connection.buckets.presence.take(1, context.now())) {
    room.showPresence(connection, body);
    return;
  }
  // Above the rate only the latest is shown, and later.
  connection.heldPresence = body;
  const timer = setTimeout(() => {
    const held = connection.heldPresence;
    connection.heldPresence = null;
    if (held !== null && connection.closedFor === null && room.connections.has(connection)) {
      guarded(context, () => presence(room, connection, held, context));
    }
  }, HELD_MS);
  timer.unref();
}

function guarded(context: ReceiveContext, run: () => void): void {
  try {
    run();
  } catch (error) {
    if (!(error instanceof MalformedError)) throw error;
    context.refuse('malformed');
  }
}

type Of<T extends Frame['type']> = Extract<Frame, { readonly type: T }>;

function update(room: Room, connection: Connection, frame: Of<'update'>, context: ReceiveContext): void {
  if (context.pieces.isWaiting(connection)) throw new MalformedError('a message between the pieces of another');
  if (!connection.rights.edit) context.refuse('forbidden');
  else if (connection.buckets.documents.take(1, context.now())) room.offer(connection, frame.update, frame.answers);
  else context.flooded();
}

/** Asks for the next piece when there is room for it. */
function askForMore(room: Room, connection: Connection, { limits, now }: ReceiveContext): void {
  const ask = (): void => {
    if (connection.closedFor === null && room.connections.has(connection)) connection.pass(NEXT_PIECE);
  };
  const wait = connection.buckets.bytes.wait(limits.pieceBytes + limits.byteReserve, now());
  if (wait === 0) ask();
  else setTimeout(ask, wait).unref();
}

function piece(room: Room, connection: Connection, frame: Of<'piece'>, context: ReceiveContext): void {
  // Who may not write is not listened to, and nothing of it is kept.
  if (!connection.rights.edit) {
    context.refuse('forbidden');
    return;
  }
  const gathered = context.pieces.add(connection, frame.total, frame.part, context.now());
  if ('refused' in gathered) {
    context.refuse(gathered.refused);
    return;
  }
  if (gathered.message !== null) {
    const whole = readFrame(gathered.message);
    if (whole.type !== 'update') throw new MalformedError('pieces of what is no change');
    update(room, connection, whole, context);
  }
  askForMore(room, connection, context);
}

function take(room: Room, connection: Connection, frame: Frame, context: ReceiveContext): void {
  const now = context.now();
  switch (frame.type) {
    case 'presence':
      presence(room, connection, frame.body, context);
      return;
    case 'query':
      if (connection.buckets.step1.take(1, now)) room.tellPresence(connection);
      else context.flooded();
      return;
    case 'step1':
      if (connection.buckets.step1.take(1, now)) room.ask(connection, frame.vector);
      else context.flooded();
      return;
    case 'piece':
      piece(room, connection, frame, context);
      return;
    case 'update':
      update(room, connection, frame, context);
  }
}

/** One frame from a socket. */
export function receive(room: Room, connection: Connection, bytes: Uint8Array, context: ReceiveContext): void {
  if (connection.closedFor !== null) return;
  const now = context.now();
  if (!connection.buckets.frames.take(1, now) || !connection.buckets.bytes.take(bytes.length, now)) {
    context.flooded();
    return;
  }
  guarded(context, () => take(room, connection, readFrame(bytes), context));
}
