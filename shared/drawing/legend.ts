import type { Board } from '../board/model.ts';
import type { Mark } from './mark.ts';

export interface LegendEntry {
  readonly id: string;
  readonly label: string;
  readonly icon: readonly Mark[];
}

/** What the board uses, in the order of the vocabulary. */
export const legendOf = (_board: Board): readonly LegendEntry[] => [];

/** The legend in two columns. */
export const drawLegend = (
  _entries: readonly LegendEntry[],
): { readonly marks: readonly Mark[]; readonly w: number; readonly h: number } => ({
  marks: [],
  w: 0,
  h: 0,
});
