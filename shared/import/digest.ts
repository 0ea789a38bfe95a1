import type { BoardElement } from '../board/model.ts';
import type { ImportDraft, ImportedItem } from './import-types.ts';

/**
 * A short fingerprint of a text: 53 bits of two mixed 32-bit hashes (cyrb53, public domain), in base 36. The text cannot be
 * read out of it; who has a list of all texts that it could be can still compare them.
 */
export function digest(text: string): string {
  let a = 0xdeadbeef;
  let b = 0x41c6ce57;
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    a = Math.imul(a ^ unit, 2654435761);
    b = Math.imul(b ^ unit, 1597334677);
  }
  a = Math.imul(a ^ (a >>> 16), 2246822507) ^ Math.imul(b ^ (b >>> 13), 3266489909);
  b = Math.imul(b ^ (b >>> 16), 2246822507) ^ Math.imul(a ^ (a >>> 13), 3266489909);
  return (4294967296 * (2097151 & b) + (a >>> 0)).toString(36);
}

/** Fingerprints by which a row is found again on a board, so that a board carries neither numbers of employees nor addresses. */
export interface Marks {
  readonly id: string;
  readonly mail: string;
}

export const marksOf = ({ key, email }: Pick<ImportedItem, 'key' | 'email'>): Marks => ({
  id: digest(`id ${key}`),
  mail: email === '' ? '' : digest(`mail ${email.toLowerCase()}`),
});

/** Whether the rows of a source have ids or addresses that are worth knowing again; line numbers of a list are not. */
export const keepsMarks = ({ format }: ImportDraft): boolean => format === 'table' || format === 'graph';

/** The value of the attribute `src`: `<id>` or `<id> <mail>`. */
export const srcOf = (item: Pick<ImportedItem, 'key' | 'email'>): string => {
  const { id, mail } = marksOf(item);
  return mail === '' ? id : `${id} ${mail}`;
};

export function marksOn(element: BoardElement): Marks | null {
  const src = element.attributes['src'];
  if (typeof src !== 'string' || src === '') return null;
  const [id = '', mail = ''] = src.split(' ');
  return { id, mail };
}
