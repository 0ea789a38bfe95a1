import type { Phase } from '#shared/rights/may.ts';
import type { SessionItem, SessionMethods } from './storage.ts';

const key = ({ kind, id }: Pick<SessionItem, 'kind' | 'id'>): string => JSON.stringify([kind, id]);
const byKind = (a: SessionItem, b: SessionItem): number =>
  a.kind === b.kind ? (a.id < b.id ? -1 : 1) : a.kind < b.kind ? -1 : 1;

/** The sessions of the councils that are kept in memory. */
export function sessionsInMemory(councils: {
  has(council: string): boolean;
  setPhase(council: string, phase: Phase): void;
}): { readonly methods: SessionMethods; forget(council: string): void } {
  const sessions = new Map<string, Map<string, SessionItem>>();
  return {
    forget(council) {
      sessions.delete(council);
    },
    methods: {
      async sessionItems(council) {
        return [...(sessions.get(council)?.values() ?? [])].sort(byKind);
      },
      async writeSession(council, change) {
        if (!councils.has(council)) throw new Error(`There is no council ${council}.`);
        const items = sessions.get(council) ?? new Map<string, SessionItem>();
        sessions.set(council, items);
        for (const item of change.remove) items.delete(key(item));
        for (const { kind, id, data } of change.put) items.set(key({ kind, id }), { kind, id, data });
        if (change.phase !== undefined) councils.setPhase(council, change.phase);
      },
    },
  };
}
