import { kindGlyph } from '../drawing/glyphs.ts';
import type { Mark } from '../drawing/mark.ts';
import { ellipsize, measureText } from '../drawing/measure-text.ts';
import { badges, LOCK_WIDTH } from '../drawing/parts/badges.ts';
import { type FactsRow, factsRow, factsWidth, shortNumber } from '../drawing/parts/facts-row.ts';
import { fitBox } from '../drawing/parts/fit-box.ts';
import { NAME_X, outlineMark, STRIP, silhouette, tagMark, tagOf } from '../drawing/parts/frame.ts';
import { filled, ink, stroked, text, when } from '../drawing/parts/marks.ts';
import { NAME, nameBlock, nameLines, nameRoom } from '../drawing/parts/name-block.ts';
import { SCOPE_WIDTH, scopeMark } from '../drawing/parts/scope-mark.ts';
import { elementSentence } from '../drawing/parts/sentence.ts';
import { n, roundFoot, roundHead, roundRect } from '../drawing/parts/shapes.ts';
import { extraWords } from '../drawing/parts/words.ts';
import { tintOf } from '../drawing/theme.ts';
import type { DrawContext, ElementProps } from './define-kind.ts';
import { defineKind } from './define-kind.ts';

const SIZES = { defaultSize: { w: 168, h: 72 }, leastSize: { w: 120, h: 58 } } as const;

const RADIUS = 8;
const FACTS = 28;
const CONTAINER_HEAD = 36;
/** A container widens for its name up to this much; a longer name ends in "…". */
const MOST_HEAD = 400;
const outline = (w: number, h: number): string => roundRect(0, 0, w, h, RADIUS);
const headOf = (h: number): number => Math.max(Math.min(34, h - 20), h - FACTS);

const rowOf = (props: ElementProps): FactsRow => ({
  words: props.attributes['informal'] === true ? ['Informal'] : [],
  extras: extraWords(props),
});

const headRule = (props: ElementProps, head: number): Mark =>
  stroked(`M0 ${n(head)}H${n(props.w)}`, ink(1.2, props.attributes['informal'] === true ? { dash: [3, 3] } : {}));

const fteWidth = (props: ElementProps): number =>
  typeof props.attributes['fte'] === 'number'
    ? measureText(`${shortNumber(props.attributes['fte'])} FTE`, 11, 600) + 12
    : 0;
const tagWidth = (props: ElementProps): number =>
  tagOf(props) === '' ? 0 : measureText(tagOf(props), 10, 600, 0.05) + 10;
const scopeWidth = (props: ElementProps): number =>
  scopeMark(props.attributes['scope'], 0, 0).length > 0 ? SCOPE_WIDTH + 2 : 0;

/** Header of a team that holds others: glyph, name, tag, scope and FTE in one row. */
function containerHead(props: ElementProps, context: DrawContext): readonly Mark[] {
  const middle = CONTAINER_HEAD / 2;
  const lock = props.locked ? LOCK_WIDTH : 0;
  const fte = props.attributes['fte'];
  const facts = context.detail === 3 ? tagWidth(props) + scopeWidth(props) + fteWidth(props) + lock : 0;
  const room = props.w - NAME_X - 12 - facts;
  if (context.detail < 3)
    return nameBlock(props.name, context.detail, { x: NAME_X, cy: middle, width: room, height: 26 });
  const name = ellipsize(props.name.trim(), room, NAME.size, NAME.weight);
  const x = NAME_X + measureText(name, NAME.size, NAME.weight) + 10;
  const right = props.w - 12 - lock;
  return [
    text(NAME_X, middle + NAME.size * 0.36, name, { size: NAME.size, weight: NAME.weight, tracking: NAME.tracking }),
    ...when(tagOf(props) !== '', () => [text(x, middle + 4, tagOf(props), { size: 10, weight: 600, tracking: 0.05 })]),
    ...scopeMark(props.attributes['scope'], x + tagWidth(props), middle),
    ...when(typeof fte === 'number', () => [
      text(right, middle + 4.4, 'FTE', { size: 11, weight: 400, color: 'ink-2', anchor: 'end' }),
      text(right - measureText(' FTE', 11, 400), middle + 4.4, shortNumber(Number(fte)), {
        size: 11,
        weight: 600,
        anchor: 'end',
      }),
    ]),
  ];
}

