import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const c1 = defineTemplate({
  id: 'C1',
  name: 'Combined operations, led from marketing',
  group: 'combined',
  when: 'Marketing ops took over sales ops, usually starting with control of the CRM.',
  elements: [
    stock('cmo'),
    stock('cro'),
    { id: 'cop', kind: 'unit', name: 'Sales and marketing operations', attributes: { fn: 'REV' } },
    { id: 'hd', kind: 'role', name: 'Head of combined operations', sitsIn: 'cop', attributes: { fn: 'REV', lvl: 2 } },
    { id: 'ca', kind: 'role', name: 'CRM administrator', sitsIn: 'cop', attributes: { fn: 'REV', cap: ['tech'] } },
    stock('mkt'),
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
    line('cop', 'reports', 'cmo'),
    line('hd', 'reports', 'cmo'),
    line('ca', 'reports', 'hd'),
    line('cop', 'owns', 'pcr'),
    line('cop', 'owns', 'pma'),
    line('cop', 'serves', 'mkt'),
    line('cop', 'serves', 'sal'),
    line('mkt', 'reports', 'cmo'),
    line('sal', 'reports', 'cro'),
  ],
  zones: [
    { id: 'z1', zone: 'function', title: 'Marketing', members: ['cmo', 'mkt', 'cop', 'hd'] },
    { id: 'z2', zone: 'function', title: 'Sales', members: ['cro', 'sal'] },
  ],
  tigers: [],
  frictions: [],
  prompts: ['What did CRM control let you change faster?', 'How does sales get a fair share of the backlog?'],
  source: 'Pedowitz white paper on strategic marketing operations: derivatives',
  rebuiltFromText: false,
  pairs: ['C2'],
});
