import { roundRect } from '../drawing/parts/shapes.ts';
import { defineKind } from './define-kind.ts';

export const ROLE = defineKind({
  id: 'role',
  key: '2',
  label: 'Role',
  plural: 'roles',
  term: 'Position: one post, held by one person or vacant.',
  defaultName: 'New role',
  defaultSize: { w: 160, h: 52 },
  leastSize: { w: 120, h: 44 },
  starter: true,
  attributes: ['fn', 'scope', 'cap', 'fte', 'vacant', 'since', 'lvl', 'persona', 'lead', 'bu', 'region'],
  people: true,
  holds: false,
  aliases: ['position', 'post', 'job', 'job title', 'person'],
  containerInsets: { top: 0, side: 0, bottom: 0 },
  size: (props) => ({ w: Math.max(120, props.w), h: Math.max(52, props.h) }),
  outline: (w, h) => roundRect(0, 0, w, h, 4),
  draw: (props) => [
    {
      type: 'path',
      d: roundRect(0, 0, props.w, props.h, 4),
      fill: { color: 'surface' },
      stroke: { color: 'ink', width: 1.5 },
    },
  ],
  icon: [],
  sentence: (props) => `Role "${props.name}"`,
});
