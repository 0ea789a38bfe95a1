import type { ElementKindId } from '../../board/model.ts';
import type { Mark } from '../mark.ts';
import { COLUMN, column, element, HEADING, heading, label, note, PAGE, type Sample, type Section } from './page.ts';

interface Cell {
  readonly kind: ElementKindId;
  readonly name: string;
  readonly cue: string;
  readonly samples: readonly Sample[];
  readonly step: number;
}

const CELLS: readonly Cell[] = [
  {
    kind: 'unit',
    name: 'Team',
    cue: 'Rounded, with a header strip. The strip is the grey cue. A dashed rule under the header: informal, nobody made it official.',
    samples: [
      { name: 'Marketing operations', attributes: { fn: 'MOP', fte: 6, cap: ['process'] } },
      { name: 'Marketing operations', attributes: { fn: 'MOP', fte: 1.5, informal: true } },
    ],
    step: 182,
  },
  {
    kind: 'role',
    name: 'Role',
    cue: 'Small box; one head breaks the top edge. Vacant: dashed outline, hollow head, the word.',
    samples: [
      { name: 'Data steward', h: 56, attributes: { fn: 'MOP', fte: 1 } },
      { name: 'Data steward', h: 56, attributes: { fn: 'MOP', vacant: true } },
    ],
    step: 182,
  },
  {
    kind: 'centre',
    name: 'Centre',
    cue: 'Round ends and the thickest outline (2.5). The facts row says which kind: core, centre of excellence, services, agency, delivery.',
    samples: [
      { name: 'Central martech core', w: 186, attributes: { fn: 'MOP' } },
      { name: 'Analytics centre', w: 180, attributes: { fn: 'DAT', scope: 'global', hub: 'coe' } },
    ],
    step: 198,
  },
  {
    kind: 'committee',
    name: 'Committee',
    cue: 'Six sides. The facts row lists the seats it needs.',
    samples: [
      { name: 'Steering committee', w: 188, h: 68, attributes: { seats: ['MKT', 'IT', 'DAT'] } },
      { name: 'Joint backlog board', w: 184, h: 68, attributes: { cadence: 'Weekly' } },
    ],
    step: 198,
  },
  {
    kind: 'function',
    name: 'Function',
    cue: 'Points right: it is work, not people. Two owners from two families raise a straddle.',
    samples: [{ name: 'Analytics' }, { name: 'Standards, identity, pipelines' }],
    step: 188,
  },
  {
    kind: 'platform',
    name: 'Platform',
    cue: 'Square corners on a double base line. Five ticks at the right say the layer; one is filled. Planned: dashed.',
    samples: [
      { name: 'CRM', w: 176, h: 70, attributes: { layer: 1, scope: 'global', integrated: true } },
      { name: 'Incoming platform', w: 176, h: 70, attributes: { layer: 4, scope: 'global', planned: true } },
    ],
    step: 190,
  },
  {
    kind: 'partner',
    name: 'Partner',
    cue: 'Cut corners, double border: outside the company.',
    samples: [
      { name: 'Agency', attributes: { fn: 'EXT' } },
      { name: 'Systems integrator', attributes: { fn: 'EXT' } },
    ],
    step: 188,
  },
];

const CARDS: readonly Sample[] = [
  {
    name: 'People, process, technology and data made efficient and effective',
    attributes: { type: 'charter', charter: 'basic' },
  },
  {
    name: 'Revenue contribution, pipeline, ROI; weekly and monthly',
    attributes: { type: 'metric', metric: 'financial' },
  },
  { name: 'Case: efficiency, speed to market, assets used again', attributes: { type: 'note' } },
  { name: 'Investment per stage: technology, process, data, people', attributes: { type: 'question' } },
  { name: 'Enterprise services first; embedded features need a review', attributes: { type: 'decision' } },
];

/** Kinds, marks that any kind can carry, cards, and a container. */
export function kindsSection(top: number): Section {
  const marks: Mark[] = [
    ...heading(top, 'Kinds', 'glyph top left · function tag in the left strip · number of FTE bottom right'),
  ];
  const y = top + HEADING;
  for (const [i, cell] of CELLS.entries()) {
    const [x, at] = [column(i % 4), y + Math.floor(i / 4) * 184];
    marks.push(...label(x, at, cell.name, cell.kind));
    for (const [j, sample] of cell.samples.entries()) {
      marks.push(element(cell.kind, x + j * cell.step, at + (cell.kind === 'role' ? 28 : 20), sample));
    }
    marks.push(...note(x, at + 116, cell.cue, COLUMN - 40));
  }
  const [x, at] = [column(3), y + 184];
  marks.push(...label(x, at, 'Marks any kind can carry'));
  marks.push(
    element('role', x, at + 28, {
      name: 'Embedded analyst',
      w: 170,
      h: 56,
      facts: { embedded: true },
      attributes: { fn: 'DAT', fte: 1 },
    }),
    element('unit', x + 194, at + 20, {
      name: 'Customer data',
      facts: {
        loads: [
          { team: 2, share: 30 },
          { team: 3, share: 20 },
        ],
      },
      attributes: { fn: 'MOP', fte: 5 },
    }),
    ...note(
      x,
      at + 116,
      'Arrows: sits in one, reports to another. Pill: what several tiger teams take together. Numbered discs: share of time lent to each.',
      COLUMN - 40,
    ),
  );
  const cards = y + 366;
  marks.push(...label(PAGE.margin, cards, 'Card', 'card · folded corner; the glyph says what kind of card'));
  for (const [i, card] of CARDS.entries()) marks.push(element('card', PAGE.margin + i * 252, cards + 16, card));
  const box = PAGE.margin + 5 * 252 + 8;
  marks.push(...label(box, cards, 'Container'));
  marks.push(
    element('unit', box, cards + 16, {
      name: 'Marketing operations',
      w: 320,
      h: 106,
      facts: { container: true },
      attributes: { fn: 'MOP', fte: 6 },
    }),
    element('role', box + 14, cards + 70, { name: 'Data steward', w: 142, h: 44 }),
    element('role', box + 168, cards + 70, { name: 'Analytics lead', w: 138, h: 44, attributes: { vacant: true } }),
  );
  return { label: 'Kinds', marks, bottom: cards + 156 };
}
