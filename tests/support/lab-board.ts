import type { Page } from 'playwright-core';
import type { Box, ElementKindId, Id } from '#shared/board/model.ts';
// For `window.orgoraLab`, which the page declares.
import type {} from '../../client/debug/canvas-lab/CanvasLab.tsx';

export interface LabElement extends Partial<Box> {
  readonly kind?: ElementKindId;
  readonly id: Id;
  readonly name?: string;
  readonly boss?: Id;
  readonly sitsIn?: Id;
  readonly group?: string;
}

/** Speaks to the lab's board the way a test thinks: by id, in board units, with a mouse that has a place. */
export interface LabBoard {
  readonly page: Page;
  add(elements: readonly LabElement[]): Promise<void>;
  /** Shows a board point at a place of the window, at a zoom. */
  look(zoom: number, at?: { x: number; y: number }): Promise<void>;
  element(id: Id): Promise<(Box & { name: string; sitsIn: Id | null; kind: string }) | null>;
  count(): Promise<number>;
  boss(id: Id): Promise<Id | null>;
  selection(): Promise<Id[]>;
  /** Point of the window over a board point. */
  screen(x: number, y: number): Promise<{ x: number; y: number }>;
  middle(id: Id): Promise<{ x: number; y: number }>;
  /** Presses, moves in steps and releases; `hold` runs before the release. */
  drag(from: { x: number; y: number }, to: { x: number; y: number }, hold?: () => Promise<unknown>): Promise<void>;
  /** Document transactions since the board was made. */
  writes(): Promise<number>;
  undo(): Promise<void>;
  ui<T>(slice: string): Promise<T>;
  setUi(patch: Record<string, unknown>): Promise<void>;
}

/** Opens an empty lab board in a page that shows it. */
export async function labBoard(page: Page): Promise<LabBoard> {
  await page.waitForFunction(() => window.orgoraLab?.runtime.control !== null && window.orgoraLab !== undefined);
  await page.evaluate(() => {
    const lab = window.orgoraLab;
    if (lab === undefined) return;
    const counted = Object.assign(lab, { writes: 0 });
    lab.runtime.doc.on('update', () => {
      counted.writes += 1;
    });
  });
  const board: LabBoard = {
    page,
    async add(elements) {
      await page.evaluate((list) => {
        const { runtime } = window.orgoraLab as NonNullable<Window['orgoraLab']>;
        runtime.editor.transact(() => {
          for (const one of list) {
            runtime.editor.addElement({
              kind: one.kind ?? 'unit',
              id: one.id,
              name: one.name ?? one.id,
              x: one.x ?? 0,
              y: one.y ?? 0,
              w: one.w ?? 168,
              h: one.h ?? 72,
              ...(one.boss === undefined ? {} : { boss: one.boss }),
              ...(one.sitsIn === undefined ? {} : { sitsIn: one.sitsIn }),
            });
            if (one.group !== undefined) runtime.editor.setGroup([one.id], one.group);
          }
        });
        runtime.undo.stop();
        (window.orgoraLab as unknown as { writes: number }).writes = 0;
      }, elements as LabElement[]);
    },
    async look(zoom, at = { x: 0, y: 0 }) {
      await page.evaluate(
        async ([z, x, y]) => {
          const { control } = (window.orgoraLab as NonNullable<Window['orgoraLab']>).runtime;
          const { innerWidth, innerHeight } = window;
          control?.contain({ x: x + 8 / z, y: y + 8 / z, w: (innerWidth - 16) / z, h: (innerHeight - 16) / z });
        },
        [zoom, at.x - 8 / zoom, at.y - 8 / zoom] as const,
      );
      await page.waitForFunction(
        (z) => Math.abs((window.orgoraLab?.runtime.ui.getState().zoom ?? 0) - z) < 0.001,
        zoom,
      );
      await page.waitForSelector('.board-canvas[data-moving="false"]');
    },
    element: (id) =>
      page.evaluate((one) => {
        const found = window.orgoraLab?.runtime.view.board.elements.get(one);
        if (found === undefined) return null;
        const { x, y, w, h, name, sitsIn, kind } = found;
        return { x, y, w, h, name, sitsIn, kind };
      }, id),
    count: () => page.evaluate(() => window.orgoraLab?.runtime.view.board.elements.size ?? 0),
    boss: (id) =>
      page.evaluate((one) => window.orgoraLab?.runtime.view.board.relations.get(`reports:${one}`)?.to ?? null, id),
    selection: () => page.evaluate(() => [...(window.orgoraLab?.runtime.ui.getState().selection ?? [])].sort()),
    screen: (x, y) =>
      page.evaluate(([bx, by]) => window.orgoraLab?.runtime.control?.toScreen({ x: bx, y: by }) ?? { x: 0, y: 0 }, [
        x,
        y,
      ] as const),
    async middle(id) {
      const box = await board.element(id);
      if (box === null) throw new Error(`There is no element ${id} on the board.`);
      return board.screen(box.x + box.w / 2, box.y + box.h / 2);
    },
    async drag(from, to, hold) {
      await page.mouse.move(from.x, from.y);
      await page.mouse.down();
      await page.mouse.move(from.x + 6, from.y + 3);
      await page.mouse.move(to.x, to.y, { steps: 8 });
      if (hold !== undefined) await hold();
      await page.mouse.up();
    },
    writes: () => page.evaluate(() => (window.orgoraLab as unknown as { writes: number }).writes),
    async undo() {
      await page.evaluate(() => window.orgoraLab?.runtime.undo.undo());
    },
    ui: (slice) =>
      page.evaluate((name) => {
        const state = window.orgoraLab?.runtime.ui.getState() as unknown as Record<string, unknown>;
        return state[name];
      }, slice) as Promise<never>,
    async setUi(patch) {
      await page.evaluate((part) => window.orgoraLab?.runtime.ui.setState(part), patch);
    },
  };
  return board;
}
