import { afterAll, beforeAll, expect, it } from 'vitest';
import { type App, startApp } from '../support/app.ts';
import { agree, type Visitor } from '../support/people.ts';

let app: App;
let ana: Visitor;

beforeAll(async () => {
  app = await startApp({ ownProcess: true });
  ana = await app.person({ serviceWorkers: 'allow' });
});

afterAll(async () => {
  await app?.close();
  expect(ana.faults).toEqual([]);
});

it('E2E-20 the chip is true: Saved only with the server’s word, kept here while the server is away, Saved again when it is back', async () => {
  await ana.newBoard();
  await ana.place('Team');
  await ana.name('Before');
  await ana.says('Saved');
  expect([...(await ana.storedBoard()).elements.values()].map((one) => one.name)).toEqual(['Before']);
  await app.stop();
  await ana.says('Offline');
  await ana.rename('Before', 'While away');
  await ana.says('1 change kept here');
  await ana.reads('You are offline. Keep drawing; we send it when you are back.');
  await app.start();
  await ana.says('Saved');
  expect([...(await ana.storedBoard()).elements.values()].map((one) => one.name)).toEqual(['While away']);
});

it('E2E-21 a page reloaded without a line shows the board from this device, takes edits, and sends them when the line is back', async () => {
  await ana.newBoard();
  await ana.place('Role');
  await ana.name('Head of data');
  await ana.says('Saved');
  // The page's own files are kept once its worker runs.
  await ana.page.waitForFunction(async () => (await navigator.serviceWorker.ready).active?.state === 'activated');
  await ana.page.reload();
  await ana.ready();
  await ana.says('Saved');
  await ana.loseTheLine();
  await ana.says('Offline');
  await ana.rename('Head of data', 'Chief data officer');
  await ana.says('1 change kept here');
  await ana.page.reload();
  await ana.ready();
  expect(await ana.names()).toEqual(['Chief data officer']);
  await ana.says(/Offline|kept here/);
  await ana.select('Chief data officer');
  await ana.press('Tab');
  await ana.name('Data steward');
  await ana.regainTheLine();
  await agree(ana);
  expect([...(await ana.storedBoard()).elements.values()].map((one) => one.name).sort()).toEqual([
    'Chief data officer',
    'Data steward',
  ]);
});

it('E2E-22 kill -9 of the server in the middle of edits loses nothing that was shown as saved, and what was not comes back from the page', async () => {
  await ana.newBoard();
  await ana.place('Team');
  await ana.name('First');
  await ana.says('Saved');
  for (let round = 1; round <= 2; round += 1) {
    // Draws without a pause; what the page had called saved at the moment of the kill is remembered.
    const drawing = ana.page.evaluate(async (n) => {
      const runtime = window.orgoraBoard;
      if (runtime === undefined) throw new Error('No board is open.');
      const saved: string[] = [];
      for (let i = 0; i < 40; i += 1) {
        runtime.editor.addElement({ kind: 'unit', name: `Round ${n}, ${i}`, x: i * 200, y: n * 120 });
        await new Promise((next) => requestAnimationFrame(next));
        if (runtime.sync.getState().state === 'saved') {
          saved.splice(0, saved.length, ...[...runtime.view.board.elements.values()].map((one) => one.name));
        }
      }
      return saved;
    }, round);
    await ana.page.waitForFunction((n) => (window.orgoraBoard?.view.board.elements.size ?? 0) > n, round * 40 - 28);
    await app.kill();
    const saved = await drawing;
    await app.start();
    // Before this page has sent anything again: a newcomer of the same profile asks the server itself.
    const stored = new Set([...(await ana.storedBoard()).elements.values()].map((one) => one.name));
    expect(saved.filter((name) => !stored.has(name))).toEqual([]);
    const board = await agree(ana);
    expect(board.elements.size).toBe(1 + round * 40);
  }
});
