import { type CouncilLane, writeCouncilLane } from '#shared/lanes/council.ts';
import { roomName } from '#shared/lanes/names.ts';
import type { BoardSummary } from '#shared/protocol/api.ts';
import type { Log } from '../ops/log.ts';
import type { BoardListing, Storage } from '../storage/storage.ts';
import type { Hub } from '../sync/hub.ts';
import type { Room } from '../sync/room.ts';

/** Thumbnails follow a board that is being drawn at this pace. */
const FOLLOW_MS = 2_000;
const MAX_TITLE = 200;

export const summaryOf = ({ id, title, order, changedAt, version }: BoardListing): BoardSummary => ({
  id,
  title,
  order,
  changedAt: new Date(changedAt).toISOString(),
  version,
});

/** What a lane says of its council's session at this moment. */
export type ToldNow = (boards: ReadonlySet<string>) => Pick<CouncilLane, 'phase' | 'session'>;

/** Keeps the lane `council/<id>` saying what the tables say, while somebody looks; and the tables what the boards say. */
export class CouncilLaneWriter {
  readonly #storage: Storage;
  readonly #hub: Hub;
  readonly #log: Log;
  readonly #timers = new Map<string, NodeJS.Timeout>();
  /** Title of each board as last seen in its document. */
  readonly #titles = new WeakMap<Room, string>();
  /** Asked for each council; `null`: it has no session. */
  session: (council: string) => Promise<ToldNow | null> = () => Promise.resolve(null);

  constructor(storage: Storage, hub: Hub, log: Log) {
    this.#storage = storage;
    this.#hub = hub;
    this.#log = log;
  }

  /** After a commit. The tables follow a board's title; its council's page follows soon. */
  boardChanged(room: Room): void {
    if (room.name.lane !== 'board') return;
    const id = room.name.id;
    const title = String(room.document.doc.getMap('meta').get('title') ?? '').slice(0, MAX_TITLE);
    const renamed = this.#titles.get(room) !== title;
    this.#titles.set(room, title);
    if (!renamed && this.#timers.has(id)) return;
    const old = this.#timers.get(id);
    if (old !== undefined) clearTimeout(old);
    const timer = setTimeout(
      () => {
        this.#timers.delete(id);
        this.#follow(id, title, renamed).catch((error: unknown) => {
          this.#log.error({ board: id, err: error }, 'the council page could not follow a board');
        });
      },
      renamed ? 0 : FOLLOW_MS,
    );
    timer.unref();
    this.#timers.set(id, timer);
  }

  async #follow(id: string, title: string, renamed: boolean): Promise<void> {
    const board = await this.#storage.board(id);
    if (board === null) return;
    if (renamed && title !== '' && title !== board.title) await this.#storage.updateBoard(id, { title });
    await this.refresh(board.council);
  }

  /** Writes what the tables say now, if somebody looks. */
  async refresh(council: string): Promise<void> {
    const room = this.#hub.opened(roomName('council', council));
    if (room !== null) await this.update(room);
  }

  /** Brings a council's room up to date. */
  async update(room: Room): Promise<void> {
    const council = await this.#storage.council(room.name.id);
    if (council === null) return;
    const boards = (await this.#storage.boards(council.id)).filter((board) => board.deletedAt === null);
    const { title, phase, alone } = council;
    const told = await this.session(council.id);
    const ids = new Set(boards.map((board) => board.id));
    await room.write((doc) => {
      // Read when it is written: what waits longer never takes the lane back.
      const now = told === null || phase === 'sealed' ? { phase, session: told?.(ids).session ?? null } : told(ids);
      writeCouncilLane(doc, { title, alone, boards: boards.map(summaryOf), ...now });
    });
  }

  close(): void {
    for (const timer of this.#timers.values()) clearTimeout(timer);
  }
}
