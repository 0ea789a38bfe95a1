import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const t4 = defineTemplate({
  id: 'T4',
  name: 'Privacy and compliance response',
  group: 'tiger-teams',
  when: 'A rule changes and every market must follow by a date.',
  elements: [
    stock('leg'),
    stock('it'),
    stock('mop'),
    { id: 'core', kind: 'centre', name: 'Central martech core', attributes: { hub: 'core', fn: 'MOP' } },
    stock('lra'),
    stock('lrb'),
    stock('lrc'),
    { id: 'po', kind: 'role', name: 'Privacy operations lead', attributes: { fn: 'LEG' } },
    stock('pcn', { scope: 'global' }),
    stock('pma', { scope: 'global' }),
  ],
  relations: [
    line('po', 'reports', 'leg'),
    line('core', 'owns', 'pma'),
    line('po', 'owns', 'pcn'),
    line('core', 'advises', 'lra'),
    line('core', 'advises', 'lrb'),
    line('core', 'advises', 'lrc'),
  ],
  zones: [{ id: 'z1', zone: 'scope', title: 'Local', members: ['lra', 'lrb', 'lrc'] }],
  tigers: [
    {
      id: 't1',
      name: 'Rule change',
      members: { po: 50, core: 20, it: 10, lra: 15, lrb: 15, lrc: 15 },
      sponsor: 'leg',
      lead: 'po',
      start: 0,
      end: 9,
    },
  ],
  frictions: [],
  prompts: ['Which local variation is allowed?', 'Who signs that a market is done?'],
  source:
    'Real Story Group on how marketing operations evolves: compliance; The four marketing-operations personas: legal duties',
  rebuiltFromText: false,
  pairs: [],
});
