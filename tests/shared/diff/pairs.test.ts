import { describe, expect, it } from 'vitest';
import { diffBoards } from '#shared/board/diff/diff-boards.ts';
import { diffHeadline, diffSentences } from '#shared/board/diff/sentences.ts';
import type { Board } from '#shared/board/model.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { template } from '#shared/templates/index.ts';

const board = (id: string): Board => {
  const found = template(id);
  if (found === undefined) throw new Error(`There is no template ${id}.`);
  return boardFromTemplate(found);
};
const told = (from: string, to: string): string[] => diffSentences(diffBoards(board(from), board(to)));

describe('prepared pairs', () => {
  it('DIFF-1 D1 to D2 reads as the bridge that it is: a centre takes over, an analyst is embedded', () => {
    // Alike sentences come as the boxes stand on the board, which is the layout's business.
    const sentences = told('D1', 'D2');
    expect(sentences[0]).toBe('4 elements added, 3 removed, span of Chief marketing officer 2 to 1.');
    const expected = [
      '4 elements added, 3 removed, span of Chief marketing officer 2 to 1.',
      'Analytics centre added under Head of enterprise data.',
      'Embedded marketing analyst added under Analytics centre, in Marketing operations.',
      'Standards, identity, pipelines added, owned by Analytics centre.',
      'Campaign questions and tests added, owned by Embedded marketing analyst.',
      'Marketing analytics removed.',
      'Business intelligence removed.',
      'Analytics removed.',
      'Sales transaction data is owned by Analytics centre instead of Business intelligence.',
      'Analytics and reporting is owned by Analytics centre instead of Business intelligence.',
      'New: Analytics centre advises Marketing operations.',
      'New: Embedded marketing analyst has a dotted line to Chief marketing officer.',
      'New: Sales transaction data serves Marketing operations with data.',
      'Friction “Analytics straddle” on Analytics centre and Marketing operations is mitigated, was open: embedded analysts, shared backlog, agreed formulas.',
      'Friction “Data access” removed.',
      'The board is called Analytics bridge, hub and embedded analysts, was Analytics straddle, as found.',
      '7 boxes stand elsewhere.',
    ];
    expect([...sentences].sort()).toEqual(expected.sort());
    const place = (start: string): number => sentences.findIndex((one) => one.startsWith(start));
    expect(place('Analytics centre added')).toBeLessThan(place('Business intelligence removed'));
    expect(place('Business intelligence removed')).toBeLessThan(place('New: '));
  });

  it('DIFF-2 P1 to H1 says whom the bench reports to, who pays for the seats, and that the friction is mitigated', () => {
    const sentences = told('P1', 'H1');
    expect(sentences.slice(0, 4)).toEqual([
      '1 team moved, 2 elements added, 7 removed, span of Chief marketing officer 3 to 1.',
      'IT development bench now reports to Chief information officer.',
      'Dedicated martech engineer added under Chief information officer, in IT development bench.',
      'Customer data platform added, owned by IT development bench.',
    ]);
    for (const one of [
      'Martech steering committee removed.',
      'New: Chief marketing officer funds Dedicated martech engineer, 100 %.',
      'No longer: Marketing operations has a dotted line to Chief information officer.',
      'Friction “Governance bypass” removed.',
      'Friction “Priority or funding” on IT development bench and Marketing operations is mitigated, was open: seats paid by marketing.',
    ]) {
      expect(sentences).toContain(one);
    }
  });

  it('DIFF-3 M1 to M2 says that operations got a home, the borrowed help went, and the silos fell', () => {
    const sentences = told('M1', 'M2');
    expect(sentences[0]).toBe('6 elements added, 5 removed, 2 cards renamed.');
    for (const one of [
      'Marketing operations added under Chief marketing officer.',
      'Marketing technology specialist added in Marketing operations.',
      'Data hygiene added, owned by Marketing technology specialist.',
      'Borrowed data help removed.',
      'Card “No charter” now reads “Unwritten: automate and do things well”.',
      'Outbound marketing automation is now owned by Marketing technology specialist.',
      'CRM is no longer owned by Sales.',
      'CRM: scope local to global.',
      'Zone Marketing silo is now called Marketing.',
      'Zone Marketing: no longer a silo.',
      'Zone Sales silo removed.',
    ]) {
      expect(sentences).toContain(one);
    }
  });

  it('DIFF-4 M2 to M3 says who stands between the chief and the teams now, and what the leader’s team became', () => {
    const sentences = told('M2', 'M3');
    expect(sentences[0]).toBe(
      '2 teams moved, 10 elements added, 4 removed, 2 cards renamed, span of Chief marketing officer 2 to 1.',
    );
    for (const one of [
      'Marketing operations moved from Chief marketing officer to VP marketing.',
      'Director, marketing operations added under VP marketing, in Marketing operations.',
      'Marketing operations: has a budget, size 1.5 to 6 FTE, no longer informal.',
      'Outbound marketing automation is owned by Marketing automation administrator instead of Marketing technology specialist.',
      'Marketing operations serves Marketing with insight; before with reporting.',
    ]) {
      expect(sentences).toContain(one);
    }
  });

  it('DIFF-5 the way back swaps what was added and removed', () => {
    for (const [a, b] of [
      ['M3', 'M4'],
      ['B1', 'B2'],
      ['P2', 'H2'],
      ['D4', 'D5'],
      ['X1', 'X2'],
      ['T2', 'T8'],
      ['C1', 'C4'],
    ] as const) {
      const there = diffBoards(board(a), board(b)).changes;
      const back = diffBoards(board(b), board(a)).changes;
      const names = (changes: typeof there, type: string): string[] =>
        changes.flatMap((one) => (one.type === type && one.about === 'element' ? [one.name] : [])).sort();
      expect(names(there, 'added')).toEqual(names(back, 'removed'));
      expect(names(there, 'removed')).toEqual(names(back, 'added'));
      expect(names(there, 'moved')).toEqual(names(back, 'moved'));
    }
  });

  it('DIFF-6 a board and itself: nothing changed', () => {
    for (const id of ['M4', 'T2', 'G1', 'X3']) {
      expect(diffSentences(diffBoards(board(id), board(id)))).toEqual(['Nothing changed.']);
    }
    expect(diffHeadline(diffBoards(board('M3'), board('M3')))).toBe('Nothing changed.');
  });
});
