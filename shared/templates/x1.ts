import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const x1 = defineTemplate({
  id: 'X1',
  name: 'Centralised',
  group: 'reference',
  when: 'Early stage, high risk, or a strong efficiency case.',
  elements: [
    stock('cmo'),
    {
      id: 'core',
      kind: 'centre',
      name: 'Central marketing operations',
      attributes: { hub: 'core', fn: 'MOP', scope: 'global' },
    },
    stock('lra'),
    stock('lrb'),
    stock('lrc'),
    stock('pcd', { scope: 'global' }),
    stock('pdm', { scope: 'global' }),
    stock('pma', { scope: 'global' }),
    stock('psm', { scope: 'global' }),
  ],
  relations: [
    line('core', 'reports', 'cmo'),
    line('lra', 'reports', 'cmo'),
    line('lrb', 'reports', 'cmo'),
    line('lrc', 'reports', 'cmo'),
    line('core', 'owns', 'pcd'),
    line('core', 'owns', 'pdm'),
    line('core', 'owns', 'pma'),
    line('core', 'owns', 'psm'),
    line('core', 'serves', 'lra', { what: 'campaigns' }),
    line('core', 'serves', 'lrb', { what: 'campaigns' }),
    line('core', 'serves', 'lrc', { what: 'campaigns' }),
  ],
  zones: [
    { id: 'z1', zone: 'scope', title: 'Global', members: ['core', 'pcd', 'pdm', 'pma', 'psm'] },
    { id: 'z2', zone: 'scope', title: 'Local', members: ['lra', 'lrb', 'lrc'] },
  ],
  tigers: [],
  frictions: [],
  prompts: ['Which queue is longest?', 'What do markets build for themselves in secret?'],
  source:
    'Pedowitz on governance models for marketing operations; Published revenue-operations structures; Real Story Group on how marketing operations evolves: push-back',
  rebuiltFromText: false,
  pairs: ['X2'],
});
