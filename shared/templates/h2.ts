import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const h2 = defineTemplate({
  id: 'H2',
  name: 'IT-hosted, marketing-funded operations',
  group: 'marketing-it',
  when: 'Deep technical work, with marketing keeping control through money.',
  elements: [
    stock('cmo'),
    stock('cio'),
    stock('mkt'),
    stock('mop'),
    stock('dmo', { sitsIn: 'mop' }),
    stock('pma', { scope: 'global' }),
    stock('pcd', { scope: 'global' }),
  ],
  relations: [
    line('mop', 'reports', 'cio'),
    line('dmo', 'reports', 'cio'),
    line('mop', 'dotted', 'cmo'),
    line('cmo', 'funds', 'mop', { pct: 100 }),
    line('mop', 'serves', 'mkt'),
    line('mop', 'owns', 'pma'),
    line('mop', 'owns', 'pcd'),
    line('mkt', 'reports', 'cmo'),
  ],
  zones: [
    { id: 'z1', zone: 'function', title: 'IT', members: ['cio', 'mop', 'dmo'] },
    { id: 'z2', zone: 'function', title: 'Marketing', members: ['cmo', 'mkt'] },
  ],
  tigers: [],
  frictions: [
    {
      id: 'f1',
      friction: 'priority-funding',
      on: ['cmo', 'mop'],
      status: 'mitigated',
      mitigation: 'budget held by marketing',
    },
  ],
  prompts: ['What else besides budget gives marketing a voice?', 'Review rhythm of the joint backlog?'],
  source: 'Where a marketing-operations team should sit: IT option, works-when',
  rebuiltFromText: false,
  pairs: ['P2'],
});
