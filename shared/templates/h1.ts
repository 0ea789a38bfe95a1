import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const h1 = defineTemplate({
  id: 'H1',
  name: 'Marketing-funded seats on the IT bench',
  group: 'marketing-it',
  when: 'MOps stays in marketing but needs reliable engineering.',
  elements: [
    stock('cmo'),
    stock('cio'),
    stock('mop'),
    stock('idv'),
    {
      id: 'd1',
      kind: 'role',
      name: 'Dedicated martech engineer',
      sitsIn: 'idv',
      attributes: { fn: 'IT', fte: 2, cap: ['tech'] },
    },
    stock('pcd', { scope: 'global' }),
  ],
  relations: [
    line('mop', 'reports', 'cmo'),
    line('idv', 'reports', 'cio'),
    line('d1', 'reports', 'cio'),
    line('d1', 'dotted', 'cmo'),
    line('cmo', 'funds', 'd1', { pct: 100 }),
    line('d1', 'serves', 'mop', { what: 'integration' }),
    line('idv', 'owns', 'pcd'),
  ],
  zones: [
    { id: 'z1', zone: 'function', title: 'Marketing', members: ['cmo', 'mop'] },
    { id: 'z2', zone: 'function', title: 'IT', members: ['cio', 'idv', 'd1'] },
  ],
  tigers: [],
  frictions: [
    {
      id: 'f1',
      friction: 'priority-funding',
      on: ['mop', 'idv'],
      status: 'mitigated',
      mitigation: 'seats paid by marketing',
    },
  ],
  prompts: ['How many seats, and who sets their backlog?', 'What if IT re-assigns them in a crisis?'],
  source: 'Where a marketing-operations team should sit: marketing option, works-when',
  rebuiltFromText: false,
  pairs: ['P1'],
});
