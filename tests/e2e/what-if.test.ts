import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { fileText } from '#shared/board/file.ts';
import { type App, startApp } from '../support/app.ts';
import { soon, type Visitor } from '../support/people.ts';

let app: App;
let ana: Visitor;
let eve: Visitor;

beforeAll(async () => {
  app = await startApp();
  ana = await app.person();
  await ana.openTemplate('M3');
  eve = await app.person();
  await eve.comeTo(ana, 'respondent');
});

afterAll(async () => {
  await app?.close();
  expect([...ana.faults, ...eve.faults]).toEqual([]);
});

const button = (who: Visitor, name: string | RegExp) => who.page.getByRole('button', { name, exact: true });
const card = (who: Visitor) => who.page.getByRole('region', { name: 'Proposed change' });

describe('a what-if between two people', () => {
  it('WHATIF-20 is drawn by who may not change the board, and stays on their page through a reload', async () => {
    const before = fileText(await ana.storedBoard());
    await button(eve, 'Draw a what-if').click();
    await eve.says('Your own copy');
    await eve.reportTo('Product marketing', 'Chief marketing officer');
    const bar = eve.page.getByRole('region', { name: 'What if', exact: true });
    await bar.getByText('1 change').waitFor();
    expect(await eve.bossOf('Product marketing')).toBe('Chief marketing officer');
    await eve.page.reload();
    await eve.ready();
    expect(await eve.bossOf('Product marketing')).not.toBe('Chief marketing officer');
    await button(eve, 'Go on drawing').click();
    await bar.getByText('1 change').waitFor();
    expect(fileText(await ana.storedBoard())).toBe(before);
    expect(fileText(await ana.board())).toBe(before);
  });

  it('WHATIF-21 is sent with a reason, read as sentences, shown over the board, accepted in one step, and seen to be undone', async () => {
    await button(eve, 'Give a reason and send').click();
    const dialog = eve.dialog('What if…');
    await dialog.getByText('Product marketing now reports to Chief marketing officer.').waitFor();
    await dialog.getByLabel('Your reason').fill('Then the launch calendar has one owner');
    await dialog.getByRole('button', { name: 'Send' }).click();
    await eve.says('You can look');

    await ana.page.evaluate(() => window.orgoraBoard?.ui.setState({ dock: 'comments' }));
    await ana.page.getByText('Then the launch calendar has one owner').first().click();
    await card(ana).getByText('Product marketing now reports to Chief marketing officer.').waitFor();
    await card(ana).getByRole('button', { name: 'Show on the board' }).click();
    await expect.poll(() => ana.bossOf('Product marketing'), soon).toBe('Chief marketing officer');
    await ana.selectNothing();
    await ana.press('Escape');
    await expect.poll(() => ana.bossOf('Product marketing'), soon).toBeNull();

    await card(ana).getByRole('button', { name: 'Accept' }).click();
    await expect.poll(() => eve.bossOf('Product marketing'), soon).toBe('Chief marketing officer');
    await card(eve).getByText('Accepted', { exact: true }).waitFor();
    await card(ana).getByText('Accepted', { exact: true }).waitFor();

    await ana.selectNothing();
    await ana.undo();
    await card(eve).getByText('Accepted, then undone').waitFor();
    expect(await ana.bossOf('Product marketing')).toBeNull();
    await ana.redo();
    await card(eve).getByText('Accepted', { exact: true }).waitFor();
  });
});
