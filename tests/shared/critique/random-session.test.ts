import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digestOf } from '../../../shared/critique/digest.ts';
import { critiqueFrom, itemsOf } from '../../../shared/critique/items.ts';
import { phaseOf, stepsOf } from '../../../shared/critique/program.ts';
import { convenorPart, myPart, publicComments, publicSession, standingOf } from '../../../shared/critique/project.ts';
import { type Critique, emptyCritique } from '../../../shared/critique/state.ts';
import { commandOf, MARKER, type Rolled, story } from './random-commands.ts';
import { BOARDS, keptText, PEOPLE, type Play, planned, play, SEATS, started } from './support.ts';

const isFree = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Object.isFrozen(value);

/** Nothing in it can be changed from now on: whoever tries fails. */
function frozen(value: unknown): void {
  if (value instanceof Map) for (const entry of value.values()) frozen(entry);
  if (!isFree(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) frozen(part);
}

function isWithinTheProgramme(session: Play): void {
  const { critique } = session;
  const { run, rules, slots, votes, ballots, dots } = critique;
  const steps = stepsOf(rules, slots);
  const on = run.step === null ? undefined : steps[run.step];
  expect(run.step === null).toBe(run.startedAt === null);
  expect(run.step === null || on !== undefined).toBe(true);
  const running = run.startedAt !== null && run.endedAt === null;
  expect(phaseOf(critique)).toBe(run.endedAt !== null ? 'sealed' : (on?.phase ?? 'open'));
  const now = publicSession(critique).slots.filter(({ state }) => state === 'now');
  expect(now.map(({ id }) => id)).toEqual(running && on?.slot ? [on.slot] : []);
  expect(run.clock !== null).toBe(running);
  if (run.clock !== null) {
    const { startedAt, seconds, pausedAt, pausedFor } = run.clock;
    expect(startedAt).toBeLessThanOrEqual(session.now);
    expect(seconds).toBeGreaterThanOrEqual(0);
    expect(pausedFor).toBeGreaterThanOrEqual(0);
    expect((pausedAt ?? startedAt) - startedAt).toBeGreaterThanOrEqual(0);
  }
  expect([...votes.values()].filter(({ state }) => state === 'open').length).toBeLessThanOrEqual(1);
  for (const vote of votes.values()) {
    expect(vote.voters !== null).toBe(vote.state === 'closed');
    expect(vote.items.every((item) => (item.dots !== null) === (vote.state === 'closed'))).toBe(true);
    if (vote.state === 'open') expect(phaseOf(critique)).toBe('vote');
  }
  const sum = (placed: Readonly<Record<string, number>>): number => Object.values(placed).reduce((a, b) => a + b, 0);
  for (const ballot of ballots.values())
    expect(sum(ballot.dots)).toBeLessThanOrEqual(votes.get(ballot.on)?.budget ?? 0);
  for (const placed of dots.values()) expect(sum(placed.dots)).toBeLessThanOrEqual(rules.dots);
  const presents = SEATS.filter(({ role }) => role === 'presenter' || role === 'convenor').map(({ id }) => id);
  expect([...standingOf(critique).owners.values()].filter((seat) => !presents.includes(seat))).toEqual([]);
}

/** Everything that reaches somebody, as one text each. */
function tellings(critique: Critique, now: number) {
  const everybody = [
    publicSession(critique),
    convenorPart(critique),
    ...BOARDS.map(({ id }) => [...publicComments(critique, id).values()]),
    ...BOARDS.map(({ id }) => digestOf(critique, id, [], now)),
  ];
  return {
    everybody: JSON.stringify(everybody),
    lanes: JSON.stringify(BOARDS.map(({ id }) => [...publicComments(critique, id).values()])),
    own: new Map(SEATS.map(({ id }) => [id, JSON.stringify(myPart(critique, id, now))])),
  };
}

/** What somebody is told who may not know it. */
function leaks({ critique, now }: Play): readonly string[] {
  const { everybody, lanes, own } = tellings(critique, now);
  const found: string[] = SEATS.filter(({ id }) => lanes.includes(id)).map(({ id }) => `${id} in a lane`);
  for (const [seat, told] of own) {
    for (const { id } of SEATS) if (id !== seat && told.includes(id)) found.push(`${id} to ${seat}`);
  }
  for (const comment of critique.comments.values()) {
    if (comment.shown && comment.heard) continue;
    // Stubs of opinions are known by their id; of what is held nothing is known.
    const secrets = comment.shown ? [comment.text] : [comment.text, comment.id];
    for (const secret of secrets.map((one) => `"${one}"`)) {
      if (secret === '""' || isReadElsewhere(critique, comment.id, secret)) continue;
      if (everybody.includes(secret)) found.push(`${secret} to everybody`);
      for (const [seat, told] of own)
        if (seat !== comment.seat && told.includes(secret)) found.push(`${secret} to ${seat}`);
    }
  }
  return found;
}

/** The same words may have been written twice; then they are nobody's secret. */
const isReadElsewhere = ({ comments }: Critique, id: string, secret: string): boolean =>
  [...comments.values()].some(
    (other) =>
      other.id !== id && (`"${other.text}"` === secret || other.replies.some((reply) => `"${reply.text}"` === secret)),
  );

/** Before a vote is closed everybody is told the same with the ballots as without them. */
function tellsNoBallot({ critique, now }: Play): void {
  if (critique.ballots.size === 0 || [...critique.votes.values()].some(({ state }) => state === 'closed')) return;
  const without = tellings({ ...critique, ballots: new Map() }, now);
  expect(tellings(critique, now).everybody).toBe(without.everybody);
}

function takesNothingBack(before: Critique, after: Critique): void {
  for (const [id, old] of before.comments) {
    const now = after.comments.get(id);
    if (now === undefined) continue;
    expect([old.shown, now.shown]).not.toEqual([true, false]);
    expect([old.heard, now.heard]).not.toEqual([true, false]);
  }
  expect(after.run.furthest).toBeGreaterThanOrEqual(before.run.furthest);
  for (const slot of before.slots) {
    const now = after.slots.find(({ id, board }) => id === slot.id && board === slot.board);
    if (now !== undefined) expect(now.furthest).toBeGreaterThanOrEqual(slot.furthest);
  }
}

/** Plays a story and looks at the session after every command that was done. */
function tell(session: Play, rolls: readonly Rolled[], look: (before: Critique, after: Critique) => void): void {
  for (const rolled of rolls) {
    session.now += rolled.c * 10;
    const before = session.critique;
    const { command, actor } = commandOf(before, rolled);
    const decision = session.ask(actor, command);
    if (!('critique' in decision) || decision.critique === before) continue;
    session.critique = decision.critique;
    frozen(session.critique);
    look(before, session.critique);
    const again = session.ask(actor, command);
    if ('critique' in again) expect(again.critique, `${command.type} twice`).toBe(session.critique);
  }
}

/** Few stories begin with nothing; most where a session has started, so that they come far. */
const BEGINNINGS: readonly (() => Play)[] = [
  play,
  planned,
  started,
  started,
  () => {
    const session = planned();
    session.do(PEOPLE.convenor, { type: 'rules.set', rules: { form: 'ahead' } }, { type: 'run.start' });
    return session;
  },
];
const stories = (length: number) => fc.tuple(fc.constantFrom(...BEGINNINGS), story(length));

describe('random commands by random people', () => {
  it('PHASE-18 no order of commands leaves the programme, and what is shown is never hidden again', () => {
    const reached = new Set<string>();
    fc.assert(
      fc.property(stories(160), ([begin, rolls]) => {
        const session = begin();
        tell(session, rolls, (before, after) => {
          isWithinTheProgramme(session);
          takesNothingBack(before, after);
          reached.add(phaseOf(after));
        });
      }),
      { numRuns: 50, seed: 5 },
    );
    expect(reached.size).toBe(14);
  });

  it('HELD-10 no order of commands tells anybody what is held, who wrote what, or how somebody votes', () => {
    let held = 0;
    fc.assert(
      fc.property(stories(120), ([begin, rolls]) => {
        const session = begin();
        tell(session, rolls, (_, after) => {
          held += [...after.comments.values()].filter(({ shown }) => !shown).length;
          expect(leaks(session)).toEqual([]);
          tellsNoBallot(session);
        });
      }),
      { numRuns: 45, seed: 7 },
    );
    expect(held).toBeGreaterThan(200);
  });

  it('DECIDE-18 what is kept after each command is the session, and a command that comes twice is done once', () => {
    fc.assert(
      fc.property(stories(120), ([begin, rolls]) => {
        const session = begin();
        const kept = new Map(
          itemsOf(emptyCritique(), session.critique).put.map((item) => [`${item.kind} ${item.id}`, item]),
        );
        tell(session, rolls, (before, after) => {
          const { put, remove } = itemsOf(before, after);
          for (const item of put) kept.set(`${item.kind} ${item.id}`, item);
          for (const { kind, id } of remove) kept.delete(`${kind} ${id}`);
          expect(keptText(critiqueFrom(kept.values()))).toBe(keptText(after));
        });
      }),
      { numRuns: 30, seed: 11 },
    );
  });

  it('PHASE-19 whatever happened before, after the end nothing changes any more and no seat is left', () => {
    fc.assert(
      fc.property(story(120), story(40), (rolls, later) => {
        const session = planned();
        session.do(PEOPLE.convenor, { type: 'run.start' });
        tell(session, rolls, () => undefined);
        if (phaseOf(session.critique) !== 'sealed') {
          session.do(PEOPLE.convenor, { type: 'run.end', passphrase: 'long enough words' });
        }
        const sealed = session.critique;
        const text = keptText(sealed);
        for (const { id } of SEATS) expect(text).not.toContain(id);
        expect([...sealed.comments.values()].every(({ shown }) => shown)).toBe(true);
        tell(session, later, () => undefined);
        expect(session.critique).toBe(sealed);
      }),
      { numRuns: 30, seed: 13 },
    );
  });

  it('DECIDE-19 the words of the stories are found where they may be read', () => {
    const session = planned();
    session.do(PEOPLE.guest2, {
      type: 'comment.add',
      comment: { id: 'c', board: 'board-b', kind: 'works', anchor: { on: 'board' }, text: `${MARKER}1` },
    });
    expect(tellings(session.critique, session.now).lanes).toContain(`${MARKER}1`);
  });
});
