import { kindGlyph } from '../drawing/glyphs.ts';
import type { Mark } from '../drawing/mark.ts';
import { ellipsize, measureText } from '../drawing/measure-text.ts';
import { badges, LOCK_WIDTH } from '../drawing/parts/badges.ts';
import { type FactsRow, factsRow, factsWidth, shortNumber, showsFacts } from '../drawing/parts/facts-row.ts';
import { fitBox } from '../drawing/parts/fit-box.ts';
import { outlineMark, silhouette, stripFrame, tagMark, tagOf } from '../drawing/parts/frame.ts';
import { filled, ink, stroked, text, when } from '../drawing/parts/marks.ts';
import { NAME, nameBlock, nameLines, nameRoom } from '../drawing/parts/name-block.ts';
import { scopeMark } from '../drawing/parts/scope-mark.ts';
import { elementSentence, plain } from '../drawing/parts/sentence.ts';
import { cornerInset, roundRect, roundStrip } from '../drawing/parts/shapes.ts';
import { extraWords } from '../drawing/parts/words.ts';
import { choiceLabel } from './attributes.ts';
import type { DrawContext, ElementProps } from './define-kind.ts';
import { defineKind } from './define-kind.ts';

const SIZES = { defaultSize: { w: 196, h: 64 }, leastSize: { w: 144, h: 56 } } as const;

const STRIP = 48;
const NAME_X = 58;
const OUTLINE = 2.5;
/** Round ends stop growing here, so that a large centre still has corners to put teams in. */
const MOST_ROUND = 136;
const HEAD = 30;
/** A container widens for its name up to this width; a longer name ends in "…". */
const MOST_WIDE = 800;
const HEAD_SIZE = 14;
const radius = (w: number, h: number): number => Math.min(MOST_ROUND, w / 2, h / 2);
const outline = (w: number, h: number): string => roundRect(0, 0, w, h, radius(w, h));

const hub = (props: ElementProps): string => choiceLabel('hub', props.attributes['hub']);
const rowOf = (props: ElementProps): FactsRow => ({
  words: hub(props) === '' ? [] : [hub(props)],
  extras: extraWords(props),
});

/** Right end of a row of text whose nearest edge (above or below) is `away` units off. */
const rightAt = (w: number, h: number, away: number): number => w - cornerInset(radius(w, h), away) - 7;

/** What follows the name in a container's header, as pieces with their widths. */
function headFacts(props: ElementProps): readonly { readonly w: number; marks(x: number): readonly Mark[] }[] {
  const { scope, fte } = props.attributes;
  const tag = tagOf(props);
  const size = typeof fte === 'number' ? shortNumber(fte) : '';
  return [
    ...(tag === ''
      ? []
      : [
          {
            w: measureText(tag, 10, 600, 0.05) + 10,
            marks: (x: number) => [text(x, HEAD + 4, tag, { size: 10, weight: 600, tracking: 0.05 })],
          },
        ]),
    ...(scopeMark(scope, 0, 0).length === 0 ? [] : [{ w: 32, marks: (x: number) => scopeMark(scope, x, HEAD) }]),
    ...(size === ''
      ? []
      : [
          {
            w: measureText(size, 11, 600) + measureText(' FTE', 11, 400) + 2,
            marks: (x: number) => [
              text(x, HEAD + 4, size, { size: 11, weight: 600 }),
              text(x + measureText(`${size} `, 11, 600), HEAD + 4, 'FTE', { size: 11, weight: 400, color: 'ink-2' }),
            ],
          },
        ]),
  ];
}

const headRoom = (w: number, h: number): number => w - 2 * cornerInset(radius(w, h), HEAD - 8) - 20;
const headWidth = (props: ElementProps): number =>
  38 + measureText(props.name, HEAD_SIZE, 600) + headFacts(props).reduce((sum, fact) => sum + fact.w, 0);

/** Header of a centre that holds others: one row in the middle, 30 below the top. */
function containerHead(props: ElementProps, context: DrawContext): readonly Mark[] {
  const { w, h } = props;
  if (context.detail === 1) {
    const wide = Math.max(0, Math.min(measureText(props.name, HEAD_SIZE, 600), headRoom(w, h)));
    return [
      { type: 'rect', x: w / 2 - wide / 2, y: HEAD - 8, w: wide, h: 8, r: 2, fill: { color: 'ink', alpha: 0.32 } },
    ];
  }
  if (context.detail === 0) {
    // Names of centres stay when everything else has gone: as large as their place allows.
    const size = Math.min(72, (w * 0.8) / Math.max(measureText(props.name, 1, 600), 1), h * 0.4);
    return props.name === '' || size < 10
      ? []
      : [text(w / 2, Math.max(HEAD + 5, size * 1.3), props.name, { size, weight: 600, anchor: 'middle' })];
  }
  const all = context.detail === 3 ? [...headFacts(props)] : [];
  // Facts give way before the name does.
  const spare = headRoom(w, h) - 38 - measureText(props.name.trim(), HEAD_SIZE, 600);
  while (all.reduce((sum, fact) => sum + fact.w, 0) > spare && all.length > 0) all.pop();
  const rest = all.reduce((sum, fact) => sum + fact.w, 0);
  const size = context.detail === 3 ? HEAD_SIZE : 19;
  const name = ellipsize(props.name.trim(), headRoom(w, h) - rest - 38, size, 600);
  const nameWidth = measureText(name, size, 600);
  let x = w / 2 - (26 + nameWidth + (all.length > 0 ? 12 : 0) + rest) / 2;
  const marks: Mark[] = [
    ...kindGlyph('centre', x, HEAD - 9),
    text(x + 26, HEAD + size * 0.36, name, { size, weight: 600 }),
  ];
  x += 26 + nameWidth + 12;
  for (const fact of all) {
    marks.push(...fact.marks(x));
    x += fact.w;
  }
  return marks;
}

