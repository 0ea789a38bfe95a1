import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { COMMANDS } from '../../../client/commands/index.ts';
import { isOffered } from '../../../client/commands/support.ts';
import { ContextMenu } from '../../../client/panels/ContextMenu.tsx';
import { FindDialog } from '../../../client/panels/FindDialog.tsx';
import { score } from '../../../client/panels/fuzzy.ts';
import { Inspector } from '../../../client/panels/Inspector.tsx';
import { Legend } from '../../../client/panels/Legend.tsx';
import { Palette } from '../../../client/panels/Palette.tsx';
import { Prompts } from '../../../client/panels/Prompts.tsx';
import { RelationChooser } from '../../../client/panels/RelationChooser.tsx';
import { changeLineKind } from '../../../client/panels/RelationDetails.tsx';
import { keyLines, ShortcutsDialog } from '../../../client/panels/ShortcutsDialog.tsx';
import { StatusBar } from '../../../client/panels/StatusBar.tsx';
import { SavedChip } from '../../../client/panels/TopLeft.tsx';
import { RuntimeContext } from '../../../client/session/runtime.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

let runtime: FakeRuntime;
beforeEach(() => {
  stubBrowser();
  runtime = createFakeRuntime('convenor');
});
afterEach(cleanup);

const show = (children: ReactNode) =>
  render(
    <MantineProvider env="test">
      <RuntimeContext value={runtime}>{children}</RuntimeContext>
    </MantineProvider>,
  );

describe('details', () => {
  it('PANEL-1 an attribute is written to everything that is selected, in one step', async () => {
    const a = runtime.add('unit', 'A');
    const b = runtime.add('unit', 'B', { x: 300 });
    runtime.undo.stop();
    runtime.select(a, b);
    show(<Inspector />);
    await userEvent.click(screen.getByRole('checkbox', { name: 'Informal' }));
    expect(runtime.board.elements.get(a)?.attributes).toEqual({ informal: true });
    expect(runtime.board.elements.get(b)?.attributes).toEqual({ informal: true });
    act(() => void runtime.undo.undo());
    expect(runtime.board.elements.get(a)?.attributes).toEqual({});
    expect(runtime.board.elements.get(b)?.attributes).toEqual({});
  });

  it('PANEL-2 values that differ are shown as mixed, and not changed by looking', () => {
    const a = runtime.add('unit', 'A');
    const b = runtime.add('unit', 'B', { x: 300 });
    runtime.editor.setAttributes([a], { fte: 3 });
    runtime.select(a, b);
    show(<Inspector />);
    expect(screen.getByRole('textbox', { name: 'Size' })).toHaveAttribute('placeholder', 'Mixed');
    expect(runtime.board.elements.get(b)?.attributes).toEqual({});
  });

  it('PANEL-3 several kinds at once offer only what they have in common', () => {
    const a = runtime.add('unit', 'A');
    const b = runtime.add('platform', 'CRM', { x: 300 });
    runtime.select(a, b);
    show(<Inspector />);
    expect(screen.queryByRole('checkbox', { name: 'Informal' })).toBeNull();
    expect(screen.getByText('2 elements')).toBeInTheDocument();
  });

  it('PANEL-4 a name is written when it is done, not at each letter', async () => {
    const a = runtime.add('unit', 'A');
    runtime.select(a);
    show(<Inspector />);
    const name = screen.getByRole('textbox', { name: 'Name' });
    await userEvent.clear(name);
    await userEvent.type(name, 'Customer data');
    expect(runtime.board.elements.get(a)?.name).toBe('A');
    await userEvent.keyboard('{Enter}');
    expect(runtime.board.elements.get(a)?.name).toBe('Customer data');
  });

  it('PANEL-5 loads and lines of one element are listed in words', () => {
    const a = runtime.add('unit', 'Customer data');
    const boss = runtime.add('role', 'VP marketing', { y: -200 });
    runtime.editor.reparent([a], boss);
    runtime.editor.addTiger({ name: 'Privacy change', members: { [a]: 20 }, start: 0, end: 8 });
    runtime.select(a);
    show(<Inspector />);
    expect(screen.getByText('Privacy change')).toBeInTheDocument();
    expect(screen.getByText('Customer data reports to VP marketing')).toBeInTheDocument();
  });

  it('PANEL-6 another kind of line keeps the ends and what both kinds say', () => {
    const a = runtime.add('unit', 'A');
    const b = runtime.add('unit', 'B', { x: 300 });
    const line = runtime.editor.relate('serves', a, b, { what: 'data' });
    const relation = runtime.board.relations.get(line);
    if (relation === undefined) throw new Error('The line is missing.');
    const next = changeLineKind(runtime, relation, 'advises');
    expect([...runtime.board.relations.values()]).toMatchObject([{ id: next, kind: 'advises', from: a, to: b }]);
  });
});

