import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.ts';
import { axeProblems, COLOUR_RULES } from '../support/axe.ts';
import { drawnBoard } from '../support/drawn-board.ts';
import { MOD, type Visitor } from '../support/people.ts';

let app: App;

beforeAll(async () => {
  app = await startApp();
});

afterAll(async () => {
  await app?.close();
});

/** A little of everything, so that every kind of detail can be opened. */
const SAMPLE = drawnBoard((editor) => {
  const role = { kind: 'role', w: 160, h: 56 } as const;
  editor.addElement({ ...role, id: 'cmo', name: 'Chief', x: 0, y: 0 });
  editor.addElement({ ...role, id: 'data', name: 'Head of data', x: -120, y: 140, boss: 'cmo' });
  editor.addElement({ kind: 'unit', id: 'web', name: 'Web', x: 120, y: 140, boss: 'cmo' });
  editor.addElement({ kind: 'platform', id: 'cdp', name: 'Customer data platform', x: -140, y: 280, w: 200, h: 64 });
  editor.relate('owns', 'data', 'cdp');
  editor.addZone({ zone: 'function', title: 'Digital', x: 80, y: 100, w: 280, h: 160 });
  editor.addTiger({ name: 'Consent sprint', members: { data: 20, web: 40 } });
  editor.addFriction({ friction: 'unclear-owner', on: ['cdp'] });
});

