import type { Id } from '../board/model.ts';

/** What leaves the council of one board. */
export type Consent = 'none' | 'council' | 'figures' | 'redacted';

export const CONSENT_WORDS: Readonly<Record<Consent, { readonly label: string; readonly says: string }>> =
  Object.freeze({
    none: { label: 'Nothing', says: 'Nothing of this board leaves the session.' },
    council: { label: 'Council only', says: 'Members may keep the recap of this board.' },
    figures: { label: 'Figures only', says: 'Only counted figures leave the council.' },
    redacted: { label: 'Redacted drawing', says: 'The drawing may leave with its names taken out.' },
  });

/** What is written by hand about one board. */
export interface BoardNotes {
  /** The model in one sentence. */
  readonly sentence: string;
  /** The presenter's own three takeaways. */
  readonly takeaways: readonly string[];
  readonly actions: readonly string[];
  readonly consent: Consent;
  /** Twelve bands that make boards comparable (session 5.5): value by field. */
  readonly profile: Readonly<Record<string, string>>;
}

/** Term, symbol and meaning that the council agreed on. */
export interface WordDecision {
  readonly id: Id;
  readonly term: string;
  readonly symbol: string;
  readonly meaning: string;
}

/** What the scribe writes across boards. */
export interface RecapNotes {
  readonly words: readonly WordDecision[];
  /** “n of 8” patterns said by hand besides those that are counted. */
  readonly patterns: readonly { readonly id: Id; readonly text: string; readonly boards: readonly Id[] }[];
  readonly questions: readonly { readonly id: Id; readonly text: string }[];
  readonly boards: Readonly<Record<Id, BoardNotes>>;
}

export const EMPTY_NOTES: BoardNotes = Object.freeze({
  sentence: '',
  takeaways: Object.freeze([]),
  actions: Object.freeze([]),
  consent: 'council',
  profile: Object.freeze({}),
});
