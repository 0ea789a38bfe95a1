import { roundRect } from '../drawing/parts/shapes.ts';
import { defineKind } from './define-kind.ts';

export const PLATFORM = defineKind({
  id: 'platform',
  key: '3',
  label: 'Platform',
  plural: 'platforms',
  term: 'Martech system that teams own, run and use.',
  defaultName: 'New platform',
  defaultSize: { w: 208, h: 64 },
  leastSize: { w: 144, h: 56 },
  starter: true,
  attributes: ['layer', 'scope', 'planned', 'integrated', 'roadmap', 'ai', 'fn', 'cap', 'bu', 'region'],
  people: false,
  holds: false,
  aliases: ['system', 'tool', 'software', 'application', 'martech system'],
  containerInsets: { top: 0, side: 0, bottom: 0 },
  size: (props) => ({ w: Math.max(144, props.w), h: Math.max(64, props.h) }),
  outline: (w, h) => roundRect(0, 0, w, h, 0),
  draw: (props) => [
    {
      type: 'path',
      d: roundRect(0, 0, props.w, props.h, 0),
      fill: { color: 'surface' },
      stroke: { color: 'ink', width: 1.5 },
    },
  ],
  icon: [],
  sentence: (props) => `Platform "${props.name}"`,
});
