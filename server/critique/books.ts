import type { Command } from '#shared/critique/commands.ts';
import { critiqueFrom } from '#shared/critique/items.ts';
import { myPart } from '#shared/critique/project.ts';
import type { MyPart } from '#shared/critique/public.ts';
import { openStanding, type Standing } from '#shared/critique/standing.ts';
import { apiError } from '../http/api-error.ts';
import type { Services } from '../services.ts';
import type { CouncilRecord } from '../storage/storage.ts';
import type { Room } from '../sync/room.ts';
import { BoardReadings } from './board-readings.ts';
import { Book, sameStanding } from './book.ts';
import { type Change, change } from './change.ts';
import { finishEnding, isEnding, sealedMappingIn } from './ending.ts';
import { CritiqueLanes } from './lanes.ts';

/** A session that nobody has asked for in this time leaves memory. */
const KEEP_MS = 10 * 60_000;

/**
 * The sessions of all councils. Each is loaded once and changed by one command at a time; what changed is on disk before it is in
 * memory, and in memory before anybody is told.
 */
export class CritiqueBooks {
  readonly readings: BoardReadings;
  readonly lanes: CritiqueLanes;
  readonly #services: () => Services;
  readonly #books = new Map<string, { readonly book: Promise<Book>; usedAt: number }>();

  constructor(services: () => Services) {
    this.#services = services;
    this.lanes = new CritiqueLanes(services);
    this.readings = new BoardReadings(services);
  }

  /** A council's session, loaded once however many ask at the same moment. */
  book(council: string): Promise<Book> {
    const now = this.#services().now();
    const known = this.#books.get(council);
    if (known !== undefined) {
      known.usedAt = now;
      return known.book;
    }
    for (const [id, { usedAt }] of this.#books) {
      if (now - usedAt > KEEP_MS && !this.lanes.isWatched(id)) this.#books.delete(id);
    }
    const loading = this.#load(council);
    this.#books.set(council, { book: loading, usedAt: now });
    loading.catch(() => this.forget(council));
    return loading;
  }

  async #load(council: string): Promise<Book> {
    const { storage, serial, log } = this.#services();
    const items = await storage.sessionItems(council);
    if (isEnding(items)) {
      serial
        .run(council, () => finishEnding(this.#services(), council))
        .catch((error: unknown) => log.error({ council, err: error }, 'the end of a session could not be finished'));
    }
    return new Book(council, critiqueFrom(items));
  }

  /** The council is no more, or what is in memory may not be what is stored. */
  forget(council: string): void {
    this.#books.delete(council);
  }

  /** What rights depend on in a council now. */
  async standing(council: CouncilRecord): Promise<Standing> {
    return council.phase === 'sealed' ? openStanding('sealed') : (await this.book(council.id)).standing;
  }

  /**
   * Does what a seat asks for, and answers its own part of the session.
   *
   * @throws ApiError `forbidden`, `sealed`, or `session-refused` with the reason; `storage-failed` when nothing could be kept
   */
  async run(council: CouncilRecord, seat: string, command: Command): Promise<MyPart> {
    const services = this.#services();
    return services.serial.run(council.id, async () => {
      const book = await this.book(council.id);
      const changed = await change(services, { book, readings: this.readings, seat, command });
      if (changed.critique !== book.critique) await this.#turn(book, changed);
      return myPart(book.critique, seat, services.now());
    });
  }

  /** Writes first; then it is so, and is told. */
  async #turn(book: Book, changed: Change): Promise<void> {
    const { storage, hub, log } = this.#services();
    const boards = (await storage.boards(book.council)).map(({ id }) => id);
    const rooms = this.lanes.open(boards).map(({ name }) => ({ id: name.id, comments: book.comments(name.id) }));
    const session = book.told(new Set(boards));
    const { standing } = book;
    try {
      await changed.write();
    } catch (error) {
      // Whether it is on disk is not known: the next one reads what is.
      this.forget(book.council);
      log.error({ council: book.council, err: error }, 'a session could not be kept');
      this.#tellAgain(book.council).catch((trouble: unknown) => {
        log.error({ council: book.council, err: trouble }, 'a session could not be read again');
      });
      throw apiError('storage-failed');
    }
    book.turnTo(changed.critique);
    const isSame = sameStanding(standing, book.standing);
    this.lanes.tell(book, {
      boards: rooms.filter(({ id, comments }) => book.comments(id) !== comments).map(({ id }) => id),
      council: book.told(new Set(boards)) !== session,
    });
    if (!isSame) await hub.rightsChanged(book.council);
    await changed.after?.().catch((error: unknown) => {
      // It is kept what is left to do: loading the session again goes on with it.
      this.forget(book.council);
      log.error({ council: book.council, err: error }, 'the end of a session could not be finished');
    });
  }

  /** Everybody is told what is on disk, whatever that is. */
  async #tellAgain(council: string): Promise<void> {
    const { storage, hub } = this.#services();
    const book = await this.book(council);
    const boards = (await storage.boards(council)).map(({ id }) => id);
    this.lanes.tell(book, { boards, council: true });
    await hub.rightsChanged(council);
  }

  /** Brings a critique lane up to date before anybody sees it. */
  async open(room: Room): Promise<void> {
    const board = await this.#services().storage.board(room.name.id);
    if (board !== null) await this.lanes.write(room, await this.book(board.council));
  }

  /** What a convenor's passphrase opens, as it is kept; `null` when there is none. */
  async sealedMapping(council: string): Promise<unknown> {
    return sealedMappingIn(await this.#services().storage.sessionItems(council));
  }
}
