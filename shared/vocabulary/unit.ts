import { roundRect } from '../drawing/parts/shapes.ts';
import { defineKind } from './define-kind.ts';

export const UNIT = defineKind({
  id: 'unit',
  key: '1',
  label: 'Team',
  plural: 'teams',
  term: 'Team or organisational unit: people who work for one manager.',
  defaultName: 'New team',
  defaultSize: { w: 168, h: 72 },
  leastSize: { w: 120, h: 58 },
  starter: true,
  attributes: ['fn', 'scope', 'cap', 'fte', 'informal', 'budget', 'lead', 'bu', 'region'],
  people: true,
  holds: true,
  aliases: ['team', 'org', 'orgunit', 'department', 'group', 'organisational unit'],
  containerInsets: { top: 56, side: 16, bottom: 16 },
  size: (props) => ({ w: Math.max(120, props.w), h: Math.max(72, props.h) }),
  outline: (w, h) => roundRect(0, 0, w, h, 8),
  draw: (props) => [
    {
      type: 'path',
      d: roundRect(0, 0, props.w, props.h, 8),
      fill: { color: 'surface' },
      stroke: { color: 'ink', width: 1.5 },
    },
  ],
  icon: [],
  sentence: (props) => `Team "${props.name}"`,
});
