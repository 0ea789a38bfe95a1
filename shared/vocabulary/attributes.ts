import type { AttributeValue } from '../board/model.ts';

/** A choice of an attribute: stored code, the word people read, and an optional longer term. */
export interface Choice {
  readonly code: string;
  readonly label: string;
  readonly term?: string;
}

export type AttributeType =
  | { readonly type: 'text'; readonly maxLength: number }
  | {
      readonly type: 'number';
      readonly min: number;
      readonly max: number;
      readonly step: number;
      readonly unit?: string;
    }
  | { readonly type: 'flag' }
  | { readonly type: 'choice'; readonly choices: readonly Choice[] }
  | { readonly type: 'choices'; readonly choices: readonly Choice[] }
  | { readonly type: 'weights'; readonly choices: readonly Choice[]; readonly total: number };

/** One attribute of elements or relations: what the inspector shows, what a file may hold, how it reads. */
export interface AttributeDefinition {
  readonly id: string;
  readonly label: string;
  readonly hint?: string;
  readonly value: AttributeType;
}

const choice = (code: string, label: string, term?: string): Choice =>
  term === undefined ? { code, label } : { code, label, term };

/** Function families: the 3-letter tag is the code, the tint comes second (vocabulary 2.5). */
export const FUNCTIONS = [
  choice('MKT', 'Marketing'),
  choice('MOP', 'Marketing operations'),
  choice('SAL', 'Sales'),
  choice('SVC', 'Support'),
  choice('IT', 'IT'),
  choice('DAT', 'Data and BI'),
  choice('PRD', 'Product'),
  choice('LEG', 'Legal'),
  choice('FIN', 'Finance'),
  choice('PRC', 'Procurement'),
  choice('OPS', 'Operations'),
  choice('REV', 'Revenue operations'),
  choice('CX', 'Customer experience'),
  choice('EXT', 'External'),
] as const satisfies readonly Choice[];

export const SCOPES = [
  choice('global', 'Global', 'G'),
  choice('regional', 'Regional', 'R'),
  choice('local', 'Local', 'L'),
] as const satisfies readonly Choice[];

/** The five basic capabilities, then the nine strategic ones. */
export const CAPABILITIES = [
  choice('tech', 'Technology'),
  choice('data', 'Data'),
  choice('measure', 'Measurement'),
  choice('process', 'Process'),
  choice('execute', 'Execution'),
  choice('plan', 'Planning'),
  choice('pmo', 'Project office'),
  choice('vendor', 'Vendor management'),
  choice('insight', 'Customer insight'),
  choice('datasci', 'Data science'),
  choice('pipeline', 'Pipeline'),
  choice('demand', 'Demand generation'),
  choice('orchestrate', 'Orchestration'),
  choice('train', 'Training'),
] as const satisfies readonly Choice[];

export const LAYERS = [
  choice('1', 'Data and identity', 'foundation'),
  choice('2', 'Content and assets', 'foundation'),
  choice('3', 'Decisioning and analytics'),
  choice('4', 'Engagement and delivery', 'customer-near'),
  choice('5', 'Channel and local touchpoint', 'customer-near'),
  choice('0', 'Work management', 'crosswise'),
] as const satisfies readonly Choice[];

export const PERSONAS = [
  choice('modernizer', 'Modernizer', 'M'),
  choice('orchestrator', 'Orchestrator', 'O'),
  choice('psychologist', 'Psychologist', 'P'),
  choice('scientist', 'Scientist', 'S'),
] as const satisfies readonly Choice[];

export const CHARTERS = [
  choice('none', 'None'),
  choice('efficiency', 'Efficiency'),
  choice('basic', 'Basic'),
  choice('strategic', 'Strategic'),
  choice('lifecycle', 'Lifecycle'),
  choice('joint', 'Joint'),
  choice('tiger', 'Tiger team'),
  choice('committee', 'Committee'),
] as const satisfies readonly Choice[];

const define = <const T extends Record<string, Omit<AttributeDefinition, 'id'>>>(all: T) =>
  Object.freeze(Object.fromEntries(Object.entries(all).map(([id, a]) => [id, Object.freeze({ id, ...a })]))) as {
    readonly [K in keyof T]: AttributeDefinition;
  };

