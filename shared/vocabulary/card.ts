import { foldedCorner } from '../drawing/parts/shapes.ts';
import { defineKind } from './define-kind.ts';

export const CARD = defineKind({
  id: 'card',
  key: '8',
  label: 'Card',
  plural: 'cards',
  term: 'Charter, note, question, metric or decision.',
  defaultName: 'Note',
  defaultSize: { w: 232, h: 86 },
  leastSize: { w: 120, h: 64 },
  starter: false,
  attributes: ['type', 'charter', 'metric', 'drivers'],
  people: false,
  holds: false,
  aliases: ['note', 'charter', 'question', 'metric', 'decision'],
  containerInsets: { top: 0, side: 0, bottom: 0 },
  size: (props) => ({ w: Math.max(120, props.w), h: Math.max(86, props.h) }),
  outline: (w, h) => foldedCorner(w, h),
  draw: (props) => [
    {
      type: 'path',
      d: foldedCorner(props.w, props.h),
      fill: { color: 'surface' },
      stroke: { color: 'ink', width: 1.5 },
    },
  ],
  icon: [],
  sentence: (props) => `Card "${props.name}"`,
});
