import { INITIAL } from './001-initial.ts';
import { STATES } from './002-states.ts';
import type { Migration } from './define-migration.ts';

/** In order, append-only: a migration that was released is never changed, renamed or removed. */
export const MIGRATIONS: readonly Migration[] = Object.freeze([INITIAL, STATES]);
