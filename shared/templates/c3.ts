import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const c3 = defineTemplate({
  id: 'C3',
  name: 'Combined operations under the COO',
  group: 'combined',
  when: 'Neutrality matters more than closeness.',
  elements: [
    stock('coo'),
    stock('cmo'),
    stock('cro'),
    stock('csv'),
    { id: 'cop', kind: 'unit', name: 'Sales and marketing operations', attributes: { fn: 'REV' } },
    { id: 'hd', kind: 'role', name: 'Head of combined operations', sitsIn: 'cop', attributes: { fn: 'REV', lvl: 2 } },
    stock('mkt'),
    stock('sal'),
    stock('svc'),
    stock('pcr', { scope: 'global' }),
    stock('pma', { scope: 'global' }),
    stock('pan', { scope: 'global' }),
    {
      id: 'c1',
      kind: 'card',
      name: 'One charter over the whole customer lifecycle',
      attributes: { type: 'charter', charter: 'lifecycle' },
    },
  ],
  relations: [
    line('cop', 'reports', 'coo'),
    line('hd', 'reports', 'coo'),
    line('hd', 'dotted', 'cmo'),
    line('hd', 'dotted', 'cro'),
    line('cop', 'owns', 'pcr'),
    line('cop', 'owns', 'pma'),
    line('cop', 'owns', 'pan'),
    line('cop', 'serves', 'mkt'),
    line('cop', 'serves', 'sal'),
    line('cop', 'serves', 'svc'),
    line('mkt', 'reports', 'cmo'),
    line('sal', 'reports', 'cro'),
    line('svc', 'reports', 'csv'),
  ],
  zones: [{ id: 'z1', zone: 'function', title: 'Operations', members: ['coo', 'cop', 'hd'] }],
  tigers: [],
  frictions: [],
  prompts: ['Does the COO have time for this team?', 'Who feels the heat for revenue now?'],
  source:
    'Pedowitz white paper on strategic marketing operations: derivatives; Published revenue-operations structures',
  rebuiltFromText: false,
  pairs: ['C2', 'C4'],
});
