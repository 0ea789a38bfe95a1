import { roundRect } from '../drawing/parts/shapes.ts';
import { defineKind } from './define-kind.ts';

const MOST_ROUND = 136;

export const CENTRE = defineKind({
  id: 'centre',
  key: '4',
  label: 'Centre',
  plural: 'centres',
  term: 'Centre of excellence or shared-service centre: serves or enables others.',
  defaultName: 'New centre',
  defaultSize: { w: 196, h: 64 },
  leastSize: { w: 144, h: 56 },
  starter: true,
  attributes: ['fn', 'hub', 'scope', 'cap', 'fte', 'lead', 'budget', 'bu', 'region'],
  people: true,
  holds: true,
  aliases: ['center', 'coe', 'centre of excellence', 'center of excellence', 'shared services', 'hub', 'core'],
  containerInsets: { top: 56, side: 56, bottom: 40 },
  size: (props) => ({ w: Math.max(144, props.w), h: Math.max(64, props.h) }),
  outline: (w, h) => roundRect(0, 0, w, h, Math.min(MOST_ROUND, w / 2, h / 2)),
  draw: (props) => [
    {
      type: 'path',
      d: roundRect(0, 0, props.w, props.h, Math.min(MOST_ROUND, props.w / 2, props.h / 2)),
      fill: { color: 'surface' },
      stroke: { color: 'ink', width: 1.5 },
    },
  ],
  icon: [],
  sentence: (props) => `Centre "${props.name}"`,
});
