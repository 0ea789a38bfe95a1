import { kindGlyph } from '../drawing/glyphs.ts';
import { badges, LOCK_WIDTH } from '../drawing/parts/badges.ts';
import { type FactsRow, factsRow, factsWidth, showsFacts } from '../drawing/parts/facts-row.ts';
import { fitBox } from '../drawing/parts/fit-box.ts';
import { NAME_X, STRIP, silhouette, stripFrame, tagMark, tagOf } from '../drawing/parts/frame.ts';
import { ink, stroked, when } from '../drawing/parts/marks.ts';
import { NAME, nameBlock, nameLines, nameRoom } from '../drawing/parts/name-block.ts';
import { elementSentence } from '../drawing/parts/sentence.ts';
import { n, rightTag } from '../drawing/parts/shapes.ts';
import { extraWords } from '../drawing/parts/words.ts';
import type { ElementProps } from './define-kind.ts';
import { defineKind } from './define-kind.ts';

const SIZES = { defaultSize: { w: 176, h: 52 }, leastSize: { w: 120, h: 44 } } as const;

const RIGHT = 20;

const rowOf = (props: ElementProps): FactsRow => ({ words: [], extras: extraWords(props) });

export const FUNCTION = defineKind({
  id: 'function',
  key: '6',
  label: 'Function',
  plural: 'functions',
  term: 'Capability: a kind of work, not the people who do it.',
  defaultName: 'New function',
  ...SIZES,
  starter: false,
  attributes: ['fn', 'cap', 'scope', 'bu', 'region'],
  people: false,
  holds: false,
  aliases: ['capability', 'process', 'business function'],
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
        (showsFacts(props, facts, row, w - NAME_X - RIGHT) ? 27 : 10),
    });
  },
  outline: rightTag,
  draw(props, context) {
    const { w, h } = props;
    if (context.detail === 0) return [silhouette(props, context, rightTag(w, h))];
    const near = context.detail === 3;
    const lock = props.locked && near ? LOCK_WIDTH : 0;
    const spare = h - nameLines(props.name, w - NAME_X - RIGHT - lock) * NAME.lead - 26;
    const some = showsFacts(props, context.facts, rowOf(props), w - NAME_X - RIGHT, spare);
    return [
      ...stripFrame(props, context, {
        outline: rightTag(w, h),
        strip: `M0 0H${n(STRIP)}V${n(h)}H0Z`,
        ruleX: STRIP,
      }),
      ...when(context.detail > 1, () =>
        kindGlyph('function', STRIP / 2 - 9, near && tagOf(props) !== '' ? h / 2 - 18 : h / 2 - 9),
      ),
      ...tagMark(props, context, STRIP / 2, h / 2 + 16),
      ...nameBlock(props.name, context.detail, {
        x: NAME_X,
        cy: some ? h / 2 - 9 : h / 2,
        width: w - NAME_X - RIGHT - lock,
        height: some ? h - 26 : h - 10,
        far: { cy: h / 2, height: h - 4 },
      }),
      ...when(near && some, () => factsRow(props, context, rowOf(props), { x: NAME_X, right: w - RIGHT, y: h - 10 })),
      ...badges(props, context, { x: w - 34, y: h / 2 - 6 }),
    ];
  },
  abroad: { mermaid: ['>', ']'], drawio: 'shape=step;perimeter=stepPerimeter;size=0.1' },
  icon: [stroked('M1.5 3H27L34.5 12L27 21H1.5Z', ink(1.4, { join: 'round' }), { color: 'surface' })],
  sentence: (props) => elementSentence('Function', props, []),
});
