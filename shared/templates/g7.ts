import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const g7 = defineTemplate({
  id: 'G7',
  name: 'Shared-service delivery hubs',
  group: 'global-local',
  when: 'Execution volume is large and is delivered from a few hubs across the world.',
  elements: [
    stock('cmo'),
    {
      id: 'ss',
      kind: 'centre',
      name: 'Marketing shared services',
      attributes: { hub: 'delivery', fn: 'MKT', scope: 'global' },
    },
    { id: 'h1', kind: 'unit', name: 'Delivery hub 1', attributes: { fn: 'MKT', scope: 'regional' } },
    { id: 'h2', kind: 'unit', name: 'Delivery hub 2', attributes: { fn: 'MKT', scope: 'regional' } },
    { id: 'h3', kind: 'unit', name: 'Delivery hub 3', attributes: { fn: 'MKT', scope: 'regional' } },
    stock('lra'),
    stock('lrb'),
    stock('lrc'),
    stock('pma', { scope: 'global' }),
    stock('pwm', { scope: 'global' }),
  ],
  relations: [
    line('ss', 'reports', 'cmo'),
    line('h1', 'reports', 'ss'),
    line('h2', 'reports', 'ss'),
    line('h3', 'reports', 'ss'),
    line('ss', 'owns', 'pma'),
    line('ss', 'owns', 'pwm'),
    line('h1', 'serves', 'lra', { what: 'campaigns' }),
    line('h2', 'serves', 'lrb', { what: 'campaigns' }),
    line('h3', 'serves', 'lrc', { what: 'campaigns' }),
  ],
  zones: [
    { id: 'z1', zone: 'scope', title: 'Global', members: ['ss'] },
    { id: 'z2', zone: 'scope', title: 'Regional', members: ['h1', 'h2', 'h3'] },
    { id: 'z3', zone: 'scope', title: 'Local', members: ['lra', 'lrb', 'lrc'] },
  ],
  tigers: [],
  frictions: [],
  prompts: ['What is standard enough to send to a hub?', 'Service level per hub?', "Which market is nobody's?"],
  source: 'Where a marketing-operations team should sit: author note (shared services built around hubs)',
  rebuiltFromText: false,
  pairs: [],
});
