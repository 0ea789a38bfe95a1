import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const g3 = defineTemplate({
  id: 'G3',
  name: 'Consultative centre of excellence',
  group: 'global-local',
  when: 'The centre should advise and enable rather than run.',
  elements: [
    stock('cmo'),
    {
      id: 'coe',
      kind: 'centre',
      name: 'Martech centre of excellence',
      attributes: { hub: 'coe', fn: 'MOP', scope: 'global' },
    },
    {
      id: 'tr',
      kind: 'role',
      name: 'Enablement and training lead',
      sitsIn: 'coe',
      attributes: { fn: 'MOP', cap: ['train'] },
    },
    { id: 'st', kind: 'role', name: 'Standards lead', sitsIn: 'coe', attributes: { fn: 'MOP', cap: ['process'] } },
    stock('lra'),
    stock('lrb'),
    stock('lrc'),
    stock('pma', { scope: 'global' }),
  ],
  relations: [
    line('coe', 'reports', 'cmo'),
    line('tr', 'reports', 'cmo'),
    line('st', 'reports', 'cmo'),
    line('coe', 'advises', 'lra'),
    line('coe', 'advises', 'lrb'),
    line('coe', 'advises', 'lrc'),
    line('coe', 'owns', 'pma'),
    line('tr', 'serves', 'lra', { what: 'training' }),
    line('tr', 'serves', 'lrb', { what: 'training' }),
    line('tr', 'serves', 'lrc', { what: 'training' }),
  ],
  zones: [
    { id: 'z1', zone: 'scope', title: 'Global', members: ['coe'] },
    { id: 'z2', zone: 'scope', title: 'Local', members: ['lra', 'lrb', 'lrc'] },
  ],
  tigers: [],
  frictions: [],
  prompts: [
    'What must a market do that the centre says?',
    'How do you know advice was used?',
    'When would you stop advising and start running?',
  ],
  source:
    'Real Story Group on how marketing operations evolves: consultative models; The four marketing-operations personas: training; Pedowitz on governance models for marketing operations',
  rebuiltFromText: false,
  pairs: [],
});
