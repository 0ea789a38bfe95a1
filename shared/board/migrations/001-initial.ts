import { defineMigration } from './define-migration.ts';

/** The first shape: `meta`, `elements`, `relations`, `overlays`, `frames`, `prompts`, as `docs/board-file.md` lists them. */
export const INITIAL = defineMigration({
  number: 1,
  name: 'initial',
  up: () => {
    // Nothing came before: the version number, which the runner writes, is all of it.
  },
});
