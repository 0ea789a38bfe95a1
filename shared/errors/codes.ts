import type { Id } from '../board/model.ts';

/** What each error needs to say its sentence; `null` when the sentence is always the same. The keys are stable codes. */
export interface EditErrorDetails {
  locked: { readonly name: string };
  'holds-locked': { readonly name: string };
  missing: { readonly id: Id };
  'state-taken': { readonly name: string };
  'past-shown': null;
  'id-taken': { readonly id: Id };
  'bad-id': { readonly id: Id };
  'reports-to-itself': { readonly name: string };
  'reports-cycle': { readonly name: string; readonly boss: string };
  'sits-in-itself': { readonly name: string };
  'sits-in-cycle': { readonly name: string; readonly container: string };
  'not-a-container': { readonly name: string; readonly kind: string };
  'line-refused': { readonly reason: string };
  'text-too-long': { readonly limit: number };
  'bad-attribute': { readonly label: string };
  'bad-number': null;
  'bad-order': null;
  'bad-choice': { readonly value: string };
  'board-full': { readonly limit: number; readonly what: string };
}

/** Errors of the HTTP API (`shared/protocol/api.ts`). */
export interface ApiErrorDetails {
  'bad-request': { readonly reason: string };
  'no-seat': null;
  forbidden: null;
  sealed: null;
  'council-not-found': null;
  'board-not-found': null;
  'version-not-found': null;
  'link-not-found': null;
  'seat-not-found': null;
  'not-found': null;
  'link-invalid': null;
  'link-closed': null;
  'seat-removed': null;
  'passphrase-wrong': null;
  'create-key-needed': null;
  'create-key-wrong': null;
  'foreign-origin': null;
  'ticket-invalid': null;
  'bad-file': { readonly reason: string };
  'too-large': { readonly limit: string };
  'too-many-requests': { readonly seconds: number };
  'own-seat': null;
  'not-own-seat': null;
  'last-convenor': null;
  /** The session does not allow it now; the reason is a whole sentence or two. */
  'session-refused': { readonly reason: string };
  'method-not-allowed': null;
  unavailable: null;
  'storage-failed': null;
  internal: null;
}

export type ErrorDetails = EditErrorDetails & ApiErrorDetails;
export type EditErrorCode = keyof EditErrorDetails;
export type ApiErrorCode = keyof ApiErrorDetails;
export type ErrorCode = keyof ErrorDetails;

/** Arguments after the code: none when the sentence needs nothing. */
export type DetailsOf<C extends ErrorCode> = ErrorDetails[C] extends null ? [] : [details: ErrorDetails[C]];
