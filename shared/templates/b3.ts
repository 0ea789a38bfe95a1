import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const b3 = defineTemplate({
  id: 'B3',
  name: 'Demand generation inside marketing operations',
  group: 'structure',
  when: 'Campaign talent is scarce, so MOps also runs demand generation.',
  elements: [
    stock('cmo'),
    stock('mop', { fte: 8 }),
    stock('dmo', { sitsIn: 'mop' }),
    stock('maa', { sitsIn: 'mop' }),
    {
      id: 'dgl',
      kind: 'role',
      name: 'Demand generation lead',
      sitsIn: 'mop',
      attributes: { fn: 'MOP', cap: ['demand'] },
    },
    stock('brd'),
    stock('sal'),
    stock('pma', { scope: 'global' }),
    { id: 'dg', kind: 'function', name: 'Demand generation', attributes: { cap: ['demand'] } },
  ],
  relations: [
    line('mop', 'reports', 'cmo'),
    line('dmo', 'reports', 'cmo'),
    line('maa', 'reports', 'dmo'),
    line('dgl', 'reports', 'dmo'),
    line('dgl', 'owns', 'dg'),
    line('maa', 'owns', 'pma'),
    line('brd', 'serves', 'mop', { what: 'content' }),
    line('mop', 'serves', 'sal', { what: 'leads' }),
  ],
  zones: [],
  tigers: [],
  frictions: [{ id: 'f1', friction: 'demandgen-placement', on: ['dg', 'brd'], status: 'open' }],
  prompts: [
    'Gain: one uninterrupted process. Cost: thinner general marketing and creative skill. Which do you see?',
    'Who gives creative direction?',
    'Draw the version where demand gen sits outside and compare.',
  ],
  source: 'Pedowitz white paper on strategic marketing operations: key process roles',
  rebuiltFromText: false,
  pairs: [],
});
