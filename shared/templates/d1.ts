import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const d1 = defineTemplate({
  id: 'D1',
  name: 'Analytics straddle, as found',
  group: 'straddles',
  when: 'Marketing needs fast cycles on data it does not hold.',
  elements: [
    stock('cmo'),
    stock('cdo'),
    stock('mop'),
    stock('bi'),
    { id: 'ma', kind: 'unit', name: 'Marketing analytics', attributes: { fn: 'MOP', cap: ['measure'] } },
    { id: 'an', kind: 'function', name: 'Analytics', attributes: { cap: ['measure'] } },
    stock('pan', { scope: 'global' }),
    { id: 'txn', kind: 'platform', name: 'Sales transaction data', attributes: { layer: 1, scope: 'global' } },
  ],
  relations: [
    line('mop', 'reports', 'cmo'),
    line('ma', 'reports', 'cmo'),
    line('bi', 'reports', 'cdo'),
    line('ma', 'owns', 'an'),
    line('bi', 'owns', 'an'),
    line('bi', 'owns', 'pan'),
    line('bi', 'owns', 'txn'),
  ],
  zones: [
    { id: 'z1', zone: 'function', title: 'Marketing', members: ['mop', 'ma'] },
    { id: 'z2', zone: 'function', title: 'Data and BI', members: ['bi', 'pan', 'txn'] },
  ],
  tigers: [],
  frictions: [
    { id: 'f1', friction: 'analytics-straddle', on: ['ma', 'bi'], status: 'open' },
    { id: 'f2', friction: 'data-access', on: ['ma', 'txn'], status: 'open' },
  ],
  prompts: ['Which report is slow, and at which border?', "Which data or tool is marketing's skilled team denied?"],
  source: 'Real Story Group on how marketing operations evolves: analytics friction',
  rebuiltFromText: false,
  pairs: ['D2'],
});
