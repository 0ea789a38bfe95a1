import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { writeFile } from '#shared/board/file.ts';
import type { Command, NewComment } from '#shared/critique/commands.ts';
import type { CommentKindId } from '#shared/critique/kinds.ts';
import { patchBetween } from '#shared/critique/patch/between.ts';
import { readCritiqueLane } from '#shared/lanes/critique.ts';
import type { BoardSummary, Council, NewLink } from '#shared/protocol/api.ts';
import type { SeatRole } from '#shared/rights/roles.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { template } from '#shared/templates/index.ts';
import { type App, startApp } from '../support/app.ts';
import { soon, type Visitor } from '../support/people.ts';
import { Person } from '../support/server.ts';
import { openRoom, type SyncClient, until } from '../support/sync-client.ts';

/** Seats without a page, beside three people who look at one. */
const HEADLESS = 25;
const ASKED = 'What decides the order when both need the team in the same week?';
const OPINION = 'What if the team reported to the chief marketing officer?';

interface Seat {
  readonly person: Person;
  readonly seat: string;
  readonly lane: SyncClient;
}

let app: App;
let convenor: Visitor;
let presenter: Visitor;
let respondent: Visitor;
let council: Council;
let boards: BoardSummary[];
let link: NewLink;
const seats: Seat[] = [];

const path = (what: string): string => `/api/councils/${council.id}/${what}`;
const tell = (who: Visitor, command: Command): Promise<unknown> => who.ask('POST', path('commands'), command);
const say = (who: Person, command: Command): Promise<unknown> => who.ask('POST', path('commands'), command);
const bar = (who: Visitor) => who.page.getByRole('region', { name: 'Session', exact: true });
const panel = (who: Visitor, name = 'Comments') => who.page.getByRole('region', { name, exact: true });
const first = (): string => boards[0]?.id ?? '';
const second = (): string => boards[1]?.id ?? '';

const drawing = (id: string) => {
  const found = template(id);
  if (found === undefined) throw new RangeError(`There is no template ${id}.`);
  return boardFromTemplate(found);
};

const comment = (id: string, kind: CommentKindId, text: string, more: Partial<NewComment> = {}): Command => ({
  type: 'comment.add',
  comment: {
    id,
    board: first(),
    kind,
    anchor: { on: 'board' },
    text,
    ...(kind === 'friction' ? { friction: { kind: 'data-access', level: 2 as const } } : {}),
    ...more,
  },
});

/** The step that is on, on this page. */
const step = (who: Visitor, label: string): Promise<void> =>
  bar(who).locator('[aria-current]').filter({ hasText: label }).waitFor();

async function join(role: SeatRole): Promise<Person> {
  const { secret } = await convenor.ask<NewLink>('POST', path('links'), { role });
  const person = new Person(app.url);
  await person.ask('POST', '/api/join', { secret });
  return person;
}

beforeAll(async () => {
  app = await startApp();
  [convenor, presenter, respondent] = await Promise.all([app.person(), app.person(), app.person()]);
  council = await convenor.ask<Council>('POST', '/api/councils', { title: 'Spring council' });
  boards = [];
  for (const id of ['P2', 'M3']) {
    boards.push(await convenor.ask('POST', path('boards'), { title: id, file: writeFile(drawing(id)) }));
  }
  link = await convenor.ask<NewLink>('POST', path('links'), { role: 'respondent' });
  const { secret } = await convenor.ask<NewLink>('POST', path('links'), { role: 'presenter' });
  await presenter.ask('POST', '/api/join', { secret });
  await respondent.ask('POST', '/api/join', { secret: link.secret });
  for (let n = 0; n < HEADLESS; n += 1) {
    const person = await join(n === 0 ? 'presenter' : 'respondent');
    const { seat } = await person.council(council.id);
    seats.push({ person, seat, lane: openRoom(person, `critique/${first()}`) });
  }
  await Promise.all(seats.map(({ lane }) => lane.synced()));
  const { seat } = await presenter.ask<Council>('GET', `/api/councils/${council.id}`);
  await tell(convenor, { type: 'slot.add', id: 'slot-1', board: first(), seat });
  await tell(convenor, { type: 'slot.add', id: 'slot-2', board: second(), seat: seats[0]?.seat ?? '' });
  await tell(presenter, { type: 'slot.checked', id: 'slot-1', checked: true });
  await say((seats[0] as Seat).person, { type: 'slot.checked', id: 'slot-2', checked: true });
  await tell(convenor, { type: 'run.start' });
  await Promise.all([convenor, presenter, respondent].map((one) => one.goto(`/c/${council.id}/b/${first()}`)));
  await Promise.all([convenor, presenter, respondent].map((one) => one.ready()));
});

