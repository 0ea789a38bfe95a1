import { describe, expect, it } from 'vitest';
import { DEFAULT_RULES, FORM_SECONDS } from '../../../shared/critique/agenda.ts';
import { elapsed, paused, remaining, resumed, slotsBegun, stepsOf } from '../../../shared/critique/program.ts';
import { convenorPart, publicSession, standingOf } from '../../../shared/critique/project.ts';
import { type Actor, emptyCritique } from '../../../shared/critique/state.ts';
import { comment, PEOPLE, planned, play, START, started } from './support.ts';

const { convenor, second, orgB, orgC, guest2, guest3 } = PEOPLE;
const MINUTE = 60_000;
const slots = [{ id: 'one' }, { id: 'two' }];

describe('the programme', () => {
  it('PHASE-4 the full form takes eight boards through every phase in two hours', () => {
    const eight = Array.from({ length: 8 }, (_, i) => ({ id: `slot-${i}` }));
    const steps = stepsOf(DEFAULT_RULES, eight);
    expect(steps.map(({ phase }) => phase).join(' ')).toBe(
      `welcome ${'read model works answers questions opinions '.repeat(8)}compare vote failure recap`,
    );
    expect(steps.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(120 * 60);
  });

  it('PHASE-5 the small form takes two boards in 45 minutes and compares nothing; ahead, reading comes first', () => {
    const small = stepsOf({ ...DEFAULT_RULES, form: 'small', seconds: FORM_SECONDS.small }, slots);
    expect(small.reduce((sum, { seconds }) => sum + seconds, 0)).toBe(45 * 60);
    expect(small.some(({ phase }) => phase === 'compare' || phase === 'ahead')).toBe(false);
    const ahead = stepsOf({ ...DEFAULT_RULES, form: 'ahead', seconds: FORM_SECONDS.ahead }, slots);
    expect(ahead.map(({ phase, slot }) => `${phase}${slot ?? ''}`)).toEqual([
      ...['ahead', 'welcome', 'questionsone', 'questionstwo', 'compare', 'vote', 'failure', 'recap'],
    ]);
  });

  it('PHASE-6 the clock says what is left, stands still while it is paused, and goes below nothing when a step overruns', () => {
    const clock = { startedAt: START, seconds: 120, pausedAt: null, pausedFor: 0 };
    expect(remaining(clock, START + MINUTE)).toBe(MINUTE);
    const still = paused(clock, START + MINUTE);
    expect(remaining(still, START + 30 * MINUTE)).toBe(MINUTE);
    const on = resumed(still, START + 30 * MINUTE);
    expect(remaining(on, START + 32 * MINUTE)).toBe(-MINUTE);
    expect(elapsed(on, START + 30 * MINUTE)).toBe(MINUTE);
    expect(paused(still, START + 2 * MINUTE)).toBe(still);
  });

  it('PHASE-7 a session starts when every board has a presenter and was checked for names, and says which has not', () => {
    const session = play();
    const start = { type: 'run.start' } as const;
    expect(session.refusal(convenor, start)).toMatch(/^No board is in the running order yet/);
    session.do(convenor, { type: 'slot.add', id: 'slot-b', board: 'board-b', seat: null });
    expect(session.refusal(convenor, start)).toBe(
      '“Hub and spokes” has no presenter. Choose one, or take it out of the order.',
    );
    session.do(convenor, { type: 'slot.presenter', id: 'slot-b', seat: orgB.id });
    expect(session.refusal(convenor, start)).toBe(
      '“Hub and spokes” is not checked for names. Org B can check it, then it is ready.',
    );
    expect(session.refusal(orgC, { type: 'slot.checked', id: 'slot-b', checked: true })).toMatch(/^Org B presents/);
    session.do(orgB, { type: 'slot.checked', id: 'slot-b', checked: true });
    session.do(convenor, start);
    expect(session.phase).toBe('welcome');
    expect(session.critique.run.startedAt).toBe(START);
  });

  it('PHASE-8 next, back, to and hand over move one step for everybody, and what was meant for another step changes nothing', () => {
    const session = started();
    session.do(convenor, { type: 'run.next', from: 0 });
    expect(session.phase).toBe('read');
    const read = session.critique;
    session.do(second, { type: 'run.next', from: 0 }, { type: 'run.hand-over', from: 0 });
    expect(session.critique).toBe(read);
    session.do(convenor, { type: 'run.hand-over', from: 1 });
    expect(publicSession(session.critique).slots.map(({ state }) => state)).toEqual(['done', 'now']);
    session.do(convenor, { type: 'run.hand-over', from: 7 });
    expect(session.phase).toBe('compare');
    expect(session.refusal(convenor, { type: 'run.hand-over', from: 13 })).toMatch(/^There is no further board/);
    session.do(convenor, { type: 'run.back', from: 13 });
    expect(session.phase).toBe('opinions');
    expect(session.refusal(convenor, { type: 'run.to', step: 99 })).toBe('There is no such step in the programme.');
  });

  it('PHASE-9 the clock begins anew with each step, is extended once for one press, and ends nothing by itself', () => {
    const session = started();
    session.now += 10 * MINUTE;
    expect(session.phase).toBe('welcome');
    const press = { type: 'run.extend', seconds: 60, from: 0, of: 360 } as const;
    session.do(convenor, press, press);
    expect(session.critique.run.clock).toMatchObject({ startedAt: START, seconds: 420 });
    session.do(convenor, { type: 'run.pause' }, { type: 'run.next', from: 0 });
    expect(session.critique.run.clock).toEqual({ startedAt: session.now, seconds: 120, pausedAt: null, pausedFor: 0 });
  });

  it('PHASE-10 a running order that is changed while it runs keeps the step that is on', () => {
    const session = started();
    session.goTo('works', 'slot-c');
    session.do(convenor, { type: 'slot.move', id: 'slot-c', to: 0 });
    expect(session.phase).toBe('works');
    expect(session.critique.run.step).toBe(3);
    expect(session.refusal(convenor, { type: 'slot.remove', id: 'slot-c' })).toMatch(/^This board has had its turn/);
    session.do(convenor, { type: 'slot.remove', id: 'slot-b' });
    const seconds = { ...session.critique.rules.seconds, works: 0 };
    expect(session.refusal(convenor, { type: 'rules.set', rules: { seconds } })).toMatch(/^This step is on now/);
    expect(session.refusal(convenor, { type: 'rules.set', rules: { mapping: 'seal' } })).toMatch(/^Everybody was told/);
  });

  it('PHASE-11 reading ahead lasts until its date', () => {
    const session = planned();
    const aheadUntil = new Date(START + 90 * MINUTE).toISOString();
    session.do(convenor, { type: 'rules.set', rules: { form: 'ahead', aheadUntil } }, { type: 'run.start' });
    expect(session.phase).toBe('ahead');
    expect(session.critique.run.clock?.seconds).toBe(90 * 60);
  });

  it('PHASE-12 a slot begins once, and is told so that its board is kept as it was then', () => {
    const session = started();
    const before = session.critique;
    session.goTo('read', 'slot-b');
    expect(slotsBegun(before, session.critique).map(({ id }) => id)).toEqual(['slot-b']);
    const begun = session.critique;
    session.goTo('works', 'slot-b');
    expect(slotsBegun(begun, session.critique)).toEqual([]);
  });

  it('PHASE-13 leading ends when the board is handed over, and hands go down with its turn', () => {
    const session = started();
    session.goTo('model', 'slot-b');
    session.do(orgB, { type: 'lead.take', board: 'board-b' });
    session.do(guest2, { type: 'hand.raise' });
    expect(session.refusal(orgC, { type: 'lead.take', board: 'board-c' })).toMatch(/^“Hub and spokes” is on now/);
    session.do(convenor, { type: 'hand.call', alias: 'Guest 2' });
    expect(publicSession(session.critique).hands).toMatchObject([{ alias: 'Guest 2', speaking: true }]);
    session.goTo('works', 'slot-b');
    expect(session.critique.attention.spotlight?.seat).toBe(orgB.id);
    expect(session.critique.attention.hands).toHaveLength(1);
    session.do(convenor, { type: 'lead.take', board: 'board-b' });
    expect(session.critique.attention.spotlight).toMatchObject({ alias: 'Org A', n: 2, control: true });
    session.do(convenor, { type: 'run.hand-over', from: session.critique.run.step ?? 0 });
    expect(session.critique.attention).toMatchObject({ spotlight: null, hands: [] });
  });

  it('PHASE-14 first readers read three boards each, no board much more than another, and never their own; pairs take turns', () => {
    const boards = Array.from({ length: 8 }, (_, i) => ({ id: `board-${i}`, title: `Board ${i}` }));
    const presenters = boards.map(
      ({ id }, i): Actor => ({ id: `p-${i}`, role: 'presenter', alias: `Org ${id}`, who: 'a' }),
    );
    const people = Array.from({ length: 20 }, (_, i): Actor => {
      return { id: `r-${i}`, role: 'respondent', alias: `Guest ${i}`, who: 'b' };
    });
    const session = play();
    const world = { ...session.world(), boards, seats: [...presenters, ...people, convenor] };
    session.world = () => world;
    for (const [i, { id }] of boards.entries()) {
      session.do(convenor, { type: 'slot.add', id: `slot-${i}`, board: id, seat: `p-${i}` });
    }
    session.do(convenor, { type: 'readers.deal' });
    const { readers, challengers } = convenorPart(session.critique);
    expect(new Set(Object.values(readers).map((seats) => seats.length))).toEqual(new Set([7, 8]));
    const reads = Object.values(readers).flat();
    for (const { id } of people) expect(reads.filter((seat) => seat === id)).toHaveLength(3);
    const pairs = Object.values(challengers).flat();
    expect(new Set(pairs).size).toBe(16);
    expect(pairs.every((seat) => seat.startsWith('r-'))).toBe(true);
  });

  it('PHASE-15 who challenges does so while the board is on that they were named for', () => {
    const session = planned();
    session.do(
      convenor,
      { type: 'slot.challengers', id: 'slot-c', seats: [guest2.id, guest3.id] },
      { type: 'run.start' },
    );
    expect(standingOf(session.critique).challengers.size).toBe(0);
    session.goTo('works', 'slot-c');
    expect(standingOf(session.critique).challengers).toEqual(new Set([guest2.id, guest3.id]));
    expect(session.refusal(convenor, { type: 'slot.challengers', id: 'slot-c', seats: [orgC.id] })).toMatch(
      /^Who presents/,
    );
  });

  it('PHASE-16 the end is final: nothing that is asked for afterwards changes anything', () => {
    const session = started();
    session.do(convenor, { type: 'run.end' });
    expect(session.phase).toBe('sealed');
    for (const command of [{ type: 'run.start' }, { type: 'run.end' }, { type: 'run.to', step: 1 }] as const) {
      expect(session.ask(convenor, command)).toHaveProperty('forbidden');
    }
    expect(session.ask(orgB, comment('late'))).toEqual({ forbidden: 'comment.works' });
  });

  it('PHASE-17 nothing was planned in a council that nobody planned', () => {
    expect(publicSession(emptyCritique())).toMatchObject({ slots: [], step: null, clock: null, vote: null });
    expect(standingOf(emptyCritique())).toMatchObject({ phase: 'open', running: false });
  });
});
