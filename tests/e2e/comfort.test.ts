import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.ts';
import { soon, type Visitor } from '../support/people.ts';

let app: App;
let one: Visitor;
let guest: Visitor;

beforeAll(async () => {
  app = await startApp();
  one = await app.person();
  await one.openTemplate('M4');
  await one.page.locator('[data-painted="all"]').waitFor();
  guest = await app.person();
  await guest.comeTo(one, 'observer');
});

afterAll(async () => {
  await app?.close();
});

/** Names of the elements that the page has as nodes a person can reach. */
const nodeNames = () =>
  one.page
    .locator('.react-flow__node')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-name') ?? '').sort());

const veiled = () =>
  one.page
    .locator('.react-flow__node.veiled')
    .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-name') ?? '').sort());

/** Selects an element without a pointer: what sits in it may lie over its middle. */
async function pick(name: string): Promise<void> {
  const { id } = await one.the(name);
  await one.page.evaluate((only) => {
    window.orgoraBoard?.ui.setState({ selection: new Set([only]) });
    window.orgoraBoard?.control?.focus();
  }, id);
}

it('LENS-11 a lens from the menu dims all else and says in the bar what it shows; × ends it', async () => {
  await one.page.getByRole('button', { name: 'Lenses' }).click();
  await one.page.getByRole('menuitemradio', { name: 'Money' }).click();
  const bar = one.page.locator('[data-lens-bar]');
  await bar.getByText('1 "funds" line, 1 payer, 1 funded.').waitFor();
  const all = await nodeNames();
  await expect.poll(veiled, soon).toHaveLength(all.length - 2);
  expect(await veiled()).not.toContain('Chief marketing officer');
  await bar.getByRole('button', { name: 'Close the lens' }).click();
  await bar.waitFor({ state: 'detached' });
  await expect.poll(veiled, soon).toEqual([]);
});

it('FOCUS-3 a branch is looked at alone by a key, fills the view, and Escape shows everything', async () => {
  await pick('Marketing operations');
  await one.press('Alt+b');
  await one.page.locator('[data-lens-bar]').getByText('10 of 25 elements.').waitFor();
  await expect.poll(veiled, soon).toContain('Chief executive');
  await one.press('Escape');
  await expect.poll(veiled, soon).toEqual([]);
  await one.press('Shift+1');
  await expect.poll(nodeNames, soon).toHaveLength(25);
});

it('FOLD-11 what is folded leaves the canvas and its order of focus, others see it too, and a click on the count opens it', async () => {
  await pick('VP, strategic marketing operations');
  const before = await nodeNames();
  await one.press('Alt+x');
  const open = one.page.getByRole('button', { name: /^Open VP, strategic marketing operations: 10 folded under it/ });
  await open.waitFor();
  await expect.poll(nodeNames, soon).toHaveLength(before.length - 10);
  await guest.page.getByRole('button', { name: /^Open VP, strategic/ }).click();
  await guest.page.getByRole('button', { name: /^Open VP, strategic/ }).waitFor({ state: 'detached' });
  // Who only looks opened it for their own window.
  expect((await one.the('VP, strategic marketing operations')).attributes).toMatchObject({ collapsed: true });
  await open.click();
  await expect.poll(nodeNames, soon).toEqual(before);
});

it('LINKTO-5 an address names an element: it is selected and in view; one that is gone is said in a sentence', async () => {
  const { id } = await one.the('CRM');
  await one.page.evaluate((hash) => {
    window.location.hash = hash;
  }, `e=${id}`);
  await expect.poll(() => one.selection(), soon).toEqual([id]);
  const at = await one.middle('CRM');
  expect(at.x > 0 && at.x < 1440 && at.y > 0 && at.y < 900).toBe(true);
  await one.page.evaluate(() => {
    window.location.hash = 'e=gone';
  });
  await one.reads('What this link points to is no longer on this board.');
  await one.press('Shift+1');
});

