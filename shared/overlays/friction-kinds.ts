import type { LucideName } from '../drawing/lucide-paths.ts';

/** A kind of friction: what people read, the sign in its triangle, and what it means in one sentence. */
export interface FrictionKind {
  readonly id: string;
  readonly label: string;
  readonly sign: LucideName;
  readonly term: string;
}

const kind = (id: string, sign: LucideName, label: string, term: string): FrictionKind =>
  Object.freeze({ id, sign, label, term });

/** The 16 kinds of friction (vocabulary 2.6), in the order of the sheet. */
export const FRICTION_KINDS: readonly FrictionKind[] = Object.freeze([
  kind(
    'it-embed-vs-partner',
    'arrow-left-right',
    'IT: embed or partner',
    'It is open whether IT people sit in the team or work with it from outside.',
  ),
  kind('backend-talent', 'user-minus', 'Back-end talent', 'People with back-end skills are missing or leave.'),
  kind('si-dependency', 'anchor', 'Integrator dependency', 'Daily work cannot go on without the systems integrator.'),
  kind(
    'analytics-straddle',
    'chart-no-axes-column',
    'Analytics straddle',
    'Analytics is claimed by two families of functions.',
  ),
  kind('data-access', 'key-round', 'Data access', 'Those who need the data cannot reach it.'),
  kind(
    'ai-enterprise',
    'cpu',
    'AI: tool or enterprise',
    'AI features of tools compete with the services of the enterprise.',
  ),
  kind('central-pushback', 'hand', 'Central push-back', 'Regions or business lines resist the centre.'),
  kind(
    'limits-of-centralisation',
    'unfold-horizontal',
    'Limits of centralising',
    'The centre holds work that only the local team can do well.',
  ),
  kind('shadow-platform', 'eye-off', 'Shadow platform', 'A system runs beside the official one.'),
  kind('unclear-owner', 'circle-question-mark', 'Unclear owner', 'Nobody, or more than one, answers for it.'),
  kind(
    'priority-funding',
    'coins',
    'Priority or funding',
    'Who sets the priority does not pay, or the other way round.',
  ),
  kind('governance-bypass', 'redo-2', 'Governance bypass', 'Decisions go around the committee that should take them.'),
  kind('short-term-vs-brand', 'hourglass', 'Short term against brand', 'The quarter wins over what builds the brand.'),
  kind('demandgen-placement', 'funnel', 'Demand-gen placement', 'It is open where demand generation belongs.'),
  kind('silo', 'columns-3', 'Silo', 'Teams that depend on one another work apart.'),
  kind('overcommitment', 'weight', 'Over-commitment', 'More work is promised than people can carry.'),
]);

const BY_ID: ReadonlyMap<string, FrictionKind> = new Map(FRICTION_KINDS.map((k) => [k.id, k]));

/** The kind, or `undefined` for one that this version does not know. */
export const frictionKind = (id: string): FrictionKind | undefined => BY_ID.get(id);
