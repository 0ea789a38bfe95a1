import type { DetailsOf, EditErrorCode } from '../errors/codes.ts';
import { sentenceFor } from '../errors/sentences.ts';

/** An edit that was refused. Nothing of it was written. The message is the sentence for people. */
export class BoardEditError extends Error {
  readonly code: EditErrorCode;

  constructor(code: EditErrorCode, message: string) {
    super(message);
    this.name = 'BoardEditError';
    this.code = code;
  }
}

/** Throws the error of a code with its sentence. */
export function refuse<C extends EditErrorCode>(code: C, ...details: DetailsOf<C>): never {
  throw new BoardEditError(code, sentenceFor(code, ...details));
}
