import { rightTag } from '../drawing/parts/shapes.ts';
import { defineKind } from './define-kind.ts';

export const FUNCTION = defineKind({
  id: 'function',
  key: '6',
  label: 'Function',
  plural: 'functions',
  term: 'Capability: a kind of work, not the people who do it.',
  defaultName: 'New function',
  defaultSize: { w: 176, h: 52 },
  leastSize: { w: 120, h: 44 },
  starter: false,
  attributes: ['fn', 'cap', 'scope', 'bu', 'region'],
  people: false,
  holds: false,
  aliases: ['capability', 'process', 'business function'],
  containerInsets: { top: 0, side: 0, bottom: 0 },
  size: (props) => ({ w: Math.max(120, props.w), h: Math.max(52, props.h) }),
  outline: (w, h) => rightTag(w, h),
  draw: (props) => [
    { type: 'path', d: rightTag(props.w, props.h), fill: { color: 'surface' }, stroke: { color: 'ink', width: 1.5 } },
  ],
  icon: [],
  sentence: (props) => `Function "${props.name}"`,
});
