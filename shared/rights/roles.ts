/** Roles of this stage; the session adds presenter turns, scribes and challengers on top (session 5.2). */
export const ROLES = ['convenor', 'presenter', 'respondent', 'observer'] as const;
export type Role = (typeof ROLES)[number];

export const isRole = (value: unknown): value is Role => (ROLES as readonly unknown[]).includes(value);

/** The word people read and what it may do, one sentence. */
export const ROLE_WORDS: Readonly<Record<Role, { readonly label: string; readonly may: string }>> = Object.freeze({
  convenor: { label: 'Convenor', may: 'Runs the council: draws, invites, revokes, deletes.' },
  presenter: { label: 'Presenter', may: 'Draws on the boards.' },
  respondent: { label: 'Respondent', may: 'Looks around and comments. Moves nothing.' },
  observer: { label: 'Observer', may: 'Looks around.' },
});