/** Every attribute, shared and own, by id (vocabulary 2.2, 2.3, 2.5). Numbers that are choices (`layer`, `lvl`) are stored as numbers. */
export const ATTRIBUTES = define({
  fn: { label: 'Function', value: { type: 'choice', choices: FUNCTIONS } },
  scope: { label: 'Scope', value: { type: 'choice', choices: SCOPES } },
  cap: { label: 'Capability', value: { type: 'choices', choices: CAPABILITIES } },
  fte: {
    label: 'Size',
    hint: 'Full-time equivalents',
    value: { type: 'number', min: 0, max: 100_000, step: 0.1, unit: 'FTE' },
  },
  vacant: { label: 'Vacant', hint: 'Nobody holds this post yet', value: { type: 'flag' } },
  since: { label: 'Vacant since', value: { type: 'text', maxLength: 40 } },
  lvl: { label: 'Level', hint: '1 is the top', value: { type: 'number', min: 1, max: 5, step: 1 } },
  persona: { label: 'Personas', hint: 'Weights to 100', value: { type: 'weights', choices: PERSONAS, total: 100 } },
  lead: { label: 'Lead', hint: 'A role title, never a name', value: { type: 'text', maxLength: 120 } },
  informal: { label: 'Informal', hint: 'Nobody made it official', value: { type: 'flag' } },
  budget: { label: 'Has a budget', value: { type: 'flag' } },
  hub: {
    label: 'Kind of centre',
    value: {
      type: 'choice',
      choices: [
        choice('core', 'Core', 'Core team'),
        choice('coe', 'CoE', 'Centre of excellence'),
        choice('services', 'Services', 'Shared services'),
        choice('agency', 'Agency', 'Internal agency'),
        choice('delivery', 'Delivery', 'Delivery hub'),
      ],
    },
  },
  seats: { label: 'Seats required', value: { type: 'choices', choices: FUNCTIONS } },
  cadence: { label: 'Meets', hint: 'weekly, monthly, each quarter', value: { type: 'text', maxLength: 40 } },
  voting: { label: 'Voting seats', value: { type: 'number', min: 0, max: 100, step: 1 } },
  layer: { label: 'Layer', value: { type: 'choice', choices: LAYERS } },
  integrated: { label: 'Integrated', value: { type: 'flag' } },
  roadmap: { label: 'Has a roadmap', value: { type: 'flag' } },
  planned: { label: 'Planned', hint: 'Not there yet', value: { type: 'flag' } },
  ai: {
    label: 'AI features',
    value: { type: 'choice', choices: [choice('off', 'Off'), choice('review', 'Under review'), choice('on', 'On')] },
  },
  partner: {
    label: 'Kind of partner',
    value: {
      type: 'choice',
      choices: [
        choice('agency', 'Agency'),
        choice('integrator', 'Systems integrator'),
        choice('vendor', 'Vendor'),
        choice('other', 'Other'),
      ],
    },
  },
  type: {
    label: 'Kind of card',
    value: {
      type: 'choice',
      choices: [
        choice('charter', 'Charter'),
        choice('note', 'Note'),
        choice('question', 'Question'),
        choice('metric', 'Metric'),
        choice('decision', 'Decision'),
      ],
    },
  },
  charter: { label: 'Charter', value: { type: 'choice', choices: CHARTERS } },
  metric: {
    label: 'Metric',
    value: {
      type: 'choice',
      choices: [
        choice('activity', 'Activity'),
        choice('financial', 'Financial'),
        choice('customer', 'Customer'),
        choice('lifecycle', 'Lifecycle'),
      ],
    },
  },
  drivers: {
    label: 'Drivers',
    value: {
      type: 'choices',
      choices: [
        choice('accountability', 'Accountability'),
        choice('transformation', 'Digital transformation'),
        choice('customer', 'Customer'),
      ],
    },
  },
  bu: { label: 'Business line', value: { type: 'text', maxLength: 80 } },
  region: { label: 'Region', value: { type: 'text', maxLength: 80 } },
  note: { label: 'Note', value: { type: 'text', maxLength: 2000 } },
  arrange: {
    label: 'Reports stand',
    hint: 'How what reports to it is laid out',
    value: {
      type: 'choice',
      choices: [
        choice('row', 'In a row'),
        choice('stack', 'Stacked', 'hanging on one side'),
        choice('stack2', 'Stacked on two sides', 'hanging on both sides'),
        choice('grid', 'In a grid'),
      ],
    },
  },
  assistant: { label: 'Assistant', hint: 'Stands beside its boss, not in the row', value: { type: 'flag' } },
  pinned: { label: 'Pinned', hint: 'Automatic layout leaves it where it is', value: { type: 'flag' } },
  collapsed: { label: 'Folded', hint: 'What reports to it or sits in it is hidden', value: { type: 'flag' } },
  src: { label: 'Source', hint: 'Mark by which an import finds it again', value: { type: 'text', maxLength: 40 } },
  link: { label: 'Link', hint: 'Another board, or a web address', value: { type: 'text', maxLength: 500 } },
  share: { label: 'Share', value: { type: 'number', min: 0, max: 100, step: 1, unit: '%' } },
  right: {
    label: 'Right',
    value: {
      type: 'choice',
      choices: [
        choice('decides', 'Decides', 'pays or answers'),
        choice('operates', 'Operates', 'runs, does not decide'),
      ],
    },
  },
  what: {
    label: 'What',
    value: {
      type: 'choice',
      choices: [
        choice('platform', 'Platform'),
        choice('content', 'Content'),
        choice('data', 'Data'),
        choice('insight', 'Insight'),
        choice('leads', 'Leads'),
        choice('campaigns', 'Campaigns'),
        choice('media', 'Media'),
        choice('reporting', 'Reporting'),
        choice('training', 'Training'),
        choice('consent', 'Consent'),
        choice('build', 'Build'),
        choice('integration', 'Integration'),
        choice('other', 'Other'),
      ],
    },
  },
  pct: { label: 'Share paid', value: { type: 'number', min: 0, max: 100, step: 1, unit: '%' } },
  until: { label: 'Until', hint: 'The agreed term', value: { type: 'text', maxLength: 40 } },
  load: { label: 'Load', value: { type: 'number', min: 0, max: 100, step: 1, unit: '%' } },
  chair: { label: 'Chair', value: { type: 'flag' } },
  observer: { label: 'Observer', hint: 'A seat without a vote', value: { type: 'flag' } },
});

