import { expect, it } from 'vitest';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { template } from '#shared/templates/index.ts';
import {
  choicesFor,
  DEFAULTS,
  type ExportChoices,
  rememberChoices,
  rememberedChoices,
} from '../../../client/export/choices.ts';
import { commentNotes } from '../../../client/export/comment-notes.ts';
import { contentFor } from '../../../client/export/content.ts';
import { BOARD, slidesFor } from '../../../client/export/pages.ts';
import { sampleComment } from '../../support/fake-critique.ts';

const said = [
  sampleComment({ id: 'q', kind: 'question', text: 'Who decides?', same: 2 }),
  sampleComment({ id: 'w', kind: 'wish', text: '', heard: false }),
];

function notesOf(more: Partial<ExportChoices>): string {
  const found = template('M2');
  if (found === undefined) throw new RangeError('There is no template M2.');
  const board = boardFromTemplate(found);
  const choices = { ...DEFAULTS, prompts: false, ...more };
  const content = contentFor({ board, now: board, states: [], critique: commentNotes(said) }, choices);
  const slides = slidesFor(content, {
    choices,
    texts: { mark: '', source: null },
    what: BOARD,
    selection: [],
    off: [],
  });
  return slides.map(({ notes }) => notes ?? '').join('\n');
}

it('RECAPUI-9 takes comments into the notes of a deck only when it is chosen, and never for outside', () => {
  expect(notesOf({})).not.toContain('Who decides?');
  expect(notesOf({ comments: true })).toContain('Question: Who decides? (same here: 2)');
  expect(notesOf({ comments: true, level: 'public' })).not.toContain('Who decides?');
  expect(notesOf({ comments: true, pattern: true })).not.toContain('Who decides?');
});

it('RECAPUI-10 tells nothing of an opinion that was not heard, and asks for comments anew each time', () => {
  expect(commentNotes(said).split('\n')).toHaveLength(1);
  expect(choicesFor({ alone: true, privateParts: false }, {}).comments).toBe(false);
  rememberChoices({ ...DEFAULTS, comments: true }, window.localStorage);
  expect(rememberedChoices(window.localStorage)).not.toHaveProperty('comments');
});
