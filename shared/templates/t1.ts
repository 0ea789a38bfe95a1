import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const t1 = defineTemplate({
  id: 'T1',
  name: 'Central core with interwoven tiger teams',
  group: 'tiger-teams',
  when: 'The organisation chart shows one core serving a weave of initiatives.',
  elements: [
    stock('cmo'),
    {
      id: 'core',
      kind: 'centre',
      name: 'Central martech core',
      attributes: { hub: 'core', fn: 'MOP', scope: 'global', fte: 20 },
    },
    {
      id: 'u1',
      kind: 'unit',
      name: 'Platform engineering',
      sitsIn: 'core',
      attributes: { fn: 'MOP', cap: ['tech'], fte: 6 },
    },
    { id: 'u2', kind: 'unit', name: 'Customer data', sitsIn: 'core', attributes: { fn: 'MOP', cap: ['data'], fte: 5 } },
    {
      id: 'u3',
      kind: 'unit',
      name: 'Content platform',
      sitsIn: 'core',
      attributes: { fn: 'MOP', cap: ['process'], fte: 4 },
    },
    {
      id: 'u4',
      kind: 'unit',
      name: 'Measurement',
      sitsIn: 'core',
      attributes: { fn: 'MOP', cap: ['measure'], fte: 5 },
    },
    stock('lra'),
    stock('lrb'),
    stock('prd'),
    stock('sal'),
    stock('leg'),
    stock('stc', { seats: ['MKT', 'SAL', 'IT', 'DAT'] }),
  ],
  relations: [
    line('core', 'reports', 'cmo'),
    line('u1', 'reports', 'core'),
    line('u2', 'reports', 'core'),
    line('u3', 'reports', 'core'),
    line('u4', 'reports', 'core'),
    line('lra', 'reports', 'cmo'),
    line('lrb', 'reports', 'cmo'),
    line('core', 'member', 'stc'),
  ],
  zones: [],
  tigers: [
    {
      id: 't1',
      name: 'New channel launch',
      members: { u1: 25, u3: 25, prd: 10, lra: 15 },
      sponsor: 'cmo',
      start: 0,
      end: 12,
    },
    { id: 't2', name: 'Loyalty relaunch', members: { u2: 30, u4: 20, sal: 10 }, sponsor: 'cmo', start: 2, end: 16 },
    { id: 't3', name: 'Privacy change', members: { u2: 20, u1: 15, leg: 20 }, sponsor: 'leg', start: 0, end: 8 },
    { id: 't4', name: 'Market entry', members: { u3: 20, u4: 15, lrb: 30 }, sponsor: 'lrb', start: 6, end: 20 },
  ],
  frictions: [{ id: 'f1', friction: 'overcommitment', on: ['u2'], status: 'open' }],
  prompts: [
    'Read the load badge of each core unit: what was dropped to make room?',
    'Which two teams share the same people?',
    'Which initiative ends first, and where do people return?',
  ],
  source:
    'Real Story Group on how marketing operations evolves: hospitality org-chart excerpt; Multiple team membership, AMR 36(3), 2011',
  rebuiltFromText: true,
  pairs: [],
});
