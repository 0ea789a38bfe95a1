import { afterEach, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { createEditor } from '#shared/board/edit.ts';
import type { StateId } from '#shared/board/model.ts';
import { type HistoryRow, stepsOf } from '#shared/history/steps.ts';
import type { HistoryStep } from '#shared/protocol/api.ts';
import { Replayer } from '../../../client/history/replayer.ts';

/** A log that two people write, each in a document of their own, as the server keeps it. */
function log() {
  const rows: HistoryRow[] = [];
  const docs = new Map<string, Y.Doc>();
  let now = 0;
  let state: StateId = 'now';
  let ids = 0;
  const docOf = (seat: string): Y.Doc => {
    const known = docs.get(seat);
    if (known !== undefined) return known;
    const doc = new Y.Doc();
    for (const row of rows) Y.applyUpdate(doc, row.data, 'log');
    doc.on('update', (data: Uint8Array, origin: unknown) => {
      if (origin === 'log') return;
      rows.push({ seq: rows.length + 1, at: now, seats: [seat], data });
      for (const other of docs.values()) if (other !== doc) Y.applyUpdate(other, data, 'log');
    });
    docs.set(seat, doc);
    return doc;
  };
  return {
    rows,
    seat: (seat: string) =>
      createEditor(docOf(seat), {
        origin: { seat },
        state: () => state,
        newId: () => {
          ids += 1;
          return `new${ids}`;
        },
      }),
    wait: (ms: number) => {
      now += ms;
    },
    into: (next: StateId) => {
      state = next;
    },
    steps: (): HistoryStep[] =>
      stepsOf(rows.map(({ seq, at, seats, data }) => ({ seq, at, seats, bytes: data.length }))).map((span) => ({
        ...span,
        from: new Date(span.from).toISOString(),
        to: new Date(span.to).toISOString(),
      })),
  };
}

describe('replaying', () => {
  const open: Replayer[] = [];
  const replayer = (): Replayer => {
    const made = new Replayer();
    open.push(made);
    return made;
  };
  afterEach(() => {
    for (const one of open.splice(0)) one.destroy();
  });

  it('HISTORY-17 each step says what its own author did, also when two draw at once', async () => {
    const { rows, seat, steps } = log();
    const a = seat('a');
    const b = seat('b');
    a.addElement({ id: 'sales', kind: 'unit', x: 0, y: 0, name: 'Sales' });
    b.addElement({ id: 'ops', kind: 'unit', x: 300, y: 0, name: 'Operations' });
    a.rename('sales', 'Sales and service');
    b.setAttributes(['ops'], { fte: 3 });
    const played = replayer();
    await played.feed({ state: null, rows }, steps());
    expect(steps().map((step) => [step.seats[0], played.moment(step)?.sentence])).toEqual([
      ['a', 'Sales and service added.'],
      ['b', 'Operations added.'],
    ]);
  });

  it('HISTORY-18 what comes later is played on, and a step that went on says more', async () => {
    const { rows, seat, steps, wait } = log();
    const a = seat('a');
    a.addElement({ id: 'sales', kind: 'unit', x: 0, y: 0, name: 'Sales' });
    a.addElement({ id: 'head', kind: 'role', x: 0, y: 0, name: 'Head of sales' });
    const played = replayer();
    await played.feed({ state: null, rows: [...rows] }, steps());
    wait(1_000);
    a.reparent(['sales'], 'head');
    wait(60_000);
    a.rename('sales', 'Field sales');
    await played.feed({ state: null, rows: [...rows] }, steps());
    expect(steps().map((step) => played.moment(step)?.sentence)).toEqual([
      'Head of sales added. Sales added under Head of sales.',
      'Sales is now called Field sales.',
    ]);
    expect(played.to).toBe(rows.length);
    expect(played.boardAt(2, 'now')?.relations.size).toBe(0);
    expect(played.boardAt(3, 'now')?.relations.size).toBe(1);
    expect(played.boardAt(3, 'target')).toBeNull();
  });

  it('HISTORY-19 what was done in another state of the board is told with the state', async () => {
    const { rows, seat, steps, wait, into } = log();
    const a = seat('a');
    a.addElement({ id: 'sales', kind: 'unit', x: 0, y: 0, name: 'Sales' });
    a.addState('target', 'Target', 'now');
    wait(60_000);
    into('target');
    a.rename('sales', 'Revenue team');
    const played = replayer();
    await played.feed({ state: null, rows }, steps());
    const last = steps().at(-1);
    if (last === undefined) throw new Error('there are steps');
    expect(played.moment(last)?.sentence).toBe('In Target: Sales is now called Revenue team.');
    expect(played.moment(last)?.board.elements.get('sales')?.name).toBe('Sales');
    expect(played.boardAt(last.last, 'target')?.elements.get('sales')?.name).toBe('Revenue team');
  });

  it('HISTORY-20 the first step of a board says that it was made, and with how much', async () => {
    const { rows, seat, steps } = log();
    seat('server').transact(() => {
      for (const id of ['a', 'b']) seat('server').addElement({ id, kind: 'unit', x: 0, y: 0 });
    });
    const played = replayer();
    await played.feed({ state: null, rows: rows.slice(0, 1) }, steps().slice(0, 1));
    const [made] = steps();
    expect(made && played.moment(made)?.sentence).toMatch(/^The board was made with \d elements?\.$/);
  });

  it('HISTORY-21 a history that begins in the middle plays from its state on', async () => {
    const { rows, seat, steps, wait } = log();
    const a = seat('a');
    a.addElement({ id: 'sales', kind: 'unit', x: 0, y: 0, name: 'Sales' });
    wait(60_000);
    a.rename('sales', 'Field sales');
    const [first, ...rest] = rows;
    if (first === undefined) throw new Error('there is a row');
    const played = replayer();
    await played.feed({ state: first.data, rows: rest }, steps());
    const [older, newer] = steps();
    if (older === undefined || newer === undefined) throw new Error('two steps');
    expect(played.moment(older)).toBeNull();
    expect(played.moment(newer)?.sentence).toBe('Sales is now called Field sales.');
    expect(played.from).toBe(rest[0]?.seq);
  });
});
