import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const c2 = defineTemplate({
  id: 'C2',
  name: 'Combined operations, led from sales',
  group: 'combined',
  when: 'Sales ops took over marketing ops to put a revenue lens on the lifecycle.',
  elements: [
    stock('cmo'),
    stock('cro'),
    { id: 'cop', kind: 'unit', name: 'Sales and marketing operations', attributes: { fn: 'REV' } },
    { id: 'hd', kind: 'role', name: 'Head of combined operations', sitsIn: 'cop', attributes: { fn: 'REV', lvl: 2 } },
    stock('mkt'),
    stock('brd'),
    stock('sal'),
    stock('pcr', { scope: 'global' }),
    stock('pma', { scope: 'global' }),
    {
      id: 'c1',
      kind: 'card',
      name: 'One charter over the whole customer lifecycle',
      attributes: { type: 'charter', charter: 'lifecycle' },
    },
  ],
  relations: [
    line('cop', 'reports', 'cro'),
    line('hd', 'reports', 'cro'),
    line('cop', 'owns', 'pcr'),
    line('cop', 'owns', 'pma'),
    line('cop', 'serves', 'sal'),
    line('cop', 'serves', 'mkt'),
    line('mkt', 'reports', 'cmo'),
    line('brd', 'reports', 'cmo'),
    line('sal', 'reports', 'cro'),
  ],
  zones: [
    { id: 'z1', zone: 'function', title: 'Sales', members: ['cro', 'sal', 'cop', 'hd'] },
    { id: 'z2', zone: 'function', title: 'Marketing', members: ['cmo', 'mkt', 'brd'] },
  ],
  tigers: [],
  frictions: [{ id: 'f1', friction: 'short-term-vs-brand', on: ['cop', 'brd'], status: 'open' }],
  prompts: ['Which early-funnel work lost a sponsor?', 'Which metric keeps brand visible?'],
  source:
    'Pedowitz white paper on strategic marketing operations: derivatives; Where a marketing-operations team should sit: sales option',
  rebuiltFromText: false,
  pairs: ['C1', 'C3'],
});
