import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const t5 = defineTemplate({
  id: 'T5',
  name: 'Local wave with central loan',
  group: 'tiger-teams',
  when: 'Markets start their own initiatives and borrow people from the core.',
  elements: [
    stock('cmo'),
    {
      id: 'core',
      kind: 'centre',
      name: 'Central martech core',
      attributes: { hub: 'core', fn: 'MOP', scope: 'global' },
    },
    { id: 'c1u', kind: 'unit', name: 'Platform support', sitsIn: 'core', attributes: { fn: 'MOP', cap: ['tech'] } },
    { id: 'c2u', kind: 'unit', name: 'Data support', sitsIn: 'core', attributes: { fn: 'MOP', cap: ['data'] } },
    stock('lra'),
    stock('lrb'),
    stock('lrc'),
    stock('plc', { scope: 'local' }),
  ],
  relations: [
    line('core', 'reports', 'cmo'),
    line('c1u', 'reports', 'core'),
    line('c2u', 'reports', 'core'),
    line('lra', 'owns', 'plc'),
    line('core', 'advises', 'lra'),
    line('core', 'advises', 'lrb'),
    line('core', 'advises', 'lrc'),
  ],
  zones: [{ id: 'z1', zone: 'scope', title: 'Local', members: ['lra', 'lrb', 'lrc'] }],
  tigers: [
    { id: 't1', name: 'Region A initiative', members: { lra: 40, c1u: 20 }, sponsor: 'lra', start: 0, end: 10 },
    { id: 't2', name: 'Region B initiative', members: { lrb: 40, c2u: 20 }, sponsor: 'lrb', start: 3, end: 14 },
    {
      id: 't3',
      name: 'Region C initiative',
      members: { lrc: 40, c1u: 20, c2u: 20 },
      sponsor: 'lrc',
      start: 5,
      end: 18,
    },
  ],
  frictions: [{ id: 'f1', friction: 'limits-of-centralisation', on: ['core', 'lrc'], status: 'open' }],
  prompts: ['What can the core lend this quarter?', 'Which local win should become a shared standard?', 'Who says no?'],
  source: 'Real Story Group on how marketing operations evolves: limits of centralisation',
  rebuiltFromText: false,
  pairs: [],
});
