import { cutCorners } from '../drawing/parts/shapes.ts';
import { defineKind } from './define-kind.ts';

export const PARTNER = defineKind({
  id: 'partner',
  key: '7',
  label: 'Partner',
  plural: 'partners',
  term: 'External partner: agency, integrator or vendor outside the company.',
  defaultName: 'Agency',
  defaultSize: { w: 168, h: 60 },
  leastSize: { w: 128, h: 52 },
  starter: false,
  attributes: ['fn', 'partner', 'scope', 'fte', 'cap', 'bu', 'region'],
  people: true,
  holds: false,
  aliases: ['agency', 'vendor', 'integrator', 'supplier', 'external partner'],
  containerInsets: { top: 0, side: 0, bottom: 0 },
  size: (props) => ({ w: Math.max(128, props.w), h: Math.max(60, props.h) }),
  outline: (w, h) => cutCorners(w, h),
  draw: (props) => [
    { type: 'path', d: cutCorners(props.w, props.h), fill: { color: 'surface' }, stroke: { color: 'ink', width: 1.5 } },
  ],
  icon: [],
  sentence: (props) => `Partner "${props.name}"`,
});
