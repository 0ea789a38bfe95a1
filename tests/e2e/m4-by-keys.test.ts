import { afterAll, beforeAll, expect, it } from 'vitest';
import { type Board, type Id, reportsId } from '#shared/board/model.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { m4 } from '#shared/templates/m4.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { type App, startApp } from '../support/app.ts';
import { MOD, soon, type Visitor } from '../support/people.ts';

let app: App;
let ana: Visitor;
const template = boardFromTemplate(m4);
const nameOfId = (id: Id): string => m4.elements.find((one) => one.id === id)?.name ?? id;

beforeAll(async () => {
  app = await startApp();
  ana = await app.person();
  // From here on no mouse: a press of a button of it would fail the test.
  await ana.goto('/');
  await ana.page.getByRole('heading', { name: 'Your boards' }).waitFor();
  await ana.page.evaluate(() => {
    window.addEventListener('pointerdown', () => {
      throw new Error('The mouse was used.');
    });
  });
});

afterAll(async () => {
  expect(ana.faults).toEqual([]);
  await app?.close();
});

/** Types the name of what was just made. Enter ends it, in cards too. */
async function named(name: string): Promise<void> {
  await ana.nameField.waitFor();
  await ana.page.keyboard.insertText(name);
  await ana.press('Enter');
  await ana.nameField.waitFor({ state: 'detached' });
}

/** Takes a kind by its key, puts it in the middle of the view with Enter, and names it. */
async function place(id: Id): Promise<void> {
  const one = m4.elements.find((element) => element.id === id);
  if (one === undefined) throw new RangeError(`The template has no ${id}.`);
  await ana.press(ELEMENT_KINDS[one.kind].key);
  await ana.press('Enter');
  await named(one.name);
}

/** Chooses in a list that is open: types, and Enter takes the first row. */
async function choose(list: RegExp | string, words: string): Promise<void> {
  const field = ana.page.getByRole('combobox', { name: list });
  await field.and(ana.page.locator(':focus')).waitFor();
  await ana.page.keyboard.insertText(words);
  await ana.page.getByRole('option', { name: words }).first().waitFor();
  await ana.press('Enter');
  await field.waitFor({ state: 'detached' });
}

/** Finds an element by its name, which selects it. */
async function goTo(id: Id): Promise<void> {
  await ana.press(`${MOD}+f`);
  await choose('Find on this board', nameOfId(id));
}

const KIND_WORDS: Readonly<Record<string, string>> = {
  owns: 'Accountable for',
  serves: 'Serves',
  advises: 'Advises',
  partners: 'Partners',
  member: 'Seat on',
  funds: 'Funds',
};

const bosses = (board: Board): string[] =>
  [...board.elements.values()]
    .map((one) => {
      const boss = board.relations.get(reportsId(one.id))?.to;
      return `${one.name} → ${boss === undefined ? '' : board.elements.get(boss)?.name}`;
    })
    .sort();

const lines = (board: Board): string[] =>
  [...board.relations.values()]
    .map((one) => `${board.elements.get(one.from)?.name} ${one.kind} ${board.elements.get(one.to)?.name}`)
    .sort();

it('M4KEYS-1 from home to an empty board, and its tree grown with Tab and Enter', async () => {
  const focused = () => ana.page.evaluate(() => document.activeElement?.textContent ?? '');
  for (let i = 0; i < 30 && (await focused()) !== 'New board'; i += 1) await ana.press('Tab');
  await ana.press('Enter');
  await ana.ready();
  await place('cmo');
  await ana.press('Tab');
  await named(nameOfId('vmo'));
  await ana.press('Tab');
  await named(nameOfId('maa'));
  for (const id of ['anr', 'dst', 'ci', 'ds', 'pr', 'pm', 'vm', 'bm']) {
    await ana.press('Enter');
    await named(nameOfId(id));
  }
  const board = await ana.board();
  expect(board.elements.size).toBe(11);
  expect(lines(board).every((line) => line.includes(' reports '))).toBe(true);
  expect(await ana.bossOf('Vendor manager')).toBe('VP, strategic marketing operations');
});

it('M4KEYS-2 every other kind by its number and Enter: teams, platforms, committee and cards', async () => {
  for (const id of ['cio', 'ceo', 'mop', 'sal', 'svc', 'prd', 'pcd', 'pcr', 'pdm', 'pma', 'pan', 'dtp', 'c1', 'c2']) {
    await place(id);
  }
  const { elements } = await ana.board();
  const drawn = [...elements.values()].map((one) => `${one.kind} ${one.name}`).sort();
  expect(drawn).toEqual(m4.elements.map((one) => `${one.kind} ${one.name}`).sort());
});

it('M4KEYS-3 a boss by name, and each line by the names of its ends and its kind', async () => {
  await goTo('mop');
  await ana.press('Alt+m');
  await choose(/^Move Marketing operations under/, nameOfId('vmo'));
  await expect.poll(() => ana.bossOf('Marketing operations'), soon).toBe(nameOfId('vmo'));
  const others = m4.relations.filter((line) => line.kind !== 'reports');
  let at = '';
  for (const { kind, from, to } of others.sort((a, b) => a.from.localeCompare(b.from))) {
    if (from !== at) await goTo(from);
    at = from;
    await ana.press('Alt+c');
    await choose(/^Connect /, nameOfId(to));
    await choose(/^Kind of line/, KIND_WORDS[kind] ?? kind);
  }
  const board = await ana.board();
  expect(bosses(board)).toEqual(bosses(template));
  expect(lines(board)).toEqual(lines(template));
});

it('M4KEYS-4 a silo marked on three teams, and the title of the board; the server has it all', async () => {
  await goTo('mop');
  await ana.press('Shift+F');
  const menu = ana.page.getByRole('menu');
  await menu.waitFor();
  await ana.page.keyboard.press('End');
  for (let i = 0; i < 16; i += 1) {
    if ((await ana.page.evaluate(() => document.activeElement?.textContent)) === 'Silo') break;
    await ana.press('ArrowUp');
  }
  await ana.press('Enter');
  await menu.waitFor({ state: 'detached' });
  for (const id of ['sal', 'svc']) {
    await goTo(id);
    await ana.press('Alt+c');
    await choose(/^Connect /, 'Silo');
  }
  await ana.press(`${MOD}+k`);
  await choose('Do anything', 'Edit the board title');
  await ana.page.getByRole('textbox', { name: 'Board title' }).waitFor();
  await ana.page.keyboard.insertText(m4.name);
  await ana.press('Enter');
  await ana.says('Saved');
  const board = await ana.storedBoard();
  expect(board.meta.title).toBe(m4.name);
  const [friction] = [...board.overlays.values()].filter((one) => one.kind === 'friction');
  expect(friction?.friction).toBe('silo');
  expect(friction?.on.map((id) => board.elements.get(id)?.name).sort()).toEqual([
    'Customer support',
    'Marketing operations',
    'Sales',
  ]);
  expect(lines(board)).toEqual(lines(template));
});
