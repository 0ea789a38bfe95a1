import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const d3 = defineTemplate({
  id: 'D3',
  name: 'AI and machine learning as an enterprise concern',
  group: 'straddles',
  when: 'Vendors ship AI inside marketing tools and the firm wants one set of rules.',
  elements: [
    stock('cio'),
    stock('cdo'),
    stock('cmo'),
    { id: 'aih', kind: 'centre', name: 'Enterprise AI hub', attributes: { hub: 'coe', fn: 'DAT', scope: 'global' } },
    { id: 'ms', kind: 'role', name: 'Marketing AI steward', attributes: { fn: 'MOP' } },
    stock('mop'),
    stock('pai', { scope: 'global' }),
    stock('pma', { scope: 'global', ai: 'off' }),
    stock('pds', { scope: 'global', ai: 'review' }),
    {
      id: 'c1',
      kind: 'card',
      name: 'Rule: enterprise services first; embedded features need a review',
      attributes: { type: 'decision' },
    },
  ],
  relations: [
    line('aih', 'reports', 'cdo'),
    line('ms', 'reports', 'cmo'),
    line('ms', 'dotted', 'cdo'),
    line('mop', 'reports', 'cmo'),
    line('aih', 'owns', 'pai'),
    line('mop', 'owns', 'pma'),
    line('mop', 'owns', 'pds'),
    line('pai', 'serves', 'mop'),
    line('aih', 'advises', 'mop'),
    line('ms', 'partners', 'aih'),
  ],
  zones: [
    { id: 'z1', zone: 'function', title: 'Enterprise', members: ['aih', 'pai'] },
    { id: 'z2', zone: 'function', title: 'Marketing', members: ['mop', 'ms', 'pma', 'pds'] },
  ],
  tigers: [],
  frictions: [{ id: 'f1', friction: 'ai-enterprise', on: ['pds', 'aih'], status: 'open' }],
  prompts: ['List every embedded AI feature in your platforms: on, off or under review?', 'Who may turn one on?'],
  source:
    'Real Story Group on how marketing operations evolves: AI paragraph; Published enterprise AI operating models',
  rebuiltFromText: false,
  pairs: [],
});
