import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const p1 = defineTemplate({
  id: 'P1',
  name: 'Placed in marketing',
  group: 'placement',
  when: 'The CMO treats MOps as an adviser and understands tools and governance.',
  elements: [
    stock('cmo'),
    stock('cio'),
    stock('mkt'),
    stock('mop'),
    stock('dmo', { sitsIn: 'mop' }),
    stock('idv'),
    stock('stc', { seats: ['MKT', 'IT'] }),
    stock('pma', { scope: 'global' }),
    {
      id: 'c1',
      kind: 'card',
      name: "Benefits: marketing knowledge and empathy; focus on what matters; agility behind the CMO's vision; marketers who respect process",
      attributes: { type: 'note' },
    },
    {
      id: 'c2',
      kind: 'card',
      name: 'Risks: no buffer if governance is bypassed; far from IT, large integration and data work is hard to fund',
      attributes: { type: 'note' },
    },
    {
      id: 'c3',
      kind: 'card',
      name: 'Works when: CMO partners and understands; CMO and CIO close; work argued in revenue and return',
      attributes: { type: 'note' },
    },
  ],
  relations: [
    line('mkt', 'reports', 'cmo'),
    line('mop', 'reports', 'cmo'),
    line('dmo', 'reports', 'cmo'),
    line('mop', 'serves', 'mkt'),
    line('mop', 'owns', 'pma'),
    line('cmo', 'partners', 'cio'),
    line('cmo', 'member', 'stc'),
    line('cio', 'member', 'stc'),
    line('mop', 'dotted', 'cio'),
  ],
  zones: [
    { id: 'z1', zone: 'function', title: 'Marketing', members: ['cmo', 'mkt', 'mop', 'dmo'] },
    { id: 'z2', zone: 'function', title: 'IT', members: ['cio', 'idv'] },
  ],
  tigers: [],
  frictions: [
    { id: 'f1', friction: 'governance-bypass', on: ['cmo', 'mop'], status: 'open' },
    { id: 'f2', friction: 'priority-funding', on: ['mop', 'idv'], status: 'open' },
  ],
  prompts: [
    "How does a large data project get onto IT's list?",
    'What happens when a campaign breaks the rules?',
    "What value must a request show to beat the CIO's other work?",
  ],
  source: 'Where a marketing-operations team should sit: marketing option',
  rebuiltFromText: false,
  pairs: ['H1'],
});
