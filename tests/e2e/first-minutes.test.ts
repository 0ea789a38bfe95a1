import { afterAll, beforeAll, expect, it } from 'vitest';
import { boxesOverlap } from '#shared/board/geometry.ts';
import { KIND_LIST } from '#shared/vocabulary/index.ts';
import { type App, startApp } from '../support/app.ts';
import { MOD, soon, type Visitor } from '../support/people.ts';

let app: App;
let ana: Visitor;

beforeAll(async () => {
  app = await startApp();
  ana = await app.person();
});

afterAll(async () => {
  await app?.close();
  expect(ana.faults).toEqual([]);
});

/** Opens the page and draws the first shape: one click for the board, one for the shape. */
async function firstShape(person: Visitor): Promise<void> {
  await person.goto('/');
  await person.page.getByRole('button', { name: 'New board', exact: true }).click();
  await person.ready();
  await person.press('1');
  await person.page.mouse.click(640, 420);
  await person.nameField.waitFor();
  await person.page.locator('.react-flow__node[data-kind="unit"]').waitFor({ state: 'attached' });
}

it('E2E-1 the first shape stands within two clicks of opening the page, on a server and a browser that were never used', async () => {
  await firstShape(ana);
  expect(await ana.elements()).toMatchObject([{ kind: 'unit' }]);
});

it('E2E-2 what was just placed is named at once by typing, and one undo takes the shape, another brings nothing else', async () => {
  await ana.name('Marketing technology');
  expect(await ana.names()).toEqual(['Marketing technology']);
  await ana.says('Saved');
  await ana.undo();
  await ana.undo();
  expect(await ana.names()).toEqual([]);
  await ana.redo();
  await ana.redo();
  expect(await ana.names()).toEqual(['Marketing technology']);
});

/** Asserts that the field for the name has the caret, is in view clear of the bars, and that no two boxes overlap. */
async function inTheNewName(): Promise<void> {
  await ana.nameField.waitFor();
  const field = await ana.nameField.evaluate((area) => ({
    focused: document.activeElement === area,
    top:
      document.elementFromPoint(
        area.getBoundingClientRect().x + area.getBoundingClientRect().width / 2,
        area.getBoundingClientRect().y + area.getBoundingClientRect().height / 2,
      ) === area,
  }));
  expect(field).toEqual({ focused: true, top: true });
  const boxes = await ana.elements();
  const clashes = boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter((b) => boxesOverlap(a, b))
      .map((b) => [a.name, b.name]),
  );
  expect(clashes).toEqual([]);
}

it('E2E-3 Tab, Enter, Shift+Enter and Shift+Tab grow the tree: caret in the new name, in view, nothing overlaps, one undo step each', async () => {
  await ana.newBoard();
  await ana.place('Role');
  await ana.name('Chief marketing officer');
  const count = async () => (await ana.elements()).length;

  await ana.press('Tab');
  await inTheNewName();
  await ana.name('Head of data');
  expect(await ana.bossOf('Head of data')).toBe('Chief marketing officer');

  await ana.press('Enter');
  await inTheNewName();
  await ana.name('Head of content');
  expect(await ana.bossOf('Head of content')).toBe('Chief marketing officer');

  await ana.press('Shift+Enter');
  await inTheNewName();
  await ana.name('Head of web');
  expect(await ana.bossOf('Head of web')).toBe('Chief marketing officer');
  const [data, web, content] = [
    await ana.the('Head of data'),
    await ana.the('Head of web'),
    await ana.the('Head of content'),
  ];
  expect([data.order < web.order, web.order < content.order]).toEqual([true, true]);

  await ana.press('Shift+Tab');
  await inTheNewName();
  await ana.name('Deputy');
  expect([await ana.bossOf('Head of web'), await ana.bossOf('Deputy')]).toEqual(['Deputy', 'Chief marketing officer']);

  // Tab while naming goes on below; six levels down the caret is still in view.
  await ana.select('Head of content');
  for (let level = 1; level <= 6; level += 1) {
    await ana.press('Tab');
    await inTheNewName();
    await ana.name(`Level ${level}`);
  }
  expect(await ana.bossOf('Level 6')).toBe('Level 5');

  const before = await count();
  await ana.undo();
  expect(await count()).toBe(before);
  await ana.undo();
  expect(await count()).toBe(before - 1);
});

it('E2E-4 an indented list pasted on an empty board becomes a tree, as one step', async () => {
  await ana.newBoard();
  await ana.selectNothing();
  await ana.page.evaluate(() => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', 'Chief marketing officer\n  Head of data\n    Data steward\n  Head of web');
    document.body.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  });
  await expect
    .poll(() => ana.names(), soon)
    .toEqual(['Chief marketing officer', 'Data steward', 'Head of data', 'Head of web']);
  expect(await ana.bossOf('Data steward')).toBe('Head of data');
  await ana.undo();
  expect(await ana.names()).toEqual([]);
});

it('E2E-5 the keys 1 to 8 take the eight kinds, and Esc puts the tool away', async () => {
  await ana.newBoard();
  await ana.selectNothing();
  const kinds = new Set<string>();
  for (let key = 1; key <= 8; key += 1) {
    await ana.press(String(key));
    const tool = await ana.ui('tool');
    if (tool.tool === 'place') kinds.add(tool.kind);
  }
  expect([...kinds].sort()).toEqual([...KIND_LIST.map((kind) => kind.id)].sort());
  await ana.press('Escape');
  expect(await ana.ui('tool')).toEqual({ tool: 'select' });
  await ana.press(`${MOD}+a`);
  expect(await ana.selection()).toEqual([]);
});
