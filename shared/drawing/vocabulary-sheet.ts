import type { Drawing } from './draw-board.ts';
import type { Mark } from './mark.ts';
import { text } from './parts/marks.ts';
import { attributesSection, detailSection, statesSection } from './sheet/attributes.ts';
import { kindsSection } from './sheet/kinds.ts';
import { linesSection } from './sheet/lines.ts';
import { overlaysSection } from './sheet/overlays.ts';
import { PAGE, type Section, words } from './sheet/page.ts';

const GAP = 24;

const masthead: readonly Mark[] = [
  text(PAGE.margin, 92, 'Visual vocabulary', { size: 34, weight: 600, tracking: -0.02 }),
  words(
    PAGE.margin,
    122,
    '8 kinds, 8 lines, 3 overlays. Shape, stroke and end mark carry the meaning; colour only tints; every mark also has a word.',
    15,
    400,
    'ink-2',
  ),
  words(PAGE.w - PAGE.margin, 92, 'Orgora', 18, 600, 'ink', 'end'),
  words(PAGE.w - PAGE.margin, 122, 'Drawn at 100 %: 1 unit = 1 px', 13, 400, 'ink-3', 'end'),
];

/** The whole vocabulary on one sheet: every kind, line, overlay, attribute, state and level of detail, drawn as on a board. */
export function vocabularySheet(): Drawing {
  const sections: Section[] = [];
  let top = 160;
  for (const make of [kindsSection, linesSection, overlaysSection, attributesSection, statesSection, detailSection]) {
    const section = make(top);
    sections.push(section);
    top = section.bottom + GAP;
  }
  const at = { x: 0, y: 0 };
  return {
    box: { x: 0, y: 0, w: PAGE.w, h: top },
    items: [
      { id: 'masthead', layer: 'title', at, marks: masthead, sentence: 'Visual vocabulary' },
      ...sections.map((section) => ({
        id: section.label,
        layer: 'element' as const,
        at,
        marks: section.marks,
        sentence: section.label,
      })),
    ],
  };
}
