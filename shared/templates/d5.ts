import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const d5 = defineTemplate({
  id: 'D5',
  name: 'IT as partner',
  group: 'straddles',
  when: 'Heavy engineering stays in IT and is requested through a joint backlog.',
  elements: [
    stock('cmo'),
    stock('cio'),
    { id: 'core', kind: 'centre', name: 'Central martech core', attributes: { hub: 'core', fn: 'MOP' } },
    stock('idv'),
    {
      id: 'jb',
      kind: 'committee',
      name: 'Joint backlog board',
      attributes: { seats: ['MKT', 'IT'], cadence: 'weekly' },
    },
    { id: 'tl', kind: 'role', name: 'Martech technical liaison', attributes: { fn: 'MOP' } },
    { id: 'ba', kind: 'role', name: 'Business relationship lead', attributes: { fn: 'IT' } },
  ],
  relations: [
    line('core', 'reports', 'cmo'),
    line('idv', 'reports', 'cio'),
    line('tl', 'reports', 'cmo'),
    line('ba', 'reports', 'cio'),
    line('core', 'partners', 'idv'),
    line('tl', 'member', 'jb'),
    line('ba', 'member', 'jb'),
    line('idv', 'serves', 'core', { what: 'integration' }),
    line('ba', 'advises', 'core'),
  ],
  zones: [
    { id: 'z1', zone: 'function', title: 'Marketing', members: ['core', 'tl'] },
    { id: 'z2', zone: 'function', title: 'IT', members: ['idv', 'ba'] },
  ],
  tigers: [],
  frictions: [{ id: 'f1', friction: 'it-embed-vs-partner', on: ['core', 'idv'], status: 'open' }],
  prompts: ['How many weeks from idea to release?', 'Which single request would you embed for?'],
  source: 'Real Story Group on how marketing operations evolves: embed or partner',
  rebuiltFromText: false,
  pairs: ['D4'],
});
