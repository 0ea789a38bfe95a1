import { joinSpans, stepsOf } from '#shared/history/steps.ts';
import type { Author, History, HistoryStep, Version } from '#shared/protocol/api.ts';
import type { Storage, VersionRecord } from '../storage/storage.ts';
import { rowOf } from './chunk.ts';

const iso = (at: number): string => new Date(at).toISOString();

export const versionAnswer = ({ id, title, at, alias, seq }: VersionRecord): Version => ({
  id,
  title,
  at: iso(at),
  alias,
  seq,
});

/** A board's steps, named versions and who took part. `null` when there is no such room. */
export async function historyOf(storage: Storage, room: string, council: string): Promise<History | null> {
  const state = await storage.loadRoom(room);
  if (state === null) return null;
  const chunks = await storage.historyIndex(room);
  const kept = chunks.at(-1)?.last ?? 0;
  const tail = state.tail
    .map(rowOf)
    .filter((row) => row.seq > kept)
    .map(({ seq, at, seats, data }) => ({ seq, at, seats, bytes: data.length }));
  const versions = await storage.versions(room);
  const cuts = versions.map((version) => version.seq);
  const spans = joinSpans([...chunks.flatMap((chunk) => chunk.steps), ...stepsOf(tail, cuts)], cuts);
  const steps = spans.map(({ from, to, ...span }): HistoryStep => ({ ...span, from: iso(from), to: iso(to) }));
  const authors = new Map<string, Author>();
  // Boards that are older than their history: who drew on them is known while they have their seat.
  for (const { id, alias, who, role } of await storage.seats(council)) authors.set(id, { seat: id, alias, who, role });
  for (const person of await storage.historyPeople(room)) authors.set(person.seat, { ...person });
  const seen = new Set(steps.flatMap((step) => step.seats));
  return {
    steps,
    versions: versions.map(versionAnswer),
    authors: [...authors.values()].filter((author) => seen.has(author.seat)),
    seq: state.seq,
  };
}
