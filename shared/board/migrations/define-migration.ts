import type * as Y from 'yjs';

/** One step from a shape of the document to the next. */
export interface Migration {
  /** The schema version it leads to: 1, 2, 3 … without gaps. */
  readonly number: number;
  readonly name: string;
  /**
   * Changes the document within the caller's transaction. It must write the same whoever runs it, also twice: two pages may
   * open an old board at the same moment.
   */
  up(doc: Y.Doc): void;
}

export const defineMigration = (migration: Migration): Migration => Object.freeze(migration);
