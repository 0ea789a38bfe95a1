import type { ApiErrorCode, DetailsOf } from '#shared/errors/codes.ts';
import { sentenceFor } from '#shared/errors/sentences.ts';
import type { ErrorBody } from '#shared/protocol/api.ts';

const STATUS: Readonly<Record<ApiErrorCode, number>> = {
  'bad-request': 400,
  'bad-file': 422,
  'no-seat': 401,
  'create-key-needed': 401,
  'create-key-wrong': 403,
  forbidden: 403,
  sealed: 403,
  'foreign-origin': 403,
  'own-seat': 409,
  'not-own-seat': 403,
  'last-convenor': 409,
  'session-refused': 409,
  'council-not-found': 404,
  'board-not-found': 404,
  'version-not-found': 404,
  'link-not-found': 404,
  'seat-not-found': 404,
  'not-found': 404,
  'link-invalid': 404,
  'link-closed': 410,
  'ticket-invalid': 401,
  'seat-removed': 403,
  'passphrase-wrong': 403,
  'method-not-allowed': 405,
  'too-large': 413,
  'too-many-requests': 429,
  unavailable: 503,
  'storage-failed': 503,
  internal: 500,
};

/** An answer that is not what was asked for. */
export class ApiError extends Error {
  override readonly name = 'ApiError';
  readonly code: ApiErrorCode;
  readonly status: number;
  readonly body: ErrorBody;

  constructor(code: ApiErrorCode, sentence: string) {
    super(sentence);
    this.code = code;
    this.status = STATUS[code];
    this.body = { error: code, sentence };
  }
}

export const apiError = <C extends ApiErrorCode>(code: C, ...details: DetailsOf<C>): ApiError =>
  new ApiError(code, sentenceFor(code, ...details));
