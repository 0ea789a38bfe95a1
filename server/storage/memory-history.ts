import type { HistoryChunk, HistoryMethods, HistoryPerson, SeatRecord, VersionRecord } from './storage.ts';

interface RoomHistory {
  readonly chunks: Map<number, HistoryChunk>;
  readonly people: Map<string, HistoryPerson>;
  readonly versions: Map<string, VersionRecord>;
}

const MOST_TO_THIN = 1_000;

/** The history of the rooms that are kept in memory. */
export function historyInMemory(hasRoom: (room: string) => boolean): {
  readonly methods: HistoryMethods;
  note(room: string, seat: SeatRecord): void;
  forget(room: string): void;
  /** Who drew and who named, not what. */
  forgetPeople(room: string): void;
} {
  const rooms = new Map<string, RoomHistory>();
  const of = (room: string): RoomHistory => {
    let found = rooms.get(room);
    if (found === undefined) {
      found = { chunks: new Map(), people: new Map(), versions: new Map() };
      rooms.set(room, found);
    }
    return found;
  };
  const chunks = (room: string): HistoryChunk[] =>
    [...(rooms.get(room)?.chunks.values() ?? [])].sort((a, b) => a.first - b.first);
  return {
    note(room, { id, alias, who, role }) {
      const { people } = of(room);
      if (!people.has(id)) people.set(id, { seat: id, alias, who, role });
    },
    forget(room) {
      rooms.delete(room);
    },
    forgetPeople(room) {
      const found = rooms.get(room);
      if (found === undefined) return;
      found.people.clear();
      for (const [id, version] of found.versions) found.versions.set(id, { ...version, alias: '' });
    },
    methods: {
      async historyIndex(room) {
        return chunks(room).map(({ state, data: _data, ...index }) => ({ ...index, stateBytes: state?.length ?? 0 }));
      },
      async historyFrom(room, first) {
        return chunks(room).filter((chunk) => chunk.first >= first);
      },
      async replaceHistory(room, chunk) {
        of(room).chunks.set(chunk.first, chunk);
      },
      async historyToThin(endedBefore) {
        const due = [...rooms.keys()].flatMap((room) =>
          chunks(room)
            .filter((chunk) => !chunk.thinned && chunk.to < endedBefore)
            .map(({ first }) => ({ room, first })),
        );
        return due.slice(0, MOST_TO_THIN);
      },
      async historyPeople(room) {
        return [...(rooms.get(room)?.people.values() ?? [])].sort((a, b) => (a.seat < b.seat ? -1 : 1));
      },
      async createVersion(room, version) {
        if (!hasRoom(room)) throw new Error(`There is no log for ${room}.`);
        if (of(room).versions.has(version.id)) throw new Error(`${version.id} exists already.`);
        of(room).versions.set(version.id, version);
      },
      async versions(room) {
        const all = [...(rooms.get(room)?.versions.values() ?? [])];
        return all.sort((a, b) => a.seq - b.seq || a.at - b.at || (a.id < b.id ? -1 : 1));
      },
      async renameVersion(room, id, title) {
        const version = rooms.get(room)?.versions.get(id);
        if (version === undefined) return false;
        of(room).versions.set(id, { ...version, title });
        return true;
      },
      async deleteVersion(room, id) {
        return rooms.get(room)?.versions.delete(id) ?? false;
      },
    },
  };
}
