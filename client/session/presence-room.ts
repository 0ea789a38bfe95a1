import type { Awareness } from 'y-protocols/awareness';
import type { StateId } from '#shared/board/model.ts';
import type { Presence, PresenceUser } from '#shared/protocol/messages.ts';
import type { OtherPerson, Room, Shown } from './runtime.ts';

/** At most 20 presence messages a second leave this page. */
const SHOW_EVERY_MS = 50;

const EMPTY: Omit<Presence, 'user'> = {
  cursor: null,
  selection: [],
  editing: null,
  viewport: null,
  drag: null,
  following: null,
};

/** What of somebody can be seen from another state of the board: who they are and where they look, not what they touch. */
function seenFrom(state: StateId, presence: Presence): Presence {
  if ((presence.state ?? 'now') === state) return presence;
  const { laser: _, ...rest } = presence;
  return { ...rest, cursor: null, selection: [], editing: null, drag: null };
}

const isUser = (value: unknown): value is PresenceUser =>
  typeof value === 'object' && value !== null && typeof (value as PresenceUser).seat === 'string';

/** Reads what somebody shows; `null` until the server has stamped who they are. */
function readPresence(state: Readonly<Record<string, unknown>>): Presence | null {
  if (!isUser(state['user'])) return null;
  return { ...EMPTY, ...(state as Partial<Presence>), user: state['user'] };
}

export interface PresenceRoom extends Room {
  /** I look at another state of the board from now on. */
  lookAt(state: StateId): void;
  /** The socket is back: show everything again. */
  renew(): void;
  destroy(): void;
}

/** Presence over the board's awareness: sends at most 20 times a second, tells listeners at most once a frame. */
export function createPresenceRoom(awareness: Awareness, me: PresenceUser): PresenceRoom {
  const listeners = new Set<() => void>();
  let others: readonly OtherPerson[] = [];
  let mine: Omit<Presence, 'user'> = EMPTY;
  let state: StateId = 'now';
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastSent = 0;

  const gather = (): void => {
    frame = 0;
    const next: OtherPerson[] = [];
    for (const [client, shown] of awareness.getStates()) {
      if (client === awareness.clientID) continue;
      const presence = readPresence(shown);
      if (presence !== null) next.push({ client, presence: seenFrom(state, presence) });
    }
    others = next.sort((a, b) => a.client - b.client);
    for (const listener of [...listeners]) listener();
  };
  const later = (): void => {
    if (frame === 0) frame = requestAnimationFrame(gather);
  };
  awareness.on('change', later);

  const send = (): void => {
    timer = null;
    lastSent = performance.now();
    awareness.setLocalState({ ...mine });
  };
  const show = (patch: Shown): void => {
    const next: Record<string, unknown> = { ...mine, ...patch };
    for (const key of ['state', 'presenting', 'laser']) if (next[key] === undefined) delete next[key];
    mine = next as unknown as Omit<Presence, 'user'>;
    if (timer !== null) return;
    const wait = lastSent + SHOW_EVERY_MS - performance.now();
    if (wait <= 0) send();
    else timer = setTimeout(send, wait);
  };

  return {
    get others() {
      return others;
    },
    me,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    show,
    lookAt(next) {
      if (next === state) return;
      state = next;
      show({ state: state === 'now' ? undefined : state, cursor: null, drag: null, editing: null });
      later();
    },
    renew: send,
    destroy() {
      awareness.off('change', later);
      if (timer !== null) clearTimeout(timer);
      if (frame !== 0) cancelAnimationFrame(frame);
      listeners.clear();
    },
  };
}
