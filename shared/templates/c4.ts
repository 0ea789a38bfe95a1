import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const c4 = defineTemplate({
  id: 'C4',
  name: 'Combined operations with two bosses',
  group: 'combined',
  when: 'A joint team answers to marketing and sales equally; also the base for adding support or engineering.',
  elements: [
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
    line('hd', 'dotted', 'cro'),
    line('cop', 'dotted', 'cro'),
    line('cop', 'owns', 'pcr'),
    line('cop', 'owns', 'pma'),
    line('cop', 'serves', 'mkt'),
    line('cop', 'serves', 'sal'),
    line('cop', 'serves', 'svc'),
    line('cmo', 'funds', 'cop', { pct: 50 }),
    line('cro', 'funds', 'cop', { pct: 50 }),
    line('cop', 'partners', 'svc'),
  ],
  zones: [
    { id: 'z1', zone: 'journey', title: 'Acquisition', members: ['mkt', 'pma'] },
    { id: 'z2', zone: 'journey', title: 'Expansion', members: ['sal', 'svc', 'pcr'] },
  ],
  tigers: [],
  frictions: [],
  prompts: ['Name the tie-breaker.', 'What would change if support joined?'],
  source: 'Pedowitz white paper on strategic marketing operations: reporting options, extension note',
  rebuiltFromText: false,
  pairs: ['C3'],
});
