import { describe, expect, it } from 'vitest';
import { JUDGING_HINT, judgingWords } from '#shared/critique/judging.ts';
import { COMMENT_KIND_IDS } from '#shared/critique/kinds.ts';
import { type PinLook, pinMarks, pinWords } from '#shared/critique/pin-marks.ts';
import { marksToSvg } from '#shared/formats/svg.ts';

const LOOKS: readonly PinLook[] = ['unread', 'read', 'open', 'answered', 'held'];
const plain = { count: 0, gone: false } as const;
const svg = (...args: Parameters<typeof pinMarks>): string => marksToSvg([...pinMarks(...args)], 'tokens');

describe('pins as marks', () => {
  it('PIN-1 tells every kind and every look apart by its drawing', () => {
    const drawn = COMMENT_KIND_IDS.flatMap((kind) => LOOKS.map((look) => svg({ kind, look, ...plain })));
    expect(new Set(drawn).size).toBe(COMMENT_KIND_IDS.length * LOOKS.length);
  });

  it('PIN-2 tells kinds apart without any colour', () => {
    const shape = (text: string): string => text.replaceAll(/(fill|stroke)="[^"]*"/g, '');
    const kinds = COMMENT_KIND_IDS.map((kind) => shape(svg({ kind, look: 'read', ...plain })));
    expect(new Set(kinds).size).toBe(COMMENT_KIND_IDS.length);
    expect(shape(svg({ kind: 'works', look: 'held', ...plain }))).not.toBe(
      shape(svg({ kind: 'works', look: 'read', ...plain })),
    );
  });

  it('PIN-3 draws what was answered half as strong', () => {
    expect(pinMarks({ kind: 'question', look: 'answered', ...plain })).toMatchObject([{ type: 'group', opacity: 0.5 }]);
  });

  it('PIN-4 shows how many say the same in a bubble that never grows beyond two digits', () => {
    expect(svg({ kind: 'question', look: 'read', count: 4, gone: false })).toContain('>4<');
    expect(svg({ kind: 'question', look: 'read', count: 140, gone: false })).toContain('>99+<');
    expect(svg({ kind: 'question', look: 'read', ...plain })).not.toContain('>0<');
  });

  it('PIN-5 strikes a pin through whose thing was removed', () => {
    expect(svg({ kind: 'works', look: 'read', count: 0, gone: true })).not.toBe(
      svg({ kind: 'works', look: 'read', ...plain }),
    );
  });

  it('PIN-6 says in words what the drawing shows', () => {
    const says = (...more: Partial<Parameters<typeof pinWords>[0]>[]): string =>
      pinWords(Object.assign({ kind: 'question', look: 'read', ...plain }, ...more), 'Marketing operations');
    expect(says({ look: 'unread', count: 4 })).toBe('Question on Marketing operations: 4 say the same, unread');
    expect(says({ count: 1 })).toBe('Question on Marketing operations: 1 says the same');
    expect(says()).toBe('Question on Marketing operations');
    expect(says({ look: 'held' })).toBe('Question on Marketing operations: only you see it');
    expect(says({ gone: true })).toBe('Question on Marketing operations: what it stood on was removed');
  });
});

describe('the hint for neutral questions', () => {
  it('COMMENT-1 finds the words that judge, in their order and once for each place', () => {
    expect(judgingWords('Why don’t you just merge them? That is obviously better.')).toEqual([
      'Why don’t',
      'obviously',
      'better',
    ]);
    expect(judgingWords('Shouldn’t the team move?')).toEqual(['Shouldn’t']);
    expect(judgingWords('This is WRONG')).toEqual(['WRONG']);
  });

  it.each([
    'What decides the order when both need the team?',
    'How long from request to live?',
    'Who runs it day to day?',
    'Which badge shows the justification?',
  ])('COMMENT-2 lets a neutral question be: %s', (question) => {
    expect(judgingWords(question)).toEqual([]);
  });

  it('COMMENT-3 says what to do instead', () => {
    expect(JUDGING_HINT).toMatch(/^This judges\. Ask what, how, who, when\.$/);
  });
});
