import type { Attributes, AttributeValue, ElementKindId, Id } from '../board/model.ts';
import type { TemplateElement } from './define-template.ts';

interface StockMember {
  readonly kind: ElementKindId;
  readonly name: string;
  readonly attributes: Attributes;
}

/** The generic roles, teams and platforms that templates share, so that the same thing has the same id in templates that are compared. */
export const STOCK = Object.freeze({
  ceo: { kind: 'role', name: 'Chief executive', attributes: { fn: 'OPS', lvl: 1 } },
  cmo: { kind: 'role', name: 'Chief marketing officer', attributes: { fn: 'MKT', lvl: 1 } },
  cio: { kind: 'role', name: 'Chief information officer', attributes: { fn: 'IT', lvl: 1 } },
  cro: { kind: 'role', name: 'Head of sales', attributes: { fn: 'SAL', lvl: 1 } },
  coo: { kind: 'role', name: 'Chief operating officer', attributes: { fn: 'OPS', lvl: 1 } },
  cco: { kind: 'role', name: 'Chief customer officer', attributes: { fn: 'CX', lvl: 1 } },
  cdo: { kind: 'role', name: 'Head of enterprise data', attributes: { fn: 'DAT', lvl: 1 } },
  csv: { kind: 'role', name: 'Head of customer support', attributes: { fn: 'SVC', lvl: 1 } },
  vpm: { kind: 'role', name: 'VP marketing', attributes: { fn: 'MKT', lvl: 2 } },
  dmo: { kind: 'role', name: 'Director, marketing operations', attributes: { fn: 'MOP', lvl: 3, cap: ['process'] } },
  maa: { kind: 'role', name: 'Marketing automation administrator', attributes: { fn: 'MOP', cap: ['tech'] } },
  anr: { kind: 'role', name: 'Analytics and reporting lead', attributes: { fn: 'MOP', cap: ['measure'] } },
  dst: { kind: 'role', name: 'Data steward', attributes: { fn: 'MOP', cap: ['data'] } },
  mkt: { kind: 'unit', name: 'Marketing', attributes: { fn: 'MKT' } },
  brd: { kind: 'unit', name: 'Brand and content', attributes: { fn: 'MKT' } },
  dem: { kind: 'unit', name: 'Demand generation', attributes: { fn: 'MKT', cap: ['demand'] } },
  fld: { kind: 'unit', name: 'Campaign marketing', attributes: { fn: 'MKT' } },
  pmk: { kind: 'unit', name: 'Product marketing', attributes: { fn: 'MKT' } },
  mop: { kind: 'unit', name: 'Marketing operations', attributes: { fn: 'MOP' } },
  sal: { kind: 'unit', name: 'Sales', attributes: { fn: 'SAL' } },
  sop: { kind: 'unit', name: 'Sales operations', attributes: { fn: 'SAL', cap: ['pipeline'] } },
  svc: { kind: 'unit', name: 'Customer support', attributes: { fn: 'SVC' } },
  it: { kind: 'unit', name: 'IT', attributes: { fn: 'IT' } },
  idv: { kind: 'unit', name: 'IT development bench', attributes: { fn: 'IT' } },
  bi: { kind: 'unit', name: 'Business intelligence', attributes: { fn: 'DAT' } },
  prd: { kind: 'unit', name: 'Product', attributes: { fn: 'PRD' } },
  leg: { kind: 'unit', name: 'Legal and compliance', attributes: { fn: 'LEG' } },
  fin: { kind: 'unit', name: 'Finance', attributes: { fn: 'FIN' } },
  prc: { kind: 'unit', name: 'Procurement', attributes: { fn: 'PRC' } },
  lra: { kind: 'unit', name: 'Region A marketing', attributes: { fn: 'MKT', scope: 'local' } },
  lrb: { kind: 'unit', name: 'Region B marketing', attributes: { fn: 'MKT', scope: 'local' } },
  lrc: { kind: 'unit', name: 'Region C marketing', attributes: { fn: 'MKT', scope: 'local' } },
  stc: { kind: 'committee', name: 'Martech steering committee', attributes: {} },
  agc: { kind: 'partner', name: 'Agency', attributes: {} },
  sin: { kind: 'partner', name: 'Systems integrator', attributes: {} },
  ven: { kind: 'partner', name: 'Platform vendor', attributes: {} },
  pcd: { kind: 'platform', name: 'Customer data platform', attributes: { layer: 1 } },
  pcr: { kind: 'platform', name: 'CRM', attributes: { layer: 1 } },
  pcn: { kind: 'platform', name: 'Consent and preferences', attributes: { layer: 1 } },
  pdm: { kind: 'platform', name: 'DAM / omnichannel content', attributes: { layer: 2 } },
  pan: { kind: 'platform', name: 'Analytics and reporting', attributes: { layer: 3 } },
  pds: { kind: 'platform', name: 'Decisioning / personalisation', attributes: { layer: 3 } },
  pai: { kind: 'platform', name: 'AI/ML services', attributes: { layer: 3 } },
  pma: { kind: 'platform', name: 'Outbound marketing automation', attributes: { layer: 4 } },
  pcm: { kind: 'platform', name: 'Web content management', attributes: { layer: 4 } },
  psm: { kind: 'platform', name: 'Social media management', attributes: { layer: 5 } },
  plc: { kind: 'platform', name: 'Local campaign tools', attributes: { layer: 5 } },
  pwm: { kind: 'platform', name: 'Work management', attributes: { layer: 0 } },
} as const satisfies Record<string, StockMember>);

export type StockId = keyof typeof STOCK;

/** What a template changes about a stock member: attributes that are added or replaced, and the element it sits in. */
export interface StockChanges {
  readonly sitsIn?: Id;
  readonly [attribute: string]: AttributeValue | undefined;
}

/** A member of the stock cast as a template's element: `stock('pma', { scope: 'global' })`, `stock('dmo', { sitsIn: 'mop' })`. */
export function stock(id: StockId, { sitsIn, ...changes }: StockChanges = {}): TemplateElement {
  const { kind, name, attributes } = STOCK[id];
  const merged: Record<string, AttributeValue> = { ...attributes };
  for (const [key, value] of Object.entries(changes)) if (value !== undefined) merged[key] = value;
  return { id, kind, name, attributes: merged, ...(sitsIn === undefined ? {} : { sitsIn }) };
}
