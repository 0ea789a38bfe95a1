import {
  ArrowRightLeft,
  ChevronLeft,
  CirclePause,
  Hand,
  Plus,
  ScanEye,
  Spotlight,
  StepForward,
  Zap,
} from 'lucide-react';
import type { Command as Message } from '#shared/critique/commands.ts';
import type { PublicSession } from '#shared/critique/public.ts';
import { type Command, defineCommand } from '../../commands/define-command.ts';
import type { BoardRuntime } from '../../session/runtime.ts';
import type { CritiqueRoom } from '../critique-room.ts';

/** A minute more, in seconds. */
const MINUTE = 60;

interface Now {
  readonly room: CritiqueRoom;
  readonly session: PublicSession;
  readonly step: number;
}

/** The session that runs on this page, or `null`. */
export function runningOn(runtime: BoardRuntime): Now | null {
  const room = runtime.critique;
  const session = room?.store.getState().session ?? null;
  if (room === null || session === null || session.step === null || session.endedAt !== null) return null;
  return { room, session, step: session.step };
}

const offered = (runtime: BoardRuntime): boolean => runningOn(runtime) !== null;

/** Tells the server something about the session that runs, and the person what it was. */
function tell(runtime: BoardRuntime, say: string, message: (now: Now) => Message | null): void {
  const now = runningOn(runtime);
  const command = now === null ? null : message(now);
  if (now === null || command === null) return;
  void now.room.send(command).then((taken) => {
    if (taken && say !== '') runtime.ui.setState({ announcement: say });
  });
}

const NEXT = defineCommand({
  id: 'session.next',
  title: 'Next step',
  group: 'Session',
  keys: ['Alt+N'],
  icon: StepForward,
  words: 'phase go on forward',
  needs: 'session.run',
  offered,
  enabled: ({ runtime }) => {
    const now = runningOn(runtime);
    return now !== null && now.step < now.session.steps.length - 1;
  },
  run: ({ runtime }) => tell(runtime, '', ({ step }) => ({ type: 'run.next', from: step })),
});

const BACK = defineCommand({
  id: 'session.back',
  title: 'Step before',
  group: 'Session',
  keys: ['Alt+Shift+N'],
  icon: ChevronLeft,
  words: 'phase previous',
  needs: 'session.run',
  offered,
  enabled: ({ runtime }) => (runningOn(runtime)?.step ?? 0) > 0,
  run: ({ runtime }) => tell(runtime, '', ({ step }) => ({ type: 'run.back', from: step })),
});

const PAUSE = defineCommand({
  id: 'session.pause',
  title: 'Stop the clock, let it run',
  group: 'Session',
  keys: ['Alt+Shift+P'],
  icon: CirclePause,
  words: 'pause resume time',
  needs: 'session.run',
  offered,
  run: ({ runtime }) =>
    tell(runtime, '', ({ session }) => ({ type: session.clock?.pausedAt === null ? 'run.pause' : 'run.resume' })),
});

const EXTEND = defineCommand({
  id: 'session.extend',
  title: 'One minute more',
  group: 'Session',
  keys: ['Alt+Plus'],
  icon: Plus,
  words: 'extend time longer',
  needs: 'session.run',
  offered,
  run: ({ runtime }) =>
    tell(runtime, 'One minute more.', ({ step, session }) => ({
      type: 'run.extend',
      seconds: MINUTE,
      from: step,
      ...(session.clock === null ? {} : { of: session.clock.seconds }),
    })),
});

const HAND_OVER = defineCommand({
  id: 'session.hand-over',
  title: 'Hand over to the next board',
  group: 'Session',
  keys: ['Alt+O'],
  icon: ArrowRightLeft,
  words: 'floor presenter slot',
  needs: 'session.run',
  offered,
  enabled: ({ runtime }) => runningOn(runtime)?.session.slots.some((slot) => slot.state === 'waiting') ?? false,
  run: ({ runtime }) => tell(runtime, '', ({ step }) => ({ type: 'run.hand-over', from: step })),
});

/** I lead every screen now. */
export const leads = (runtime: BoardRuntime): boolean => {
  const now = runningOn(runtime);
  return now !== null && now.session.spotlight?.seat === now.room.seat;
};

const LEAD = defineCommand({
  id: 'session.lead',
  title: 'Spotlight: everybody sees what I see, or let go',
  group: 'Session',
  keys: ['Alt+L'],
  icon: Spotlight,
  words: 'lead take control release follow me',
  needs: 'lead.take',
  offered,
  run({ runtime }) {
    const letGo = leads(runtime);
    if (!letGo) runtime.ui.setState({ following: null });
    tell(runtime, letGo ? 'Everybody looks around on their own.' : 'Everybody sees what you see.', () =>
      letGo ? { type: 'lead.release' } : { type: 'lead.take', board: runtime.boardId },
    );
  },
});

const RAISE = defineCommand({
  id: 'session.hand',
  title: 'Raise your hand, or lower it',
  group: 'Session',
  keys: ['Alt+R'],
  icon: Hand,
  words: 'speak queue floor',
  needs: 'hand.raise',
  offered,
  run({ runtime }) {
    const up = runtime.critique?.store.getState().mine?.handUp ?? false;
    tell(runtime, up ? 'Your hand is down.' : 'Your hand is up. Everybody sees your shape and alias.', () => ({
      type: up ? 'hand.lower' : 'hand.raise',
    }));
  },
});

const LASER = defineCommand({
  id: 'session.laser',
  title: 'Laser on, off',
  group: 'Session',
  keys: ['L'],
  icon: Zap,
  words: 'pointer point show',
  needs: 'lead.take',
  offered,
  run({ runtime }) {
    const ui = runtime.critique?.ui;
    if (ui === undefined) return;
    const on = !ui.getState().laser;
    ui.setState({ laser: on });
    if (!on) runtime.room.show({ laser: undefined });
    runtime.ui.setState({ announcement: on ? 'Laser on. Everybody sees where you point.' : 'Laser off.' });
  },
});

const DIGEST = defineCommand({
  id: 'session.digest',
  title: 'What happened so far',
  group: 'Session',
  icon: ScanEye,
  words: 'late digest summary missed',
  offered,
  run: ({ runtime }) => runtime.critique?.ui.setState({ panel: 'digest' }),
});

/** Running a session, leading and speaking in it. */
export const SESSION_COMMANDS: readonly Command[] = [NEXT, BACK, PAUSE, EXTEND, HAND_OVER, LEAD, RAISE, LASER, DIGEST];
