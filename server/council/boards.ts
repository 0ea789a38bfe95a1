import { orderBetween } from '#shared/board/order.ts';
import { roomName } from '#shared/lanes/names.ts';
import { newId } from '../seats/secrets.ts';
import type { BoardListing, Storage } from '../storage/storage.ts';
import { SERVER_SEAT } from '../sync/room.ts';

/** A new board at the end of a council, its rooms made before it can be found. */
export async function createBoard(
  storage: Storage,
  input: { readonly council: string; readonly title: string; readonly content: Uint8Array },
  now: number,
): Promise<BoardListing> {
  const id = newId();
  const last = (await storage.boards(input.council)).at(-1)?.order ?? null;
  await storage.createRoom(roomName('board', id), newId(), [{ seat: SERVER_SEAT, at: now, data: input.content }]);
  await storage.createRoom(roomName('critique', id), newId(), []);
  const { council, title } = input;
  const record = { id, council, title, order: orderBetween(last, null), createdAt: now, deletedAt: null };
  await storage.createBoard(record);
  return { ...record, changedAt: now, version: 1 };
}
