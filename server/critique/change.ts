import { randomInt } from 'node:crypto';
import type { Id } from '#shared/board/model.ts';
import type { Command } from '#shared/critique/commands.ts';
import type { World } from '#shared/critique/decide/context.ts';
import { decide } from '#shared/critique/decide.ts';
import { itemsOf } from '#shared/critique/items.ts';
import { patchChanges } from '#shared/critique/patch/changes.ts';
import { phaseOf, slotsBegun } from '#shared/critique/program.ts';
import { type Actor, type Critique, withBaseline } from '#shared/critique/state.ts';
import { apiError } from '../http/api-error.ts';
import type { Services } from '../services.ts';
import type { SeatRecord } from '../storage/storage.ts';
import type { BoardReadings } from './board-readings.ts';
import type { Book } from './book.ts';
import { endSession } from './end-session.ts';
import { frozenPart } from './frozen-part.ts';

export interface Asked {
  readonly book: Book;
  readonly readings: BoardReadings;
  readonly seat: string;
  readonly command: Command;
}

/** What a command makes of a session, and how that is kept. */
export interface Change {
  readonly critique: Critique;
  write(): Promise<void>;
  /** What follows when it is kept and told. */
  after?(): Promise<void>;
}

const STEPS_OF_RANDOM = 2 ** 32;
/** 0 to below 1, such that nobody can foresee it: what is mixed must not be unmixed. */
const random = (): number => randomInt(STEPS_OF_RANDOM) / STEPS_OF_RANDOM;

const actorOf = ({ id, role, alias, who }: SeatRecord): Actor => ({ id, role, alias, who });

/** Decides a command as the council stands now. @throws ApiError when it is refused */
export async function change(services: Services, asked: Asked): Promise<Change> {
  const { storage } = services;
  const { book, readings, seat, command } = asked;
  const seats = await storage.seats(book.council);
  const actor = seats.find(({ id }) => id === seat);
  if (actor === undefined) throw apiError('no-seat');
  const boards = (await storage.boards(book.council)).filter((board) => board.deletedAt === null);
  const world: World = {
    now: services.now(),
    random,
    seats: seats.map(actorOf),
    boards,
    ...(await drawn(command, boards, readings)),
  };
  const decision = decide(book.critique, actorOf(actor), command, world);
  if ('forbidden' in decision) throw apiError(book.standing.phase === 'sealed' ? 'sealed' : 'forbidden');
  if ('refused' in decision) throw apiError('session-refused', { reason: decision.refused });
  if (command.type === 'run.end') return endSession(services, { book, seats, critique: decision.critique, command });
  const critique = await withBaselines(book.critique, decision.critique, readings);
  const phase = phaseOf(critique);
  const isMoved = phase !== book.standing.phase;
  return {
    critique,
    write: () =>
      storage.writeSession(book.council, { ...itemsOf(book.critique, critique), ...(isMoved ? { phase } : {}) }),
  };
}

/** What a comment is made on, and what its change would do, as the board is drawn now. */
async function drawn(
  command: Command,
  boards: readonly { readonly id: Id }[],
  readings: BoardReadings,
): Promise<Pick<World, 'frozen' | 'changes'>> {
  if (command.type !== 'comment.add' || !boards.some(({ id }) => id === command.comment.board)) return {};
  const { anchor, board, patch } = command.comment;
  if (anchor.on === 'board' && patch === undefined) return {};
  const reading = await readings.read(board);
  const frozen = anchor.on === 'board' ? null : frozenPart(reading.in(anchor.state), anchor, reading.version);
  return { frozen, ...(patch === undefined ? {} : { changes: patchChanges(reading.in(patch.state), patch) }) };
}

/** Keeps the boards whose turn begins as they are then: what changes later is told against that. */
async function withBaselines(before: Critique, after: Critique, readings: BoardReadings): Promise<Critique> {
  let critique = after;
  for (const slot of slotsBegun(before, after)) {
    critique = withBaseline(critique, slot.id, (await readings.read(slot.board)).file());
  }
  return critique;
}
