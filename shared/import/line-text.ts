import type { Attributes, RelationKindId } from '../board/model.ts';
import type { Annotation } from './annotations.ts';
import { relationNamed, valueFrom, valueText } from './values.ts';

/** A line other than reporting as our own tables and outlines write it: `serves=12|what=platform`. */
export interface WrittenLine {
  readonly kind: Exclude<RelationKindId, 'reports'>;
  readonly to: string;
  readonly attributes: Attributes;
}

const escaped = (text: string): string => text.replace(/%/g, '%25').replace(/\|/g, '%7C');
const unescaped = (text: string): string => text.replace(/%7C/g, '|').replace(/%25/g, '%');

export const writeLine = ({ kind, to, attributes }: WrittenLine): Annotation => {
  const more = Object.entries(attributes).map(([id, value]) => `|${id}=${escaped(valueText(value))}`);
  return { key: kind, value: escaped(to) + more.join('') };
};

/** The line, or `null` when the note means something else. */
export function readLine({ key, value }: Annotation): WrittenLine | null {
  const kind = relationNamed(key);
  if (kind === null || kind === 'reports' || value === null) return null;
  const [to = '', ...more] = value.split('|').map(unescaped);
  const attributes = more.flatMap((part) => {
    const [id = '', ...rest] = part.split('=');
    const known = valueFrom(id, rest.join('='));
    return known === null ? [] : [[id, known] as const];
  });
  return { kind, to: to.trim(), attributes: Object.fromEntries(attributes) };
}
