import type { CloseName } from '#shared/protocol/close-codes.ts';
import type { Storage } from '../storage/storage.ts';
import type { Connection } from './connection.ts';
import { type RightsIn, sameAccess } from './rights.ts';
import type { Room } from './room.ts';

export interface LiveRightsParts {
  readonly storage: Storage;
  rooms(): Iterable<Room>;
  close(connection: Connection, reason: CloseName, room: Room): void;
}

/** Keeps what open connections may do true while roles, phases and who presents change. */
export class LiveRights {
  readonly #parts: LiveRightsParts;
  #turn: Promise<void> = Promise.resolve();
  /** Rises with each change: who was looking up rights meanwhile must look again. */
  epoch = 0;
  /** Nobody may do anything before somebody says what. */
  rightsIn: RightsIn = () => null;

  constructor(parts: LiveRightsParts) {
    this.#parts = parts;
  }

  /**
   * Asks anew what everybody may do in a council's rooms. Who may no longer look is sent away (`revoked`); whose right to
   * write or to be seen changed comes back at once and finds the new one (`restart`); how much the others see of somebody
   * changes under way. Resolves when it is so.
   */
  changed(council: string): Promise<void> {
    this.epoch += 1;
    const mine = this.#turn.then(() => this.#ask(council));
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  async #ask(id: string): Promise<void> {
    const { storage, close } = this.#parts;
    const council = await storage.council(id);
    const seats = new Map((await storage.seats(id)).map((seat) => [seat.id, seat]));
    for (const room of this.#parts.rooms()) {
      let isMasked = false;
      for (const connection of [...room.connections]) {
        if (connection.seat.council !== id || connection.closedFor !== null) continue;
        const seat = seats.get(connection.seat.id);
        const rights =
          council === null || seat === undefined || seat.session !== connection.seat.session
            ? null
            : await this.rightsIn(seat, council, room.name);
        if (rights === null) close(connection, 'revoked', room);
        else if (!sameAccess(rights, connection.rights)) close(connection, 'restart', room);
        else {
          isMasked ||= rights.mask !== connection.rights.mask;
          connection.rights = rights;
        }
      }
      if (isMasked) room.restamp();
    }
  }
}
