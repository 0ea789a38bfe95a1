import type { Anchor } from '#shared/critique/comment.ts';
import type { BoardPatch } from '#shared/critique/patch.ts';

/** A what-if that is being drawn, as it is kept on this device until it is sent or thrown away. */
export interface KeptWhatIf {
  readonly patch: BoardPatch;
  /** The reason as far as it is written. */
  readonly reason: string;
  /** What the comment stands on, when it was begun from a comment. */
  readonly anchor: Anchor | null;
}

/** Whose what-if on which board: one of each on a device. */
export interface WhatIfPlace {
  readonly councilId: string;
  readonly boardId: string;
  readonly seat: string;
}

const nameOf = ({ councilId, boardId, seat }: WhatIfPlace): string => `orgora-what-if:${councilId}:${boardId}:${seat}`;

const LISTS = ['elements', 'relations', 'overlays', 'frames', 'removed'] as const;

function isKept(value: unknown): value is KeptWhatIf {
  if (typeof value !== 'object' || value === null) return false;
  const { patch, reason } = value as Partial<Record<keyof KeptWhatIf, unknown>>;
  if (typeof patch !== 'object' || patch === null || typeof reason !== 'string') return false;
  return LISTS.every((list) => Array.isArray((patch as Readonly<Record<string, unknown>>)[list]));
}

/** What was being drawn here, or `null`. */
export function keptWhatIf(place: WhatIfPlace): KeptWhatIf | null {
  const text = window.localStorage.getItem(nameOf(place));
  if (text === null) return null;
  try {
    const value: unknown = JSON.parse(text);
    return isKept(value) ? value : null;
  } catch {
    // Not ours: the next drawing writes over it.
    return null;
  }
}

/** Keeps a what-if. Answers `false` when this device has no room for it. */
export function keepWhatIf(place: WhatIfPlace, kept: KeptWhatIf): boolean {
  try {
    window.localStorage.setItem(nameOf(place), JSON.stringify(kept));
    return true;
  } catch {
    return false;
  }
}

export const forgetWhatIf = (place: WhatIfPlace): void => window.localStorage.removeItem(nameOf(place));