afterAll(async () => {
  for (const { lane } of seats) lane.destroy();
  await app?.close();
  expect([convenor, presenter, respondent].flatMap(({ faults }) => faults)).toEqual([]);
});

describe('a short session of three people and twenty-five seats', () => {
  it('SESSION-1 what is written while all read in silence is on nobody else’s page and nobody else’s wire', async () => {
    await convenor.press('Alt+n');
    await Promise.all([convenor, presenter, respondent].map((one) => step(one, 'Read')));
    await respondent.select('Marketing');
    await respondent.press('c');
    await respondent.press('Enter');
    await respondent.page.getByRole('textbox', { name: 'Question' }).fill(ASKED);
    await respondent.press('Enter');
    await respondent.page.getByRole('button', { name: /^Question on Marketing:.*/ }).waitFor();
    const kinds = ['question', 'works', 'friction', 'wish'] as const;
    await Promise.all(
      seats.slice(1).map(({ person }, n) => say(person, comment(`held-${n}`, kinds[n % 4] ?? 'works', `Said ${n}`))),
    );
    const board = drawing('P2');
    const [, target] = board.elements.values();
    if (target === undefined) throw new Error('The template is empty.');
    const moved = { ...board, elements: new Map(board.elements).set(target.id, { ...target, x: target.x + 40 }) };
    await say(
      (seats[1] as Seat).person,
      comment('idea', 'what-if', OPINION, { patch: patchBetween(board, moved, 'now') }),
    );
    expect(seats.map(({ lane }) => readCritiqueLane(lane.doc))).toEqual(seats.map(() => []));
    expect(await presenter.page.locator('[data-pin]').count()).toBe(0);
    expect(await respondent.page.locator('[data-pin]').count()).toBe(1);
  });

  it('SESSION-2 the reveal shows each kind in its turn, to everybody at once, without an author', async () => {
    await convenor.press('Alt+n');
    await step(convenor, 'Model');
    await convenor.press('Alt+n');
    await step(presenter, 'Works');
    await until(() => seats.every(({ lane }) => readCritiqueLane(lane.doc).length === 6), 'what works');
    await convenor.press('Alt+n');
    await step(convenor, 'Answers');
    await convenor.press('Alt+n');
    await Promise.all([convenor, presenter, respondent].map((one) => step(one, 'Questions')));
    await presenter.press('Shift+c');
    await panel(presenter).getByText(ASKED).click();
    await panel(presenter).getByRole('textbox', { name: 'Reply' }).fill('A seat on the committee, and no budget.');
    await presenter.press('Enter');
    await panel(respondent).getByText(ASKED).click();
    await panel(respondent).getByText('A seat on the committee, and no budget.').waitFor();
    const { lane } = seats[5] as Seat;
    await until(() => readCritiqueLane(lane.doc).some(({ replies }) => replies.length > 0), 'the answer');
    const told = readCritiqueLane(lane.doc);
    expect(told.filter(({ kind }) => kind === 'question')).toHaveLength(7);
    expect(told.every(({ by }) => by === null)).toBe(true);
    expect(told.find(({ text }) => text === ASKED)?.replies[0]?.by).toMatchObject({ alias: 'Org B', as: 'presenter' });
    // Nothing of the risks and wishes yet.
    expect(told.some(({ kind }) => kind === 'friction' || kind === 'wish' || kind === 'what-if')).toBe(false);
  });

  it('SESSION-3 an opinion is heard when the presenter wants to, and its drawing accepted in one step', async () => {
    await convenor.press('Alt+n');
    await step(presenter, 'Opinions');
    expect(await panel(respondent).getByText(OPINION).count()).toBe(0);
    await presenter.page.evaluate(() => window.orgoraBoard?.critique?.ui.setState({ open: 'idea' }));
    await panel(presenter).getByRole('button', { name: 'Yes, hear it' }).click();
    await panel(respondent).getByText(OPINION).waitFor();
    const card = panel(presenter, 'Proposed change');
    await card.getByRole('button', { name: 'Accept' }).click();
    await card.getByText('Accepted', { exact: true }).waitFor();
    await presenter.says('Saved');
    const [, target] = drawing('P2').elements.values();
    await expect
      .poll(async () => (await respondent.storedBoard()).elements.get(target?.id ?? '')?.x, soon)
      .toBe((target?.x ?? 0) + 40);
  });

  it('SESSION-4 one key hands over to the next board, and everybody goes along', async () => {
    await convenor.press('Alt+o');
    for (const one of [presenter, respondent]) await one.page.getByRole('button', { name: 'Go', exact: true }).click();
    await Promise.all([presenter, respondent].map((one) => one.page.waitForURL(`**/b/${second()}*`)));
    await Promise.all([presenter, respondent].map((one) => one.ready()));
    await step(respondent, 'Read');
    await bar(respondent).getByText('Org C presents').waitFor();
    // On somebody else's board a presenter only criticises.
    expect(await presenter.page.evaluate(() => window.orgoraBoard?.can('board.edit'))).toBe(false);
  });

  it('SESSION-5 votes are private until the vote is closed, then a picture for all', async () => {
    const { steps } = (await convenor.page.evaluate(() => window.orgoraBoard?.critique?.store.getState().session)) ?? {
      steps: [],
    };
    await tell(convenor, { type: 'run.to', step: steps.findIndex(({ phase }) => phase === 'vote') });
    const items = ['Give it a seat', 'Give it a budget', 'Leave it'].map((label, i) => ({
      id: `item-${i}`,
      label,
      comments: [],
    }));
    await tell(convenor, { type: 'vote.prepare', id: 'vote-1', title: 'What first', items, budget: 3 });
    await tell(convenor, { type: 'vote.show', id: 'vote-1' });
    await panel(respondent, 'Vote')
      .getByText(/^Each person has 3 votes/)
      .waitFor();
    await panel(convenor, 'Vote').getByRole('button', { name: 'Open the vote' }).click();
    const slider = panel(respondent, 'Vote').getByRole('slider', { name: 'Votes on: Give it a seat' });
    await slider.press('ArrowRight');
    await slider.press('ArrowRight');
    await panel(respondent, 'Vote').getByText('2 of 3 votes placed').waitFor();
    await Promise.all(
      seats.map(({ person }) => say(person, { type: 'vote.cast', id: 'vote-1', dots: { 'item-1': 1 } })),
    );
    const told = await presenter.page.evaluate(() => window.orgoraBoard?.critique?.store.getState().session?.vote);
    expect(told).toMatchObject({ state: 'open', voters: null });
    expect(told?.items.map(({ dots }) => dots)).toEqual([null, null, null]);
    await panel(convenor, 'Vote').getByRole('button', { name: 'Close and show' }).click();
    await panel(presenter, 'Vote')
      .getByRole('img', { name: 'What first: Give it a budget 25, Give it a seat 2, Leave it 0.' })
      .waitFor();
  });

  it('SESSION-6 everybody leaves with the recap, and after the seal old links answer with one sentence', async () => {
    const { steps } = (await convenor.page.evaluate(() => window.orgoraBoard?.critique?.store.getState().session)) ?? {
      steps: [],
    };
    await tell(convenor, { type: 'run.to', step: steps.findIndex(({ phase }) => phase === 'recap') });
    await tell(presenter, { type: 'recap.own', board: first(), notes: { takeaways: ['Ask for a budget'] } });
    await tell(convenor, { type: 'run.end' });
    await respondent.goto(`/c/${council.id}/recap`);
    const { page } = respondent;
    await page.getByRole('heading', { name: 'Recap' }).waitFor();
    for (const words of [ASKED, 'A seat on the committee, and no budget.', 'Ask for a budget', OPINION]) {
      await page.getByText(words).first().waitFor();
    }
    await page.getByRole('img', { name: /Give it a budget 25/ }).waitFor();
    await presenter.goto(`/c/${council.id}/b/${first()}`);
    await presenter.ready();
    await expect.poll(() => presenter.page.evaluate(() => window.orgoraBoard?.can('board.edit')), soon).toBe(false);
    const late = await app.person();
    await late.goto(`/join#${link.secret}`);
    await late.reads('This council has ended and its links are closed. Ask the convenor for the recap.');
    expect(late.faults).toEqual([]);
  });
});
