import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const p3 = defineTemplate({
  id: 'P3',
  name: 'Placed in sales',
  group: 'placement',
  when: 'Pipeline quality is the urgent problem.',
  elements: [
    stock('cmo'),
    stock('cro'),
    stock('mkt'),
    stock('brd'),
    stock('sal'),
    stock('sop'),
    stock('mop'),
    stock('dmo', { sitsIn: 'mop' }),
    stock('pcr', { scope: 'global' }),
    stock('pma', { scope: 'global' }),
    {
      id: 'c1',
      kind: 'card',
      name: 'Benefits: sharp focus on revenue programmes; cleaner pipeline; better sales content',
      attributes: { type: 'note' },
    },
    {
      id: 'c2',
      kind: 'card',
      name: 'Risks: short-term targets starve brand, advocacy and social',
      attributes: { type: 'note' },
    },
    {
      id: 'c3',
      kind: 'card',
      name: 'Works when: leaders believe in reaching many customers economically and handing over sales-ready leads',
      attributes: { type: 'note' },
    },
  ],
  relations: [
    line('mop', 'reports', 'cro'),
    line('dmo', 'reports', 'cro'),
    line('sop', 'reports', 'cro'),
    line('sal', 'reports', 'cro'),
    line('mkt', 'reports', 'cmo'),
    line('brd', 'reports', 'cmo'),
    line('mop', 'serves', 'sal', { what: 'leads' }),
    line('mop', 'serves', 'mkt'),
    line('mop', 'owns', 'pma'),
    line('sop', 'owns', 'pcr'),
    line('mop', 'partners', 'sop'),
  ],
  zones: [
    { id: 'z1', zone: 'function', title: 'Sales', members: ['cro', 'sal', 'sop', 'mop', 'dmo'] },
    { id: 'z2', zone: 'function', title: 'Marketing', members: ['cmo', 'mkt', 'brd'] },
  ],
  tigers: [],
  frictions: [{ id: 'f1', friction: 'short-term-vs-brand', on: ['mop', 'brd'], status: 'open' }],
  prompts: [
    'Who speaks for brand when the quarter is at risk?',
    'What counts as a sales-ready lead?',
    'Which work would stop within a month?',
  ],
  source: 'Where a marketing-operations team should sit: sales option',
  rebuiltFromText: false,
  pairs: [],
});
