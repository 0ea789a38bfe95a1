import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const h5 = defineTemplate({
  id: 'H5',
  name: 'Broker pair',
  group: 'marketing-it',
  when: 'Two teams need translators, not a reorganisation.',
  elements: [
    stock('cmo'),
    stock('cio'),
    stock('mkt'),
    stock('it'),
    { id: 'tm', kind: 'role', name: 'Marketing technologist', sitsIn: 'mkt', attributes: { fn: 'MKT' } },
    { id: 'ba', kind: 'role', name: 'Martech business adviser', sitsIn: 'it', attributes: { fn: 'IT' } },
  ],
  relations: [
    line('mkt', 'reports', 'cmo'),
    line('it', 'reports', 'cio'),
    line('tm', 'reports', 'cmo'),
    line('ba', 'reports', 'cio'),
    line('tm', 'partners', 'ba'),
    line('ba', 'advises', 'mkt'),
    line('tm', 'advises', 'it'),
  ],
  zones: [
    { id: 'z1', zone: 'function', title: 'Marketing', members: ['cmo', 'mkt', 'tm'] },
    { id: 'z2', zone: 'function', title: 'IT', members: ['cio', 'it', 'ba'] },
  ],
  tigers: [],
  frictions: [],
  prompts: ['What may the two agree without their bosses?', 'Which request last crossed the gap, and how?'],
  source: 'Aligning marketing and IT: way six',
  rebuiltFromText: false,
  pairs: [],
});
