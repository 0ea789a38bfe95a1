import type { Box } from '#shared/board/model.ts';
import type { Presence } from '#shared/protocol/messages.ts';
import type { OtherPerson, Room, Shown } from '../../session/runtime.ts';

const WHO = 'abcdefgh';

export interface LabRoom extends Room {
  /** What this window showed the others, in order. */
  readonly shown: Shown[];
  setOthers(others: readonly OtherPerson[]): void;
  /** Lets `n` others drag boxes and move their cursors, `rate` times a second, until it is called with 0. */
  animate(n: number, rate: number, boxes: readonly (readonly [string, Box])[]): void;
}

const person = (client: number, part: Partial<Presence>): OtherPerson => ({
  client,
  presence: {
    user: {
      seat: `seat${client}`,
      alias: `Org ${WHO[client % 8]?.toUpperCase()}`,
      who: WHO[client % 8] ?? 'a',
      role: client % 3 === 2 ? 'respondent' : 'presenter',
    },
    cursor: null,
    selection: [],
    editing: null,
    viewport: null,
    drag: null,
    following: null,
    ...part,
  },
});

/** A room without a server: others are set by hand or move along circles. */
export function createLabRoom(): LabRoom {
  let others: readonly OtherPerson[] = [];
  const listeners = new Set<() => void>();
  const shown: Shown[] = [];
  let timer: ReturnType<typeof setInterval> | undefined;
  let frame = 0;
  const tell = () => {
    frame = 0;
    for (const listener of listeners) listener();
  };
  const setOthers = (next: readonly OtherPerson[]) => {
    others = next;
    if (frame === 0) frame = requestAnimationFrame(tell);
  };
  return {
    get others() {
      return others;
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    shown,
    show(patch) {
      if (shown.length > 2000) shown.splice(0, 1000);
      shown.push(patch);
    },
    me: { seat: 'me', alias: 'Org A', who: 'a', role: 'presenter' },
    setOthers,
    animate(n, rate, boxes) {
      clearInterval(timer);
      if (n === 0) {
        setOthers([]);
        return;
      }
      let tick = 0;
      timer = setInterval(() => {
        tick += 1;
        const next: OtherPerson[] = [];
        for (let i = 0; i < n; i += 1) {
          const pick = boxes[(i * 37) % Math.max(1, boxes.length)];
          if (pick === undefined) break;
          const [id, box] = pick;
          const angle = tick / 8 + i;
          const x = Math.round(box.x + 60 * Math.cos(angle));
          const y = Math.round(box.y + 60 * Math.sin(angle));
          next.push(person(i + 1, { cursor: { x: x + 40, y: y + 30 }, selection: [id], drag: { [id]: [x, y] } }));
        }
        setOthers(next);
      }, 1000 / rate);
    },
  };
}
