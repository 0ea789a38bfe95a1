import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const j1 = defineTemplate({
  id: 'J1',
  name: 'Customer-journey line of sight',
  group: 'orchestration',
  when: 'Testing whether marketing, sales and support share one model of the customer.',
  elements: [
    stock('mkt'),
    stock('sal'),
    stock('svc'),
    stock('mop'),
    { id: 'a1', kind: 'function', name: 'Acquisition stages', attributes: { cap: ['process'] } },
    { id: 'x1', kind: 'function', name: 'Expansion stages', attributes: { cap: ['process'] } },
    stock('pcd', { scope: 'global' }),
    {
      id: 'm1',
      kind: 'card',
      name: 'Performance and accountability per function',
      attributes: { type: 'metric', metric: 'lifecycle' },
    },
    {
      id: 'q1',
      kind: 'card',
      name: 'Investment per stage: technology, process, data, people, content',
      attributes: { type: 'question' },
    },
  ],
  relations: [
    line('mkt', 'owns', 'a1'),
    line('sal', 'owns', 'a1'),
    line('svc', 'owns', 'x1'),
    line('sal', 'owns', 'x1'),
    line('mop', 'owns', 'pcd'),
    line('pcd', 'serves', 'mkt'),
    line('pcd', 'serves', 'sal'),
    line('pcd', 'serves', 'svc'),
  ],
  zones: [
    { id: 'z1', zone: 'journey', title: 'Acquisition', members: ['a1', 'mkt'] },
    { id: 'z2', zone: 'journey', title: 'Expansion', members: ['x1', 'svc'] },
  ],
  tigers: [],
  frictions: [{ id: 'f1', friction: 'unclear-owner', on: ['a1', 'x1'], status: 'open' }],
  prompts: [
    'Is the firm led by customer or product?',
    'Same model in marketing, sales and support?',
    "Can you see each buyer's stage?",
    'Where is the money spent by stage?',
    'Goal first: revenue (look right), engagement (whole), net-new (look left).',
  ],
  source: 'Pedowitz white paper on strategic marketing operations: customer journey criteria',
  rebuiltFromText: false,
  pairs: [],
});
