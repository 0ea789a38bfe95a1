import { attribute, validAttribute } from '../vocabulary/attributes.ts';
import type { AttributeValue } from './model.ts';

/**
 * An attribute's value in the one form it is stored in: sets in the order of their choices without doubles, choices whose
 * codes are digits as numbers. `null` when the attribute cannot hold it.
 */
export function normalValue(id: string, value: AttributeValue): AttributeValue | null {
  if (!validAttribute(id, value)) return null;
  const spec = attribute(id)?.value;
  if (spec?.type === 'choices' && Array.isArray(value)) {
    const chosen = value as readonly string[];
    return spec.choices.map((choice) => choice.code).filter((code) => chosen.includes(code));
  }
  if (spec?.type === 'choice' && typeof value === 'string' && /^\d+$/.test(value)) return Number(value);
  return typeof value === 'string' ? value.toWellFormed() : value;
}
