import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const t3 = defineTemplate({
  id: 'T3',
  name: 'Product-launch team',
  group: 'tiger-teams',
  when: 'A product release needs one coordinated market moment.',
  elements: [
    stock('cmo'),
    stock('prd'),
    stock('pmk'),
    stock('dem'),
    stock('brd'),
    stock('mop'),
    stock('agc'),
    {
      id: 'ol',
      kind: 'role',
      name: 'Launch orchestrator',
      sitsIn: 'mop',
      attributes: { fn: 'MOP', cap: ['orchestrate'] },
    },
  ],
  relations: [
    line('pmk', 'reports', 'cmo'),
    line('dem', 'reports', 'cmo'),
    line('brd', 'reports', 'cmo'),
    line('mop', 'reports', 'cmo'),
    line('ol', 'reports', 'cmo'),
    line('mop', 'partners', 'prd'),
    line('agc', 'serves', 'brd', { what: 'content' }),
  ],
  zones: [],
  tigers: [
    {
      id: 't1',
      name: 'Launch',
      members: { ol: 50, prd: 20, pmk: 40, dem: 30, brd: 30, agc: 30 },
      sponsor: 'cmo',
      lead: 'ol',
      start: 0,
      end: 10,
    },
  ],
  frictions: [],
  prompts: ['Who owns brand standards on the day?', 'Which date moves if engineering slips?'],
  source: 'The four marketing-operations personas: product duties',
  rebuiltFromText: false,
  pairs: [],
});
