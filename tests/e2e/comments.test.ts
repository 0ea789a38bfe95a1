import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { soon, type Visitor } from '../support/people.ts';

let app: App;
let ana: Visitor;
let eve: Visitor;
let cmo = '';

beforeAll(async () => {
  app = await startApp();
  [ana, eve] = await Promise.all([app.person(), app.person()]);
  await ana.openTemplate('M3');
  await eve.comeTo(ana, 'respondent');
  cmo = 'Product marketing';
});

afterAll(async () => {
  await app?.close();
  expect([...ana.faults, ...eve.faults]).toEqual([]);
});

const pins = (who: Visitor) => who.page.locator('[data-pin]');
const pin = (who: Visitor, name: string | RegExp) =>
  who.page.getByRole('region', { name: 'Comments on the drawing' }).getByRole('button', { name });
const place = async (who: Visitor) => {
  const box = await pins(who).first().boundingBox();
  if (box === null) throw new Error('The pin is not to be seen.');
  return { x: Math.round(box.x), y: Math.round(box.y + box.height) };
};

describe('comments between two people', () => {
  it('PIN-30 a question is pinned by a key and a click, and the other sees it without its author', async () => {
    await eve.selectNothing();
    await eve.press('c');
    await eve.page
      .getByRole('button', { name: 'Question', exact: true })
      .and(eve.page.locator('[aria-pressed=true]'))
      .waitFor();
    await eve.page.locator('.board-canvas[data-pinning=question]').waitFor();
    const at = await eve.middle(cmo);
    await eve.page.mouse.click(at.x, at.y);
    await eve.page.getByRole('textbox', { name: 'Question' }).fill('What decides the order?');
    await eve.press('Enter');
    await pin(eve, `Question on ${cmo}`).waitFor();
    await pin(ana, `Question on ${cmo}: unread`).waitFor();
    await ana.page.getByRole('button', { name: 'Comments, 1 unread' }).waitFor();
  });

  it('PIN-31 its pin rides along while the other drags the box, stays when it is removed, and comes back with undo', async () => {
    const before = await place(eve);
    const { x, y, w, h } = await ana.the(cmo);
    const from = await ana.middle(cmo);
    const to = await ana.screen({ x: x + w / 2 + 40, y: y + h / 2 + 120 });
    await ana.pull(from, to, async () => {
      await expect.poll(async () => (await place(eve)).y - before.y, soon).toBeGreaterThan(60);
    });
    await ana.says('Saved');
    const moved = await ana.the(cmo);
    await expect
      .poll(async () => Math.round((await place(eve)).y - before.y), soon)
      .toBe(Math.round((moved.y - y) * (await eve.ui('zoom'))));
    await ana.select(cmo);
    await ana.press('Delete');
    await pin(eve, /what it stood on was removed/).waitFor();
    await ana.press('ControlOrMeta+z');
    await pin(eve, `Question on ${cmo}`).and(eve.page.locator(':not([aria-label*=removed])')).waitFor();
  });

  it('THREAD-30 the thread opens from the pin by keys; reply, same here and answered reach the other', async () => {
    await pin(ana, /^Question/).focus();
    await ana.press('Enter');
    const panel = ana.page.getByRole('region', { name: 'Comments', exact: true });
    await panel.getByRole('img', { name: 'What it was made on' }).waitFor();
    await panel.getByRole('textbox', { name: 'Reply' }).fill('The steering committee.');
    await ana.press('Enter');
    await panel.getByRole('button', { name: 'Same here' }).click();
    await panel.getByRole('button', { name: 'Answered' }).click();
    await pin(eve, `Question on ${cmo}: 1 says the same, answered`).waitFor();
    expect(await axeProblems(ana.page, '[data-comments]')).toEqual([]);
    expect(await axeProblems(ana.page, '.board-canvas [aria-label="Comments on the drawing"]')).toEqual([]);
    const id = await pins(eve).first().getAttribute('data-pin');
    await eve.page.evaluate((one) => {
      window.location.hash = `#comment=${one}`;
    }, id);
    const thread = eve.page.getByRole('region', { name: 'Comments', exact: true });
    await thread.getByText('The steering committee.').waitFor();
    await thread.getByText(/Answered by Org A/).waitFor();
    expect(await thread.getByText('convenor').count()).toBeGreaterThan(0);
  });

  it('PIN-32 a part of the board is commented on by dragging; far away pins join and a click goes near', async () => {
    await eve.selectNothing();
    await eve.page.getByRole('button', { name: 'Works', exact: true }).click();
    await eve.page.locator('.board-canvas[data-pinning=works]').waitFor();
    const { x, y, w } = await eve.the(cmo);
    const from = await eve.screen({ x: x - 30, y: y - 40 });
    const to = await eve.screen({ x: x + w + 60, y: y - 12 });
    await eve.pull(from, to);
    await eve.page.getByRole('textbox', { name: 'Works' }).fill('They sit together.');
    await eve.press('Enter');
    await pin(eve, /^Works on a part of the board/).waitFor();
    await eve.page.evaluate(() => window.orgoraBoard?.control?.zoomTo(0.1));
    await pin(eve, /^2 comments: /).click();
    await expect.poll(() => pins(eve).count(), soon).toBe(2);
  });

  it('COMMENT-30 on a phone the row counts them, shows the thread under it, and takes a comment', async () => {
    await eve.page.setViewportSize({ width: 390, height: 844 });
    await eve.goto(`/c/${eve.councilId}/b/${eve.boardId}`);
    const row = eve.page.getByRole('treeitem', { name: new RegExp(`^${cmo},.*1 comment`) });
    await row.click();
    const list = eve.page.getByRole('list', { name: `Comments on ${cmo}` });
    await list.getByRole('button', { name: /What decides the order/ }).click();
    await list.getByText('The steering committee.').waitFor();
    expect(await axeProblems(eve.page, '[data-row-threads]')).toEqual([]);
    await eve.page.getByRole('button', { name: 'Comment', exact: true }).click();
    await eve.page.getByRole('textbox', { name: 'Question' }).fill('Who pays?');
    await eve.page.getByRole('button', { name: 'Send', exact: true }).click();
    await list.getByText('Who pays?').waitFor();
    await ana.page.getByRole('button', { name: 'Comments, 2 unread' }).waitFor();
  });
});
