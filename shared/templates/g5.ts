import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const g5 = defineTemplate({
  id: 'G5',
  name: 'Steering committee',
  group: 'global-local',
  when: 'A central team needs the wider institution behind its choices.',
  elements: [
    stock('stc', { seats: ['MKT', 'SAL', 'SVC', 'IT', 'DAT'], cadence: 'monthly' }),
    stock('cmo'),
    stock('cio'),
    stock('cdo'),
    stock('cro'),
    stock('csv'),
    stock('leg'),
    stock('fin'),
    { id: 'hs', kind: 'role', name: 'Stack leader', attributes: { fn: 'MOP', lvl: 3 } },
    { id: 'core', kind: 'centre', name: 'Central martech core', attributes: { hub: 'core', fn: 'MOP' } },
    {
      id: 'c1',
      kind: 'card',
      name: 'Charter: vision, investment order, risk, exceptions',
      attributes: { type: 'charter', charter: 'committee' },
    },
  ],
  relations: [
    line('hs', 'member', 'stc', { chair: true }),
    line('cmo', 'member', 'stc'),
    line('cio', 'member', 'stc'),
    line('cdo', 'member', 'stc'),
    line('cro', 'member', 'stc'),
    line('csv', 'member', 'stc'),
    line('leg', 'member', 'stc', { observer: true }),
    line('fin', 'member', 'stc', { observer: true }),
    line('core', 'reports', 'stc'),
    line('stc', 'advises', 'core'),
  ],
  zones: [{ id: 'z1', zone: 'function', title: 'Institution', members: ['stc', 'cio', 'cdo', 'cro', 'csv'] }],
  tigers: [],
  frictions: [],
  prompts: [
    'Seats required: IT, enterprise data, sales or support. Who is missing?',
    'More than seven voting seats: which two become observers?',
    'What may the committee stop?',
  ],
  source:
    'Real Story Group on how marketing operations evolves: steering committee; Decide & Deliver on groups above seven',
  rebuiltFromText: false,
  pairs: [],
});
