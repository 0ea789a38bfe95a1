import { MantineProvider } from '@mantine/core';
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { ExportContent } from '../../../client/export/content.ts';
import { type StoppableDesk, Stopped } from '../../../client/export/desk.ts';
import { ExportDialog } from '../../../client/export/ExportDialog.tsx';
import { type ExportOrder, previewOf } from '../../../client/export/pages.ts';
import { clipTexts, writeExport } from '../../../client/export/write-file.ts';
import { RuntimeContext } from '../../../client/session/runtime.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

let runtime: FakeRuntime;
let closed: boolean;
let orders: ExportOrder[];
let saved: string[];

/** The desk without a worker; it notes what it was asked to write. */
const deskHere = (): StoppableDesk => ({
  preview: async (content, order) => previewOf(content, order),
  write: async (content, order) => {
    orders.push(order);
    return writeExport(content, order);
  },
  texts: async (content, order) => clipTexts(content, order),
  stop: () => undefined,
});

beforeEach(() => {
  stubBrowser();
  window.localStorage.clear();
  runtime = createFakeRuntime('presenter');
  closed = false;
  orders = [];
  saved = [];
  URL.createObjectURL = () => 'blob:picture';
  URL.revokeObjectURL = () => undefined;
  vi.stubGlobal('fetch', () => Promise.reject(new Error('No line.')));
  HTMLAnchorElement.prototype.click = function click() {
    saved.push(this.download);
  };
});
afterEach(cleanup);

const show = (makeDesk: () => StoppableDesk = deskHere) =>
  render(
    <MantineProvider env="test">
      <RuntimeContext value={runtime}>
        <ExportDialog
          makeDesk={makeDesk}
          onClose={() => {
            closed = true;
          }}
        />
      </RuntimeContext>
    </MantineProvider>,
  );

const radio = (name: RegExp) => screen.getByRole('radio', { name });
const button = (name: string | RegExp) => screen.findByRole('button', { name });
const exportNow = async (name: string | RegExp): Promise<void> => {
  const found = await button(name);
  await waitFor(() => expect(found).toBeEnabled());
  fireEvent.click(found);
};
const frame = (title: string, x: number): void => {
  runtime.editor.addElements({
    elements: [],
    relations: [],
    overlays: [],
    prompts: [],
    frames: [{ id: title, title, order: `a${x}`, x, y: -40, w: 400, h: 225 }],
  });
};

/** A boss with many reports, too many for one slide. */
function crowd(n: number): void {
  const boss = runtime.add('role', 'Head of marketing');
  for (let i = 0; i < n; i += 1) {
    const lead = runtime.add('unit', `Team ${i}`, { x: i * 200, y: 160, boss });
    for (let k = 0; k < 3; k += 1) runtime.add('role', `Lead ${i}.${k}`, { x: i * 200, y: 320 + k * 120, boss: lead });
  }
}

