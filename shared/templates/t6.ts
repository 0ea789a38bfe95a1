import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const t6 = defineTemplate({
  id: 'T6',
  name: 'Platform replacement with integrator',
  group: 'tiger-teams',
  when: 'A core platform is swapped and business must go on.',
  elements: [
    stock('cio'),
    stock('cmo'),
    { id: 'core', kind: 'centre', name: 'Central martech core', attributes: { hub: 'core', fn: 'MOP' } },
    stock('idv'),
    stock('sin'),
    { id: 'po', kind: 'role', name: 'Programme owner', attributes: { fn: 'MOP', cap: ['pmo'] } },
    stock('lra'),
    stock('lrb'),
    { id: 'old', kind: 'platform', name: 'Outgoing platform', attributes: { layer: 4, scope: 'global' } },
    {
      id: 'new',
      kind: 'platform',
      name: 'Incoming platform',
      attributes: { layer: 4, scope: 'global', roadmap: true },
    },
  ],
  relations: [
    line('po', 'reports', 'core'),
    line('core', 'reports', 'cmo'),
    line('core', 'owns', 'old'),
    line('core', 'owns', 'new'),
    line('idv', 'reports', 'cio'),
    line('sin', 'serves', 'core', { what: 'build' }),
    line('idv', 'partners', 'sin'),
  ],
  zones: [],
  tigers: [
    {
      id: 't1',
      name: 'Build',
      members: { po: 40, core: 25, idv: 20, sin: 80 },
      sponsor: 'cio',
      lead: 'po',
      start: 0,
      end: 24,
    },
    { id: 't2', name: 'Market cut-over', members: { core: 20, lra: 25, lrb: 25 }, sponsor: 'cmo', start: 16, end: 30 },
  ],
  frictions: [{ id: 'f1', friction: 'si-dependency', on: ['sin', 'core'], status: 'open' }],
  prompts: ['Which team carries both worlds, and for how long?', 'Exit date of the integrator?'],
  source: 'Real Story Group on how marketing operations evolves: systems integrators',
  rebuiltFromText: false,
  pairs: [],
});
