import type { Command, NewComment } from '../../../shared/critique/commands.ts';
import { type Decision, decide, type World } from '../../../shared/critique/decide.ts';
import { phaseOf, stepsOf } from '../../../shared/critique/program.ts';
import { type Actor, type Critique, emptyCritique } from '../../../shared/critique/state.ts';
import type { Phase } from '../../../shared/rights/phases.ts';
import type { Role } from '../../../shared/rights/roles.ts';

const seat = (id: string, role: Role, alias: string): Actor => ({ id: `seat-${id}`, role, alias, who: 'a' });

/** A council of generic people: three boards, who presents them, and who criticises. */
export const PEOPLE = {
  convenor: seat('convenor', 'convenor', 'Org A'),
  second: seat('second', 'convenor', 'Org H'),
  orgB: seat('org-b', 'presenter', 'Org B'),
  orgC: seat('org-c', 'presenter', 'Org C'),
  scribe: seat('scribe', 'scribe', 'Guest 1'),
  guest2: seat('guest-2', 'respondent', 'Guest 2'),
  guest3: seat('guest-3', 'respondent', 'Guest 3'),
  guest4: seat('guest-4', 'respondent', 'Guest 4'),
  observer: seat('observer', 'observer', 'Guest 5'),
} as const;

export const SEATS: readonly Actor[] = Object.values(PEOPLE);
export const BOARDS = [
  { id: 'board-b', title: 'Hub and spokes' },
  { id: 'board-c', title: 'Under the CIO' },
  { id: 'board-x', title: 'Not in the order' },
] as const;

export const START = Date.UTC(2026, 0, 15, 9, 0, 20);

/** A session that is played command by command; its clock stands still unless it is moved. */
export interface Play {
  critique: Critique;
  now: number;
  readonly phase: Phase;
  world(): World;
  /** What would become of it. */
  ask(actor: Actor, command: Command): Decision;
  /** Does it. @throws Error when it is refused */
  do(actor: Actor, ...commands: readonly Command[]): Critique;
  /** The sentence of the refusal, the right that is missing, or `null` when it would be done. */
  refusal(actor: Actor, command: Command): string | null;
  /** The convenor goes on until this phase, of this slot when one is named. */
  goTo(phase: Phase, slot?: string): void;
}

export function play(critique: Critique = emptyCritique()): Play {
  let n = 0;
  const self: Play = {
    critique,
    now: START,
    get phase() {
      return phaseOf(self.critique);
    },
    world: () => ({
      now: self.now,
      random: () => {
        n += 1;
        return (n * 0.618_033_988_75) % 1;
      },
      seats: SEATS,
      boards: BOARDS,
    }),
    ask: (actor, command) => decide(self.critique, actor, command, self.world()),
    do(actor, ...commands) {
      for (const command of commands) {
        const decision = self.ask(actor, command);
        if (!('critique' in decision)) throw new Error(`${command.type}: ${JSON.stringify(decision)}`);
        self.critique = decision.critique;
      }
      return self.critique;
    },
    refusal(actor, command) {
      const decision = self.ask(actor, command);
      if ('refused' in decision) return decision.refused;
      return 'forbidden' in decision ? decision.forbidden : null;
    },
    goTo(phase, slot) {
      const steps = stepsOf(self.critique.rules, self.critique.slots);
      const index = steps.findIndex((step) => step.phase === phase && (slot === undefined || step.slot === slot));
      self.do(PEOPLE.convenor, { type: 'run.to', step: index });
    },
  };
  return self;
}

/** Two boards in the order, checked for names, not started. */
export function planned(): Play {
  const session = play();
  session.do(
    PEOPLE.convenor,
    { type: 'slot.add', id: 'slot-b', board: 'board-b', seat: PEOPLE.orgB.id },
    { type: 'slot.add', id: 'slot-c', board: 'board-c', seat: PEOPLE.orgC.id },
  );
  session.do(PEOPLE.orgB, { type: 'slot.checked', id: 'slot-b', checked: true });
  session.do(PEOPLE.orgC, { type: 'slot.checked', id: 'slot-c', checked: true });
  return session;
}

export function started(): Play {
  const session = planned();
  session.do(PEOPLE.convenor, { type: 'run.start' });
  return session;
}

export const comment = (id: string, change: Partial<NewComment> = {}): Command => ({
  type: 'comment.add',
  comment: { id, board: 'board-b', kind: 'works', anchor: { on: 'board' }, text: `text of ${id}`, ...change },
});

const sorted = (table: ReadonlyMap<string, unknown>): unknown => [...table].sort(([a], [b]) => (a < b ? -1 : 1));

/** All of a session as one text: equal for equal sessions, in whatever order their parts came. */
export function keptText(critique: Critique): string {
  const parts = Object.entries(critique).sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify(parts.map(([key, part]) => [key, part instanceof Map ? sorted(part) : part]));
}
