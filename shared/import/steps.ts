import type { ImportProgress } from './import-types.ts';

/**
 * Long work in short pieces: yields how far it is, from 0 to 1, so that whoever drives it can show that, let a page breathe,
 * or stop. `finish` drives it in one go.
 */
export type Steps<T> = Generator<number, T, void>;

/** A source that cannot be read at all. The message is one sentence for people: what happened and what to do. */
export class ImportProblem extends Error {
  override readonly name = 'ImportProblem';
}

/** Somebody asked to stop. */
export class ImportCancelled extends Error {
  override readonly name = 'ImportCancelled';
}

/** Runs steps to their end. Throws `ImportCancelled` when asked to stop, and whatever the steps throw. */
export function finish<T>(steps: Steps<T>, progress: ImportProgress = {}): T {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    progress.tell?.(step.value);
    if (progress.cancelled?.() === true) throw new ImportCancelled('The import was stopped.');
  }
}

/** The same steps as a part of longer work. */
export function* between<T>(steps: Steps<T>, from: number, to: number): Steps<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    yield from + (to - from) * step.value;
  }
}
