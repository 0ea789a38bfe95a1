import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const m2 = defineTemplate({
  id: 'M2',
  name: 'Stage 2, efficient',
  group: 'maturity',
  when: 'One person or a small strike team spends most of the week making the tools work; little budget, low visibility.',
  elements: [
    stock('cmo'),
    stock('mkt'),
    stock('mop', { fte: 1.5, informal: true }),
    {
      id: 'ms',
      kind: 'role',
      name: 'Marketing technology specialist',
      sitsIn: 'mop',
      attributes: { fn: 'MOP', fte: 1, cap: ['tech', 'process'], lvl: 5 },
    },
    stock('pma', { scope: 'local' }),
    stock('pcr', { scope: 'global' }),
    stock('pan', { scope: 'local' }),
    { id: 'f1n', kind: 'function', name: 'Select, implement, integrate', attributes: { cap: ['tech'] } },
    { id: 'f2n', kind: 'function', name: 'Data hygiene', attributes: { cap: ['data'] } },
    { id: 'f3n', kind: 'function', name: 'Basic reporting', attributes: { cap: ['measure'] } },
    {
      id: 'c1',
      kind: 'card',
      name: 'Unwritten: automate and do things well',
      attributes: { type: 'charter', charter: 'efficiency' },
    },
    { id: 'c2', kind: 'card', name: 'Hours saved; campaign counts', attributes: { type: 'metric' } },
  ],
  relations: [
    line('mkt', 'reports', 'cmo'),
    line('mop', 'reports', 'cmo'),
    line('ms', 'owns', 'pma'),
    line('ms', 'owns', 'f1n'),
    line('ms', 'owns', 'f2n'),
    line('ms', 'owns', 'f3n'),
    line('mop', 'serves', 'mkt', { what: 'reporting' }),
    line('pma', 'serves', 'mkt'),
    line('pcr', 'serves', 'mop', { what: 'data' }),
    line('pan', 'serves', 'mkt'),
  ],
  zones: [{ id: 'z1', zone: 'function', title: 'Marketing', members: ['mkt', 'mop', 'ms', 'pma', 'pan'] }],
  tigers: [],
  frictions: [
    { id: 'f1', friction: 'priority-funding', on: ['mop'], status: 'open' },
    { id: 'f2', friction: 'silo', on: ['mop', 'pcr'], status: 'open' },
  ],
  prompts: [
    'What share of this role is really protected time?',
    'Which best practices are written down?',
    'Who outside marketing knows what this team does?',
  ],
  source: 'Pedowitz white paper on strategic marketing operations: stage 2',
  rebuiltFromText: true,
  pairs: ['M1', 'M3'],
});
