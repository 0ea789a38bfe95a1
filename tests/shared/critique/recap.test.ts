import { describe, expect, it } from 'vitest';
import { writeFile } from '../../../shared/board/file.ts';
import type { Board } from '../../../shared/board/model.ts';
import { PHASE_WORDS } from '../../../shared/critique/agenda.ts';
import { insideFiles, outside } from '../../../shared/critique/recap/outside.ts';
import { patternsOf, splitsOf } from '../../../shared/critique/recap/patterns.ts';
import { NOT_DRAWN, readCard } from '../../../shared/critique/recap/read-card.ts';
import { type RecapDrawing, recapOf } from '../../../shared/critique/recap/recap-of.ts';
import type { Consent } from '../../../shared/critique/recap-notes.ts';
import { pptxOf } from '../../../shared/formats/pptx/pptx.ts';
import { recapSlides } from '../../../shared/formats/pptx/recap-deck.ts';
import { recapMarkdown } from '../../../shared/formats/recap-markdown.ts';
import { boardFromTemplate } from '../../../shared/templates/board-from-template.ts';
import { template } from '../../../shared/templates/index.ts';
import { comment, PEOPLE, type Play, SEATS, started } from './support.ts';

const { convenor, orgB, orgC, scribe, guest2, guest3, guest4 } = PEOPLE;

function board(id: string): Board {
  const found = template(id);
  if (found === undefined) throw new Error(`There is no template ${id}.`);
  return boardFromTemplate(found);
}

const drawing = (id: string, title: string, cites: readonly string[] = []): RecapDrawing => ({
  title,
  board: board(id),
  file: writeFile(board(id)),
  version: 7,
  changed: ['One role moved.'],
  cites: new Set(cites),
});

/** A session up to its recap, in which everything was said once. */
function told(consent: Consent = 'redacted'): Play {
  const session = started();
  session.goTo('read', 'slot-b');
  session.do(guest2, comment('q1', { kind: 'question', text: 'Who decides the order?' }));
  session.do(guest3, comment('q2', { kind: 'question', text: 'Who sets the order?' }));
  session.do(guest3, comment('w1', { kind: 'works', text: 'One head for both' }));
  session.do(guest4, comment('i1', { kind: 'wish', text: 'Never opened' }));
  session.do(
    guest4,
    comment('f1', { kind: 'friction', text: 'Budget ends', friction: { kind: 'data-access', level: 2 } }),
  );
  session.goTo('questions', 'slot-b');
  session.do(guest4, { type: 'comment.same', id: 'q1', on: true });
  session.do(orgB, { type: 'comment.reply', on: 'q1', id: 'r1', text: 'The committee does.' });
  session.goTo('works', 'slot-c');
  session.do(scribe, { type: 'comment.group', ids: ['q1', 'q2'] });
  session.goTo('failure');
  session.goTo('recap');
  session.do(orgB, {
    type: 'recap.own',
    board: 'board-b',
    notes: { takeaways: ['Say who decides'], actions: ['Give it a seat'], consent },
  });
  session.do(orgC, { type: 'recap.own', board: 'board-c', notes: { consent: 'none' } });
  session.do(convenor, {
    type: 'recap.words',
    words: [{ id: 'd1', term: 'Hub', symbol: 'Centre', meaning: 'A team that serves others' }],
  });
  return session;
}

const recap = (session: Play) =>
  recapOf(
    session.critique,
    { title: 'Spring council', deleteAt: null },
    new Map([
      ['board-b', drawing('M3', 'Hub and spokes')],
      ['board-c', drawing('G1', 'Under the CIO')],
    ]),
  );

