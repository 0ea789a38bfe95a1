import type { Id } from '#shared/board/model.ts';
import type { Comment } from '#shared/critique/comment.ts';
import { readCritiqueLane } from '#shared/lanes/critique.ts';
import type { Person } from './server.ts';
import { openRoom, type SyncClient } from './sync-client.ts';

/** A seat's whole browser as far as bytes go: everything it is sent, over sockets and HTTP, kept to be searched. */
export interface Ear {
  readonly person: Person;
  /** Frames and bytes that came over its sockets so far. */
  heard(): { readonly frames: number; readonly bytes: number };
  /** Which of these words are anywhere in what it was sent. */
  found(words: readonly string[]): readonly string[];
  /** Asks over HTTP like anybody, and keeps the answer with its headers. */
  get(path: string): Promise<{ readonly status: number; readonly length: number }>;
  comments(board: Id): readonly Comment[];
  critique(board: Id): SyncClient;
  readonly council: SyncClient;
  close(): void;
}

/** Opens the council, and each board with its comments, and keeps every byte. */
export async function openEar(person: Person, council: string, boards: readonly Id[]): Promise<Ear> {
  const kept: Buffer[] = [];
  let frames = 0;
  let bytes = 0;
  const listen = (room: string): SyncClient => {
    const client = openRoom(person, room, { connect: false });
    client.provider.on('status', ({ status }: { status: string }) => {
      if (status !== 'connecting') return;
      client.provider.ws?.addEventListener('message', (event: MessageEvent<ArrayBuffer>) => {
        const frame = Buffer.from(event.data);
        kept.push(frame);
        frames += 1;
        bytes += frame.length;
      });
    });
    client.provider.connect();
    return client;
  };
  const lane = listen(`council/${council}`);
  const drawings = boards.map((id) => listen(`board/${id}`));
  const critiques = new Map(boards.map((id) => [id, listen(`critique/${id}`)] as const));
  const all = [lane, ...drawings, ...critiques.values()];
  await Promise.all(all.map((client) => client.synced()));
  const critique = (board: Id): SyncClient => {
    const found = critiques.get(board);
    if (found === undefined) throw new Error(`There is no ear on ${board}.`);
    return found;
  };
  return {
    person,
    council: lane,
    heard: () => ({ frames, bytes }),
    found(words) {
      const everything = Buffer.concat(kept.flatMap((part) => [part, Buffer.from('\n')]));
      return words.filter((word) => everything.includes(word));
    },
    async get(path) {
      const response = await fetch(`${person.url}/api/councils/${council}${path}`, {
        headers: { cookie: person.cookie },
      });
      const body = Buffer.from(await response.arrayBuffer());
      kept.push(Buffer.from(JSON.stringify([...response.headers])), body);
      return { status: response.status, length: body.length };
    },
    comments: (board) => readCritiqueLane(critique(board).doc),
    critique,
    close: () => {
      for (const client of all) client.destroy();
    },
  };
}
