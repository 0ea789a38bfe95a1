import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const t8 = defineTemplate({
  id: 'T8',
  name: 'Standing pod (not a tiger team)',
  group: 'tiger-teams',
  when: 'The "temporary" team has no end date and owns an outcome.',
  elements: [
    stock('cmo'),
    { id: 'pod', kind: 'unit', name: 'Outcome pod', attributes: { fn: 'MKT', fte: 6 } },
    { id: 'po', kind: 'role', name: 'Pod owner', sitsIn: 'pod', attributes: { fn: 'MKT' } },
    { id: 'a1', kind: 'role', name: 'Analyst', sitsIn: 'pod', attributes: { fn: 'DAT' } },
    { id: 'a2', kind: 'role', name: 'Content maker', sitsIn: 'pod', attributes: { fn: 'MKT' } },
    { id: 'a3', kind: 'role', name: 'Channel specialist', sitsIn: 'pod', attributes: { fn: 'MKT' } },
    { id: 'a4', kind: 'role', name: 'Marketing technologist', sitsIn: 'pod', attributes: { fn: 'MOP' } },
    { id: 'core', kind: 'centre', name: 'Central martech core', attributes: { hub: 'core', fn: 'MOP' } },
  ],
  relations: [
    line('pod', 'reports', 'cmo'),
    line('po', 'reports', 'cmo'),
    line('core', 'serves', 'pod', { what: 'platform' }),
    line('a1', 'dotted', 'core'),
    line('a4', 'dotted', 'core'),
  ],
  zones: [{ id: 'z1', zone: 'function', title: 'Pod', members: ['pod', 'po', 'a1', 'a2', 'a3', 'a4'] }],
  tigers: [],
  frictions: [],
  prompts: ['Give it a charter and budget, or give people back.', 'Which line functions lost people for good?'],
  source:
    'BCG on agile marketing pods, 2023; Team Topologies newsletter, 2025 (endless collaboration is an undefined interaction)',
  rebuiltFromText: false,
  pairs: ['T2'],
});
