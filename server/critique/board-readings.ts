import { readCites } from '#shared/board/cites.ts';
import { writeFile } from '#shared/board/file.ts';
import type { BoardFile } from '#shared/board/file-types.ts';
import type { Board, Id, StateId } from '#shared/board/model.ts';
import { readBoard, readStateBoards, readStates } from '#shared/board/read.ts';
import { roomName } from '#shared/lanes/names.ts';
import type { Hub } from '../sync/hub.ts';
import type { Room } from '../sync/room.ts';
import type { RoomDocument } from '../sync/room-document.ts';

/** A board as it is committed at one moment. */
export interface Reading {
  /** Place in the board's log. */
  readonly version: number;
  readonly board: Board;
  /** The board in a state; the first one when it has no such state. */
  in(state: StateId | undefined): Board;
  /** Proposals that its drawing cites. */
  readonly cites: ReadonlySet<Id>;
  /** All of it, with its states. */
  file(): BoardFile;
}

/** Reads boards for the session: each version once, however many comment on it at the same moment. */
export class BoardReadings {
  readonly #services: () => { readonly hub: Hub };
  readonly #last = new WeakMap<Room, Reading>();

  constructor(services: () => { readonly hub: Hub }) {
    this.#services = services;
  }

  /** @throws NoSuchRoomError */
  async read(board: Id): Promise<Reading> {
    const room = await this.#services().hub.room(roomName('board', board));
    return room.read((document) => {
      const known = this.#last.get(room);
      if (known?.version === document.seq) return known;
      const fresh = readingOf(document);
      this.#last.set(room, fresh);
      return fresh;
    });
  }
}

function readingOf({ doc, seq }: RoomDocument): Reading {
  const board = readBoard(doc);
  const others = new Map(
    readStates(doc).length > 1 ? readStateBoards(doc).map((state) => [state.id as StateId, state] as const) : [],
  );
  return {
    version: seq,
    board,
    cites: new Set(readCites(doc).keys()),
    in: (state) => others.get(state ?? 'now')?.board ?? board,
    file: () => writeFile(board, [...others.values()]),
  };
}
