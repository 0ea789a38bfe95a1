import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEditor } from '#shared/board/edit.ts';
import { fileText } from '#shared/board/file.ts';
import { CLOSE } from '#shared/protocol/close-codes.ts';
import { type App, startApp } from '../support/app.ts';
import { MOD, type Visitor } from '../support/people.ts';
import { Person } from '../support/server.ts';
import { openRoom, until } from '../support/sync-client.ts';

let app: App;
let ana: Visitor;

beforeAll(async () => {
  app = await startApp();
  ana = await app.person();
  await ana.openTemplate('T1');
});

afterAll(async () => {
  await app?.close();
  expect(ana.faults).toEqual([]);
});

describe.each(['respondent', 'observer'] as const)('a %s', (role) => {
  let eve: Visitor;

  beforeAll(async () => {
    eve = await app.person();
    await eve.comeTo(ana, role);
  });

  afterAll(async () => {
    expect(eve.faults).toEqual([]);
    await eve.context.close();
  });

  it('E2E-30 sees the board, and is offered nothing that would change it', async () => {
    await eve.says('You can look');
    expect(fileText(await eve.board())).toBe(fileText(await ana.board()));
    expect(await eve.page.getByRole('navigation', { name: 'Palette' }).count()).toBe(0);
    expect(await eve.page.getByRole('button', { name: 'Tidy the board' }).count()).toBe(0);
  });

  it('E2E-31 can change nothing with mouse or keys', async () => {
    const before = fileText(await eve.board());
    const [one] = await eve.elements();
    const name = one?.name ?? '';
    const at = await eve.middle(name);
    await eve.pull(at, { x: at.x + 120, y: at.y + 80 });
    await eve.page.mouse.dblclick(at.x, at.y);
    await eve.page.mouse.dblclick(300, 860);
    // Every key from the canvas again: Tab and Enter rightly lead elsewhere.
    for (const key of ['Delete', 'Tab', 'Enter', 'F2', `${MOD}+d`, `${MOD}+Shift+Enter`, `${MOD}+x`, '1']) {
      await eve.selectNothing();
      await eve.press(`${MOD}+a`);
      await eve.press(key);
    }
    await eve.selectNothing();
    await eve.page.mouse.click(300, 860);
    expect(await eve.nameField.count()).toBe(0);
    expect(fileText(await eve.board())).toBe(before);
    expect(fileText(await ana.storedBoard())).toBe(before);
  });

  it('E2E-32 whose socket sends an edit is closed with 4403, and nothing changes for anybody', async () => {
    const before = fileText(await ana.storedBoard());
    const person = new Person(app.url);
    const [cookie] = (await eve.context.cookies()).filter((one) => one.name === 'orgora_session');
    person.cookie = `${cookie?.name}=${cookie?.value}`;
    const client = openRoom(person, `board/${ana.boardId}`, { doc: new Y.Doc() });
    await client.synced();
    createEditor(client.doc, { origin: client, newId: () => 'forbidden-1' }).addElement({
      kind: 'unit',
      name: 'Sneaked in',
      x: 0,
      y: 0,
    });
    await until(() => client.closed() !== null, 'the socket was closed');
    expect(client.closed()).toBe(CLOSE.forbidden.code);
    client.destroy();
    expect(fileText(await ana.storedBoard())).toBe(before);
    expect(fileText(await ana.board())).toBe(before);
    expect(fileText(await eve.board())).toBe(before);
  });

  it('E2E-33 whose page is made to edit is told so in a sentence', async () => {
    const before = fileText(await ana.storedBoard());
    await eve.page.evaluate(() =>
      window.orgoraBoard?.editor.addElement({ kind: 'unit', name: 'From the console', x: 0, y: 0 }),
    );
    await eve.reads(CLOSE.forbidden.sentence);
    await eve.says('Not saved');
    expect(fileText(await ana.storedBoard())).toBe(before);
    expect(fileText(await ana.board())).toBe(before);
  });
});

it('E2E-34 links are made in the Share dialog; closing one closes the pages that came by it, with a sentence and nothing left of the board', async () => {
  await ana.page.getByRole('button', { name: 'Share', exact: true }).click();
  const dialog = ana.dialog('Share');
  await dialog.getByRole('button', { name: 'New link, presenter' }).click();
  const address = await dialog.getByRole('textbox', { name: 'New presenter link' }).inputValue();
  const secret = new URL(address).hash;
  expect(secret.length).toBeGreaterThan(20);

  const ben = await app.person();
  await ben.goto(`/join${secret}`);
  await ben.ready();
  expect(ben.page.url()).not.toContain(secret.slice(1));
  await ben.says('Saved');
  const before = fileText(await ana.storedBoard());

  await dialog.getByRole('button', { name: 'Close the presenter link' }).first().click();
  await ben.reads(CLOSE.revoked.sentence);
  expect(await ben.page.locator('.board-canvas').count()).toBe(0);
  await ben.page.reload();
  await ben.page.getByRole('heading').first().waitFor();
  expect(await ben.page.locator('.board-canvas').count()).toBe(0);
  await expect(ben.ask('GET', `/api/councils/${ana.councilId}`)).rejects.toThrow(/40[134]/);
  expect(fileText(await ana.storedBoard())).toBe(before);
  await ben.goto(`/join${secret}`);
  await ben.reads(/Ask the convenor for a new link/);
  await ana.press('Escape');
});

it('E2E-35 a link that is not complete says so, and one pasted over it in the same tab is taken', async () => {
  const eve = await app.person();
  await eve.goto('/join');
  await eve.reads('This link is not complete.');
  await eve.goto(`/join#${'x'.repeat(43)}`);
  await eve.reads(/This invitation does not work/);
  const { secret } = await ana.link('observer');
  await eve.goto(`/join#${secret}`);
  await eve.ready();
  await eve.context.close();
});
