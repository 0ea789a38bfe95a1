import type { Id } from '#shared/board/model.ts';
import { writeCritiqueLane } from '#shared/lanes/critique.ts';
import { roomName } from '#shared/lanes/names.ts';
import type { Services } from '../services.ts';
import type { Room } from '../sync/room.ts';
import type { Book } from './book.ts';

/**
 * Keeps the lanes of a council saying what its session says, while somebody looks. What is written is read from the session at
 * the moment of writing, so that a lane never goes back; what is not open catches up when it is opened.
 */
export class CritiqueLanes {
  readonly #services: () => Pick<Services, 'storage' | 'hub' | 'lane' | 'log'>;

  constructor(services: () => Pick<Services, 'storage' | 'hub' | 'lane' | 'log'>) {
    this.#services = services;
  }

  /** Boards whose comments somebody has open now. */
  open(boards: readonly Id[]): readonly Room[] {
    const { hub } = this.#services();
    return boards.flatMap((board) => hub.opened(roomName('critique', board)) ?? []);
  }

  /** Whether somebody has a page of this council open. */
  isWatched(council: string): boolean {
    return this.#services().hub.opened(roomName('council', council)) !== null;
  }

  /** Brings one board's comments up to date. */
  write(room: Room, book: Book): Promise<void> {
    return room.write((doc) => writeCritiqueLane(doc, book.comments(room.name.id)));
  }

  /** Tells what a command changed. Nobody waits for it: a lane that cannot be written closes, and is right when it opens again. */
  tell(book: Book, changed: { readonly boards: readonly Id[]; readonly council: boolean }): void {
    const { lane, log } = this.#services();
    const trouble = (error: unknown): void => {
      log.error({ council: book.council, err: error }, 'a lane could not be written');
    };
    for (const room of this.open(changed.boards)) this.write(room, book).catch(trouble);
    if (changed.council) lane.refresh(book.council).catch(trouble);
  }
}
