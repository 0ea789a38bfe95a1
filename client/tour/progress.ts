/** How far this device is with the lesson. Nothing of it is on the server. */
export interface Progress {
  readonly councilId: string;
  readonly boardId: string;
  /** Place of the step that is shown; the number of steps when the questions are. */
  readonly step: number;
  /** Ids of tasks that were done. */
  readonly done: readonly string[];
  /** Option that was chosen, by question. */
  readonly answers: Readonly<Record<string, number>>;
  /** The last question was answered. */
  readonly finished: boolean;
  /** The card was put away; the board is a board like any other. */
  readonly closed: boolean;
}

const KEY = 'orgora-lesson';

export const newProgress = (councilId: string, boardId: string): Progress => ({
  councilId,
  boardId,
  step: 0,
  done: [],
  answers: {},
  finished: false,
  closed: false,
});

/** What this device kept, or `null` when the lesson was never begun here or the browser keeps nothing. */
export function keptProgress(): Progress | null {
  try {
    const text = window.localStorage.getItem(KEY);
    if (text === null) return null;
    const kept: unknown = JSON.parse(text);
    return typeof kept === 'object' && kept !== null && 'boardId' in kept && 'step' in kept ? (kept as Progress) : null;
  } catch {
    // A browser that keeps nothing, or something else under that name: the lesson begins anew.
    return null;
  }
}

export function keepProgress(progress: Progress): void {
  try {
    window.localStorage.setItem(KEY, JSON.stringify(progress));
  } catch {
    // It holds for this page then.
  }
}

/** Whether this board is the lesson's and its card is wanted. */
export function isLessonBoard(boardId: string): boolean {
  const kept = keptProgress();
  return kept !== null && kept.boardId === boardId && !kept.closed;
}
