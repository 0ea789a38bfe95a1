import type { CommandOf } from '#shared/critique/commands.ts';
import { mappingOf } from '#shared/critique/ending.ts';
import { itemsOf } from '#shared/critique/items.ts';
import type { Actor, Critique } from '#shared/critique/state.ts';
import { sealCouncil } from '../council/ending.ts';
import type { Services } from '../services.ts';
import type { SessionItem } from '../storage/storage.ts';
import type { Book } from './book.ts';
import type { Change } from './change.ts';
import { deleteAtAfter, endingItem, finishEnding, MAPPING_ITEM } from './ending.ts';
import { sealMapping } from './mapping.ts';

interface End {
  readonly book: Book;
  readonly seats: readonly Actor[];
  /** As it was decided: ended, without any seat. */
  readonly critique: Critique;
  readonly command: CommandOf<'run.end'>;
}

/**
 * Ends and seals in one step: who wrote what is taken out of the session, and kept encrypted or not at all; the council can only
 * be read and is deleted in time.
 */
export async function endSession(services: Services, { book, seats, critique, command }: End): Promise<Change> {
  const before = book.critique;
  const isDestroyed = before.rules.mapping === 'destroy';
  const sealed = isDestroyed ? null : await sealMapping(mappingOf(before, seats), command.passphrase ?? '');
  const kept: SessionItem = sealed === null ? endingItem : { ...MAPPING_ITEM, data: JSON.stringify(sealed) };
  const { put, remove } = itemsOf(before, critique);
  const deleteAt = deleteAtAfter(services.now(), before.rules.keepDays);
  return {
    critique,
    write: () => sealCouncil(services, book.council, { deleteAt, session: { put: [...put, kept], remove } }),
    ...(isDestroyed ? { after: () => finishEnding(services, book.council) } : {}),
  };
}
