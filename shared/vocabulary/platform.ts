import { kindGlyph } from '../drawing/glyphs.ts';
import { badges, LOCK_WIDTH } from '../drawing/parts/badges.ts';
import { type FactsRow, factsRow, factsWidth, showsFacts } from '../drawing/parts/facts-row.ts';
import { fitBox } from '../drawing/parts/fit-box.ts';
import { NAME_X, STRIP, silhouette, stripFrame, tagMark, tagOf } from '../drawing/parts/frame.ts';
import { GAUGE_HEIGHT, layerGauge } from '../drawing/parts/layer-gauge.ts';
import { ink, stroked, when } from '../drawing/parts/marks.ts';
import { NAME, nameBlock, nameLines, nameRoom } from '../drawing/parts/name-block.ts';
import { elementSentence, plain } from '../drawing/parts/sentence.ts';
import { n, roundRect } from '../drawing/parts/shapes.ts';
import { extraWords } from '../drawing/parts/words.ts';
import { choiceLabel } from './attributes.ts';
import type { ElementProps } from './define-kind.ts';
import { defineKind } from './define-kind.ts';

const SIZES = { defaultSize: { w: 208, h: 64 }, leastSize: { w: 144, h: 56 } } as const;

/** The second base line stands this far above the first. */
const BASE = 4;
const outline = (w: number, h: number): string => roundRect(0, 0, w, h, 0);

const layerOf = (props: ElementProps): number | null => {
  const { layer } = props.attributes;
  return typeof layer === 'number' || typeof layer === 'string' ? Number(layer) : null;
};
const gaugeWidth = (props: ElementProps): number => (layerOf(props) === null ? 12 : 28);

function rowOf(props: ElementProps): FactsRow {
  const { planned, integrated, ai, roadmap } = props.attributes;
  const words = [...(planned === true ? ['Planned'] : []), ...(integrated === true ? ['Integrated'] : [])];
  const extras = [
    ...(ai === 'on' ? ['AI'] : ai === 'review' ? ['AI in review'] : []),
    ...(roadmap === true ? ['Roadmap'] : []),
    ...extraWords(props),
  ];
  return { words, extras };
}

export const PLATFORM = defineKind({
  id: 'platform',
  key: '3',
  label: 'Platform',
  plural: 'platforms',
  term: 'Martech system that teams own, run and use.',
  defaultName: 'New platform',
  ...SIZES,
  starter: true,
  attributes: ['layer', 'scope', 'planned', 'integrated', 'roadmap', 'ai', 'fn', 'cap', 'bu', 'region'],
  people: false,
  holds: false,
  aliases: ['system', 'tool', 'software', 'application', 'martech system'],
  containerInsets: { top: 0, side: 0, bottom: 0 },
  size(props, facts) {
    const lock = props.locked ? LOCK_WIDTH : 0;
    const row = rowOf(props);
    const right = gaugeWidth(props);
    return fitBox(props, SIZES, {
      w: Math.max(
        NAME_X + factsWidth(props, facts, row) + right,
        NAME_X + nameRoom(props.name, props.w - NAME_X - right - lock) + right + lock,
      ),
      heightAt: (w) =>
        nameLines(props.name, w - NAME_X - right - lock) * NAME.lead +
        BASE +
        (showsFacts(props, facts, row, w - NAME_X - right) ? 26 : 10),
    });
  },
  outline,
  draw(props, context) {
    const { w, h } = props;
    const base = h - BASE;
    const baseLine = stroked(`M0 ${n(base)}H${n(w)}`, ink(1.5));
    if (context.detail === 0) return [silhouette(props, context, outline(w, h)), baseLine];
    const near = context.detail === 3;
    const layer = layerOf(props);
    const lock = props.locked && near ? LOCK_WIDTH : 0;
    const right = gaugeWidth(props);
    const spare = base - nameLines(props.name, w - NAME_X - right - lock) * NAME.lead - 25;
    const some = showsFacts(props, context.facts, rowOf(props), w - NAME_X - right, spare);
    return [
      ...stripFrame(props, context, {
        outline: outline(w, h),
        strip: `M0 0H${n(STRIP)}V${n(base)}H0Z`,
        ruleX: STRIP,
        rule: [0, base],
      }),
      baseLine,
      ...when(context.detail > 1, () =>
        kindGlyph('platform', STRIP / 2 - 9, near && tagOf(props) !== '' ? base / 2 - 18 : base / 2 - 9),
      ),
      ...tagMark(props, context, STRIP / 2, base / 2 + 16),
      ...when(layer !== null && context.detail > 1, () => layerGauge(layer ?? 0, w - 20, (base - GAUGE_HEIGHT) / 2)),
      ...nameBlock(props.name, context.detail, {
        x: NAME_X,
        cy: some ? base / 2 - 9 : base / 2,
        width: w - NAME_X - right - lock,
        height: some ? base - 25 : base - 8,
        far: { cy: base / 2, height: base - 4 },
      }),
      ...when(near && some, () => factsRow(props, context, rowOf(props), { x: NAME_X, right: w - right, y: h - 11.5 })),
      ...badges(props, context, { x: w - right - 12, y: 7 }),
    ];
  },
  abroad: { mermaid: ['[(', ')]'], drawio: 'shape=process;size=0.05' },
  icon: [stroked('M2 3H34V21H2Z', ink(1.4), { color: 'surface' }), stroked('M2 17.6H34', ink(1.4))],
  sentence: (props) =>
    elementSentence('Platform', props, [
      props.attributes['planned'] === true ? 'planned' : '',
      layerOf(props) === null ? '' : `layer ${plain(choiceLabel('layer', props.attributes['layer']))}`,
      props.attributes['integrated'] === true ? 'integrated' : '',
    ]),
});
