import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const t2 = defineTemplate({
  id: 'T2',
  name: 'Chartered sprint',
  group: 'tiger-teams',
  when: 'One hard problem, few weeks, named sponsor.',
  elements: [
    stock('cmo'),
    { id: 'core', kind: 'centre', name: 'Central martech core', attributes: { hub: 'core', fn: 'MOP' } },
    { id: 'tl', kind: 'role', name: 'Tiger-team lead', attributes: { fn: 'MOP' } },
    { id: 's1', kind: 'role', name: 'Platform specialist', attributes: { fn: 'MOP', cap: ['tech'] } },
    { id: 's2', kind: 'role', name: 'Data specialist', attributes: { fn: 'DAT', cap: ['data'] } },
    { id: 's3', kind: 'role', name: 'Campaign specialist', attributes: { fn: 'MKT', cap: ['execute'] } },
    {
      id: 'c1',
      kind: 'card',
      name: 'Problem, outcome, limits, exit test',
      attributes: { type: 'charter', charter: 'tiger' },
    },
  ],
  relations: [line('tl', 'reports', 'core'), line('s1', 'reports', 'core'), line('core', 'reports', 'cmo')],
  zones: [],
  tigers: [
    {
      id: 't1',
      name: 'Chartered sprint',
      members: { tl: 60, s1: 50, s2: 40, s3: 40 },
      sponsor: 'cmo',
      lead: 'tl',
      start: 0,
      end: 6,
    },
  ],
  frictions: [],
  prompts: ['Say the exit test in one sentence.', 'Who refuses extra scope?', 'What must stop while this runs?'],
  source: 'Real Story Group on how marketing operations evolves: tiger teams; Tiger team, origin and definition, 1964',
  rebuiltFromText: false,
  pairs: ['T8'],
});
