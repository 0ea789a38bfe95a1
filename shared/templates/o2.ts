import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const o2 = defineTemplate({
  id: 'O2',
  name: 'Orchestration across the enterprise',
  group: 'orchestration',
  when: 'Marketing operations represents marketing in company programmes.',
  elements: [
    stock('cmo'),
    stock('mop'),
    {
      id: 'ol',
      kind: 'role',
      name: 'Operations orchestrator',
      sitsIn: 'mop',
      attributes: { fn: 'MOP', cap: ['orchestrate', 'train'], persona: { orchestrator: 100 } },
    },
    stock('prd'),
    stock('leg'),
    stock('it'),
    stock('prc'),
    stock('sal'),
    {
      id: 'd1',
      kind: 'function',
      name: 'Product: launch timing, brand standards',
      attributes: { cap: ['orchestrate'] },
    },
    {
      id: 'd2',
      kind: 'function',
      name: 'Legal: marketing-mail and privacy rules, preferences',
      attributes: { cap: ['orchestrate'] },
    },
    {
      id: 'd3',
      kind: 'function',
      name: 'IT and procurement: stack, vendor evaluation and negotiation, integration, data',
      attributes: { cap: ['orchestrate'] },
    },
    { id: 'd4', kind: 'function', name: 'Training and deployment', attributes: { cap: ['train'] } },
  ],
  relations: [
    line('mop', 'reports', 'cmo'),
    line('ol', 'reports', 'cmo'),
    line('ol', 'owns', 'd1'),
    line('ol', 'owns', 'd2'),
    line('ol', 'owns', 'd3'),
    line('ol', 'owns', 'd4'),
    line('mop', 'partners', 'prd'),
    line('mop', 'partners', 'leg'),
    line('mop', 'partners', 'it'),
    line('mop', 'partners', 'prc'),
    line('mop', 'partners', 'sal'),
  ],
  zones: [
    { id: 'z1', zone: 'function', title: 'Enterprise programme', members: ['mop', 'prd', 'leg', 'it', 'prc', 'sal'] },
  ],
  tigers: [],
  frictions: [],
  prompts: [
    'For each function: who is your primary contact, and what do you coordinate?',
    'Which function has no line yet?',
    'What share of the year is training?',
  ],
  source: 'The four marketing-operations personas: symphony-level orchestration',
  rebuiltFromText: false,
  pairs: [],
});