it('LINKTO-6 a link to a web address is given by search, shown on the box, and opens a page of its own', async () => {
  await one.page.evaluate(() => {
    window.open = ((address: string, target: string, features: string) => {
      document.documentElement.dataset['opened'] = `${address} ${target} ${features}`;
      return null;
    }) as typeof window.open;
  });
  await one.select('CRM');
  await one.press('Alt+k');
  await one.page.getByRole('combobox', { name: 'Link to' }).fill('example.org/crm');
  await one.page.getByRole('option', { name: 'https://example.org/crm' }).waitFor();
  await one.press('Enter');
  await expect
    .poll(async () => (await one.the('CRM')).attributes, soon)
    .toMatchObject({ link: 'https://example.org/crm' });
  await one.page.getByRole('button', { name: 'Open example.org, from CRM' }).click();
  await expect
    .poll(() => one.page.evaluate(() => document.documentElement.dataset['opened']), soon)
    .toBe('https://example.org/crm _blank noopener,noreferrer');
});

it('TRACE-7 a picture that is dropped lies under the drawing for everybody, moves, and goes with Delete', async () => {
  const { page } = one;
  await page.evaluate(async () => {
    const canvas = document.createElement('canvas');
    canvas.width = 600;
    canvas.height = 400;
    const context = canvas.getContext('2d');
    if (context !== null) {
      context.fillStyle = '#c33';
      context.fillRect(0, 0, 600, 400);
    }
    const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
    const data = new DataTransfer();
    data.items.add(new File([blob ?? ''], 'chart.png', { type: 'image/png' }));
    const options = { bubbles: true, cancelable: true, dataTransfer: data, clientX: 620, clientY: 640 };
    document.querySelector('.board-canvas')?.dispatchEvent(new DragEvent('drop', options));
  });
  const picture = page.getByRole('img', { name: 'Tracing layer' });
  await picture.waitFor();
  await page.getByRole('region', { name: 'Tracing layer' }).waitFor();
  await one.says('Saved');
  await guest.page.getByRole('img', { name: 'Tracing layer' }).waitFor();
  const box = await picture.boundingBox();
  const from = { x: (box?.x ?? 0) + (box?.width ?? 0) - 30, y: (box?.y ?? 0) + (box?.height ?? 0) - 12 };
  await one.pull(from, { x: from.x + 60, y: from.y + 20 });
  await expect
    .poll(async () => Math.round((await picture.boundingBox())?.x ?? 0), soon)
    .toBe(Math.round((box?.x ?? 0) + 60));
  await one.press('Delete');
  await picture.waitFor({ state: 'detached' });
  await one.undo();
  await picture.waitFor();
});

it('HAND-3 beside a pen a resting hand neither draws nor selects, and the pen goes on', async () => {
  await one.selectNothing();
  const at = await one.middle('Sales');
  const selected = await one.page.evaluate(({ x, y }) => {
    const send = (type: string, kind: 'pen' | 'touch', id: number, dx = 0) =>
      document.elementFromPoint(x, y)?.dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          cancelable: true,
          clientX: x + dx,
          clientY: y,
          pointerType: kind,
          pointerId: id,
          isPrimary: true,
        }),
      );
    const ids = () => [...(window.orgoraBoard?.ui.getState().selection ?? [])].length;
    send('pointermove', 'pen', 7);
    send('pointerdown', 'touch', 8);
    send('pointerup', 'touch', 8);
    return ids();
  }, at);
  expect(selected).toBe(0);
});

it("HAND-4 in the system's own colours the painting is made of them, and comes back after", async () => {
  const { page } = one;
  const ink = () => page.locator('.board-canvas').evaluate((canvas) => canvas.style.getPropertyValue('--ink'));
  expect(await ink()).toBe('');
  await page.emulateMedia({ forcedColors: 'active' });
  await expect.poll(ink, soon).toMatch(/^#/);
  await page.emulateMedia({ forcedColors: 'none' });
  await expect.poll(ink, soon).toBe('');
  expect(one.faults).toEqual([]);
});
