import type { Attributes } from '../board/model.ts';

/** How the reports of a boss stand: in a row, hanging on one side of their trunk, on both sides, or in rows and columns. */
export type ArrangeMode = 'row' | 'stack' | 'stack2' | 'grid';

export const ARRANGE_MODES: readonly ArrangeMode[] = Object.freeze(['row', 'stack', 'stack2', 'grid']);

/** The mode somebody chose for an element; `undefined` is automatic, also for a word this version does not know. */
export const arrangeOf = ({ arrange }: Attributes): ArrangeMode | undefined =>
  ARRANGE_MODES.find((mode) => mode === arrange);
