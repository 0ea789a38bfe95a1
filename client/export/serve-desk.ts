import type { ExportContent } from './content.ts';
import type { DeskAnswer, DeskCall } from './desk.ts';
import type { ExportOrder } from './pages.ts';

type Work = (content: ExportContent, order: ExportOrder, tell: (share: number) => void) => unknown;

/** Answers the page from a worker, one call after the other, in the order they come. */
export function serveDesk(work: Partial<Record<DeskCall['method'], Work>>): void {
  const say = (answer: DeskAnswer, moved: Transferable[] = []): void => self.postMessage(answer, { transfer: moved });
  let content: ExportContent | null = null;

  async function answer({ call, method, order }: DeskCall, board: ExportContent | null): Promise<void> {
    try {
      const run = work[method];
      if (run === undefined || board === null) throw new Error('The export did not start. Close it and open it again.');
      const result = await run(board, order, (share) => say({ call, share }));
      say({ call, result }, result instanceof Uint8Array ? [result.buffer as ArrayBuffer] : []);
    } catch (error) {
      const problem = error instanceof Error ? error.message : 'The file could not be written. Try another format.';
      say({ call, problem });
    }
  }

  let before: Promise<void> = Promise.resolve();
  self.addEventListener('message', ({ data }: MessageEvent<DeskCall>) => {
    content = data.content ?? content;
    const board = content;
    before = before.then(() => answer(data, board));
  });
}
