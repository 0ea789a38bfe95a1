import type { Board } from '#shared/board/model.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { defineTemplate } from '#shared/templates/define-template.ts';
import { line } from '#shared/templates/line.ts';
import { SAMPLE } from './sample-ids.ts';

export const LESSON_TITLE = 'The symbols in five minutes';

const CONTENT = defineTemplate({
  id: 'lesson',
  name: LESSON_TITLE,
  group: 'reference',
  when: 'Somebody sees these symbols for the first time.',
  elements: [
    { id: SAMPLE.chief, kind: 'role', name: 'Chief marketing officer', attributes: { fn: 'MKT', lvl: 1 } },
    { id: SAMPLE.operations, kind: 'unit', name: 'Marketing operations', attributes: { fn: 'MOP', fte: 6 } },
    { id: SAMPLE.centre, kind: 'centre', name: 'Analytics centre', attributes: { fn: 'DAT' } },
    { id: SAMPLE.sales, kind: 'unit', name: 'Sales', attributes: { fn: 'SAL', fte: 12 } },
    { id: SAMPLE.platform, kind: 'platform', name: 'Customer data platform', attributes: { layer: 1 } },
    { id: SAMPLE.committee, kind: 'committee', name: 'Martech committee', attributes: { seats: ['MKT', 'SAL'] } },
  ],
  relations: [
    line(SAMPLE.operations, 'reports', SAMPLE.chief),
    line(SAMPLE.centre, 'reports', SAMPLE.chief),
    line(SAMPLE.operations, 'owns', SAMPLE.platform),
    line(SAMPLE.operations, 'serves', SAMPLE.sales),
    line(SAMPLE.chief, 'member', SAMPLE.committee),
  ],
  zones: [],
  tigers: [
    {
      id: SAMPLE.tiger,
      name: 'New channel',
      members: { [SAMPLE.operations]: 25, [SAMPLE.sales]: 10 },
      sponsor: SAMPLE.chief,
      start: 0,
      end: 12,
    },
  ],
  frictions: [{ id: SAMPLE.friction, friction: 'data-access', on: [SAMPLE.platform], status: 'open' }],
  prompts: [],
  source: 'the lesson of the vocabulary',
  rebuiltFromText: false,
  pairs: [],
});

/** The board the lesson begins with: one small drawing that has every mark it speaks of, laid out. */
export function lessonBoard(): Board {
  const board = boardFromTemplate(CONTENT);
  return {
    ...board,
    meta: { ...board.meta, template: '', subtitle: 'A sample to look at. Draw yours below it.' },
  };
}
