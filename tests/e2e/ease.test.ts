import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.ts';
import { axeProblems } from '../support/axe.ts';
import { soon, type Visitor } from '../support/people.ts';

let app: App;
let ana: Visitor;

beforeAll(async () => {
  app = await startApp();
  ana = await app.person();
});

afterAll(async () => {
  expect(ana.faults).toEqual([]);
  await app?.close();
});

const lesson = () => ana.page.getByRole('complementary', { name: 'Lesson' });

/** Texts of controls that are cut off, and controls that reach out of the window. */
const cutOff = (): Promise<string[]> =>
  ana.page.evaluate(() => {
    const found: string[] = [];
    const seen = document.querySelectorAll<HTMLElement>(
      'h1,h2,h3,p,label,dt,button,a,.start-words,[role="menuitem"],[role="option"]',
    );
    for (const one of seen) {
      const box = one.getBoundingClientRect();
      if (box.width < 2 || one.closest('.visually-hidden,.react-flow,[aria-hidden="true"]') !== null) continue;
      const text = (one.textContent ?? '').trim();
      if (text === '') continue;
      const style = getComputedStyle(one);
      const scrolls = one.closest('[data-palette],.sidebar') !== null;
      if (style.textOverflow !== 'ellipsis' && style.overflow === 'hidden' && one.scrollWidth > one.clientWidth + 2)
        found.push(`cut: ${text.slice(0, 40)}`);
      if (!scrolls && (box.left < -1 || box.right > window.innerWidth + 1)) found.push(`outside: ${text.slice(0, 40)}`);
    }
    return [...new Set(found)];
  });

it('EMPTY-1 a first visit says what to do: four ways to begin, and the same ways on an empty board', async () => {
  await ana.goto('/');
  await ana.page.getByRole('heading', { name: 'Start here' }).waitFor();
  const ways = await ana.page.locator('.start-card strong').allTextContents();
  expect(ways).toEqual([
    'Learn the symbols in five minutes',
    'Start from a template',
    'Bring your people',
    'Try the sample council',
  ]);
  expect(await axeProblems(ana.page)).toEqual([]);
  await ana.page.getByRole('button', { name: /^Bring your people/ }).click();
  await ana.ready();
  await ana.page.getByRole('dialog').waitFor();
  await ana.press('Escape');
  await ana.page.getByRole('dialog').waitFor({ state: 'detached' });
  for (const name of ['Pick a template', 'Import people', 'Paste a list']) {
    await ana.page.getByRole('button', { name, exact: true }).waitFor();
  }
  expect(await ana.page.getByRole('link', { name: 'Learn them in five minutes' }).getAttribute('href')).toBe('/learn');
});

it('SAMPLE-4 one click makes the sample council: three boards with pictures, ready to present', async () => {
  await ana.goto('/');
  await ana.page.getByRole('button', { name: /^Try the sample council/ }).click();
  await ana.page.locator('.board-card svg').nth(2).waitFor();
  const titles = await ana.page.locator('.board-card-title').allTextContents();
  expect(titles.map((title) => title.slice(0, 5)).sort()).toEqual(['Org A', 'Org B', 'Org C']);
  await ana.page.getByRole('link', { name: 'Open Org C, central core' }).click();
  await ana.ready();
  await expect.poll(async () => (await ana.board()).frames.size, soon).toBe(3);
  expect((await ana.board()).elements.size).toBe(12);
});

it('TOUR-8 the lesson ticks off what is drawn, beside a board that makes room for it, and is kept', async () => {
  await ana.goto('/learn');
  await ana.ready();
  await lesson().getByRole('heading', { name: 'Three boxes' }).waitFor();
  // The card covers nothing: the board begins where it ends.
  const edges = await ana.page.evaluate(() => ({
    card: document.querySelector('[aria-label="Lesson"]')?.getBoundingClientRect().right ?? 0,
    board: document.querySelector('.board-page')?.getBoundingClientRect().left ?? 0,
  }));
  expect(edges.board).toBeGreaterThanOrEqual(edges.card);
  expect(await axeProblems(ana.page)).toEqual([]);
  const done = () => lesson().locator('li[data-done="true"] strong').allTextContents();
  expect(await done()).toEqual([]);
  await ana.place('Team', { x: 760, y: 760 });
  await ana.name('Content');
  await expect.poll(done, soon).toEqual(['Draw a team']);
  await lesson()
    .getByRole('status')
    .filter({ hasText: '1 of 3 done. Next: Draw a role.' })
    .waitFor({ state: 'attached' });
  await ana.selectNothing();
  await ana.press('2');
  await ana.press('Enter');
  await ana.name('Head of content');
  await ana.page.reload();
  await ana.ready();
  await expect.poll(done, soon).toEqual(['Draw a team', 'Draw a role']);
});

