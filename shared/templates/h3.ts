import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const h3 = defineTemplate({
  id: 'H3',
  name: 'Blended marketing-IT partnership',
  group: 'marketing-it',
  when: 'The supplier/customer split between the two teams has failed.',
  elements: [
    stock('cmo'),
    stock('cio'),
    stock('mkt'),
    stock('it'),
    { id: 'bt', kind: 'unit', name: 'Joint martech team', attributes: { fn: 'MOP' } },
    { id: 'bo', kind: 'role', name: 'Product owner (marketing)', sitsIn: 'bt', attributes: { fn: 'MKT' } },
    { id: 'te', kind: 'role', name: 'Technical lead (IT)', sitsIn: 'bt', attributes: { fn: 'IT' } },
    {
      id: 'ag',
      kind: 'card',
      name: 'Shared vision, joint roadmap, one operating rhythm',
      attributes: { type: 'charter', charter: 'joint' },
    },
    stock('pma', { scope: 'global' }),
  ],
  relations: [
    line('bo', 'reports', 'cmo'),
    line('te', 'reports', 'cio'),
    line('bt', 'dotted', 'cmo'),
    line('bt', 'dotted', 'cio'),
    line('mkt', 'partners', 'it'),
    line('bt', 'owns', 'pma'),
    line('cmo', 'funds', 'bt', { pct: 50 }),
    line('cio', 'funds', 'bt', { pct: 50 }),
  ],
  zones: [
    { id: 'z1', zone: 'function', title: 'Marketing', members: ['cmo', 'mkt', 'bt', 'bo'] },
    { id: 'z2', zone: 'function', title: 'IT', members: ['cio', 'it', 'bt', 'te'] },
  ],
  tigers: [],
  frictions: [
    {
      id: 'f1',
      friction: 'it-embed-vs-partner',
      on: ['bt'],
      status: 'mitigated',
      mitigation: 'shared team in the overlap',
    },
  ],
  prompts: [
    'Which practices were adapted for both sides rather than copied?',
    'What stays core marketing, what stays core IT?',
    'Which customer problem leads the roadmap?',
  ],
  source: 'Aligning marketing and IT: six ways, hybrid partnership',
  rebuiltFromText: false,
  pairs: [],
});