export const CENTRE = defineKind({
  id: 'centre',
  key: '4',
  label: 'Centre',
  plural: 'centres',
  term: 'Centre of excellence or shared-service centre: serves or enables others.',
  defaultName: 'New centre',
  ...SIZES,
  starter: true,
  attributes: ['fn', 'hub', 'scope', 'cap', 'fte', 'lead', 'budget', 'bu', 'region'],
  people: true,
  holds: true,
  aliases: ['center', 'coe', 'centre of excellence', 'center of excellence', 'shared services', 'hub', 'core'],
  containerInsets: { top: 56, side: 56, bottom: 40 },
  size(props, facts) {
    if (facts.container) {
      let w = Math.max(props.w, SIZES.leastSize.w);
      // As round as it can become: the header must still fit when what the centre holds makes it taller.
      while (headRoom(w, 2 * MOST_ROUND) < headWidth(props) && w < MOST_WIDE) w += 8;
      return { w, h: Math.max(props.h, SIZES.leastSize.h) };
    }
    const lock = props.locked ? LOCK_WIDTH : 0;
    const row = rowOf(props);
    return fitBox(props, SIZES, {
      w: Math.max(
        NAME_X + factsWidth(props, facts, row) + 24,
        NAME_X + nameRoom(props.name, props.w - NAME_X - 20 - lock) + 20 + lock,
      ),
      heightAt: (w) =>
        nameLines(props.name, w - NAME_X - 18 - lock) * NAME.lead +
        (showsFacts(props, facts, row, w - NAME_X - 24) ? 30 : 18),
    });
  },
  outline,
  draw(props, context) {
    const { w, h } = props;
    if (context.facts.container) {
      return [
        filled(outline(w, h), 'container'),
        outlineMark(props, outline(w, h), OUTLINE),
        ...containerHead(props, context),
        ...badges(props, context, { x: w / 2 - 6, y: 8 }),
      ];
    }
    if (context.detail === 0) return [silhouette(props, context, outline(w, h), OUTLINE)];
    const near = context.detail === 3;
    const spare = h - nameLines(props.name, w - NAME_X - 18) * NAME.lead - 29;
    const some = showsFacts(props, context.facts, rowOf(props), rightAt(w, h, 9) - NAME_X, spare);
    const room = some ? h - 30 : h - 16;
    const cy = some ? h / 2 - 9 : h / 2;
    const lock = props.locked && near ? LOCK_WIDTH : 0;
    const lines = Math.max(1, Math.min(5, Math.floor((room + 1) / NAME.lead), nameLines(props.name, w - NAME_X - 18)));
    const right = rightAt(w, h, Math.max(2, cy - (lines * NAME.lead) / 2)) - lock;
    return [
      ...stripFrame(props, context, {
        outline: outline(w, h),
        strip: roundStrip(STRIP, h, radius(w, h)),
        ruleX: STRIP,
        width: OUTLINE,
      }),
      ...when(context.detail > 1, () =>
        kindGlyph('centre', STRIP / 2 - 6, near && tagOf(props) !== '' ? h / 2 - 18 : h / 2 - 9),
      ),
      ...tagMark(props, context, STRIP / 2 + 3, h / 2 + 15),
      ...nameBlock(props.name, context.detail, {
        x: NAME_X,
        cy,
        width: right - NAME_X,
        height: room,
        far: { cy: h / 2, height: h - 12 },
      }),
      ...when(near && some, () =>
        factsRow(props, context, rowOf(props), { x: NAME_X, right: rightAt(w, h, 9), y: h - 11 }),
      ),
      ...badges(props, context, { x: w - h * 0.2 - 14, y: h / 2 - 6 }),
    ];
  },
  abroad: { mermaid: ['([', '])'], drawio: 'rounded=1;arcSize=50;strokeWidth=2.5' },
  icon: [stroked(roundRect(1.2, 3, 33.6, 18, 9), ink(2.3), { color: 'surface' })],
  sentence: (props) => elementSentence('Centre', props, [hub(props) === '' ? '' : plain(hub(props))]),
});
