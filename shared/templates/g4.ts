import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const g4 = defineTemplate({
  id: 'G4',
  name: 'Marketing services organisation with internal agency',
  group: 'global-local',
  when: 'Production and campaign delivery are shared, often around content, outbound and customer-data platforms.',
  elements: [
    stock('cmo'),
    {
      id: 'mso',
      kind: 'centre',
      name: 'Marketing services organisation',
      attributes: { hub: 'services', fn: 'MKT', scope: 'global' },
    },
    { id: 'iag', kind: 'centre', name: 'Internal agency', attributes: { hub: 'agency', fn: 'MKT', scope: 'global' } },
    {
      id: 'int',
      kind: 'role',
      name: 'Intake and project office lead',
      sitsIn: 'mso',
      attributes: { fn: 'MKT', cap: ['pmo'] },
    },
    stock('agc'),
    stock('lra'),
    stock('lrb'),
    stock('pdm', { scope: 'global' }),
    stock('pma', { scope: 'global' }),
    stock('pcd', { scope: 'global' }),
    stock('pwm', { scope: 'global' }),
  ],
  relations: [
    line('mso', 'reports', 'cmo'),
    line('iag', 'reports', 'cmo'),
    line('int', 'reports', 'cmo'),
    line('mso', 'owns', 'pma'),
    line('iag', 'owns', 'pdm'),
    line('mso', 'owns', 'pwm'),
    line('mso', 'owns', 'pcd'),
    line('mso', 'serves', 'lra', { what: 'campaigns' }),
    line('mso', 'serves', 'lrb', { what: 'campaigns' }),
    line('iag', 'serves', 'lra', { what: 'content' }),
    line('iag', 'serves', 'lrb', { what: 'content' }),
    line('agc', 'serves', 'iag', { what: 'content' }),
    line('mso', 'partners', 'iag'),
  ],
  zones: [
    { id: 'z1', zone: 'scope', title: 'Global', members: ['mso', 'iag'] },
    { id: 'z2', zone: 'scope', title: 'Local', members: ['lra', 'lrb'] },
  ],
  tigers: [],
  frictions: [],
  prompts: [
    'One organisation or two?',
    'How is work taken in, prioritised and charged?',
    'What stays with outside agencies?',
  ],
  source:
    'Real Story Group on how marketing operations evolves: marketing services; Gartner on shared services in marketing, 2020',
  rebuiltFromText: false,
  pairs: [],
});
