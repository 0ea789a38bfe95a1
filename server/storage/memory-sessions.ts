import type { CouncilRecord, LinkRecord, SeatRecord, SessionItem, SessionMethods, SessionWrite } from './storage.ts';

const key = ({ kind, id }: Pick<SessionItem, 'kind' | 'id'>): string => JSON.stringify([kind, id]);
const byKind = (a: SessionItem, b: SessionItem): number =>
  a.kind === b.kind ? (a.id < b.id ? -1 : 1) : a.kind < b.kind ? -1 : 1;

export interface MemoryTables {
  readonly councils: Map<string, CouncilRecord>;
  readonly links: Map<string, LinkRecord>;
  readonly seats: Map<string, SeatRecord>;
  dropKeys(council: string): void;
  /** Takes from the history of a council's boards who drew and who named. */
  forgetHistory(council: string): void;
}

/** The sessions of the councils that are kept in memory. */
export function sessionsInMemory({ councils, links, seats, dropKeys, forgetHistory }: MemoryTables): {
  readonly methods: SessionMethods;
  forget(council: string): void;
} {
  const sessions = new Map<string, Map<string, SessionItem>>();
  const patch = (council: string, change: Partial<CouncilRecord>): void => {
    const found = councils.get(council);
    if (found === undefined) throw new Error(`There is no council ${council}.`);
    councils.set(council, { ...found, ...change });
  };
  const write = (council: string, change: SessionWrite): void => {
    patch(council, change.phase === undefined ? {} : { phase: change.phase });
    const items = sessions.get(council) ?? new Map<string, SessionItem>();
    sessions.set(council, items);
    for (const item of change.remove) items.delete(key(item));
    for (const { kind, id, data } of change.put) items.set(key({ kind, id }), { kind, id, data });
  };
  return {
    forget(council) {
      sessions.delete(council);
    },
    methods: {
      async sessionItems(council) {
        return [...(sessions.get(council)?.values() ?? [])].sort(byKind);
      },
      async writeSession(council, change) {
        write(council, change);
      },
      async sealCouncil(council, { at, deleteAt, session = { put: [], remove: [] } }) {
        write(council, { ...session, phase: 'sealed' });
        patch(council, { deleteAt });
        for (const link of links.values()) {
          if (link.council === council && link.closedAt === null) links.set(link.id, { ...link, closedAt: at });
        }
        dropKeys(council);
      },
      async councilsToDelete(now) {
        const due = [...councils.values()].filter((one) => one.deleteAt !== null && one.deleteAt <= now);
        return due.sort((a, b) => (a.deleteAt ?? 0) - (b.deleteAt ?? 0)).map(({ id }) => id);
      },
      async forgetPeople(council, faces) {
        for (const [id, { alias, who }] of faces) {
          const seat = seats.get(id);
          if (seat?.council === council) seats.set(id, { ...seat, alias, who });
        }
        forgetHistory(council);
      },
    },
  };
}