describe('the export dialog', { timeout: 20_000 }, () => {
  it('EXPORTUI-1 offers every format, and for each only what it can follow', async () => {
    runtime.add('unit', 'Web team');
    show();
    const group = screen.getByRole('radiogroup', { name: 'Format' });
    const words = within(group)
      .getAllByRole('radio')
      .map((one) => one.getAttribute('value'));
    expect(words).toEqual(['pptx', 'pdf', 'svg', 'png', 'xlsx', 'csv', 'json', 'more']);
    expect(radio(/^PPTX/)).toBeChecked();
    expect(screen.getByRole('radiogroup', { name: 'Colours' })).toBeInTheDocument();
    expect(screen.queryByRole('radiogroup', { name: 'Scale' })).toBeNull();
    fireEvent.click(radio(/^PNG/));
    expect(screen.getByRole('radiogroup', { name: 'Scale' })).toBeInTheDocument();
    expect(screen.getByRole('switch', { name: 'Transparent ground' })).toBeInTheDocument();
    expect(screen.queryByRole('radiogroup', { name: 'Colours' })).toBeNull();
    fireEvent.click(radio(/^JSON/));
    expect(screen.queryByRole('switch', { name: 'Legend' })).toBeNull();
    fireEvent.click(radio(/^More/));
    expect(screen.getByRole('combobox', { name: 'Other format' })).toHaveValue(
      'draw.io: opens with its lines attached',
    );
  });

  it('EXPORTUI-2 remembers choices on this device, and never a text, a level or what is kept inside', async () => {
    runtime.add('unit', 'Web team');
    const first = show();
    fireEvent.click(radio(/^PDF/));
    fireEvent.click(screen.getByRole('switch', { name: 'Dark' }));
    fireEvent.click(screen.getByRole('radio', { name: '4:3' }));
    fireEvent.click(screen.getByRole('radio', { name: 'Anybody' }));
    fireEvent.click(screen.getByRole('switch', { name: 'Pattern only' }));
    fireEvent.click(screen.getByRole('switch', { name: 'Keep the board inside the file' }));
    fireEvent.change(screen.getByRole('textbox', { name: 'Line at the foot' }), {
      target: { value: 'A secret source' },
    });
    first.unmount();
    expect(JSON.stringify({ ...window.localStorage })).not.toContain('secret');
    show();
    expect(radio(/^PDF/)).toBeChecked();
    expect(screen.getByRole('switch', { name: 'Dark' })).toBeChecked();
    expect(screen.getByRole('radio', { name: '4:3' })).toBeChecked();
    expect(screen.getByRole('radio', { name: 'The council' })).toBeChecked();
    expect(screen.getByRole('switch', { name: 'Pattern only' })).not.toBeChecked();
    expect(screen.getByRole('switch', { name: 'Keep the board inside the file' })).not.toBeChecked();
    expect(screen.getByRole('textbox', { name: 'Line at the foot' })).not.toHaveValue('A secret source');
  });

  it('EXPORTUI-3 warns of small text on a crowded slide and splits it by branch when asked', async () => {
    crowd(11);
    show();
    fireEvent.click(screen.getByRole('radio', { name: 'Board' }));
    const checks = await screen.findByRole('list', { name: 'Checks' });
    await waitFor(() => expect(checks).toHaveTextContent(/Smallest text is [\d.]+ pt, 9 pt can be read/));
    expect(checks).toHaveTextContent('45 elements on one slide');
    const [split] = within(checks).getAllByRole('button', { name: 'Split by branch' });
    if (split === undefined) throw new Error('Nothing splits.');
    fireEvent.click(split);
    expect(screen.getByRole('radio', { name: 'Branch' })).toBeChecked();
    const pages = await screen.findByRole('list', { name: 'Pages' });
    expect(within(pages).getAllByRole('checkbox').length).toBeGreaterThan(10);
  });

  it('EXPORTUI-4 lists names it finds, shows where one stands, and replaces them by generic labels', async () => {
    const id = runtime.add('unit', 'Web team, www.contoso.test');
    runtime.add('unit', 'Web team', { x: 300 });
    show();
    const checks = await screen.findByRole('list', { name: 'Checks' });
    expect(checks).toHaveTextContent('1 name found');
    fireEvent.click(within(checks).getByRole('button', { name: 'Look' }));
    expect(screen.getByRole('list', { name: 'Names found' })).toHaveTextContent('looks like an address');
    fireEvent.click(screen.getByRole('button', { name: 'Replace by generic labels' }));
    await waitFor(() => expect(checks).toHaveTextContent('No people, company or product names found'));
    expect(screen.getByRole('switch', { name: 'Pattern only' })).toBeChecked();
    fireEvent.click(screen.getByRole('switch', { name: 'Pattern only' }));
    fireEvent.click(await screen.findByRole('button', { name: /^Show www/ }));
    expect(closed).toBe(true);
    expect([...runtime.ui.getState().selection]).toEqual([id]);
  });

  it('EXPORTUI-5 can be stopped while a file is written; nothing is saved and the next one works', async () => {
    runtime.add('unit', 'Web team');
    let stops = 0;
    let held: ((error: Error) => void) | null = null;
    show(() => ({
      ...deskHere(),
      write: (content: ExportContent, order: ExportOrder) =>
        stops > 0
          ? deskHere().write(content, order)
          : new Promise((_, failed) => {
              held = failed;
            }),
      stop() {
        stops += 1;
        held?.(new Stopped());
      },
    }));
    await exportNow('Export 1 slide');
    expect(await screen.findByRole('progressbar', { name: 'Writing the file' })).toBeInTheDocument();
    fireEvent.click(await button('Cancel'));
    expect(stops).toBe(1);
    expect(saved).toEqual([]);
    expect(screen.queryByRole('alert')).toBeNull();
    await exportNow('Export 1 slide');
    await waitFor(() => expect(saved).toEqual(['board.pptx']));
  });

  it('EXPORTUI-6 leaves out the pages without a tick and counts the others', async () => {
    runtime.add('unit', 'Web team');
    frame('First', 0);
    frame('Second', 500);
    frame('Third', 1000);
    show();
    await button('Export 3 slides');
    fireEvent.click(screen.getByRole('checkbox', { name: 'Slide 2, Second, in the file' }));
    expect(screen.getByText('Slide 1 of 2 · 16:9')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: 'Show slide 2, Second' }));
    expect(screen.getByText('Not in the file · 16:9')).toBeInTheDocument();
    await exportNow('Export 2 slides');
    await waitFor(() => expect(orders).toHaveLength(1));
    expect(orders[0]?.off).toEqual([1]);
  });

  it('EXPORTUI-7 keeps the board inside only on a board of one’s own without private parts, unless asked', async () => {
    const keep = () => screen.getByRole('switch', { name: 'Keep the board inside the file' });
    const council = (alone: boolean) =>
      window.localStorage.setItem('orgora-council:council', JSON.stringify({ id: 'council', alone }));
    const id = runtime.add('unit', 'Web team');
    council(true);
    show().unmount();
    const own = show();
    expect(keep()).toBeChecked();
    expect(screen.getByRole('radio', { name: 'Those who draw' })).toBeChecked();
    own.unmount();
    council(false);
    const shared = show();
    expect(keep()).not.toBeChecked();
    expect(screen.getByRole('radio', { name: 'The council' })).toBeChecked();
    expect(screen.getByText('Council confidential')).toBeInTheDocument();
    shared.unmount();
    council(true);
    runtime.editor.setAttributes([id], { note: 'Between us' });
    show();
    expect(keep()).not.toBeChecked();
    fireEvent.click(screen.getByRole('radio', { name: 'The council' }));
    expect(screen.getByText('1 note, link or answer stays here.')).toBeInTheDocument();
  });
});
