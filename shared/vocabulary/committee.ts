import { hexagon } from '../drawing/parts/shapes.ts';
import { defineKind } from './define-kind.ts';

export const COMMITTEE = defineKind({
  id: 'committee',
  key: '5',
  label: 'Committee',
  plural: 'committees',
  term: 'Steering committee or forum: meets, decides or advises; nobody works in it.',
  defaultName: 'Steering committee',
  defaultSize: { w: 208, h: 64 },
  leastSize: { w: 152, h: 56 },
  starter: true,
  attributes: ['seats', 'cadence', 'voting', 'fn', 'scope', 'bu', 'region'],
  people: false,
  holds: false,
  aliases: ['forum', 'board', 'steering committee', 'council', 'steerco'],
  containerInsets: { top: 0, side: 0, bottom: 0 },
  size: (props) => ({ w: Math.max(152, props.w), h: Math.max(64, props.h) }),
  outline: (w, h) => hexagon(w, h),
  draw: (props) => [
    { type: 'path', d: hexagon(props.w, props.h), fill: { color: 'surface' }, stroke: { color: 'ink', width: 1.5 } },
  ],
  icon: [],
  sentence: (props) => `Committee "${props.name}"`,
});
