import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const g6 = defineTemplate({
  id: 'G6',
  name: 'Compliance framework with local privacy support',
  group: 'global-local',
  when: 'Local rules keep multiplying and one framework must serve them.',
  elements: [
    stock('leg'),
    {
      id: 'core',
      kind: 'centre',
      name: 'Central martech core',
      attributes: { hub: 'core', fn: 'MOP', scope: 'global' },
    },
    {
      id: 'po',
      kind: 'centre',
      name: 'Privacy and compliance operations',
      attributes: { hub: 'core', fn: 'LEG', scope: 'global' },
    },
    stock('lra'),
    stock('lrb'),
    stock('lrc'),
    stock('pcn', { scope: 'global' }),
    stock('pma', { scope: 'global' }),
    {
      id: 'f1n',
      kind: 'function',
      name: 'Marketing-mail, data-protection and preference rules',
      attributes: { cap: ['process'] },
    },
  ],
  relations: [
    line('po', 'reports', 'leg'),
    line('core', 'partners', 'po'),
    line('po', 'owns', 'pcn'),
    line('po', 'owns', 'f1n'),
    line('po', 'advises', 'lra'),
    line('po', 'advises', 'lrb'),
    line('po', 'advises', 'lrc'),
    line('core', 'owns', 'pma'),
    line('pcn', 'serves', 'pma', { what: 'consent' }),
  ],
  zones: [
    { id: 'z1', zone: 'scope', title: 'Global', members: ['core', 'po', 'pcn', 'pma'] },
    { id: 'z2', zone: 'scope', title: 'Local', members: ['lra', 'lrb', 'lrc'] },
  ],
  tigers: [],
  frictions: [],
  prompts: ['Which region has a rule nobody central knows?', 'Who can stop a send?'],
  source:
    'Real Story Group on how marketing operations evolves: compliance; The four marketing-operations personas: legal duties',
  rebuiltFromText: false,
  pairs: [],
});
