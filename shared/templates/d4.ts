import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const d4 = defineTemplate({
  id: 'D4',
  name: 'IT embedded in martech',
  group: 'straddles',
  when: 'Build speed and context matter more than engineering career paths.',
  elements: [
    stock('cmo'),
    stock('cio'),
    { id: 'core', kind: 'centre', name: 'Central martech core', attributes: { hub: 'core', fn: 'MOP' } },
    {
      id: 'e1',
      kind: 'role',
      name: 'Embedded back-end developer',
      sitsIn: 'core',
      attributes: { fn: 'IT', fte: 2, cap: ['tech'] },
    },
    {
      id: 'e2',
      kind: 'role',
      name: 'Embedded solution architect',
      sitsIn: 'core',
      attributes: { fn: 'IT', cap: ['tech'] },
    },
    stock('sin'),
  ],
  relations: [
    line('core', 'reports', 'cmo'),
    line('e1', 'reports', 'cio'),
    line('e2', 'reports', 'cio'),
    line('e1', 'dotted', 'core'),
    line('e2', 'dotted', 'core'),
    line('sin', 'serves', 'core', { what: 'build' }),
  ],
  zones: [
    { id: 'z1', zone: 'function', title: 'Marketing', members: ['core', 'e1', 'e2'] },
    { id: 'z2', zone: 'function', title: 'IT', members: ['cio'] },
  ],
  tigers: [],
  frictions: [{ id: 'f1', friction: 'backend-talent', on: ['e1'], status: 'open' }],
  prompts: ['Who promotes these engineers?', 'What would make them leave?'],
  source: 'Real Story Group on how marketing operations evolves: embed or partner',
  rebuiltFromText: false,
  pairs: ['D5'],
});
