import type { DrawContext, ElementFacts, ElementProps } from '../../vocabulary/define-kind.ts';
import type { Mark } from '../mark.ts';
import { ellipsize, measureText } from '../measure-text.ts';
import { text } from './marks.ts';
import { numberDisc } from './number-disc.ts';
import { SCOPE_WIDTH, scopeMark } from './scope-mark.ts';

const SIZE = 11;
const DOT = ' · ';
const FTE = measureText(' FTE', SIZE, 400);
/** Least room between what stands left and the FTE at the right. */
const GAP = 8;

export interface FactsRow {
  /** Words that must be seen: "Vacant", "CoE". */
  readonly words: readonly string[];
  /** Words that are shown when there is room. */
  readonly extras?: readonly string[];
}

/** Shares in one decimal at most: `1.5`. */
export const shortNumber = (value: number): string => String(Math.round(value * 10) / 10);

const fteOf = (props: ElementProps): string | null => {
  const fte = props.attributes['fte'];
  return typeof fte === 'number' ? shortNumber(fte) : null;
};

const hasScope = (props: ElementProps): boolean => scopeMark(props.attributes['scope'], 0, 0).length > 0;

/** Whether the row has anything that must be seen. */
export const hasFacts = (props: ElementProps, facts: ElementFacts, row: FactsRow): boolean =>
  row.words.length > 0 || facts.loads.length > 0 || hasScope(props) || fteOf(props) !== null;

/**
 * Whether the row is drawn: for what must be seen, or for extra words when the first of them fits in `width` and the name leaves
 * room for it. `spare` is the height left under name and row; words over the name would make both unreadable.
 */
export const showsFacts = (
  props: ElementProps,
  facts: ElementFacts,
  row: FactsRow,
  width: number,
  spare = 0,
): boolean => {
  if (hasFacts(props, facts, row)) return true;
  const [extra] = row.extras ?? [];
  return extra !== undefined && spare >= 0 && measureText(extra, SIZE, 400) <= width;
};

/** Width that shows everything that must be seen. */
export function factsWidth(props: ElementProps, facts: ElementFacts, row: FactsRow): number {
  const fte = fteOf(props);
  const loads = facts.loads.reduce((sum, load) => sum + 23 + measureText(String(load.share), SIZE, 400), 0);
  const words = row.words.length === 0 ? 0 : measureText(row.words.join(DOT), SIZE, 400);
  const right = fte === null ? 0 : measureText(fte, SIZE, 600) + FTE;
  const left = (hasScope(props) ? SCOPE_WIDTH : 0) + loads + words;
  return left + right + (left > 0 && right > 0 ? GAP : 0);
}

/** Scope, tiger-team loads and words from `x`; FTE right-aligned at `right`; `y` is the baseline. Never wider than the room. */
export function factsRow(
  props: ElementProps,
  context: DrawContext,
  row: FactsRow,
  place: { readonly x: number; readonly right: number; readonly y: number },
): readonly Mark[] {
  const { y } = place;
  const marks: Mark[] = [];
  let right = place.right;
  const fte = fteOf(props);
  if (fte !== null && measureText(fte, SIZE, 600) + FTE <= right - place.x) {
    marks.push(text(right, y, 'FTE', { size: SIZE, weight: 400, color: 'ink-2', anchor: 'end' }));
    marks.push(text(right - FTE, y, fte, { size: SIZE, weight: 600, anchor: 'end' }));
    right -= measureText(fte, SIZE, 600) + FTE + GAP;
  }
  let x = place.x;
  if (hasScope(props) && x + SCOPE_WIDTH - 6 <= right) {
    marks.push(...scopeMark(props.attributes['scope'], x, y - 3.8));
    x += SCOPE_WIDTH;
  }
  for (const load of context.facts.loads) {
    const share = String(load.share);
    const width = 16 + measureText(share, SIZE, 400);
    if (x + width > right) break;
    marks.push(...numberDisc(load.team, x + 6.5, y - 3.8, 6.5, context.finish));
    marks.push(text(x + 16, y, share, { size: SIZE, weight: 400, color: 'ink-2' }));
    x += width + 7;
  }
  let words = row.words.join(DOT);
  for (const extra of row.extras ?? []) {
    const more = words === '' ? extra : words + DOT + extra;
    if (x + measureText(more, SIZE, 400) > right) break;
    words = more;
  }
  const shown = words === '' ? '' : ellipsize(words, right - x, SIZE, 400);
  if (shown !== '' && shown !== '…') marks.push(text(x, y, shown, { size: SIZE, weight: 400, color: 'ink-2' }));
  return marks;
}
