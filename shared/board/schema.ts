/** The shape of a board document: its roots and version, and the server's check of what was written into it. */
export { ENTITY_ROOTS, type EntityRoot, isId, NAMED_ROOTS, ROOTS, type Root, SCHEMA_VERSION } from './roots.ts';
export { collectTouched, type Touched } from './touched.ts';
export { touchesLocked } from './touches-locked.ts';
export { MOST, type Problem, validateDocument, validateTouched } from './validate.ts';
