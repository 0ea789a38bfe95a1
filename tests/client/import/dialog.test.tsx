import { MantineProvider } from '@mantine/core';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { MemoryRouter } from 'react-router';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { boundsOf } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import { layoutBoard } from '#shared/layout/layout-board.ts';
import { Stopped, type WatchedDesk } from '../../../client/import/desk-client.ts';
import { ImportDialog } from '../../../client/import/ImportDialog.tsx';
import { createReadDesk } from '../../../client/import/read-desk.ts';
import { RuntimeContext } from '../../../client/session/runtime.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

let runtime: FakeRuntime;
let closed = false;

beforeEach(() => {
  stubBrowser();
  window.localStorage.clear();
  runtime = createFakeRuntime('convenor');
  closed = false;
});
afterEach(cleanup);

/** The desk without a worker, as the worker has it. */
const deskHere = (tell: (share: number) => void): WatchedDesk => ({ ...createReadDesk(tell), stop: () => undefined });

const show = (given: { text?: string; file?: File }, makeDesk = deskHere) =>
  render(
    <MantineProvider env="test">
      <MemoryRouter>
        <RuntimeContext value={runtime}>
          <ImportDialog
            {...given}
            makeDesk={makeDesk}
            onClose={() => {
              closed = true;
            }}
          />
        </RuntimeContext>
      </MemoryRouter>
    </MantineProvider>,
  );

const names = (): string[] => [...runtime.board.elements.values()].map((one) => one.name).sort();
const press = (name: string) => userEvent.click(screen.getByRole('button', { name }));
const enabled = (name: string) =>
  waitFor(() => expect(screen.getByRole('button', { name })).toBeEnabled(), { timeout: 5_000 });

const PEOPLE = `ID,Name,Job title,Manager ID
1,Ada Example,Chief marketing officer,
2,Ben Example,Web lead,1
3,Cleo Example,Data steward,9
4,Dan Example,Events lead,4
`;

