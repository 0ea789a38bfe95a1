import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type HistoryRow, stepsOf } from '#shared/history/steps.ts';
import { encodeHistory } from '#shared/history/wire.ts';
import type { History as HistoryAnswer } from '#shared/protocol/api.ts';
import { createHistory, type History } from '../../../client/history/history-store.ts';
import { watchRemovals } from '../../../client/state/removal-watch.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

let runtime: FakeRuntime;
let history: History;
let rows: HistoryRow[];
/** Rows that the list does not know yet when it is asked. */
let unlisted: number;
let line: boolean;

const listed = (): HistoryAnswer => {
  const known = rows.slice(0, rows.length - unlisted);
  const spans = stepsOf(known.map(({ seq, at, seats, data }) => ({ seq, at, seats, bytes: data.length })));
  return {
    steps: spans.map(({ from, to, ...span }) => ({
      ...span,
      from: new Date(from).toISOString(),
      to: new Date(to).toISOString(),
    })),
    versions: [{ id: 'v', title: 'First draft', at: new Date(0).toISOString(), alias: 'Org A', seq: 1 }],
    authors: [{ seat: 'a', alias: 'Org A', who: 'a', role: 'presenter' }],
    seq: known.length,
  };
};

async function answer(path: string): Promise<Response> {
  if (!line) throw new TypeError('no line');
  return path.includes('/updates')
    ? new Response(new Uint8Array(encodeHistory({ state: null, rows })))
    : Response.json(listed());
}

beforeEach(() => {
  stubBrowser();
  runtime = createFakeRuntime('presenter');
  rows = [];
  unlisted = 0;
  line = true;
  runtime.doc.on('update', (data: Uint8Array) => {
    const seq = rows.length + 1;
    rows.push({ seq, at: seq * 60_000, seats: ['a'], data });
  });
  vi.stubGlobal('fetch', (path: string) => answer(path));
  history = createHistory(runtime);
});
afterEach(() => {
  history.destroy();
  runtime.destroy();
  vi.unstubAllGlobals();
});

const names = (): string[] => [...runtime.board.elements.values()].map((one) => one.name);
const step = (index: number) => {
  const found = history.store.getState().steps.at(index);
  if (found === undefined) throw new Error('there is no such step');
  return found;
};

describe('the history of an open board', () => {
  it('HISTORY-27 shows a moment in place of the board, takes the selection away, and says nothing of removals', async () => {
    const watch = watchRemovals(runtime, () => 0);
    runtime.add('unit', 'Sales');
    const ops = runtime.add('unit', 'Operations', { x: 300 });
    runtime.select(ops);
    await history.load();
    history.lookAtStep(step(0));
    expect(names()).toEqual(['Sales']);
    expect(runtime.ui.getState().selection.size).toBe(0);
    expect(watch.store.getState().removal).toBeNull();
    history.lookAt(null);
    expect(names()).toEqual(['Sales', 'Operations']);
    watch.destroy();
  });

  it('VERSION-3 restoring is one step that undo takes back', async () => {
    runtime.add('unit', 'Sales');
    const ops = runtime.add('unit', 'Operations', { x: 300 });
    runtime.editor.remove([runtime.named('Sales')]);
    await history.load();
    const [version] = history.store.getState().versions;
    if (version === undefined) throw new Error('there is a version');
    history.lookAtVersion(version);
    history.restore();
    expect(runtime.view.isShowing).toBe(false);
    expect(names()).toEqual(['Sales']);
    expect(runtime.notices.at(-1)).toBe('The board is as at “First draft”.');
    runtime.undo.undo();
    expect([...runtime.board.elements.keys()]).toEqual([ops]);
  });

  it('VERSION-4 what would change something locked is not restored, and says why', async () => {
    runtime.add('unit', 'Sales');
    const ops = runtime.add('unit', 'Operations', { x: 300 });
    runtime.editor.setLocked([ops], true);
    await history.load();
    history.lookAtStep(step(0));
    history.restore();
    expect(names()).toEqual(['Sales', 'Operations']);
    expect(runtime.notices.at(-1)).toContain('Operations');
  });

  it('HISTORY-28 a change that came after the list was made waits for the next one', async () => {
    runtime.add('unit', 'Sales');
    runtime.add('unit', 'Operations', { x: 300 });
    unlisted = 1;
    await history.load();
    expect(history.store.getState().steps).toHaveLength(1);
    unlisted = 0;
    await history.load();
    expect(history.replayer.moment(step(-1))?.sentence).toBe('Operations added.');
  });

  it('HISTORY-29 without a line it says so, and what was loaded stays', async () => {
    runtime.add('unit', 'Sales');
    line = false;
    await history.load();
    expect(history.store.getState()).toMatchObject({ status: 'failed', problem: expect.stringContaining('reached') });
    line = true;
    await history.load();
    line = false;
    await history.load();
    expect(history.store.getState()).toMatchObject({ status: 'ready' });
    expect(runtime.notices.at(-1)).toContain('cannot be reached');
  });
});