it('TOUR-9 steps are skipped and gone back to, and the questions light what they ask about and explain each answer', async () => {
  for (let i = 0; i < 5; i += 1) await lesson().getByRole('button', { name: 'Skip this step' }).click();
  await lesson().getByRole('button', { name: 'Back' }).click();
  await lesson().getByRole('heading', { name: 'Where it rubs' }).waitFor();
  await lesson().getByRole('button', { name: 'Skip this step' }).click();
  await lesson()
    .getByRole('radiogroup', { name: /^Which of these/ })
    .waitFor();
  await expect.poll(() => ana.page.evaluate(() => window.orgoraBoard?.ui.getState().lit?.size), soon).toBe(3);
  expect(await axeProblems(ana.page)).toEqual([]);
  await lesson().getByRole('radio', { name: 'Chief marketing officer' }).click();
  await lesson().getByText('Not quite.').waitFor();
  for (const answer of [
    null,
    'Marketing operations',
    'Marketing operations serves Sales',
    /^A tiger team/,
    /is open/,
  ]) {
    if (answer !== null) await lesson().getByRole('radio', { name: answer }).click();
    await lesson()
      .getByRole('button', { name: /Next question|See the result/ })
      .click();
  }
  await lesson().getByText('4 of 5 answers were right.').waitFor();
  await expect.poll(() => ana.page.evaluate(() => window.orgoraBoard?.ui.getState().lit), soon).toBeNull();
  await lesson().getByRole('button', { name: 'Put the lesson away' }).click();
  await lesson().waitFor({ state: 'detached' });
  await expect
    .poll(() => ana.page.evaluate(() => document.querySelector('.board-page')?.getBoundingClientRect().left), soon)
    .toBe(0);
});

it('EASE-1 F6 goes round the parts of the page and back to the drawing, also out of a field', async () => {
  const part = () =>
    ana.page.evaluate(
      () =>
        document.activeElement
          ?.closest('nav,aside,section,[role="toolbar"],.board-canvas')
          ?.getAttribute('aria-label') ?? 'none',
    );
  await ana.select('Content');
  await ana.page.getByRole('complementary', { name: 'Details' }).waitFor();
  const visited: string[] = [];
  for (let i = 0; i < 9; i += 1) {
    await ana.press('F6');
    visited.push(await part());
  }
  for (const name of ['Title and menu', 'Palette', 'Zoom and undo', 'Tools', 'Details', 'Legend']) {
    expect(visited).toContain(name);
  }
  await ana.page.getByRole('complementary', { name: 'Details' }).getByRole('textbox').first().focus();
  await ana.press('F6');
  expect(await part()).not.toBe('Details');
});

it('EASE-2 with text twice as large nothing is cut off or outside the window: home, lesson, board, keys', async () => {
  const large = async (): Promise<string[]> => {
    await ana.page.addStyleTag({ content: ':root { font-size: 32px !important; }' });
    return cutOff();
  };
  const found: Record<string, string[]> = {};
  await ana.goto('/');
  await ana.page.locator('.board-card svg').first().waitFor();
  found['home'] = await large();
  await ana.goto('/learn');
  await ana.ready();
  await lesson().getByRole('heading').first().waitFor();
  found['lesson'] = await large();
  await ana.newBoard();
  found['empty board'] = await large();
  await ana.press('?');
  await ana.page.getByRole('dialog').waitFor();
  found['keys'] = await cutOff();
  expect(found).toEqual({ home: [], lesson: [], 'empty board': [], keys: [] });
});

it('EASE-3 at 200 % zoom nothing is cut off or outside: home, a drawn board, its bars apart, the keys', async () => {
  await ana.page.setViewportSize({ width: 720, height: 450 });
  const found: Record<string, string[]> = {};
  await ana.goto('/');
  await ana.page.getByRole('heading', { name: 'Start here' }).waitFor();
  found['home'] = await cutOff();
  await ana.openTemplate('T1');
  found['board'] = await cutOff();
  const gap = await ana.page.evaluate(() => {
    const title = document.querySelector('[aria-label="Title and menu"]')?.getBoundingClientRect().right ?? 0;
    const share = [...document.querySelectorAll('button')].find((one) => one.textContent === 'Share');
    return (share?.parentElement?.getBoundingClientRect().left ?? 0) - title;
  });
  expect(gap).toBeGreaterThanOrEqual(4);
  await ana.press('?');
  await ana.page.getByRole('dialog').waitFor();
  found['keys'] = await cutOff();
  await ana.press('Escape');
  expect(found).toEqual({ home: [], board: [], keys: [] });
});

it('EASE-4 where the system sets the colours, marks are drawn in them and panels have an edge', async () => {
  await ana.page.setViewportSize({ width: 1440, height: 900 });
  await ana.page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
  const look = (): Promise<{ edge: string; foreign: string[]; drawn: boolean }> =>
    ana.page.evaluate(() => {
      const palette = document.querySelector('[data-palette]');
      const colour = (name: string): string => {
        const probe = document.createElement('i');
        probe.style.color = name;
        document.body.append(probe);
        const { color } = getComputedStyle(probe);
        probe.remove();
        return color;
      };
      const own = [colour('CanvasText'), colour('GrayText')];
      const strokes = [...(palette?.querySelectorAll('svg [stroke]:not([stroke="none"])') ?? [])].map(
        (one) => getComputedStyle(one).stroke,
      );
      return {
        edge: palette === null ? '' : getComputedStyle(palette).borderTopWidth,
        // Hatching is the same colour, only fainter.
        foreign: strokes.filter((stroke) => !own.includes(stroke) && !/\/|rgba/.test(stroke)),
        drawn: strokes.length > 10,
      };
    });
  // The window has just grown and its bars with it.
  await expect.poll(look, soon).toEqual({ edge: '1px', foreign: [], drawn: true });
  await ana.page.emulateMedia({ forcedColors: 'none', colorScheme: 'light' });
});
