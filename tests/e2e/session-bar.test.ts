import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeFile } from '#shared/board/file.ts';
import type { Board } from '#shared/board/model.ts';
import type { Command } from '#shared/critique/commands.ts';
import type { BoardSummary, Council, NewLink, Seat } from '#shared/protocol/api.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { template } from '#shared/templates/index.ts';
import { type App, startApp } from '../support/app.ts';
import { soon, type Visitor } from '../support/people.ts';

let app: App;
let convenor: Visitor;
let guest: Visitor;
let council: Council;
let boards: BoardSummary[];

const tell = (who: Visitor, command: Command) => who.ask('POST', `/api/councils/${council.id}/commands`, command);
const bar = (who: Visitor) => who.page.getByRole('region', { name: 'Session', exact: true });
const content = (id: string): Board => {
  const found = template(id);
  if (found === undefined) throw new RangeError(`There is no template ${id}.`);
  return boardFromTemplate(found);
};
/** Middle of what somebody sees, in board units. */
const middleOf = (who: Visitor) =>
  who.page.evaluate(() => {
    const seen = window.orgoraBoard?.control?.visible();
    return seen === undefined ? null : { x: Math.round(seen.x + seen.w / 2), y: Math.round(seen.y + seen.h / 2) };
  });

beforeAll(async () => {
  app = await startApp();
  [convenor, guest] = await Promise.all([app.person(), app.person()]);
  council = await convenor.ask<Council>('POST', '/api/councils', { title: 'Council' });
  boards = [];
  for (const title of ['First', 'Second']) {
    const file = writeFile(content('M2'));
    boards.push(await convenor.ask('POST', `/api/councils/${council.id}/boards`, { title, file }));
  }
  const { secret } = await convenor.ask<NewLink>('POST', `/api/councils/${council.id}/links`, { role: 'respondent' });
  await guest.ask('POST', '/api/join', { secret });
  const mine = await convenor.ask<Seat[]>('GET', `/api/councils/${council.id}/seats`);
  const seat = mine.find((one) => one.mine)?.id ?? null;
  for (const [i, board] of boards.entries()) {
    const id = `slot-number-${i}`;
    await tell(convenor, { type: 'slot.add', id, board: board.id, seat });
    await tell(convenor, { type: 'slot.checked', id, checked: true });
  }
  await Promise.all([convenor, guest].map((one) => one.goto(`/c/${council.id}/b/${boards[0]?.id}`)));
  await Promise.all([convenor.ready(), guest.ready()]);
});

afterAll(() => app.close());

test('BAR-12 a session that starts shows its bar on open boards, and one key goes on for all', async () => {
  await tell(convenor, { type: 'run.start' });
  await Promise.all([convenor, guest].map((one) => bar(one).waitFor()));
  await convenor.press('Alt+n');
  await bar(guest)
    .getByRole('listitem')
    .filter({ hasText: 'Read' })
    .and(guest.page.locator('[aria-current]'))
    .waitFor();
  await convenor.press('Alt+n');
  await bar(guest).getByText('Model').and(guest.page.locator('[aria-current] *')).waitFor();
  const time = await bar(guest).getByRole('timer').getAttribute('aria-label');
  expect(time).toMatch(/^(3 minutes|2 minutes 5\d seconds) left of 3 minutes$/);
});

test('FOLLOW-13 everybody sees what the leader sees, until they move the board themselves', async () => {
  await convenor.press('Alt+l');
  await guest.page.getByTestId('call').waitFor();
  await guest.page.getByRole('button', { name: 'Go', exact: true }).click();
  await convenor.page.evaluate(() => window.orgoraBoard?.control?.contain({ x: 2_000, y: 1_000, w: 800, h: 500 }));
  await expect.poll(() => middleOf(guest), soon).toEqual({ x: 2_400, y: 1_250 });
  await bar(convenor).getByText('Spotlight · 1 follows').waitFor();
  await guest.page.mouse.move(700, 450);
  await guest.page.mouse.wheel(0, 200);
  await bar(guest)
    .getByRole('button', { name: /follow again/ })
    .waitFor();
  await convenor.page.evaluate(() => window.orgoraBoard?.control?.contain({ x: 0, y: 0, w: 800, h: 500 }));
  await expect.poll(() => middleOf(convenor), soon).toEqual({ x: 400, y: 250 });
  expect((await middleOf(guest))?.x).toBeGreaterThan(2_000);
});

test('FOLLOW-14 a hand-over takes everybody on the board along to the next one', async () => {
  await convenor.press('Alt+l');
  await convenor.press('Alt+o');
  await Promise.all([convenor, guest].map((one) => one.page.getByRole('button', { name: 'Go', exact: true }).click()));
  await guest.page.waitForURL(`**/b/${boards[1]?.id}`);
  await guest.ready();
  await bar(guest).waitFor();
  await bar(guest).getByText('board 2 of 2').waitFor();
});

test('ROOM-8 a role that is changed is felt on the open page', async () => {
  const seats = await convenor.ask<Seat[]>('GET', `/api/councils/${council.id}/seats`);
  const seat = seats.find((one) => !one.mine)?.id;
  await convenor.ask('PATCH', `/api/councils/${council.id}/seats/${seat}`, { role: 'convenor' });
  await guest.reads(/^You are convenor now\./);
  await guest.ready();
  await bar(guest).getByRole('group', { name: 'Run the session' }).waitFor();
  expect(await guest.page.evaluate(() => window.orgoraBoard?.can('board.edit'))).toBe(true);
  expect([...convenor.faults, ...guest.faults]).toEqual([]);
});
