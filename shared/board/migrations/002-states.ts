import { defineMigration } from './define-migration.ts';

/**
 * States: `elements@bridge`, `relations@bridge`, `overlays@bridge` and the same of `target`, named by `state:bridge` and
 * `state:target` in `meta`; frames may have `subtitle`, `state` and `notes`. An older page would draw past them.
 */
export const STATES = defineMigration({
  number: 2,
  name: 'states',
  up: () => {
    // What an older document holds is its state `now`, where it is; the new parts come when somebody adds them.
  },
});