describe('choosers and lists', () => {
  it('PANEL-7 kinds of line that may not run here are shown with the reason, and cannot be taken', async () => {
    const unit = runtime.add('unit', 'Customer data');
    const crm = runtime.add('platform', 'CRM', { x: 300 });
    show(<RelationChooser at={{ x: 0, y: 0 }} from={unit} to={crm} />);
    const owns = screen.getByRole('menuitem', { name: /Accountable for/ });
    const reports = screen.getByRole('menuitem', { name: /Reports to/ });
    expect(reports).toBeDisabled();
    expect((reports.textContent ?? '').length).toBeGreaterThan('Reports to'.length + 10);
    await userEvent.click(owns);
    expect([...runtime.board.relations.values()]).toMatchObject([{ kind: 'owns', from: unit, to: crm }]);
  });

  it('PANEL-8 the list of keys names every command that has one', () => {
    const lines = keyLines(COMMANDS);
    const shown = new Set(lines.flatMap((line) => line.keys));
    expect(COMMANDS.flatMap((one) => one.keys ?? []).filter((key) => !shown.has(key))).toEqual([]);
    show(<ShortcutsDialog onClose={() => undefined} />);
    // What belongs to a session is named while there is one.
    const here = keyLines(COMMANDS.filter((one) => isOffered(one, runtime)));
    expect(here.length).toBeGreaterThan(40);
    for (const line of here) expect(screen.getByText(line.title)).toBeInTheDocument();
  });

  it('PANEL-9 single keys are switched off in the list of keys, and stay off', async () => {
    show(<ShortcutsDialog onClose={() => undefined} />);
    await userEvent.click(screen.getByRole('switch', { name: 'Single-key shortcuts' }));
    expect(runtime.ui.getState().singleKeys).toBe(false);
    expect(window.localStorage.getItem('orgora-single-keys')).toBe('off');
    window.localStorage.clear();
  });

  it('PANEL-10 find goes by name, kind and tag, and Enter selects the first', async () => {
    runtime.add('unit', 'Web');
    const data = runtime.add('unit', 'Customer data', { x: 300 });
    runtime.editor.setAttributes([data], { fn: 'DAT' });
    show(<FindDialog onClose={() => undefined} />);
    await userEvent.type(screen.getByRole('combobox'), 'DAT{Enter}');
    expect([...runtime.ui.getState().selection]).toEqual([data]);
  });

  it('PANEL-11 better fits come first, and letters that are not there find nothing', () => {
    expect(score('dup', 'Duplicate')).toBeGreaterThan(score('dup', 'Look up'));
    expect(score('zzz', 'Duplicate')).toBe(0);
    expect(score('tidy board', 'Tidy the board')).toBeGreaterThan(0);
  });

  it('PANEL-12 the menu of a box offers what can be done with it and does it there', async () => {
    const a = runtime.add('unit', 'A');
    runtime.select(a);
    show(<ContextMenu at={{ x: 0, y: 0 }} board={{ x: 0, y: 0 }} on={a} />);
    await userEvent.click(await screen.findByRole('menuitem', { name: /^Delete/ }));
    expect(runtime.board.elements.size).toBe(0);
  });

  it('PANEL-13 the palette takes the tool of each kind and carries what a drag places', () => {
    show(<Palette />);
    fireEvent.click(screen.getByRole('button', { name: 'Role' }));
    expect(runtime.ui.getState().tool).toEqual({ tool: 'place', kind: 'role' });
    let data = '';
    fireEvent.dragStart(screen.getByRole('button', { name: 'Platform' }), {
      dataTransfer: { setData: (_: string, text: string) => (data = text), effectAllowed: '' },
    });
    expect(JSON.parse(data)).toEqual({ place: 'platform' });
  });

  it('PANEL-14 the legend shows what is used and switches a kind of line off', async () => {
    const a = runtime.add('unit', 'A');
    const b = runtime.add('unit', 'B', { y: 200, boss: a });
    show(<Legend />);
    expect(screen.queryByText('Platform')).toBeNull();
    await userEvent.click(screen.getByRole('switch', { name: 'Show "Reports to" lines' }));
    expect(runtime.ui.getState().hiddenRelations).toEqual(new Set(['reports']));
    expect(runtime.board.elements.has(b)).toBe(true);
  });

  it('PANEL-15 a question is answered or put away, for everybody', async () => {
    const first = runtime.editor.addPrompt({ text: 'Who decides?' });
    runtime.editor.addPrompt({ text: 'Who pays?' });
    show(<Prompts />);
    await userEvent.type(screen.getByRole('textbox', { name: 'Answer: Who decides?' }), 'The committee');
    await userEvent.tab();
    expect(runtime.board.prompts.get(first)?.answer).toBe('The committee');
    await userEvent.click(screen.getByRole('button', { name: 'Dismiss: Who pays?' }));
    expect(within(screen.getByRole('region', { name: 'Questions' })).queryByText('Who pays?')).toBeNull();
  });
});

describe('what is true about saving', () => {
  it('PANEL-16 the chip says what the session knows, in words', () => {
    show(<SavedChip />);
    const chip = screen.getByTestId('saved');
    expect(chip).toHaveTextContent('Saved');
    act(() => runtime.sync.setState({ state: 'saving', pending: 1 }));
    expect(chip).toHaveTextContent('Saving');
    act(() => runtime.sync.setState({ state: 'offline', pending: 3 }));
    expect(chip).toHaveTextContent('3 changes kept here');
    act(() => runtime.sync.setState({ state: 'refused' }));
    expect(chip).toHaveTextContent('Not saved');
  });

  it('PANEL-17 a bar stands there only when there is something to know or do', () => {
    show(<StatusBar />);
    expect(screen.queryByRole('status')).toBeNull();
    act(() => runtime.sync.setState({ state: 'refused', sentence: 'The board is full. Delete something.' }));
    expect(screen.getByRole('status')).toHaveTextContent('The board is full. Delete something.');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeInTheDocument();
  });
});
