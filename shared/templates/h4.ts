import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const h4 = defineTemplate({
  id: 'H4',
  name: 'Marketing technology office',
  group: 'marketing-it',
  when: 'Alignment needs a standing function between marketing and IT.',
  elements: [
    stock('cmo'),
    stock('cio'),
    { id: 'mto', kind: 'centre', name: 'Marketing technology office', attributes: { hub: 'core', fn: 'MOP' } },
    { id: 'hto', kind: 'role', name: 'Head of marketing technology', sitsIn: 'mto', attributes: { fn: 'MOP', lvl: 3 } },
    { id: 'ar', kind: 'role', name: 'Martech architect', sitsIn: 'mto', attributes: { fn: 'IT', cap: ['tech'] } },
    {
      id: 'vm',
      kind: 'role',
      name: 'Vendor and contract manager',
      sitsIn: 'mto',
      attributes: { fn: 'PRC', cap: ['vendor'] },
    },
    stock('mkt'),
    stock('it'),
    stock('pma', { scope: 'global' }),
    stock('pcd', { scope: 'global' }),
    { id: 'f1n', kind: 'function', name: 'Buying digital technology', attributes: { cap: ['vendor'] } },
    { id: 'f2n', kind: 'function', name: 'Customer data management', attributes: { cap: ['data'] } },
  ],
  relations: [
    line('mto', 'reports', 'cmo'),
    line('hto', 'reports', 'cmo'),
    line('hto', 'dotted', 'cio'),
    line('ar', 'reports', 'hto'),
    line('vm', 'reports', 'hto'),
    line('mto', 'owns', 'pma'),
    line('mto', 'owns', 'f1n'),
    line('it', 'owns', 'pcd'),
    line('it', 'owns', 'f2n'),
    line('mto', 'partners', 'it'),
    line('mto', 'serves', 'mkt'),
    line('mto', 'advises', 'it'),
  ],
  zones: [
    { id: 'z1', zone: 'function', title: 'Marketing', members: ['cmo', 'mkt', 'mto'] },
    { id: 'z2', zone: 'function', title: 'IT', members: ['cio', 'it'] },
  ],
  tigers: [],
  frictions: [],
  prompts: ['Who owns customer experience?', 'Who manages customer data?', 'Who buys?', 'Who answers when it fails?'],
  source: 'Aligning marketing and IT: Gartner figure, not in the text, ownership questions',
  rebuiltFromText: true,
  pairs: [],
});
