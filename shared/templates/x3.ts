import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const x3 = defineTemplate({
  id: 'X3',
  name: 'Decentralised',
  group: 'reference',
  when: 'Markets differ so much that sharing costs more than it saves.',
  elements: [
    stock('cmo'),
    stock('lra'),
    stock('lrb'),
    stock('lrc'),
    { id: 'm1', kind: 'role', name: 'Operations lead A', sitsIn: 'lra', attributes: { fn: 'MOP', scope: 'local' } },
    { id: 'm2', kind: 'role', name: 'Operations lead B', sitsIn: 'lrb', attributes: { fn: 'MOP', scope: 'local' } },
    { id: 'm3', kind: 'role', name: 'Operations lead C', sitsIn: 'lrc', attributes: { fn: 'MOP', scope: 'local' } },
    { id: 'q1', kind: 'platform', name: 'Outbound A', attributes: { layer: 4, scope: 'local' } },
    { id: 'q2', kind: 'platform', name: 'Outbound B', attributes: { layer: 4, scope: 'local' } },
    { id: 'q3', kind: 'platform', name: 'Outbound C', attributes: { layer: 4, scope: 'local' } },
    stock('pcd', { scope: 'regional' }),
  ],
  relations: [
    line('lra', 'reports', 'cmo'),
    line('lrb', 'reports', 'cmo'),
    line('lrc', 'reports', 'cmo'),
    line('m1', 'reports', 'lra'),
    line('m2', 'reports', 'lrb'),
    line('m3', 'reports', 'lrc'),
    line('lra', 'owns', 'q1'),
    line('lrb', 'owns', 'q2'),
    line('lrc', 'owns', 'q3'),
    line('lra', 'owns', 'pcd'),
  ],
  zones: [
    { id: 'z1', zone: 'scope', title: 'Local', members: ['lra', 'lrb', 'lrc', 'm1', 'm2', 'm3', 'q1', 'q2', 'q3'] },
  ],
  tigers: [],
  frictions: [{ id: 'f1', friction: 'unclear-owner', on: ['pcd'], status: 'open' }],
  prompts: ['What do you pay for three times?', 'Which innovation would central control have killed?'],
  source: 'Pedowitz on governance models for marketing operations; Brinker on the five forces of martech',
  rebuiltFromText: false,
  pairs: ['X2'],
});
