import type { DetailsOf, ErrorCode, ErrorDetails } from './codes.ts';

const count = (n: number): string => n.toLocaleString('en-US');
const named = (name: string): string => (name.trim() === '' ? 'This element' : `“${name.trim()}”`);

/** One sentence or two per code: what happened, then what to do. Exhaustive by type. */
const SENTENCES: { readonly [C in ErrorCode]: (details: ErrorDetails[C]) => string } = {
  locked: ({ name }) => `${named(name)} is locked. Ask the convenor to unlock it.`,
  'holds-locked': ({ name }) => `${named(name)} holds something locked. Ask the convenor to unlock that first.`,
  missing: () => 'This is no longer on the board. Somebody removed it; undo brings back only your own removals.',
  'id-taken': ({ id }) => `There is already something with the id ${id} on this board. Use another id.`,
  'bad-id': ({ id }) =>
    `“${id.slice(0, 80)}” cannot be an id. Use 1 to 64 letters, digits, colons, dashes or underscores.`,
  'reports-to-itself': ({ name }) => `${named(name)} cannot report to itself. Choose another boss.`,
  'reports-cycle': ({ name, boss }) =>
    `${named(boss)} already reports to ${named(name)}, directly or through others. Move ${named(boss)} first.`,
  'sits-in-itself': ({ name }) => `${named(name)} cannot sit in itself. Choose another box.`,
  'sits-in-cycle': ({ name, container }) =>
    `${named(container)} already sits in ${named(name)}. Take it out first, then put ${named(name)} in.`,
  'not-a-container': ({ name, kind }) =>
    `Nothing can sit in ${named(name)}, because it is a ${kind.toLowerCase()}. Drop it in a team or a centre.`,
  'line-refused': ({ reason }) => reason,
  'text-too-long': ({ limit }) => `This text is longer than ${count(limit)} characters. Shorten it or split it.`,
  'bad-attribute': ({ label }) => `${label} cannot hold this value. Choose one of those offered.`,
  'bad-number': () => 'A position or size is not a number on the board. Nothing was changed; try again.',
  'bad-order': () => 'This place in the order cannot be used. Nothing was changed; try again.',
  'state-taken': ({ name }) => `This board has the state “${name}” already. Show it, or remove it first.`,
  'past-shown': () => 'You look at an earlier moment, which stays as it was. Go back to now, then draw.',
  'bad-choice': ({ value }) =>
    `“${value.slice(0, 80)}” is not something this board knows. Choose one of those offered.`,
  'board-full': ({ limit, what }) => `This board is full: ${count(limit)} ${what}. Split it into two boards.`,

  'bad-request': ({ reason }) => `The request cannot be used: ${reason}.`,
  'no-seat': () => 'You have no seat here. Open your invitation link again, or ask the convenor for one.',
  forbidden: () => 'Your role does not allow this. Ask the convenor.',
  sealed: () => 'This council has ended and can only be read. Duplicate what you want to go on with.',
  'council-not-found': () => 'There is no such council, or it is not open to you. Open your invitation link again.',
  'board-not-found': () => 'There is no such board, or it is not open to you. Go back to your boards.',
  'version-not-found': () => 'There is no such version: somebody removed it meanwhile. Open the history again.',
  'link-not-found': () => 'There is no such link. Reload the page to see those that exist.',
  'seat-not-found': () => 'There is no such seat. Reload the page to see who is here.',
  'not-found': () => 'There is nothing here. Check the address, or go back to your boards.',
  'link-invalid': () =>
    'This invitation does not work: it was revoked or is not complete. Ask the convenor for a new link.',
  'link-closed': () => 'This council has ended and its links are closed. Ask the convenor for the recap.',
  'seat-removed': () =>
    'Your seat in this council was removed. Ask the convenor for a new link; this one no longer works for you.',
  'passphrase-wrong': () =>
    'This is not the passphrase it was sealed with. Look for it where you kept it, then try again.',
  'create-key-needed': () => 'This server asks for a key to create a council. Ask whoever runs it.',
  'create-key-wrong': () => 'This key is not the one of this server. Check it with whoever runs the server.',
  'foreign-origin': () => 'This request came from another site and was refused. Open the board from its own address.',
  'ticket-invalid': () => 'This ticket was used already or is too old. Ask for a new one.',
  'bad-file': ({ reason }) => reason,
  'too-large': ({ limit }) => `This is larger than ${limit}. Split it into two boards.`,
  'too-many-requests': ({ seconds }) => `Too many requests from here. Try again in ${count(seconds)} s.`,
  'not-own-seat': () =>
    'Only who has a seat can take it to another device. Send them a new link, then give the new seat their role.',
  'own-seat': () => 'This is your own seat. Another convenor can revoke it.',
  'last-convenor': () => 'A council needs a convenor, and this is its only one. Make somebody else a convenor first.',
  'session-refused': ({ reason }) => reason,
  'method-not-allowed': () => 'This address does not do that. Check the method of the request.',
  unavailable: () => 'The server is starting or stopping. Try again in a moment.',
  'storage-failed': () => 'The server could not save. Nothing was lost on this page; try again in a moment.',
  internal: () => 'Something went wrong on the server. Try again; if it stays, tell whoever runs the server.',
};

/** The words people read for an error: what happened, then what to do. */
export function sentenceFor<C extends ErrorCode>(code: C, ...details: DetailsOf<C>): string {
  const say = SENTENCES[code] as (details: unknown) => string;
  return say(details[0] ?? null);
}

/** All codes, for the documentation and for tests. */
export const ERROR_CODES = Object.freeze(Object.keys(SENTENCES)) as readonly ErrorCode[];
