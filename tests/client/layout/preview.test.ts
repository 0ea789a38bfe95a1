import { beforeEach, describe, expect, it } from 'vitest';
import type { Id } from '#shared/board/model.ts';
import { layoutBoard } from '#shared/layout/layout-board.ts';
import { command } from '../../../client/commands/index.ts';
import { contextFor, runCommand } from '../../../client/commands/support.ts';
import { applyPreview, dropPreview, SHOWN_FROM } from '../../../client/layout/preview.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';
import { madeUpOrganisation } from '../../support/organisation.ts';

let runtime: FakeRuntime;
const run = (id: string): boolean => runCommand(command(id), contextFor(runtime));
const places = (): string[] => [...runtime.board.elements.values()].map(({ id, x, y }) => `${id} ${x} ${y}`);

function fill(count: number): void {
  const board = madeUpOrganisation({ count, seed: 3, matrix: false });
  runtime.editor.addElements({
    elements: [...board.elements.values()],
    relations: [...board.relations.values()],
    overlays: [],
    frames: [],
    prompts: [],
  });
  runtime.undo.stop();
}

beforeEach(() => {
  stubBrowser();
  runtime = createFakeRuntime('convenor');
});

describe('a large layout', () => {
  beforeEach(() => fill(34));

  it('PREVIEW-1 is shown and not written until it is applied, then written as one step', () => {
    const before = places();
    run('arrange.tidy');
    const { preview, morph } = runtime.ui.getState();
    expect(preview?.title).toMatch(/^Tidy whole board · \d+ boxes move$/);
    expect(morph).toBe(preview?.boxes);
    expect(places()).toEqual(before);
    expect(applyPreview(runtime)).toBe(true);
    expect(runtime.ui.getState()).toMatchObject({ preview: null, morph: null });
    expect(layoutBoard(runtime.board).boxes.size).toBe(0);
    runtime.undo.undo();
    expect(places()).toEqual(before);
  });

  it('PREVIEW-2 leaves everything as it was when it is dropped', () => {
    const before = places();
    run('arrange.tidy');
    dropPreview(runtime);
    expect(runtime.ui.getState()).toMatchObject({ preview: null, morph: null });
    expect(places()).toEqual(before);
    expect(applyPreview(runtime)).toBe(false);
  });

  it('PREVIEW-3 skips what somebody took away while it was shown', () => {
    run('arrange.tidy');
    const [gone = ''] = [...(runtime.ui.getState().preview?.boxes.keys() ?? [])].slice(-1);
    runtime.editor.remove([gone]);
    expect(applyPreview(runtime)).toBe(true);
    expect(runtime.board.elements.has(gone)).toBe(false);
    expect(runtime.notices).toEqual([]);
  });

  it('PREVIEW-4 fitted to a slide also keeps how reports stand, in the same step', () => {
    const before = places();
    run('arrange.fit-slide');
    const { preview } = runtime.ui.getState();
    expect(preview?.title).toMatch(/^Fit to a slide · /);
    expect(preview?.note).toMatch(/ pt on a slide/);
    const arranged: readonly Id[] = [...(preview?.arrange.keys() ?? [])];
    expect(arranged.length).toBeGreaterThan(0);
    applyPreview(runtime);
    for (const id of arranged) expect(runtime.board.elements.get(id)?.attributes['arrange'], id).toBeDefined();
    runtime.undo.undo();
    expect(places()).toEqual(before);
    for (const id of arranged) expect(runtime.board.elements.get(id)?.attributes['arrange'], id).toBeUndefined();
  });

  it('PREVIEW-5 makes way for the next one', () => {
    run('arrange.tidy');
    run('arrange.fit-4-3');
    expect(runtime.ui.getState().preview?.title).toMatch(/^Fit to 4:3/);
  });
});

it('PREVIEW-6 a small layout is applied at once, and a tidy board says so', async () => {
  fill(SHOWN_FROM);
  run('arrange.tidy');
  await expect.poll(() => layoutBoard(runtime.board).boxes.size).toBe(0);
  expect(runtime.ui.getState().preview).toBeNull();
  run('arrange.tidy');
  await expect.poll(() => runtime.notices).toEqual(['The board is tidy already.']);
});

it('PREVIEW-7 a respondent is offered none of it', () => {
  const guest = createFakeRuntime('respondent');
  for (const id of ['arrange.tidy', 'arrange.fit-slide', 'arrange.live', 'arrange.pinned', 'arrange.reports-stack'])
    expect(runCommand(command(id), contextFor(guest)), id).toBe(false);
});