function drawContainer(props: ElementProps, context: DrawContext): readonly Mark[] {
  const { w, h } = props;
  return [
    filled(outline(w, h), 'container'),
    filled(roundHead(w, CONTAINER_HEAD, RADIUS), tintOf(props.attributes['fn'], context.finish)),
    headRule(props, CONTAINER_HEAD),
    outlineMark(props, outline(w, h)),
    ...when(context.detail > 1, () => kindGlyph('unit', STRIP / 2 - 9, CONTAINER_HEAD / 2 - 9)),
    ...containerHead(props, context),
    ...badges(props, context, { x: w - 20, y: CONTAINER_HEAD / 2 - 6 }),
  ];
}

export const UNIT = defineKind({
  id: 'unit',
  key: '1',
  label: 'Team',
  plural: 'teams',
  term: 'Team or organisational unit: people who work for one manager.',
  defaultName: 'New team',
  ...SIZES,
  starter: true,
  attributes: ['fn', 'scope', 'cap', 'fte', 'informal', 'budget', 'lead', 'bu', 'region'],
  people: true,
  holds: true,
  aliases: ['team', 'org', 'orgunit', 'department', 'group', 'organisational unit'],
  containerInsets: { top: 56, side: 16, bottom: 16 },
  size(props, facts) {
    if (facts.container) {
      const head = NAME_X + Math.min(MOST_HEAD, measureText(props.name, NAME.size, NAME.weight)) + 24;
      const least = head + tagWidth(props) + scopeWidth(props) + fteWidth(props) + (props.locked ? LOCK_WIDTH : 0);
      return { w: fitBox(props, SIZES, { w: least, heightAt: () => 0 }).w, h: Math.max(props.h, SIZES.leastSize.h) };
    }
    const lock = props.locked ? LOCK_WIDTH : 0;
    return fitBox(props, SIZES, {
      w: Math.max(
        NAME_X + factsWidth(props, facts, rowOf(props)) + 10,
        NAME_X + nameRoom(props.name, props.w - NAME_X - 10 - lock) + 10 + lock,
      ),
      heightAt: (w) => {
        const lines = nameLines(props.name, w - NAME_X - 10 - lock);
        return lines === 1 ? SIZES.leastSize.h : lines * NAME.lead + 10 + FACTS;
      },
    });
  },
  outline,
  draw(props, context) {
    const { w, h } = props;
    if (context.facts.container) return drawContainer(props, context);
    if (context.detail === 0) return [silhouette(props, context, outline(w, h))];
    const head = headOf(h);
    const tint = tintOf(props.attributes['fn'], context.finish);
    const lock = props.locked && context.detail === 3 ? LOCK_WIDTH : 0;
    return [
      filled(outline(w, h), 'surface'),
      filled(roundHead(w, head, RADIUS), tint),
      filled(roundFoot(STRIP, head, h, RADIUS), tint),
      headRule(props, head),
      outlineMark(props, outline(w, h)),
      ...when(context.detail > 1, () => kindGlyph('unit', STRIP / 2 - 9, head / 2 - 9)),
      ...nameBlock(props.name, context.detail, {
        x: NAME_X,
        cy: head / 2,
        width: w - NAME_X - 10 - lock,
        height: head - 8,
        far: { cy: head / 2, height: head - 4 },
      }),
      ...tagMark(props, context, STRIP / 2, head + (h - head) / 2 + 3.6),
      ...when(context.detail === 3, () =>
        factsRow(props, context, rowOf(props), { x: NAME_X, right: w - 10, y: head + (h - head) / 2 + 4 }),
      ),
      ...badges(props, context),
    ];
  },
  abroad: { mermaid: ['[', ']'], drawio: 'rounded=1;arcSize=12' },
  icon: [
    filled(roundRect(1, 1, 34, 22, 4), 'surface'),
    { type: 'path', d: roundHead(34, 8.5, 4), at: { x: 1, y: 1 }, fill: { color: 'tint-green' }, stroke: ink(1.4) },
    stroked(roundRect(1, 1, 34, 22, 4), ink(1.4)),
  ],
  sentence: (props) => elementSentence('Team', props, [props.attributes['informal'] === true ? 'informal' : '']),
});
