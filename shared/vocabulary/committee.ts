import { kindGlyph } from '../drawing/glyphs.ts';
import { badges, LOCK_WIDTH } from '../drawing/parts/badges.ts';
import { type FactsRow, factsRow, factsWidth, showsFacts } from '../drawing/parts/facts-row.ts';
import { fitBox } from '../drawing/parts/fit-box.ts';
import { silhouette, stripFrame, tagMark, tagOf } from '../drawing/parts/frame.ts';
import { ink, stroked, when } from '../drawing/parts/marks.ts';
import { NAME, nameBlock, nameLines, nameRoom } from '../drawing/parts/name-block.ts';
import { elementSentence } from '../drawing/parts/sentence.ts';
import { hexagon, hexagonStrip } from '../drawing/parts/shapes.ts';
import { extraWords } from '../drawing/parts/words.ts';
import { choiceLabel } from './attributes.ts';
import type { ElementProps } from './define-kind.ts';
import { defineKind } from './define-kind.ts';

const SIZES = { defaultSize: { w: 208, h: 64 }, leastSize: { w: 152, h: 56 } } as const;

const STRIP = 48;
const NAME_X = 58;
const RIGHT = 20;

const seatsOf = (props: ElementProps): readonly string[] => {
  const { seats } = props.attributes;
  return Array.isArray(seats) ? seats : [];
};

function rowOf(props: ElementProps): FactsRow {
  const cadence = props.attributes['cadence'];
  const seats = seatsOf(props);
  const meets = typeof cadence === 'string' && cadence !== '' ? [cadence] : [];
  return seats.length > 0
    ? { words: seats, extras: [...meets, ...extraWords(props)] }
    : { words: meets, extras: extraWords(props) };
}

export const COMMITTEE = defineKind({
  id: 'committee',
  key: '5',
  label: 'Committee',
  plural: 'committees',
  term: 'Steering committee or forum: meets, decides or advises; nobody works in it.',
  defaultName: 'Steering committee',
  ...SIZES,
  starter: true,
  attributes: ['seats', 'cadence', 'voting', 'fn', 'scope', 'bu', 'region'],
  people: false,
  holds: false,
  aliases: ['forum', 'board', 'steering committee', 'council', 'steerco'],
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
        (showsFacts(props, facts, row, w - NAME_X - RIGHT) ? 30 : 16),
    });
  },
  outline: hexagon,
  draw(props, context) {
    const { w, h } = props;
    if (context.detail === 0) return [silhouette(props, context, hexagon(w, h))];
    const near = context.detail === 3;
    const lock = props.locked && near ? LOCK_WIDTH : 0;
    const spare = h - nameLines(props.name, w - NAME_X - RIGHT - lock) * NAME.lead - 30;
    const some = showsFacts(props, context.facts, rowOf(props), w - NAME_X - RIGHT, spare);
    return [
      ...stripFrame(props, context, { outline: hexagon(w, h), strip: hexagonStrip(STRIP, h), ruleX: STRIP }),
      ...when(context.detail > 1, () =>
        kindGlyph('committee', STRIP / 2 - 4, near && tagOf(props) !== '' ? h / 2 - 18 : h / 2 - 9),
      ),
      ...tagMark(props, context, STRIP / 2 + 5, h / 2 + 15),
      ...nameBlock(props.name, context.detail, {
        x: NAME_X,
        cy: some ? h / 2 - 9 : h / 2,
        width: w - NAME_X - RIGHT - lock,
        height: some ? h - 30 : h - 16,
        far: { cy: h / 2, height: h - 12 },
      }),
      ...when(near && some, () => factsRow(props, context, rowOf(props), { x: NAME_X, right: w - RIGHT, y: h - 12 })),
      ...badges(props, context, { x: w - 34, y: h / 2 - 6 }),
    ];
  },
  abroad: { mermaid: ['{{', '}}'], drawio: 'shape=hexagon;perimeter=hexagonPerimeter2;size=0.08' },
  icon: [stroked('M7 3H29L35 12L29 21H7L1 12Z', ink(1.4, { join: 'round' }), { color: 'surface' })],
  sentence: (props) =>
    elementSentence('Committee', props, [
      seatsOf(props).length === 0
        ? ''
        : `seats for ${seatsOf(props)
            .map((code) => choiceLabel('fn', code))
            .join(', ')}`,
    ]),
});
