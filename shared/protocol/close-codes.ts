/**
 * Why the server closes a socket. 4400 to 4499 stop the y-websocket client for good; 1012 and 1013 let it come back.
 * Each has one sentence: what happened, then what to do.
 */
export const CLOSE = {
  malformed: {
    code: 1007,
    name: 'malformed',
    sentence: 'This page sent something that cannot be read. Reload it; your board is as it was.',
  },
  restart: {
    code: 1012,
    name: 'restart',
    sentence: 'The server restarts. Keep drawing; your changes are sent when it is back.',
  },
  later: { code: 1013, name: 'later', sentence: 'The server is busy. Keep drawing; we try again by ourselves.' },
  orphan: {
    code: 4400,
    name: 'orphan',
    sentence: 'This page holds changes that do not fit the board. Copy what you need, then reload.',
  },
  revoked: {
    code: 4401,
    name: 'revoked',
    sentence: 'Your access has changed or ended. Open your link again, or ask the convenor for a new one.',
  },
  forbidden: {
    code: 4403,
    name: 'forbidden',
    sentence: 'You can look at this board, not change it. Ask the convenor for a presenter link.',
  },
  missing: {
    code: 4404,
    name: 'missing',
    sentence: 'There is no such board, or it is not open to you. Go back to your boards.',
  },
  deleted: {
    code: 4410,
    name: 'deleted',
    sentence: 'This board was deleted. The convenor can bring it back from the council page.',
  },
  full: {
    code: 4413,
    name: 'full',
    sentence: 'This board is full: 10,000 elements or 20 MB. Split it into two boards.',
  },
  tooMany: {
    code: 4429,
    name: 'too-many',
    sentence: 'Too many changes at once from this page. Wait a minute, then reload.',
  },
  invalid: {
    code: 4422,
    name: 'invalid',
    sentence: 'This page sent a change the board cannot hold. Copy what you need, then reload.',
  },
} as const satisfies Record<string, { code: number; name: string; sentence: string }>;

export type CloseName = keyof typeof CLOSE;

/** The sentence for a close code, or `null` for one that needs no word (a plain drop of the line). */
export const closeSentence = (code: number): string | null =>
  Object.values(CLOSE).find((c) => c.code === code)?.sentence ?? null;
