import type * as Y from 'yjs';
import type { Id } from './model.ts';

/** The root types of a board document. Each but `meta` maps an id to the `Y.Map` of one thing. */
export const ENTITY_ROOTS = ['elements', 'relations', 'overlays', 'frames', 'prompts'] as const;
export type EntityRoot = (typeof ENTITY_ROOTS)[number];
/** `images` are the tracing layers under the drawing (`images.ts`); no part of a `Board`. */
export const ROOTS = ['meta', ...ENTITY_ROOTS, 'images'] as const;
export type Root = (typeof ROOTS)[number];

/** Version of the document's shape, in `meta.schema`; raised by each file in `migrations/`. */
export const SCHEMA_VERSION = 1;

/** Prefix of the keys that hold attributes in the map of an element or relation. */
export const ATTRIBUTE_PREFIX = 'a:';

const ID = /^[A-Za-z0-9:_-]{1,64}$/;
export const isId = (value: unknown): value is Id => typeof value === 'string' && ID.test(value);

export const isEntityRoot = (name: string): name is EntityRoot => (ENTITY_ROOTS as readonly string[]).includes(name);
export const isRoot = (name: string): name is Root => (ROOTS as readonly string[]).includes(name);

export const metaMap = (doc: Y.Doc): Y.Map<unknown> => doc.getMap<unknown>('meta');

/** The map of maps behind a root. What it holds is not yet checked. */
export const entityMap = (doc: Y.Doc, root: EntityRoot): Y.Map<unknown> => doc.getMap<unknown>(root);
