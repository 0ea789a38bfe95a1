import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { writeFile } from '#shared/board/file.ts';
import type { Command } from '#shared/critique/commands.ts';
import type { BoardSummary, Council, NewLink } from '#shared/protocol/api.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { template } from '#shared/templates/index.ts';
import { type App, startApp } from '../support/app.ts';
import type { Visitor } from '../support/people.ts';

/** The step of the vote where one board is presented: after the welcome, its six steps and the break. */
const VOTE = 8;

let app: App;
let convenor: Visitor;
let presenter: Visitor;
let council: Council;
let board: BoardSummary;

const tell = (who: Visitor, command: Command) => who.ask('POST', `/api/councils/${council.id}/commands`, command);
const panel = (who: Visitor) => who.page.getByRole('region', { name: 'Vote', exact: true });

beforeAll(async () => {
  app = await startApp();
  [convenor, presenter] = await Promise.all([app.person(), app.person()]);
  council = await convenor.ask<Council>('POST', '/api/councils', { title: 'Council' });
  const found = template('M2');
  if (found === undefined) throw new RangeError('There is no template M2.');
  const file = writeFile(boardFromTemplate(found));
  board = await convenor.ask('POST', `/api/councils/${council.id}/boards`, { title: 'First', file });
  const { secret } = await convenor.ask<NewLink>('POST', `/api/councils/${council.id}/links`, { role: 'presenter' });
  await presenter.ask('POST', '/api/join', { secret });
  const seats = await presenter.ask<Council>('GET', `/api/councils/${council.id}`);
  await tell(convenor, { type: 'slot.add', id: 'slot-number-1', board: board.id, seat: seats.seat });
  await tell(presenter, { type: 'slot.checked', id: 'slot-number-1', checked: true });
  await tell(convenor, { type: 'run.start' });
  await tell(convenor, { type: 'run.to', step: VOTE });
});

afterAll(() => app.close());

test('BALLOT-9 a vote goes from its items to its picture, and nobody sees a vote before it is closed', async () => {
  await Promise.all([convenor, presenter].map((one) => one.goto(`/c/${council.id}/b/${board.id}`)));
  await Promise.all([convenor.ready(), presenter.ready()]);
  const runs = panel(convenor);
  for (const words of ['An owner', 'A seat']) {
    await runs.getByRole('button', { name: 'Write an item' }).click();
    await runs.getByRole('textbox', { name: 'Words of this item' }).last().fill(words);
  }
  await runs.getByRole('button', { name: 'Show how it works' }).click();
  await panel(presenter)
    .getByText(/^Each person has 3 votes/)
    .waitFor();
  await runs.getByRole('button', { name: 'Open the vote' }).click();
  const slider = panel(presenter).getByRole('slider', { name: /A seat/ });
  await slider.press('ArrowRight');
  await slider.press('ArrowRight');
  await panel(presenter).getByText('2 of 3 votes placed').waitFor();
  expect(await runs.innerText()).not.toMatch(/\bplaced\b|person voted|people voted/);
  await runs.getByRole('button', { name: 'Close and show' }).click();
  await Promise.all(
    [convenor, presenter].map((one) =>
      panel(one).getByRole('img', { name: 'What matters most: A seat 2, An owner 0.' }).waitFor(),
    ),
  );
});

test('RECAPUI-11 two people write the recap on two pages, and it is saved as Markdown', async () => {
  await tell(convenor, { type: 'run.to', step: VOTE + 2 });
  await Promise.all(
    [convenor, presenter].map((one) =>
      one.page.getByRole('region', { name: 'Session' }).getByRole('link', { name: 'Recap', exact: true }).click(),
    ),
  );
  const write = async (who: Visitor, add: string, words: string): Promise<void> => {
    await who.page.getByRole('button', { name: add }).click();
    await who.page.getByRole('textbox', { name: add.replace('Add', 'New') }).fill(words);
    await who.page.keyboard.press('Enter');
  };
  await write(presenter, 'Add takeaway', 'Say who decides');
  await presenter.page.getByRole('textbox', { name: 'Takeaway 1', exact: true }).waitFor();
  await write(convenor, 'Add question', 'What does the centre stop doing?');
  // What was written meanwhile comes with what is written here.
  await convenor.page.getByText('Say who decides').waitFor();
  await convenor.page.getByRole('textbox', { name: 'Question 1', exact: true }).waitFor();
  const save = async (): Promise<string> => {
    await convenor.page.getByRole('button', { name: 'Save' }).click();
    const [file] = await Promise.all([
      convenor.page.waitForEvent('download'),
      convenor.page.getByRole('menuitem', { name: 'Markdown for the council' }).click(),
    ]);
    return readFileSync(await file.path(), 'utf8');
  };
  const text = await save();
  for (const part of ['- Say who decides', '- What does the centre stop doing?', '1. A seat: 2']) {
    expect(text).toContain(part);
  }
  expect([...convenor.faults, ...presenter.faults]).toEqual([]);
});
