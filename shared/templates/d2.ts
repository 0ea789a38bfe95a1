import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const d2 = defineTemplate({
  id: 'D2',
  name: 'Analytics bridge, hub and embedded analysts',
  group: 'straddles',
  when: 'Standards in one place, analysts where decisions are made.',
  elements: [
    stock('cmo'),
    stock('cdo'),
    { id: 'ahub', kind: 'centre', name: 'Analytics centre', attributes: { hub: 'coe', fn: 'DAT', scope: 'global' } },
    {
      id: 'e1',
      kind: 'role',
      name: 'Embedded marketing analyst',
      sitsIn: 'mop',
      attributes: { fn: 'DAT', cap: ['measure'] },
    },
    stock('mop'),
    { id: 'an1', kind: 'function', name: 'Standards, identity, pipelines', attributes: { cap: ['data'] } },
    { id: 'an2', kind: 'function', name: 'Campaign questions and tests', attributes: { cap: ['measure'] } },
    stock('pan', { scope: 'global' }),
    { id: 'txn', kind: 'platform', name: 'Sales transaction data', attributes: { layer: 1, scope: 'global' } },
  ],
  relations: [
    line('ahub', 'reports', 'cdo'),
    line('mop', 'reports', 'cmo'),
    line('e1', 'reports', 'ahub'),
    line('e1', 'dotted', 'cmo'),
    line('ahub', 'owns', 'an1'),
    line('e1', 'owns', 'an2'),
    line('ahub', 'owns', 'pan'),
    line('ahub', 'owns', 'txn'),
    line('txn', 'serves', 'mop', { what: 'data' }),
    line('ahub', 'advises', 'mop'),
  ],
  zones: [
    { id: 'z1', zone: 'function', title: 'Marketing', members: ['mop', 'e1'] },
    { id: 'z2', zone: 'function', title: 'Data and BI', members: ['ahub', 'pan', 'txn'] },
  ],
  tigers: [],
  frictions: [
    {
      id: 'f1',
      friction: 'analytics-straddle',
      on: ['mop', 'ahub'],
      status: 'mitigated',
      mitigation: 'embedded analysts, shared backlog, agreed formulas',
    },
  ],
  prompts: ["Who sets the analyst's week?", 'Which formula must finance agree?'],
  source:
    'Real Story Group on how marketing operations evolves: analytics friction; Pedowitz on central and embedded analytics',
  rebuiltFromText: false,
  pairs: ['D1'],
});
