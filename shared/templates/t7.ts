import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const t7 = defineTemplate({
  id: 'T7',
  name: 'Account-campaign squad',
  group: 'tiger-teams',
  when: 'A small squad runs tailored programmes for chosen accounts under one shared measure.',
  elements: [
    stock('cmo'),
    stock('cro'),
    { id: 'l1', kind: 'role', name: 'Squad lead', attributes: { fn: 'MKT' } },
    { id: 's1', kind: 'role', name: 'Analytics specialist', attributes: { fn: 'DAT' } },
    { id: 's2', kind: 'role', name: 'Content specialist', attributes: { fn: 'MKT' } },
    { id: 's3', kind: 'role', name: 'Web and inbound specialist', attributes: { fn: 'MKT' } },
    { id: 's4', kind: 'role', name: 'Outbound specialist', attributes: { fn: 'MKT' } },
    { id: 's5', kind: 'role', name: 'Communications specialist', attributes: { fn: 'MKT' } },
    { id: 's6', kind: 'role', name: 'Sales enablement specialist', attributes: { fn: 'SAL' } },
    { id: 's7', kind: 'role', name: 'Social specialist', attributes: { fn: 'MKT' } },
    stock('sal'),
    {
      id: 'c1',
      kind: 'card',
      name: 'One goal for all: closed deals in the chosen accounts',
      attributes: { type: 'metric', metric: 'financial' },
    },
  ],
  relations: [line('l1', 'reports', 'cmo'), line('s6', 'reports', 'cro'), line('sal', 'reports', 'cro')],
  zones: [],
  tigers: [
    {
      id: 't1',
      name: 'Account squad',
      members: { l1: 60, s1: 50, s2: 50, s3: 40, s4: 40, s5: 30, s6: 40, s7: 30 },
      sponsor: 'cmo',
      lead: 'l1',
      start: 0,
      end: 16,
    },
  ],
  frictions: [],
  prompts: ['Do all specialists share one measure?', 'Copy the squad per persona: which specialist runs out first?'],
  source: 'Eight-member account squad, from a repost of an analyst article',
  rebuiltFromText: false,
  pairs: [],
});
