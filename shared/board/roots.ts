import type * as Y from 'yjs';
import type { Id, StateId } from './model.ts';

/** The root types of a board document. Each but `meta` maps an id to the `Y.Map` of one thing. */
export const ENTITY_ROOTS = ['elements', 'relations', 'overlays', 'frames', 'prompts'] as const;
export type EntityRoot = (typeof ENTITY_ROOTS)[number];
/** `images` are the tracing layers under the drawing (`images.ts`), `cites` what was taken over (`cites.ts`); no part of a `Board`. */
export const ROOTS = ['meta', ...ENTITY_ROOTS, 'images', 'cites'] as const;
export type Root = (typeof ROOTS)[number];

/** What each state of a board has for itself; frames and prompts are shared by all. */
export const STATE_ROOTS = ['elements', 'relations', 'overlays'] as const;
const OTHER_STATES = ['bridge', 'target'] as const satisfies readonly StateId[];

/** Key of `meta` that says a state is there and holds its title. */
export const stateKey = (state: Exclude<StateId, 'now'>): string => `state:${state}`;
export const isOtherState = (value: unknown): value is Exclude<StateId, 'now'> =>
  (OTHER_STATES as readonly unknown[]).includes(value);

const inState = (root: EntityRoot, state: StateId): boolean =>
  state !== 'now' && (STATE_ROOTS as readonly string[]).includes(root);

/** Name of the root type that holds a table of a state: `elements`, `elements@target`. */
export const rootName = (root: EntityRoot, state: StateId): string =>
  inState(root, state) ? `${root}@${state}` : root;

/** A root type by its name: which table it is, and of which state; `null` for what all states share. */
export interface NamedRoot {
  readonly name: string;
  readonly root: Root;
  readonly state: StateId | null;
}

const named = (name: string, root: Root, state: StateId | null): NamedRoot => Object.freeze({ name, root, state });

/** Every root type a board document may have. */
export const NAMED_ROOTS: readonly NamedRoot[] = Object.freeze([
  ...ROOTS.map((root) => named(root, root, (STATE_ROOTS as readonly string[]).includes(root) ? 'now' : null)),
  ...OTHER_STATES.flatMap((state) => STATE_ROOTS.map((root) => named(rootName(root, state), root, state))),
]);
const BY_NAME: ReadonlyMap<string, NamedRoot> = new Map(NAMED_ROOTS.map((root) => [root.name, root]));

/** What a root type of this name is, or `null` when a board has none such. */
export const namedRoot = (name: string): NamedRoot | null => BY_NAME.get(name) ?? null;

/** Version of the document's shape, in `meta.schema`; raised by each file in `migrations/`. */
export const SCHEMA_VERSION = 2;

/** Prefix of the keys that hold attributes in the map of an element or relation. */
export const ATTRIBUTE_PREFIX = 'a:';

const ID = /^[A-Za-z0-9:_-]{1,64}$/;
export const isId = (value: unknown): value is Id => typeof value === 'string' && ID.test(value);

export const isEntityRoot = (name: string): name is EntityRoot => (ENTITY_ROOTS as readonly string[]).includes(name);
export const isRoot = (name: string): name is Root => (ROOTS as readonly string[]).includes(name);

export const metaMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap<unknown>('meta');

/** The map of maps behind a root, in a state of the board. What it holds is not yet checked. */
export const entityMap = (doc: Y.Doc, root: EntityRoot, state: StateId = 'now'): Y.Map<unknown> =>
  doc.getMap<unknown>(rootName(root, state));
