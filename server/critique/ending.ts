import { z } from 'zod';
import { forgetPeople } from '../council/ending.ts';
import type { Services } from '../services.ts';
import type { SessionItem } from '../storage/storage.ts';

const DAY_MS = 24 * 3600_000;

/** What is left to do of an end, kept beside the session until it is done: a server that was killed goes on with it. */
const ENDING = { kind: 'ending', id: 'forget' } as const;
/** The sealed mapping. */
export const MAPPING_ITEM = { kind: 'mapping', id: 'sealed' } as const;

export const endingItem: SessionItem = { ...ENDING, data: '{}' };

export const deleteAtAfter = (now: number, keepDays: number): number => now + keepDays * DAY_MS;

const isItem = (item: SessionItem, { kind, id }: Pick<SessionItem, 'kind' | 'id'>): boolean =>
  item.kind === kind && item.id === id;

export const isEnding = (items: readonly SessionItem[]): boolean => items.some((item) => isItem(item, ENDING));

/** The sealed mapping among what is kept, or `null`. */
export function sealedMappingIn(items: readonly SessionItem[]): unknown {
  const found = items.find((item) => isItem(item, MAPPING_ITEM));
  return found === undefined ? null : z.unknown().parse(JSON.parse(found.data));
}

/** Takes what tells who they were from everybody in a council; done once, also when it is interrupted. */
export async function finishEnding(services: Services, council: string): Promise<void> {
  await forgetPeople(services, council);
  await services.storage.writeSession(council, { put: [], remove: [ENDING] });
  await services.lane.refresh(council);
}
