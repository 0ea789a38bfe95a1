import { afterAll, beforeAll, expect, it } from 'vitest';
// For `window.orgoraLab`, which the page declares.
import type {} from '../../client/debug/canvas-lab/CanvasLab.tsx';
import { type Lab, serveLab } from '../support/lab.ts';
import { labBoard } from '../support/lab-board.ts';

let lab: Lab;

beforeAll(async () => {
  lab = await serveLab();
});

afterAll(async () => {
  await lab?.close();
});

it('HAND-7 what is painted in part looks, pixel by pixel, as a painting of the whole would', async () => {
  const { page, faults } = await lab.open('n=120');
  const board = await labBoard(page);
  await page.locator('[data-painted="all"]').waitFor();
  for (const zoom of [0.45, 1]) {
    await board.look(zoom, { x: -100, y: -60 });
    await page.locator('.board-canvas[data-moving="false"]').waitFor();
    const differing = await page.evaluate(async () => {
      const { runtime } = window.orgoraLab ?? {};
      const canvas = document.querySelector<HTMLCanvasElement>('.canvas-layer');
      const context = canvas?.getContext('2d');
      if (runtime === undefined || !canvas || !context) throw new Error('The lab is not there.');
      const frame = () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)));
      const pixels = () => context.getImageData(0, 0, canvas.width, canvas.height).data;
      const near = [...runtime.view.board.elements.values()].filter((one) => Math.abs(one.x) + Math.abs(one.y) < 2500);
      // A shade at the edge of a stroke is no other picture; a mark that lacks or stayed differs by far more.
      const faint = 64;
      let wrong = 0;
      for (let i = 0; i < 8; i += 1) {
        const one = near[(i * 7) % near.length];
        if (one === undefined) continue;
        if (i % 3 === 2) runtime.editor.rename(one.id, `Renamed ${i}`);
        else if (i % 3 === 1) runtime.editor.setAttributes([one.id], { fn: i % 2 === 0 ? 'IT' : 'MOP' });
        else runtime.editor.move(new Map([[one.id, { x: one.x + 40, y: one.y + 24 }]]));
        await frame();
        const part = pixels();
        // What a newly loaded font does: everything is painted anew.
        document.fonts.dispatchEvent(new Event('loadingdone'));
        await frame();
        const whole = pixels();
        for (let at = 0; at < whole.length; at += 1) {
          if (Math.abs((whole[at] ?? 0) - (part[at] ?? 0)) > faint) wrong += 1;
        }
      }
      return wrong;
    });
    expect(differing).toBe(0);
  }
  expect(faults).toEqual([]);
});
