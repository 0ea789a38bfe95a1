import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const g2 = defineTemplate({
  id: 'G2',
  name: 'Core stack team with platform roadmaps',
  group: 'global-local',
  when: "Someone must define the stack and set each platform's direction.",
  elements: [
    stock('cmo'),
    { id: 'core', kind: 'centre', name: 'Stack core team', attributes: { hub: 'core', fn: 'MOP', scope: 'global' } },
    { id: 'hs', kind: 'role', name: 'Stack leader', sitsIn: 'core', attributes: { fn: 'MOP', lvl: 3 } },
    { id: 'p3', kind: 'role', name: 'Product manager: outbound', sitsIn: 'core', attributes: { fn: 'MOP' } },
    { id: 'p2', kind: 'role', name: 'Product manager: content', sitsIn: 'core', attributes: { fn: 'MOP' } },
    { id: 'p1', kind: 'role', name: 'Product manager: customer data', sitsIn: 'core', attributes: { fn: 'MOP' } },
    stock('pcd', { scope: 'global', roadmap: true }),
    stock('pdm', { scope: 'global', roadmap: true }),
    stock('pma', { scope: 'global', roadmap: true }),
    stock('lra'),
    stock('lrb'),
  ],
  relations: [
    line('core', 'reports', 'cmo'),
    line('hs', 'reports', 'cmo'),
    line('p1', 'reports', 'hs'),
    line('p2', 'reports', 'hs'),
    line('p3', 'reports', 'hs'),
    line('p1', 'owns', 'pcd'),
    line('p2', 'owns', 'pdm'),
    line('p3', 'owns', 'pma'),
    line('core', 'serves', 'lra', { what: 'platform' }),
    line('core', 'serves', 'lrb', { what: 'platform' }),
    line('core', 'advises', 'lra'),
    line('core', 'advises', 'lrb'),
  ],
  zones: [
    { id: 'z1', zone: 'scope', title: 'Global', members: ['core', 'hs', 'p1', 'p2', 'p3'] },
    { id: 'z2', zone: 'scope', title: 'Local', members: ['lra', 'lrb'] },
  ],
  tigers: [],
  frictions: [],
  prompts: ['Which roadmap has no owner?', 'How do execution teams put items on it?'],
  source: 'Real Story Group on how marketing operations evolves: growing operational control',
  rebuiltFromText: false,
  pairs: [],
});
