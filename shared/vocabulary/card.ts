import { cardGlyph } from '../drawing/glyphs.ts';
import type { Mark } from '../drawing/mark.ts';
import { breakLines, ellipsize, measureText, wrapText } from '../drawing/measure-text.ts';
import { badges, LOCK_WIDTH } from '../drawing/parts/badges.ts';
import { fitBox } from '../drawing/parts/fit-box.ts';
import { outlineMark } from '../drawing/parts/frame.ts';
import { filled, ink, stroked, text, when } from '../drawing/parts/marks.ts';
import { FOLD, foldedCorner, n } from '../drawing/parts/shapes.ts';
import { choiceLabel } from './attributes.ts';
import type { ElementProps } from './define-kind.ts';
import { defineKind } from './define-kind.ts';

const SIZES = { defaultSize: { w: 232, h: 86 }, leastSize: { w: 120, h: 64 } } as const;

const BODY = { size: 12, lead: 16, weight: 400, x: 10, first: 38 } as const;
/** A card grows to this many lines of text; the rest ends in "…". */
const MOST_LINES = 24;

const typeOf = (props: ElementProps): string => {
  const { type } = props.attributes;
  return typeof type === 'string' ? type : 'note';
};

/** What kind of charter or metric it is, or the drivers it names. */
function subKind(props: ElementProps): string {
  const { charter, metric, drivers } = props.attributes;
  if (typeOf(props) === 'charter' && charter !== undefined) return choiceLabel('charter', charter);
  if (typeOf(props) === 'metric' && metric !== undefined) return choiceLabel('metric', metric);
  return Array.isArray(drivers) ? drivers.map((code: string) => choiceLabel('drivers', code)).join(', ') : '';
}

function heading(props: ElementProps): readonly Mark[] {
  const lock = props.locked ? LOCK_WIDTH : 0;
  const right = props.w - FOLD - 6 - lock;
  const word = ellipsize(choiceLabel('type', typeOf(props)), right - 29, 11, 600);
  const rest = subKind(props);
  const x = 29 + measureText(word, 11, 600);
  const more = rest === '' ? '' : ellipsize(` · ${rest}`, right - x, 11, 400);
  return [
    text(29, 19, word, { size: 11, weight: 600 }),
    ...when(more.length > 3, () => [text(x, 19, more, { size: 11, weight: 400, color: 'ink-2' })]),
  ];
}

const linesAt = (h: number): number => Math.max(0, Math.floor((h - 30) / BODY.lead));

export const CARD = defineKind({
  id: 'card',
  key: '8',
  label: 'Card',
  plural: 'cards',
  term: 'Charter, note, question, metric or decision.',
  defaultName: 'Note',
  ...SIZES,
  starter: false,
  attributes: ['type', 'charter', 'metric', 'drivers'],
  people: false,
  holds: false,
  aliases: ['note', 'charter', 'question', 'metric', 'decision'],
  containerInsets: { top: 0, side: 0, bottom: 0 },
  size: (props) =>
    fitBox(props, SIZES, {
      w: 0,
      heightAt: (w) =>
        Math.min(MOST_LINES, breakLines(props.name.trim(), w - 22, BODY.size, BODY.weight).length) * BODY.lead + 34,
    }),
  outline: foldedCorner,
  draw(props, context) {
    const { w, h } = props;
    const shape = [
      filled(foldedCorner(w, h), 'surface'),
      outlineMark(props, foldedCorner(w, h)),
      stroked(`M${n(w - FOLD)} 0V${FOLD}H${n(w)}Z`, ink(1.2, { join: 'round' }), { color: 'surface-sunk' }),
    ];
    if (context.detail === 0) return shape;
    const far = context.detail === 2;
    const size = far ? 18 : BODY.size;
    const lead = far ? 22 : BODY.lead;
    const room = far ? Math.floor((h - 30) / lead) : linesAt(h);
    const lines = wrapText(props.name, w - 22, size, BODY.weight, room);
    return [
      ...shape,
      ...when(context.detail > 1, () => cardGlyph(typeOf(props), 8, 7, far ? 20 : 16)),
      ...when(context.detail === 3, () => heading(props)),
      ...lines.map((line, i): Mark => {
        if (context.detail > 1) {
          const y = far ? 48 + i * lead : BODY.first + i * lead;
          return text(BODY.x, y, line, { size, weight: BODY.weight });
        }
        return {
          type: 'rect',
          x: BODY.x,
          y: 32 + i * 15,
          w: Math.max(8, measureText(line, BODY.size, BODY.weight)),
          h: 6,
          r: 2,
          fill: { color: 'ink', alpha: 0.2 },
        };
      }),
      ...badges(props, context, { x: w - FOLD - 16, y: 8 }),
    ];
  },
  abroad: { mermaid: ['[', ']'], drawio: 'shape=note;size=14;align=left;verticalAlign=top;spacing=8' },
  icon: [
    stroked('M5 2H25L31 8V22H5Z', ink(1.4, { join: 'round' }), { color: 'surface' }),
    stroked('M25 2V8H31', ink(1.2, { join: 'round' })),
  ],
  sentence: (props) => {
    const name = props.name.replaceAll(/\s+/gu, ' ').trim();
    const kind = subKind(props);
    const word = choiceLabel('type', typeOf(props));
    return `${word}${kind === '' ? '' : `, ${kind.toLowerCase()}`}: ${name === '' ? 'empty' : name}${props.locked ? ', locked' : ''}`;
  },
});
