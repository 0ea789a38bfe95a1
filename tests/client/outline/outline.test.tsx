import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ordersBetween } from '#shared/board/order.ts';
import type { Role } from '#shared/rights/roles.ts';
import { Outline } from '../../../client/outline/Outline.tsx';
import { RuntimeContext } from '../../../client/session/runtime.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

let runtime: FakeRuntime;
beforeEach(stubBrowser);
afterEach(cleanup);

function open(role: Role, draw: (runtime: FakeRuntime) => void): void {
  runtime = createFakeRuntime(role);
  draw(runtime);
  runtime.undo.stop();
  render(
    <MantineProvider env="test">
      <RuntimeContext value={runtime}>
        <Outline />
      </RuntimeContext>
    </MantineProvider>,
  );
}

const threeTeams = (made: FakeRuntime): void => {
  const chief = made.add('role', 'Chief');
  for (const [i, name] of ['Data', 'Brand', 'Web'].entries())
    made.add('unit', name, { x: i * 200, y: 140, boss: chief });
};

const rows = (): readonly HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role="treeitem"]')];
const row = (name: string): HTMLElement => {
  const found = rows().find((one) => one.getAttribute('aria-label')?.startsWith(`${name},`));
  if (found === undefined) throw new Error(`No row is called ${name}.`);
  return found;
};
const press = (key: string, more: object = {}): void => {
  act(() => void fireEvent.keyDown(document.activeElement ?? document.body, { key, ...more }));
};
const names = (): readonly (string | null)[] => rows().map((one) => one.getAttribute('aria-label'));

describe('the keys of the outline', () => {
  it('OUTLINE-30 there is one tab stop, arrows move it and select, the right arrow goes in and the left one out', () => {
    open('convenor', threeTeams);
    const stops = () => rows().filter((one) => one.tabIndex === 0);
    expect(stops()).toEqual([row('Chief')]);
    act(() => row('Chief').focus());
    press('ArrowRight');
    expect(document.activeElement).toBe(row('Data'));
    expect(stops()).toEqual([row('Data')]);
    expect([...runtime.ui.getState().selection]).toEqual([runtime.named('Data')]);
    press('ArrowDown', { shiftKey: true });
    expect(runtime.ui.getState().selection.size).toBe(2);
    press('ArrowLeft');
    press('ArrowLeft');
    expect(names()).toEqual(['Chief, role']);
    expect(row('Chief')).toHaveAttribute('aria-expanded', 'false');
  });

  it('OUTLINE-31 Enter adds beside, Alt Enter below, Tab in a name below it; each is one step of undo', () => {
    open('convenor', threeTeams);
    act(() => row('Brand').focus());
    press('Enter');
    const field = screen.getByRole('textbox', { name: 'Name' });
    act(() => void fireEvent.change(field, { target: { value: 'Insight' } }));
    act(() => void fireEvent.keyDown(field, { key: 'Tab' }));
    const below = screen.getByRole('textbox', { name: 'Name' });
    act(() => void fireEvent.keyDown(below, { key: 'Escape' }));
    expect(names()).toEqual([
      'Chief, role',
      'Data, team',
      'Brand, team',
      'Insight, team',
      'New team, team',
      'Web, team',
    ]);
    expect(document.activeElement).toBe(row('New team'));
    act(() => void runtime.undo.undo());
    expect(names()).not.toContain('New team, team');
    act(() => void runtime.undo.undo());
    act(() => void runtime.undo.undo());
    expect(names()).toEqual(['Chief, role', 'Data, team', 'Brand, team', 'Web, team']);
  });

  it('OUTLINE-32 a letter begins a name, Alt and arrows move, Delete goes on to the next row', () => {
    open('convenor', threeTeams);
    act(() => row('Brand').focus());
    press('C');
    const field = screen.getByRole('textbox', { name: 'Name' });
    expect(field).toHaveValue('C');
    act(() => void fireEvent.keyDown(field, { key: 'Escape' }));
    expect(runtime.named('Brand')).toBeTruthy();
    press('ArrowUp', { altKey: true });
    expect(names()).toEqual(['Chief, role', 'Brand, team', 'Data, team', 'Web, team']);
    press('ArrowDown', { altKey: true });
    press('ArrowRight', { altKey: true });
    expect(runtime.board.relations.get(`reports:${runtime.named('Brand')}`)?.to).toBe(runtime.named('Data'));
    expect(row('Brand')).toHaveAttribute('aria-level', '3');
    press('Delete');
    expect(document.activeElement).toBe(row('Web'));
    expect(names()).not.toContain('Brand, team');
  });

  it('OUTLINE-36 the menu key offers what can be done with a row; without an element only what fits it', async () => {
    open('convenor', (made) => {
      threeTeams(made);
      made.editor.relate('serves', made.named('Chief'), made.named('Web'));
    });
    act(() => row('Chief').focus());
    press('F10', { shiftKey: true });
    const offered = async () => (await screen.findAllByRole('menuitem')).map((one) => one.textContent);
    expect((await offered()).some((words) => words?.startsWith('Connect to…'))).toBe(true);
    act(() => void fireEvent.keyDown(screen.getByRole('menu'), { key: 'Escape' }));
    act(() => row('Chief').focus());
    press('ArrowDown');
    expect(document.activeElement).toHaveAttribute('aria-label', '1 line');
    press('F10', { shiftKey: true });
    expect((await offered()).some((words) => words?.startsWith('Connect to…'))).toBe(false);
    expect((await offered()).some((words) => words?.startsWith('Set a value…'))).toBe(true);
  });

  it('OUTLINE-33 who only looks walks and finds by letter, and changes nothing', () => {
    open('observer', threeTeams);
    const before = runtime.board;
    act(() => row('Chief').focus());
    press('w');
    expect(document.activeElement).toBe(row('Web'));
    for (const key of ['Enter', 'Delete', 'F2', '1']) press(key);
    press('ArrowUp', { altKey: true });
    expect(runtime.board).toBe(before);
    expect(screen.queryByRole('textbox')).toBeNull();
  });

  it('OUTLINE-34 of a thousand rows only those near the window are in the page, each with its true place and count', () => {
    const orders = ordersBetween(null, null, 1_000);
    const team = {
      kind: 'unit',
      y: 0,
      w: 168,
      h: 72,
      sitsIn: null,
      locked: false,
      group: null,
      attributes: {},
    } as const;
    open('convenor', (made) => {
      made.editor.addElements({
        elements: orders.map((order, i) => ({ ...team, id: `team-${i}`, name: `Team ${i}`, x: i * 200, order })),
      });
    });
    const shown = rows();
    expect(shown.length).toBeGreaterThan(10);
    expect(shown.length).toBeLessThan(200);
    for (const [i, one] of shown.entries()) {
      expect([
        one.getAttribute('aria-label'),
        one.getAttribute('aria-posinset'),
        one.getAttribute('aria-setsize'),
      ]).toEqual([`Team ${i}, team`, `${i + 1}`, '1000']);
    }
    act(() => shown[0]?.focus());
    press('End');
    expect(document.activeElement).toHaveAttribute('aria-posinset', '1000');
  });

  it('OUTLINE-35 what is selected elsewhere becomes the active row, opened down to it, without taking the focus', () => {
    open('convenor', threeTeams);
    act(() => row('Chief').focus());
    press('ArrowLeft');
    act(() => (document.activeElement as HTMLElement).blur());
    act(() => runtime.select(runtime.named('Web')));
    expect(row('Web').tabIndex).toBe(0);
    expect(row('Web')).toHaveAttribute('aria-selected', 'true');
    expect(document.activeElement).toBe(document.body);
  });
});
