import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const h6 = defineTemplate({
  id: 'H6',
  name: 'Chief customer officer bridge',
  group: 'marketing-it',
  when: 'A single owner of the customer must be able to decide for both sides.',
  elements: [
    stock('ceo'),
    stock('cco'),
    stock('cmo'),
    stock('cio'),
    stock('mop'),
    stock('svc'),
    { id: 'cx', kind: 'function', name: 'Customer experience', attributes: { cap: ['insight'] } },
    stock('pcd', { scope: 'global' }),
  ],
  relations: [
    line('cco', 'reports', 'ceo'),
    line('cmo', 'reports', 'ceo'),
    line('cio', 'reports', 'ceo'),
    line('mop', 'reports', 'cco'),
    line('svc', 'reports', 'cco'),
    line('cco', 'owns', 'cx'),
    line('cco', 'owns', 'pcd'),
    line('cco', 'partners', 'cmo'),
    line('cco', 'partners', 'cio'),
  ],
  zones: [
    { id: 'z1', zone: 'function', title: 'Customer', members: ['cco', 'mop', 'svc'] },
    { id: 'z2', zone: 'function', title: 'Marketing', members: ['cmo'] },
    { id: 'z3', zone: 'function', title: 'IT', members: ['cio'] },
  ],
  tigers: [],
  frictions: [],
  prompts: ['Which decisions moved to this role, and which stayed?', 'Does it hold budget or only influence?'],
  source: 'Aligning marketing and IT: way six',
  rebuiltFromText: false,
  pairs: [],
});
