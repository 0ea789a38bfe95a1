import { kindGlyph } from '../drawing/glyphs.ts';
import { badges, LOCK_WIDTH } from '../drawing/parts/badges.ts';
import { type FactsRow, factsRow, factsWidth, showsFacts } from '../drawing/parts/facts-row.ts';
import { fitBox } from '../drawing/parts/fit-box.ts';
import { STRIP, silhouette, stripFrame, tagMark, tagOf } from '../drawing/parts/frame.ts';
import { ink, stroked, when } from '../drawing/parts/marks.ts';
import { NAME, nameBlock, nameLines, nameRoom } from '../drawing/parts/name-block.ts';
import { elementSentence, plain } from '../drawing/parts/sentence.ts';
import { cutCorners, cutStrip } from '../drawing/parts/shapes.ts';
import { extraWords } from '../drawing/parts/words.ts';
import { choiceLabel } from './attributes.ts';
import type { ElementProps } from './define-kind.ts';
import { defineKind } from './define-kind.ts';

const SIZES = { defaultSize: { w: 168, h: 60 }, leastSize: { w: 128, h: 52 } } as const;

const NAME_X = STRIP + 11;
const RIGHT = 13;
/** The second line of the border runs this far inside the first. */
const SECOND = 3.5;

const kindOf = (props: ElementProps): string => choiceLabel('partner', props.attributes['partner']);

/** The kind of partner, unless the name says it already. */
const rowOf = (props: ElementProps): FactsRow => ({
  words: kindOf(props) === '' || props.name.toLowerCase().includes(kindOf(props).toLowerCase()) ? [] : [kindOf(props)],
  extras: extraWords(props),
});

export const PARTNER = defineKind({
  id: 'partner',
  key: '7',
  label: 'Partner',
  plural: 'partners',
  term: 'External partner: agency, integrator or vendor outside the company.',
  defaultName: 'Agency',
  ...SIZES,
  starter: false,
  attributes: ['fn', 'partner', 'scope', 'fte', 'cap', 'bu', 'region'],
  people: true,
  holds: false,
  aliases: ['agency', 'vendor', 'integrator', 'supplier', 'external partner'],
  containerInsets: { top: 0, side: 0, bottom: 0 },
  size(props, facts) {
    const lock = props.locked ? LOCK_WIDTH : 0;
    const row = rowOf(props);
    return fitBox(props, SIZES, {
      w: Math.max(
        NAME_X + factsWidth(props, facts, row) + RIGHT,
        NAME_X + nameRoom(props.name, props.w - NAME_X - RIGHT - lock) + RIGHT + lock,
      ),
      heightAt: (w) =>
        nameLines(props.name, w - NAME_X - RIGHT - lock) * NAME.lead +
        (showsFacts(props, facts, row, w - NAME_X - RIGHT) ? 33 : 16),
    });
  },
  outline: (w, h) => cutCorners(w, h),
  draw(props, context) {
    const { w, h } = props;
    if (context.detail === 0) return [silhouette(props, context, cutCorners(w, h))];
    const near = context.detail === 3;
    const lock = props.locked && near ? LOCK_WIDTH : 0;
    const spare = h - nameLines(props.name, w - NAME_X - RIGHT - lock) * NAME.lead - 32;
    const some = showsFacts(props, context.facts, rowOf(props), w - NAME_X - RIGHT, spare);
    return [
      ...stripFrame(props, context, {
        outline: cutCorners(w, h),
        strip: cutStrip(STRIP + 2, h),
        ruleX: STRIP + 2,
        rule: [SECOND, h - SECOND],
      }),
      stroked(cutCorners(w, h, SECOND), ink(1)),
      ...when(context.detail > 1, () =>
        kindGlyph('partner', STRIP / 2 - 6.5, near && tagOf(props) !== '' ? h / 2 - 19 : h / 2 - 9, 17),
      ),
      ...tagMark(props, context, STRIP / 2 + 2, h / 2 + 17),
      ...nameBlock(props.name, context.detail, {
        x: NAME_X,
        cy: some ? (h - 24) / 2 + 2 : h / 2,
        width: w - NAME_X - RIGHT - lock,
        height: some ? h - 31 : h - 14,
        far: { cy: h / 2, height: h - 10 },
      }),
      ...when(near && some, () => factsRow(props, context, rowOf(props), { x: NAME_X, right: w - RIGHT, y: h - 12 })),
      ...badges(props, context, { x: w - 24, y: 9 }),
    ];
  },
  abroad: { mermaid: ['[/', '/]'], drawio: 'shape=parallelogram;perimeter=parallelogramPerimeter;size=0.06' },
  icon: [
    stroked('M6 2H30L35 7V17L30 22H6L1 17V7Z', ink(1.4), { color: 'surface' }),
    stroked('M7.4 5H28.6L32 8.4V15.6L28.6 19H7.4L4 15.6V8.4Z', ink(1)),
  ],
  sentence: (props) => elementSentence('Partner', props, [kindOf(props) === '' ? '' : plain(kindOf(props))]),
});
