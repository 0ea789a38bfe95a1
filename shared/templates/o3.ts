import { defineTemplate } from './define-template.ts';
import { line } from './line.ts';
import { stock } from './stock.ts';

export const o3 = defineTemplate({
  id: 'O3',
  name: 'Persona mix of a leadership team',
  group: 'orchestration',
  when: 'Checking which marketing-operations personas a team covers.',
  elements: [
    stock('mop'),
    {
      id: 'r1',
      kind: 'role',
      name: 'Lead with modernizer weight',
      sitsIn: 'mop',
      attributes: { fn: 'MOP', persona: { modernizer: 100 } },
    },
    {
      id: 'r2',
      kind: 'role',
      name: 'Lead with orchestrator weight',
      sitsIn: 'mop',
      attributes: { fn: 'MOP', persona: { orchestrator: 100 } },
    },
    {
      id: 'r3',
      kind: 'role',
      name: 'Lead with psychologist weight',
      sitsIn: 'mop',
      attributes: { fn: 'MOP', persona: { psychologist: 100 } },
    },
    {
      id: 'r4',
      kind: 'role',
      name: 'Lead with scientist weight',
      sitsIn: 'mop',
      attributes: { fn: 'MOP', persona: { scientist: 100 } },
    },
    {
      id: 'ax',
      kind: 'card',
      name: 'Axes: technology to creativity; emotional to rational. One person may hold several.',
      attributes: { type: 'note' },
    },
  ],
  relations: [line('r1', 'reports', 'r2'), line('r3', 'reports', 'r2'), line('r4', 'reports', 'r2')],
  zones: [{ id: 'z1', zone: 'function', title: 'Leadership', members: ['r1', 'r2', 'r3', 'r4'] }],
  tigers: [],
  frictions: [],
  prompts: [
    'Place each leader on the two axes, then split 100 points over the four personas.',
    'Which persona does nobody bring?',
  ],
  source: 'The four marketing-operations personas: framework',
  rebuiltFromText: true,
  pairs: [],
});
