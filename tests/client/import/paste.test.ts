import { beforeEach, describe, expect, it } from 'vitest';
import { boxesOverlap } from '#shared/board/geometry.ts';
import { indexBoard } from '#shared/board/index-board.ts';
import { pasteText } from '../../../client/commands/clipboard.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

let runtime: FakeRuntime;
beforeEach(() => {
  stubBrowser();
  runtime = createFakeRuntime();
});

const paste = (text: string) => pasteText(runtime, text, '');
const names = (): string[] => [...runtime.board.elements.values()].map((one) => one.name).sort();

describe('pasting', () => {
  it('PASTE-1 a small range with known headings and no names is added at once, overlapping nothing, as one step', async () => {
    runtime.add('unit', 'Here', { x: 560, y: 380 });
    runtime.undo.stop();
    const ids = await paste(
      'Title\tReports to\nMarketing lead\t\nWeb analyst\tMarketing lead\nData steward\tNobody known\n',
    );
    expect(ids).toHaveLength(3);
    expect(new Set(ids)).toEqual(runtime.ui.getState().selection);
    expect(indexBoard(runtime.board).bossOf(runtime.named('Web analyst'))).toBe(runtime.named('Marketing lead'));
    expect(runtime.notices).toEqual(['3 rows added, 1 repair.']);
    const all = [...runtime.board.elements.values()];
    for (const one of all) for (const other of all) if (one !== other) expect(boxesOverlap(one, other)).toBe(false);
    runtime.undo.undo();
    expect(names()).toEqual(['Here']);
  });

  it('PASTE-2 a range with names of people is looked at first', async () => {
    const text = 'Name\tTitle\tReports to\nAda Example\tMarketing lead\t\nBen Example\tWeb analyst\tAda Example\n';
    expect(await paste(text)).toEqual([]);
    expect(runtime.board.elements.size).toBe(0);
    expect(runtime.ui.getState().overlay).toEqual({ type: 'import', text });
  });

  it('PASTE-3 a range whose columns are not known, or that is long, is looked at first', async () => {
    await paste('Alpha\tBeta\tGamma\n1\tBrand\t\n2\tEvents\t1\n3\tMedia\t1\n');
    expect(runtime.ui.getState().overlay.type).toBe('import');
    runtime.ui.setState({ overlay: { type: 'none' } });
    await paste(`Title\tReports to\n${Array.from({ length: 250 }, (_, i) => `Post ${i}\t`).join('\n')}`);
    expect(runtime.ui.getState().overlay.type).toBe('import');
    expect(runtime.board.elements.size).toBe(0);
  });

  it('PASTE-4 a Mermaid flowchart and a draw.io diagram become charts', async () => {
    await paste('flowchart TD\n  a[Marketing] --> b[Web]\n  a --> c[Brand]\n');
    expect(names()).toEqual(['Brand', 'Marketing', 'Web']);
    expect(runtime.board.relations.size).toBe(2);
    await paste(
      '<mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/><mxCell id="2" value="Sales" vertex="1" parent="1"><mxGeometry x="0" y="0" width="120" height="60" as="geometry"/></mxCell></root></mxGraphModel>',
    );
    expect(names()).toContain('Sales');
  });

  it('PASTE-5 users of Microsoft Graph are looked at first: they are people', async () => {
    await paste(JSON.stringify({ value: [{ id: '1', displayName: 'Ada Example', jobTitle: 'Marketing lead' }] }));
    expect(runtime.ui.getState().overlay.type).toBe('import');
    expect(runtime.board.elements.size).toBe(0);
  });

  it('PASTE-6 what cannot be read is refused with a sentence and changes nothing', async () => {
    await expect(paste('<mxGraphModel><root><mxCell id="0"')).rejects.toThrow(/\.$/);
    expect(runtime.board.elements.size).toBe(0);
  });
});
