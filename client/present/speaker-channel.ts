import type { Step } from './presentation.ts';

/** What the window with the notes shows; pictures are SVG texts of our own drawing. */
export interface SpeakerView {
  readonly type: 'view';
  readonly board: string;
  readonly place: number;
  readonly count: number;
  readonly title: string;
  readonly subtitle: string;
  readonly notes: string;
  readonly now: string;
  readonly nextTitle: string | null;
  readonly next: string | null;
  /** Milliseconds since 1970. */
  readonly started: number;
  readonly blank: boolean;
  readonly leads: boolean;
}

export type ToSpeaker = SpeakerView | { readonly type: 'end' };
export type FromSpeaker = { readonly type: 'hello' } | { readonly type: 'step'; readonly step: Step };

/** Two windows of one browser talk under the name of one presentation; nothing of it leaves the machine. */
export const speakerChannel = (key: string): BroadcastChannel => new BroadcastChannel(`orgora-speaker:${key}`);
