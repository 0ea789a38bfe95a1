import { choiceLabel } from '../../vocabulary/attributes.ts';
import type { ElementProps } from '../../vocabulary/define-kind.ts';

/** Short words for capabilities, where the label is too long for a facts row. */
const SHORT: Readonly<Record<string, string>> = {
  tech: 'Tech',
  measure: 'Measure',
  execute: 'Execute',
  plan: 'Plan',
  pmo: 'PMO',
  vendor: 'Vendor',
  insight: 'Insight',
  datasci: 'Data sci',
  demand: 'Demand',
  orchestrate: 'Orchestrate',
  train: 'Train',
};

/** Capabilities, business line and region as short words: shown in the facts row when there is room. */
export function extraWords(props: ElementProps): readonly string[] {
  const { cap, bu, region } = props.attributes;
  const words: string[] = [];
  if (Array.isArray(cap)) words.push(...cap.map((code: string) => SHORT[code] ?? choiceLabel('cap', code)));
  for (const word of [region, bu]) if (typeof word === 'string' && word !== '') words.push(word);
  return words;
}