export type AttributeId = keyof typeof ATTRIBUTES;

/** The definition, or `undefined` for a key this version does not know. */
export const attribute = (id: string): AttributeDefinition | undefined =>
  (ATTRIBUTES as Readonly<Record<string, AttributeDefinition>>)[id];

/**
 * Whether a value is one that this attribute may hold. Unknown attributes are accepted when they are small plain values, so
 * that a board written by a newer version keeps them.
 */
export function validAttribute(id: string, value: unknown): value is AttributeValue {
  const definition = attribute(id);
  if (definition === undefined) {
    return (
      typeof value === 'boolean' ||
      (typeof value === 'number' && Number.isFinite(value)) ||
      (typeof value === 'string' && value.length <= 2000)
    );
  }
  const spec = definition.value;
  switch (spec.type) {
    case 'text':
      return typeof value === 'string' && value.length <= spec.maxLength;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) && value >= spec.min && value <= spec.max;
    case 'flag':
      return typeof value === 'boolean';
    case 'choice':
      return (
        (typeof value === 'string' || typeof value === 'number') && spec.choices.some((c) => c.code === String(value))
      );
    case 'choices':
      return (
        Array.isArray(value) &&
        value.length <= spec.choices.length &&
        value.every((v) => spec.choices.some((c) => c.code === v))
      );
    case 'weights':
      return (
        typeof value === 'object' &&
        value !== null &&
        !Array.isArray(value) &&
        Object.entries(value).every(
          ([k, v]) => spec.choices.some((c) => c.code === k) && typeof v === 'number' && v >= 0 && v <= spec.total,
        )
      );
  }
}

/** Label of a choice code, or the code itself when this version does not know it. */
export function choiceLabel(id: AttributeId, code: AttributeValue | undefined): string {
  const spec = ATTRIBUTES[id].value;
  if (code === undefined || !('choices' in spec)) return code === undefined ? '' : String(code);
  return spec.choices.find((c) => c.code === String(code))?.label ?? String(code);
}