describe('the recap', () => {
  it('RECAP-1 holds date, rule, aliases, version of the symbols, and each board in running order', () => {
    const made = recap(told());
    expect(made).toMatchObject({ council: 'Spring council', aliases: ['Org B', 'Org C'], vocabulary: '1' });
    expect(made.rule).toMatch(/^Use what you hear/);
    expect(made.boards.map(({ title }) => title)).toEqual(['Hub and spokes', 'Under the CIO']);
    expect(made.boards[0]).toMatchObject({ takeaways: ['Say who decides'], actions: ['Give it a seat'], version: 7 });
  });

  it('RECAP-2 tells comments put together as one, with everybody who does the same', () => {
    const [first] = recap(told()).boards;
    const questions = first?.comments.filter(({ kind }) => kind === 'question') ?? [];
    expect(questions).toHaveLength(1);
    // One said so, and the second comment is one more.
    expect(questions[0]).toMatchObject({ same: 2, replies: [{ alias: 'Org B', text: 'The committee does.' }] });
  });

  it('RECAP-3 holds nothing that was never heard, and nobody’s seat', () => {
    const made = recap(told());
    const text =
      JSON.stringify(made) + recapMarkdown(made) + JSON.stringify(recapSlides(made).map(({ notes }) => notes));
    expect(text).not.toContain('Never opened');
    for (const { id } of SEATS) expect(text).not.toContain(id);
    expect(text).not.toContain('Guest');
    expect(made.failures.map(({ text: why }) => why)).toEqual(['Budget ends']);
  });

  it('RECAP-4 leaves a board out of what is taken along when its presenter gives nothing away', () => {
    const made = insideFiles(recap(told()));
    expect(made.boards.map(({ board: id }) => id)).toEqual(['board-b']);
  });

  it.each([
    ['none', null],
    ['council', null],
    ['figures', 'without'],
    ['redacted', 'with'],
  ] as const)('RECAP-5 what may be shown outside follows the presenter: %s', (consent, drawn) => {
    const made = outside(recap(told(consent)));
    expect(made.boards.map(({ file }) => (file === null ? 'without' : 'with'))).toEqual(drawn === null ? [] : [drawn]);
    const text = JSON.stringify(made);
    for (const word of ['Who decides', 'Say who', 'Org B', 'Hub and spokes', 'Spring council', 'Budget ends'])
      expect(text).not.toContain(word);
    for (const own of ['Revenue contribution', 'Campaign process', 'board-b']) expect(text).not.toContain(own);
  });

  it('RECAP-6 counts patterns over three boards and more only, of those that say something about it', () => {
    const two = new Map([['a', board('M3')] as const, ['b', board('G1')] as const]);
    expect(patternsOf(two)).toEqual([]);
    const three = new Map([...two, ['c', board('T1')] as const]);
    const patterns = patternsOf(three);
    expect(patterns.length).toBeGreaterThan(2);
    for (const { n, of, boards } of patterns) {
      expect(n).toBe(boards.length);
      expect(n).toBeLessThanOrEqual(of);
      expect(of).toBeLessThanOrEqual(3);
    }
    for (const { n, of } of splitsOf(patterns)) expect(n / of).toBeCloseTo(0.5, 0);
  });

  it('RECAP-7 says “Not drawn” where a board says nothing, never none', () => {
    const card = readCard(board('M3'));
    const values = new Map(card.map(({ label, value }) => [label, value]));
    expect(values.get('Tiger teams')).toBe(NOT_DRAWN);
    expect(values.get('Platforms with an owner')).toBe('3 of 3');
    expect(card.map(({ value }) => value)).not.toContain('0');
  });

  it('RECAP-8 is told in Markdown, with what was said and what was decided', () => {
    const text = recapMarkdown(recap(told()));
    for (const line of [
      '# Recap: Spring council',
      '## Hub and spokes, Org B',
      '- **Question**. Who decides the order? (same here: 2)',
      '  - Org B: The committee does.',
      '- **Hub** → Centre → A team that serves others',
      '- **Friction** (Data access, level 2). Budget ends',
    ])
      expect(text.split('\n')).toContain(line);
  });

  it('RECAP-9 becomes slides: each board drawn, what was said in its notes and in a table', () => {
    const slides = recapSlides(recap(told()));
    const titles = slides.map(({ title }) => title);
    expect(titles.slice(0, 3)).toEqual(['Spring council', 'Hub and spokes', 'Hub and spokes: what was said']);
    expect(slides[1]?.notes).toContain('Who decides the order?');
    expect(titles).toContain('Words');
    const long = recap(told());
    const [first] = long.boards;
    if (first === undefined) throw new Error('no board');
    const many = Array.from({ length: 40 }, (_, i) => ({
      ...first.comments[0],
      id: `c${i}`,
      text: 'word '.repeat(60),
    }));
    const pages = recapSlides({ ...long, boards: [{ ...first, comments: many as unknown as typeof first.comments }] });
    // No table is longer than its slide.
    expect(pages.filter(({ title }) => title.includes('what was said')).length).toBeGreaterThan(5);
    const { bytes } = pptxOf(slides);
    expect(bytes.length).toBeGreaterThan(10_000);
    expect(PHASE_WORDS.recap.label).toBe('Recap');
  });
});
