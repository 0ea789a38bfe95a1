import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const o1 = defineTemplate({
  id: 'O1',
  name: 'Orchestration inside marketing',
  group: 'orchestration',
  when: 'Specialists and agencies must keep one timeline.',
  elements: [
    stock('cmo'),
    {
      id: 'pmo',
      kind: 'unit',
      name: 'Marketing project management',
      attributes: { fn: 'MOP', cap: ['pmo', 'orchestrate'] },
    },
    stock('brd'),
    stock('dem'),
    stock('fld'),
    stock('agc'),
    { id: 'ag2', kind: 'partner', name: 'Media agency' },
    stock('pwm', { scope: 'global' }),
    { id: 'f1n', kind: 'function', name: 'Scope, date and capacity trade-offs', attributes: { cap: ['orchestrate'] } },
  ],
  relations: [
    line('pmo', 'reports', 'cmo'),
    line('brd', 'reports', 'cmo'),
    line('dem', 'reports', 'cmo'),
    line('fld', 'reports', 'cmo'),
    line('pmo', 'owns', 'f1n'),
    line('pmo', 'owns', 'pwm'),
    line('pmo', 'partners', 'brd'),
    line('pmo', 'partners', 'dem'),
    line('pmo', 'partners', 'fld'),
    line('agc', 'serves', 'fld', { what: 'campaigns' }),
    line('ag2', 'serves', 'dem', { what: 'media' }),
    line('pmo', 'advises', 'agc'),
    line('pmo', 'advises', 'ag2'),
  ],
  zones: [{ id: 'z1', zone: 'function', title: 'Marketing', members: ['pmo', 'brd', 'dem', 'fld'] }],
  tigers: [],
  frictions: [],
  prompts: ['Who may move a date after the brief is approved?', 'Which specialist team is the bottleneck?'],
  source: 'The four marketing-operations personas: chamber-level orchestration',
  rebuiltFromText: false,
  pairs: [],
});