describe('the import dialog', () => {
  it('IMPORTUI-14 shows what was found and writes nothing until it is added, then as one step', async () => {
    show({ text: PEOPLE });
    await enabled('Add to this board');
    expect(screen.getByLabelText('Job title means')).toHaveValue('title');
    expect(screen.getByLabelText('Manager ID means')).toHaveValue('manager');
    expect(within(screen.getByRole('region', { name: 'Columns' })).getByText('Ben Example')).toBeInTheDocument();
    expect(screen.getByText(/^4 roles/)).toBeInTheDocument();
    expect(runtime.board.elements.size).toBe(0);
    await press('Add to this board');
    expect(closed).toBe(true);
    expect(names()).toEqual(['Chief marketing officer', 'Data steward', 'Events lead', 'Web lead']);
    expect(runtime.ui.getState().selection.size).toBe(4);
    act(() => void runtime.undo.undo());
    expect(runtime.board.elements.size).toBe(0);
  });

  it('IMPORTUI-15 names of people are replaced unless somebody chooses to keep them', async () => {
    show({ text: PEOPLE });
    await enabled('Add to this board');
    expect(screen.getByText('4 boxes show names of people.')).toBeInTheDocument();
    expect(screen.getByRole('radio', { name: 'Replace by titles of roles' })).toBeChecked();
    await userEvent.click(screen.getByRole('radio', { name: 'Keep the names' }));
    expect(screen.getByText(/will read them/)).toBeInTheDocument();
    await enabled('Add to this board');
    await press('Add to this board');
    expect(names()).toContain('Ben Example');
  });

  it('IMPORTUI-16 repairs are listed with their lines and can be narrowed', async () => {
    show({ text: PEOPLE });
    await enabled('Add to this board');
    const repairs = screen.getByRole('region', { name: 'Repairs' });
    const lines = () =>
      within(repairs)
        .getAllByRole('listitem')
        .map((one) => one.textContent ?? '');
    expect(lines().some((line) => line.startsWith('Line 4'))).toBe(true);
    expect(lines().some((line) => line.startsWith('Line 5'))).toBe(true);
    const all = lines().length;
    await userEvent.click(within(repairs).getByRole('radio', { name: /warning/ }));
    expect(lines().length).toBeLessThan(all);
    expect(lines().some((line) => line.startsWith('Line 4'))).toBe(true);
  });

  it('IMPORTUI-17 managers who are not in the file get a box when asked for', async () => {
    show({ text: PEOPLE });
    await enabled('Add to this board');
    await userEvent.click(screen.getByRole('switch', { name: /managers who are not in the file/i }));
    await waitFor(() => expect(screen.getByText(/^5 roles/)).toBeInTheDocument());
  });

  it('IMPORTUI-18 a table whose columns say nothing asks what they mean, and the answer is remembered', async () => {
    const odd = 'Alpha,Beta,Gamma\nx,Brand,\ny,Events,x\n';
    const { unmount } = show({ text: odd });
    await screen.findByText(/No column says what a box is called/);
    expect(screen.getByRole('button', { name: 'Add to this board' })).toBeDisabled();
    await userEvent.selectOptions(screen.getByLabelText('Alpha means'), 'id');
    await userEvent.selectOptions(screen.getByLabelText('Beta means'), 'title');
    await userEvent.selectOptions(screen.getByLabelText('Gamma means'), 'manager');
    await enabled('Add to this board');
    unmount();
    show({ text: odd });
    await enabled('Add to this board');
    expect(screen.getByLabelText('Beta means')).toHaveValue('title');
    await press('Add to this board');
    expect(indexBoard(runtime.board).bossOf(runtime.named('Events'))).toBe(runtime.named('Brand'));
  });

  it('IMPORTUI-19 the same people again are compared: groups can be left out, and it is one step', async () => {
    const { unmount } = show({ text: PEOPLE });
    await enabled('Add to this board');
    await press('Add to this board');
    runtime.undo.stop();
    unmount();
    show({
      text: `${PEOPLE.replace('Web lead,1', 'Web lead,4').replace('3,Cleo Example,Data steward,9\n', '')}5,Eve Example,Brand lead,1\n`,
    });
    await enabled('Update this board');
    expect(screen.getByRole('checkbox', { name: 'Added: 1' })).toBeChecked();
    expect(screen.getByText('Web lead, from Chief marketing officer to Events lead')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('checkbox', { name: 'Left: 1' }));
    await press('Update this board');
    expect(names()).toEqual(['Brand lead', 'Chief marketing officer', 'Data steward', 'Events lead', 'Web lead']);
    expect(indexBoard(runtime.board).bossOf(runtime.named('Web lead'))).toBe(runtime.named('Events lead'));
    expect(indexBoard(runtime.board).bossOf(runtime.named('Brand lead'))).toBe(
      runtime.named('Chief marketing officer'),
    );
    act(() => void runtime.undo.undo());
    expect(names()).toEqual(['Chief marketing officer', 'Data steward', 'Events lead', 'Web lead']);
    expect(indexBoard(runtime.board).bossOf(runtime.named('Web lead'))).toBe(runtime.named('Chief marketing officer'));
  });

  it('IMPORTUI-20 a second import of hundreds is one step too, and people who change places never stand in a ring', async () => {
    const table = (swap: boolean): string =>
      [
        'ID,Title,Manager ID',
        ...Array.from({ length: 160 }, (_, i) => {
          const boss = i === 0 ? '' : swap && i > 2 ? String(i % 2) : String(i === 1 ? 0 : 1);
          return `${i},Post ${i},${swap && i === 1 ? 2 : swap && i === 2 ? 0 : boss}`;
        }),
      ].join('\n');
    const { unmount } = show({ text: table(false) });
    await enabled('Add to this board');
    await press('Add to this board');
    closed = false;
    unmount();
    show({ text: `${table(true)}\n${Array.from({ length: 120 }, (_, i) => `n${i},New ${i},n${i - 1}`).join('\n')}` });
    await enabled('Update this board');
    await press('Update this board');
    await waitFor(() => expect(closed).toBe(true), { timeout: 20_000 });
    const index = indexBoard(runtime.board);
    expect(runtime.board.elements.size).toBe(280);
    expect(index.bossOf(runtime.named('Post 1'))).toBe(runtime.named('Post 2'));
    expect(index.bossOf(runtime.named('Post 4'))).toBe(runtime.named('Post 0'));
    expect(index.bossOf(runtime.named('New 100'))).toBe(runtime.named('New 99'));
    act(() => void runtime.undo.undo());
    expect(runtime.board.elements.size).toBe(160);
    expect(indexBoard(runtime.board).bossOf(runtime.named('Post 4'))).toBe(runtime.named('Post 1'));
  }, 30_000);

  it('IMPORTUI-21 more than a board holds is said in a sentence, and the top levels or a branch are offered', async () => {
    const rows = Array.from({ length: 12_000 }, (_, i) => `${i},Post ${i},${i === 0 ? '' : Math.floor((i - 1) / 40)}`);
    show({ text: `ID,Title,Manager ID\n${rows.join('\n')}` });
    await screen.findByText(/A board holds 10,000 boxes, and this has 12,000/, undefined, { timeout: 20_000 });
    const part = screen.getByLabelText('Part to import');
    expect(within(part).getByRole('option', { name: /top 3 levels, 1,641 boxes/ })).toBeInTheDocument();
    await enabled('Make a new board');
    await userEvent.selectOptions(part, within(part).getAllByRole('option', { name: /and below/ })[0] as HTMLElement);
    await enabled('Add to this board');
  }, 30_000);

  it.each([
    ['an empty file', new File([''], 'people.csv')],
    ['headings without rows', new File(['ID,Title,Manager ID\n'], 'people.csv')],
    ['a picture', new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0])], 'people.png')],
    ['a broken workbook', new File([new Uint8Array([0x50, 0x4b, 3, 4, 9, 9, 9])], 'people.xlsx')],
    ['a broken board file', new File(['{"format":"orgora-board","version":99,"board":{}}'], 'board.json')],
  ])('IMPORTUI-22 %s is refused with one sentence, and another can be chosen', async (_, file) => {
    show({ file });
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/^[A-Z“].*\.$/);
    expect(screen.getByRole('button', { name: 'Choose a file' })).toBeInTheDocument();
    expect(runtime.board.elements.size).toBe(0);
  });

  it('IMPORTUI-23 a workbook with a password says so', async () => {
    const start = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    const entry = [...'EncryptionInfo'].flatMap((letter) => [letter.charCodeAt(0), 0]);
    show({ file: new File([new Uint8Array([...start, ...entry])], 'people.xlsx') });
    expect((await screen.findByRole('alert')).textContent).toMatch(/password/);
  });

  it('IMPORTUI-24 what takes long can be stopped: nothing is changed and another file can be chosen', async () => {
    let stop: (error: Error) => void = () => undefined;
    const never = (): WatchedDesk => ({
      ...createReadDesk(() => undefined),
      open: () =>
        new Promise((_, failed) => {
          stop = failed;
        }),
      stop: () => stop(new Stopped()),
    });
    show({ text: PEOPLE }, never);
    await userEvent.click(await screen.findByRole('button', { name: 'Stop' }));
    expect((await screen.findByRole('alert')).textContent).toBe('The import was stopped. Nothing was changed.');
    expect(screen.getByRole('button', { name: 'Choose a file' })).toBeInTheDocument();
  });

  it('IMPORTUI-25 letters of an old file can be read in another way', async () => {
    const bytes = [...'Title,Reports to\nȘef marketing,\n'].map((letter) =>
      letter === 'Ș' ? 0xaa : letter.charCodeAt(0),
    );
    show({ file: new File([new Uint8Array(bytes)], 'people.csv') });
    await screen.findByRole('radio', { name: /Central European/ });
    await userEvent.click(screen.getByRole('radio', { name: /Central European/ }));
    expect((await screen.findAllByText(/^[ȘŞ]ef marketing$/)).length).toBeGreaterThan(0);
  });

  it('IMPORTUI-26 the list of repairs is a table that no spreadsheet runs', async () => {
    const desk = createReadDesk(() => undefined);
    await desk.open({ name: '', content: 'ID,Title,Manager ID\n1,Web lead,=x\n', letters: 'auto' });
    await desk.draft({ id: 0, title: 1, manager: 2 }, { placeholders: false });
    const csv = await desk.repairs();
    expect(csv.startsWith('\ufeff"Line","Severity","What happened"\r\n')).toBe(true);
    expect(csv).toMatch(/"2","warning","/);
    expect(csv).not.toMatch(/(^|,)"[=+@-]/m);
  });

  it('IMPORTUI-28 a table of titles without a column of names makes posts that are held, not vacancies', async () => {
    show({ text: 'ID,Title,Manager ID\n1,Web lead,\n2,Web analyst,1\n' });
    await enabled('Add to this board');
    await press('Add to this board');
    expect([...runtime.board.elements.values()].map((one) => one.attributes['vacant'])).toEqual([undefined, undefined]);
  });

  it('IMPORTUI-29 a tree that would be a ribbon is arranged to fill a slide, and stays so when it is tidied', async () => {
    const desk = createReadDesk(() => undefined);
    const rows = Array.from({ length: 40 }, (_, i) => `${i},Post ${i},${i === 0 ? '' : Math.floor((i - 1) / 13)}`);
    const { mapping } = await desk.open({
      name: '',
      content: `ID,Title,Manager ID\n${rows.join('\n')}`,
      letters: 'auto',
    });
    await desk.draft(mapping, { placeholders: false });
    const { board } = await desk.lay({ part: 'all' }, 'titles');
    const around = boundsOf(board.elements.values());
    expect((around?.w ?? 0) / (around?.h ?? 1)).toBeLessThan(3);
    const tidied = layoutBoard(board).boxes;
    for (const [id, { w, h }] of tidied) expect(board.elements.get(id)).toMatchObject({ w, h });
    const again = boundsOf([...board.elements.values()].map((one) => ({ ...one, ...tidied.get(one.id) })));
    expect((again?.w ?? 0) / (again?.h ?? 1)).toBeLessThan(3);
  });

  it('IMPORTUI-27 a board of somebody else can be added, but is not an update', async () => {
    runtime.add('role', 'Web lead');
    runtime.undo.stop();
    const own = createFakeRuntime();
    own.add('unit', 'Marketing');
    const { fileText } = await import('#shared/board/file.ts');
    show({ file: new File([fileText(own.board)], 'marketing.orgora.json') });
    await enabled('Add to this board');
    expect(screen.queryByRole('button', { name: 'Update this board' })).toBeNull();
    await press('Add to this board');
    expect(names()).toEqual(['Marketing', 'Web lead']);
  });
});
