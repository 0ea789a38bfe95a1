import type * as Y from 'yjs';
import type { CloseName } from '#shared/protocol/close-codes.ts';
import type { Rights } from './connection.ts';

/** Decides whether what a transaction changed may stay. Answers `null`, or why the sender is closed. */
export type Judge = (transaction: Y.Transaction, rights: Rights) => CloseName | null;

export const judgeBoard: Judge = () => null;
