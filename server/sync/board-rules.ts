import type * as Y from 'yjs';
import { collectTouched, NAMED_ROOTS, touchesLocked, validateTouched } from '#shared/board/schema.ts';
import type { CloseName } from '#shared/protocol/close-codes.ts';
import type { Rights } from './rights.ts';

/** Why a change may not stay: what the sender is closed with, and more exactly, in words. */
export interface Objection {
  readonly close: CloseName;
  readonly sentence: string;
}

/** Looks at what a transaction changed in a document that nobody else has seen yet. */
export type Judge = (transaction: Y.Transaction, rights: Rights) => Objection | null;

/**
 * Gives the roots their type before anything is applied. Yjs replaces a root the first time it is asked for by type, and what
 * a transaction changed could then no longer be found.
 */
export function prepareBoard(doc: Y.Doc): void {
  for (const { name } of NAMED_ROOTS) doc.getMap(name);
}

/** A board holds what its schema says, and what is locked only the convenor changes. */
export const judgeBoard: Judge = (transaction, rights) => {
  const [problem] = validateTouched(transaction.doc, collectTouched(transaction));
  if (problem !== undefined) {
    return { close: problem.code === 'full' ? 'full' : 'invalid', sentence: problem.sentence };
  }
  if (rights.editLocked || touchesLocked(transaction).length === 0) return null;
  return {
    close: 'invalid',
    sentence: 'This page changed something the convenor has locked. Copy what you need, then reload.',
  };
};
