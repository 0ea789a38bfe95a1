import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const p2 = defineTemplate({
  id: 'P2',
  name: 'Placed in IT',
  group: 'placement',
  when: 'Big systems or data work dominates and governance is weak.',
  elements: [
    stock('cmo'),
    stock('cio'),
    stock('mkt'),
    stock('mop'),
    stock('dmo', { sitsIn: 'mop' }),
    stock('idv'),
    stock('stc', { seats: ['MKT', 'IT'] }),
    stock('pma', { scope: 'global' }),
    stock('pcd', { scope: 'global' }),
    {
      id: 'c1',
      kind: 'card',
      name: 'Benefits: IT budget, prioritisation and technical strength; easier governance; a buffer for sensible push-back',
      attributes: { type: 'note' },
    },
    {
      id: 'c2',
      kind: 'card',
      name: "Risks: loses touch with marketing's problems; drifts from the CMO's vision; urgency fades behind other priorities",
      attributes: { type: 'note' },
    },
    { id: 'c3', kind: 'card', name: 'Works when: marketing pays for it', attributes: { type: 'note' } },
  ],
  relations: [
    line('mop', 'reports', 'cio'),
    line('dmo', 'reports', 'cio'),
    line('idv', 'reports', 'cio'),
    line('mkt', 'reports', 'cmo'),
    line('mop', 'dotted', 'cmo'),
    line('mop', 'serves', 'mkt'),
    line('mop', 'owns', 'pma'),
    line('idv', 'owns', 'pcd'),
    line('cmo', 'member', 'stc'),
    line('cio', 'member', 'stc'),
  ],
  zones: [
    { id: 'z1', zone: 'function', title: 'IT', members: ['cio', 'mop', 'dmo', 'idv'] },
    { id: 'z2', zone: 'function', title: 'Marketing', members: ['cmo', 'mkt'] },
  ],
  tigers: [],
  frictions: [{ id: 'f1', friction: 'priority-funding', on: ['cmo', 'mop'], status: 'open' }],
  prompts: [
    "Where is marketing's authority here: budget, seat, or neither?",
    'How long from request to live?',
    'Add the funding line and see which risks close.',
  ],
  source: 'Where a marketing-operations team should sit: IT option',
  rebuiltFromText: false,
  pairs: ['H2'],
});
