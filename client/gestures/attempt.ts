import { BoardEditError } from '#shared/board/edit.ts';
import { layLive } from '../commands/keep-tidy.ts';
import type { BoardRuntime } from '../session/runtime.ts';

/** Runs an edit as one undo step. What the board refuses is said to the person; everything else is a fault and thrown on. */
export function attempt<T>(runtime: BoardRuntime, run: () => T): T | null {
  runtime.undo.stop();
  try {
    return runtime.editor.transact(() => {
      const result = run();
      layLive(runtime);
      return result;
    });
  } catch (error) {
    if (!(error instanceof BoardEditError)) throw error;
    runtime.notify(error.message);
    return null;
  } finally {
    runtime.undo.stop();
  }
}
