/**
 * What a seat may be, strongest first (session 5.2). A challenger is a respondent while it is their turn to warn: nobody is
 * invited as one.
 */
export const ROLES = ['convenor', 'presenter', 'scribe', 'challenger', 'respondent', 'observer'] as const;
export type Role = (typeof ROLES)[number];

/** What a link or a seat can be. */
export const SEAT_ROLES = ['convenor', 'presenter', 'scribe', 'respondent', 'observer'] as const;
export type SeatRole = (typeof SEAT_ROLES)[number];

export const isRole = (value: unknown): value is Role => (ROLES as readonly unknown[]).includes(value);

/** The word people read and what it may do, one sentence. */
export const ROLE_WORDS: Readonly<Record<Role, { readonly label: string; readonly may: string }>> = Object.freeze({
  convenor: { label: 'Convenor', may: 'Runs the council: draws, invites, keeps the clock, reveals, ends.' },
  presenter: { label: 'Presenter', may: 'Draws. In a session: on the own board, and criticises the others.' },
  scribe: { label: 'Scribe', may: 'Comments, groups comments and writes the recap.' },
  challenger: { label: 'Challenger', may: 'Comments, and pins at least two frictions on this board.' },
  respondent: { label: 'Respondent', may: 'Looks around, comments and votes. Moves nothing.' },
  observer: { label: 'Observer', may: 'Looks around.' },
});
