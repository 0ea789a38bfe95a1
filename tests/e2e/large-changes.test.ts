import { afterAll, beforeAll, expect, it } from 'vitest';
import type { Board } from '#shared/board/model.ts';
import { MESSAGE } from '#shared/protocol/messages.ts';
import { type App, startApp } from '../support/app.ts';
import { madeUpOrganisation } from '../support/organisation.ts';
import type { Visitor } from '../support/people.ts';

/** More than one piece; that more than one message arrives is tried without a browser. */
const MANY = 1_000;

let app: App;
let ana: Visitor;

beforeAll(async () => {
  app = await startApp();
  ana = await app.person();
  await ana.newBoard();
});

afterAll(async () => {
  await app?.close();
});

const paste = ({ elements, relations }: Board): Promise<void> =>
  ana.page.evaluate(
    (content) => {
      window.orgoraBoard?.editor.addElements(content);
    },
    { elements: [...elements.values()], relations: [...relations.values()] } as never,
  );

/** Answers how many frames of the type of a piece the page has sent since. */
function countPieces(): () => number {
  let count = 0;
  ana.page.on('websocket', (socket) => {
    socket.on('framesent', ({ payload }) => {
      if (typeof payload !== 'string' && payload[0] === MESSAGE.piece) count += 1;
    });
  });
  return () => count;
}

it('GAP-10 a page that drew 1,000 boxes without a line sends them in pieces and saves them when it is back', async () => {
  const pieces = countPieces();
  await ana.loseTheLine();
  await paste(madeUpOrganisation({ count: MANY, seed: 4 }));
  await ana.regainTheLine();
  await expect.poll(() => ana.chip.textContent(), { timeout: 60_000, interval: 100 }).toContain('Saved');
  expect((await ana.storedBoard()).elements.size).toBe(MANY);
  expect(pieces()).toBeGreaterThan(1);
  expect(ana.faults).toEqual([]);
});
