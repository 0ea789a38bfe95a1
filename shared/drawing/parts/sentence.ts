import { choiceLabel } from '../../vocabulary/attributes.ts';
import type { ElementProps } from '../../vocabulary/define-kind.ts';
import { shortNumber } from './facts-row.ts';

/** `Role "Data steward", data, vacant, 1 FTE`: the kind, the name, then what is set, in one line. */
export function elementSentence(label: string, props: ElementProps, own: readonly string[]): string {
  const { fn, scope, fte } = props.attributes;
  const name = props.name.replaceAll(/\s+/gu, ' ').trim();
  const parts = [name === '' ? `${label} without a name` : `${label} "${name}"`];
  if (typeof fn === 'string') parts.push(plain(choiceLabel('fn', fn)));
  parts.push(...own.filter((part) => part !== ''));
  if (typeof scope === 'string') parts.push(choiceLabel('scope', scope).toLowerCase());
  if (typeof fte === 'number') parts.push(`${shortNumber(fte)} FTE`);
  if (props.locked) parts.push('locked');
  return parts.join(', ');
}

/** A label inside a sentence: "Data and BI" begins small, "IT" stays. */
export const plain = (label: string): string =>
  label.charAt(1) === label.charAt(1).toLowerCase() ? label.charAt(0).toLowerCase() + label.slice(1) : label;