/** What the colours do not change is only looked at in light, and what is behind a dialog only without it. */
async function problems(page: Page, part: string | null = null): Promise<string[]> {
  const dark = await page.evaluate(() => document.documentElement.dataset['mantineColorScheme'] === 'dark');
  return dark ? axeProblems(page, part, COLOUR_RULES) : axeProblems(page, part);
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  let ana: Visitor;

  beforeAll(async () => {
    ana = await app.person({ colorScheme });
    await ana.goto('/');
    await ana.page.getByRole('button', { name: 'New council' }).click();
    await ana.dialog('New council').getByLabel('Title').fill('Marketing and IT');
  });

  afterAll(async () => {
    expect(ana.faults).toEqual([]);
    await ana.context.close();
  });

  // Pages without a board are made of the same few colours: in dark the first one stands for them.
  if (colorScheme === 'light')
    it('E2E-100 axe finds nothing on home, council, gallery, vocabulary, their dialogs and menus', async () => {
      const found: Record<string, string[]> = { 'new council': await problems(ana.page) };
      await ana.dialog('New council').getByRole('button', { name: 'Create' }).click();
      await ana.page.getByRole('textbox', { name: 'Council title' }).waitFor();
      const council = ana.councilId;
      found['empty council'] = await problems(ana.page);
      await ana.goto(`/templates?council=${council}`);
      await ana.page.locator('.template-picture svg').first().waitFor();
      await ana.page.getByRole('button', { name: 'Global and local' }).click();
      found['gallery'] = await problems(ana.page);
      await ana.page.getByRole('button', { name: 'Look', exact: true }).click();
      await ana.page.getByRole('dialog').waitFor();
      found['a look at a template'] = await problems(ana.page, '[role="dialog"]');
      await ana.press('Escape');
      await ana.page.getByRole('dialog').waitFor({ state: 'detached' });
      await ana.page.getByRole('button', { name: 'Use this' }).click();
      await ana.ready();
      await ana.goto(`/c/${council}`);
      await ana.page.locator('.board-card svg').first().waitFor();
      found['council'] = await problems(ana.page);
      await ana.page.getByRole('button', { name: /^More for/ }).click();
      await ana.page.getByRole('menuitem', { name: 'Rename' }).waitFor();
      found['menu of a board'] = await problems(ana.page);
      await ana.press('Escape');
      await ana.page.getByRole('menu').waitFor({ state: 'detached' });
      await ana.page.getByRole('button', { name: 'New board', exact: true }).click();
      await ana.page.getByRole('menuitem', { name: 'From a template' }).waitFor();
      found['menu of new boards'] = await problems(ana.page);
      await ana.press('Escape');
      await ana.page.getByRole('button', { name: 'Share', exact: true }).click();
      await ana.dialog('Share').getByRole('button', { name: 'New link, observer' }).click();
      await ana.dialog('Share').getByRole('textbox', { name: 'New observer link' }).waitFor();
      found['share'] = await problems(ana.page, '[role="dialog"]');
      await ana.goto('/');
      await ana.page.locator('.board-card svg').first().waitFor();
      found['home'] = await problems(ana.page);
      await ana.goto('/vocabulary');
      await ana.page.getByRole('heading').first().waitFor();
      found['vocabulary'] = await problems(ana.page);
      await ana.goto('/join');
      await ana.page.getByRole('heading').first().waitFor();
      found['a refusal'] = await problems(ana.page);
      expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
    }, 150_000);

  it('E2E-101 axe finds nothing on a board, empty, drawn or selected, and in each of its dialogs and menus', async () => {
    const found: Record<string, string[]> = {};
    const look = async (what: string, part: string | null = null): Promise<void> => {
      found[what] = await problems(ana.page, part);
    };
    if (colorScheme === 'dark') {
      await ana.goto('/');
      await ana.page.getByRole('heading').first().waitFor();
      await look('home');
    }
    await ana.newBoard();
    await look('empty board');
    await ana.openContent(SAMPLE);
    await look('board');
    const dialogs: readonly (readonly [string, string])[] = [
      ['command palette', `${MOD}+k`],
      ['find', `${MOD}+f`],
      ['keyboard', '?'],
      ['export', `${MOD}+Shift+e`],
    ];
    for (const [what, keys] of dialogs) {
      await ana.selectNothing();
      await ana.press(keys);
      await ana.page.getByRole('dialog').waitFor();
      // Its buttons fade in once the pages are drawn; colours are looked at when they have.
      if (what === 'export') await ana.page.getByRole('button', { name: /^Export \d/, disabled: false }).waitFor();
      await look(what, '[role="dialog"]');
      await ana.press('Escape');
      await ana.page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    // The templates' pictures are the same colours as the gallery's.
    for (const type of colorScheme === 'light' ? (['share', 'templates'] as const) : (['share'] as const)) {
      await ana.page.evaluate((overlay) => window.orgoraBoard?.ui.setState({ overlay: { type: overlay } }), type);
      await ana.page.getByRole('dialog').waitFor();
      await look(type, '[role="dialog"]');
      await ana.press('Escape');
      await ana.page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    const [role] = (await ana.elements()).filter((one) => one.kind === 'role');
    await ana.select(role?.name ?? '');
    await ana.page.getByRole('complementary', { name: 'Details' }).waitFor();
    await look('details of an element', 'aside');
    const at = await ana.middle(role?.name ?? '');
    await ana.page.mouse.click(at.x, at.y, { button: 'right' });
    await ana.page.getByRole('menuitem').first().waitFor();
    await look('context menu', '[role="menu"]');
    await ana.press('Escape');
    await ana.page.getByRole('menuitem').first().waitFor({ state: 'detached' });
    await ana.page.mouse.dblclick(at.x, at.y);
    await ana.nameField.waitFor();
    await look('naming', '.name-editor');
    await ana.press('Escape');
    const board = await ana.board();
    const line = [...board.relations.keys()][0] ?? '';
    const things = { line, ...Object.fromEntries([...board.overlays.values()].map((one) => [one.kind, one.id])) };
    for (const [what, id] of Object.entries(things)) {
      await ana.page.evaluate((one) => window.orgoraBoard?.ui.setState({ selection: new Set([one]) }), id);
      await ana.page.getByRole('complementary', { name: 'Details' }).waitFor();
      await look(`details of a ${what}`, 'aside');
    }
    await ana.selectNothing();
    await ana.page.getByRole('button', { name: 'Board menu' }).click();
    await ana.page.getByRole('menuitem').first().waitFor();
    await look('board menu', '[role="menu"]');
    expect(Object.fromEntries(Object.entries(found).filter(([, list]) => list.length > 0))).toEqual({});
  }, 150_000);
});

describe('by keyboard alone', () => {
  let ana: Visitor;

  beforeAll(async () => {
    ana = await app.person();
  });

  /** Where the focus is: the nearest named part of the page, and the name of the thing itself. */
  const focus = () =>
    ana.page.evaluate(() => {
      const one = document.activeElement;
      const part = one?.closest('nav,[role="toolbar"],header,aside,section,[role="dialog"]');
      return {
        part: part?.getAttribute('aria-label') ?? part?.tagName ?? '',
        name: one?.getAttribute('aria-label') ?? one?.textContent ?? '',
      };
    });

  /** Presses Tab until the focus has been in all these parts. Fails when it has not after a round through the page. */
  async function reaches(...parts: string[]): Promise<void> {
    const missing = new Set(parts);
    for (let i = 0; i < 80 && missing.size > 0; i += 1) {
      await ana.press('Tab');
      missing.delete((await focus()).part);
    }
    expect([...missing]).toEqual([]);
  }

  it('E2E-102 from home to a named shape without a mouse', async () => {
    await ana.goto('/');
    await ana.page.getByRole('heading', { name: 'Your boards' }).waitFor();
    for (let i = 0; i < 30 && (await focus()).name !== 'New board'; i += 1) await ana.press('Tab');
    expect((await focus()).name).toBe('New board');
    await ana.press('Enter');
    await ana.ready();
    await ana.press('2');
    await ana.press('Enter');
    await ana.name('Chief marketing officer');
    await ana.press('Tab');
    await ana.name('Head of data');
    expect(await ana.bossOf('Head of data')).toBe('Chief marketing officer');
    await ana.press('ArrowUp');
    const chief = await ana.the('Chief marketing officer');
    expect(await ana.selection()).toEqual([chief.id]);
    await ana.press('F2');
    await ana.name('Chief growth officer');
    expect(await ana.names()).toEqual(['Chief growth officer', 'Head of data']);
  });

  it('E2E-103 Esc and then Tab leaves the canvas; Tab reaches palette, details, tools, zoom and legend', async () => {
    const chief = await ana.the('Chief growth officer');
    await ana.select('Chief growth officer');
    await ana.page.getByRole('complementary', { name: 'Details' }).waitFor();
    await ana.press('Escape');
    expect(await ana.selection()).toEqual([]);
    await ana.press('Tab');
    expect(await ana.page.evaluate(() => document.activeElement?.closest('.board-canvas') === null)).toBe(true);
    await reaches('Palette', 'Tools', 'Zoom and undo', 'Legend');
    expect((await ana.elements()).length).toBe(2);
    // Tab grows the tree while an element is selected; who needs it for the focus says so once, in the help.
    await ana.selectNothing();
    await ana.press('?');
    await ana.page.getByRole('switch', { name: 'Tab moves the focus instead of adding below' }).press('Space');
    await ana.press('Escape');
    await ana.page.getByRole('dialog').waitFor({ state: 'detached' });
    await ana.select(chief.name);
    await reaches('Details');
    expect((await ana.elements()).length).toBe(2);
    expect(ana.faults).toEqual([]);
  });

  it('E2E-104 a dialog keeps the focus while it is open and gives it back after', async () => {
    await ana.selectNothing();
    await ana.press('?');
    const dialog = ana.page.getByRole('dialog');
    await dialog.waitFor();
    for (let i = 0; i < 8; i += 1) {
      await ana.press('Tab');
      expect(await dialog.evaluate((one) => one.contains(document.activeElement))).toBe(true);
    }
    await ana.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await ana.page.waitForFunction(() => document.activeElement?.closest('.board-canvas') !== null);
  });
});
