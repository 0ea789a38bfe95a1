import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const m1 = defineTemplate({
  id: 'M1',
  name: 'Stage 1, unaware',
  group: 'maturity',
  when: 'Technology arrived before any plan; marketing ops happens by accident and nobody leads it.',
  elements: [
    stock('cmo'),
    stock('mkt'),
    stock('sal'),
    stock('it'),
    stock('pma', { scope: 'local' }),
    stock('pcr', { scope: 'local' }),
    {
      id: 'sp',
      kind: 'role',
      name: 'Part-time technology specialist',
      sitsIn: 'mkt',
      attributes: { fn: 'MKT', fte: 0.1, cap: ['tech'] },
    },
    {
      id: 'bd',
      kind: 'role',
      name: 'Borrowed data help',
      sitsIn: 'it',
      attributes: { fn: 'DAT', fte: 0.1, cap: ['data'] },
    },
    {
      id: 'ba',
      kind: 'role',
      name: 'Borrowed reporting help',
      sitsIn: 'it',
      attributes: { fn: 'DAT', fte: 0.1, cap: ['measure'] },
    },
    { id: 'c1', kind: 'card', name: 'No charter', attributes: { type: 'charter', charter: 'none' } },
    { id: 'c2', kind: 'card', name: 'No marketing-ops metrics', attributes: { type: 'metric' } },
  ],
  relations: [
    line('mkt', 'reports', 'cmo'),
    line('sp', 'reports', 'cmo'),
    line('sp', 'owns', 'pma', { right: 'operates' }),
    line('sal', 'owns', 'pcr'),
    line('bd', 'serves', 'mkt', { what: 'data' }),
    line('ba', 'serves', 'mkt', { what: 'reporting' }),
  ],
  zones: [
    { id: 'z1', zone: 'function', title: 'Marketing silo', members: ['mkt', 'sp', 'pma'], wall: true },
    { id: 'z2', zone: 'function', title: 'Sales silo', members: ['sal', 'pcr'], wall: true },
    { id: 'z3', zone: 'function', title: 'IT silo', members: ['it', 'bd', 'ba'], wall: true },
  ],
  tigers: [],
  frictions: [
    { id: 'f1', friction: 'unclear-owner', on: ['pma'], status: 'open' },
    { id: 'f2', friction: 'silo', on: ['mkt', 'sal', 'it'], status: 'open' },
  ],
  prompts: [
    'Which tool started it, and who looks after it "on the side"?',
    'Where are the data, integration and reporting hours borrowed from?',
    'What would you name as the first plan or roadmap?',
  ],
  source: 'Pedowitz white paper on strategic marketing operations: stage 1',
  rebuiltFromText: false,
  pairs: ['M2'],
});
