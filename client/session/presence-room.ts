import type { Awareness } from 'y-protocols/awareness';
import type { Presence, PresenceUser } from '#shared/protocol/messages.ts';
import type { OtherPerson, Room } from './runtime.ts';

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

const isUser = (value: unknown): value is PresenceUser =>
  typeof value === 'object' && value !== null && typeof (value as PresenceUser).seat === 'string';

/** Reads what somebody shows; `null` until the server has stamped who they are. */
function readPresence(state: Readonly<Record<string, unknown>>): Presence | null {
  if (!isUser(state['user'])) return null;
  return { ...EMPTY, ...(state as Partial<Presence>), user: state['user'] };
}

export interface PresenceRoom extends Room {
  /** The socket is back: show everything again. */
  renew(): void;
  destroy(): void;
}

/** Presence over the board's awareness: sends at most 20 times a second, tells listeners at most once a frame. */
export function createPresenceRoom(awareness: Awareness, me: PresenceUser): PresenceRoom {
  const listeners = new Set<() => void>();
  let others: readonly OtherPerson[] = [];
  let mine: Omit<Presence, 'user'> = EMPTY;
  let frame = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let lastSent = 0;

  const gather = (): void => {
    frame = 0;
    const next: OtherPerson[] = [];
    for (const [client, state] of awareness.getStates()) {
      if (client === awareness.clientID) continue;
      const presence = readPresence(state);
      if (presence !== null) next.push({ client, presence });
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
    show(patch) {
      mine = { ...mine, ...patch };
      if (timer !== null) return;
      const wait = lastSent + SHOW_EVERY_MS - performance.now();
      if (wait <= 0) send();
      else timer = setTimeout(send, wait);
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
