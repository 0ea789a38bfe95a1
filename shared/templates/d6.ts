import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const d6 = defineTemplate({
  id: 'D6',
  name: 'Systems-integrator heavy lift',
  group: 'straddles',
  when: 'A large build exceeds in-house back-end skill.',
  elements: [
    stock('cmo'),
    stock('cio'),
    { id: 'core', kind: 'centre', name: 'Central martech core', attributes: { hub: 'core', fn: 'MOP' } },
    stock('idv'),
    stock('sin'),
    stock('ven'),
    { id: 'po', kind: 'role', name: 'Programme owner', attributes: { fn: 'MOP', cap: ['pmo'] } },
    stock('pcd', { scope: 'global' }),
    { id: 'kt', kind: 'card', name: 'Knowledge transfer and exit date', attributes: { type: 'decision' } },
    { id: 'ktf', kind: 'function', name: 'Knowledge transfer', attributes: { cap: ['train'] } },
  ],
  relations: [
    line('core', 'reports', 'cmo'),
    line('po', 'reports', 'cmo'),
    line('sin', 'serves', 'core', { what: 'build' }),
    line('sin', 'owns', 'pcd', { right: 'operates' }),
    line('core', 'owns', 'pcd'),
    line('ven', 'serves', 'core', { what: 'platform' }),
    line('idv', 'partners', 'sin'),
    line('po', 'owns', 'ktf'),
    line('po', 'partners', 'sin'),
  ],
  zones: [],
  tigers: [],
  frictions: [
    { id: 'f1', friction: 'si-dependency', on: ['sin', 'core'], status: 'open' },
    { id: 'f2', friction: 'backend-talent', on: ['core'], status: 'open' },
  ],
  prompts: [
    'What can nobody inside change today?',
    'When does the integrator leave, and what must be learned by then?',
    'Whose interest does the partner serve?',
  ],
  source:
    'Real Story Group on how marketing operations evolves: systems integrators; Aligning marketing and IT: way three',
  rebuiltFromText: false,
  pairs: [],
});
