import type { ExportContent } from './content.ts';
import { type DeskAnswer, type DeskCall, needsFonts, type StoppableDesk, Stopped } from './desk.ts';
import type { ExportOrder } from './pages.ts';

interface Waiting {
  readonly done: (result: never) => void;
  readonly failed: (error: Error) => void;
  readonly tell: (share: number) => void;
}

const ENDED = 'The file could not be written: the browser stopped the work. Export fewer pages.';

/** One worker of the desk; it is started when it is first asked, and again after it was stopped. */
class Clerk {
  readonly #make: () => Worker;
  #worker: Worker | null = null;
  #sent: ExportContent | null = null;
  #last = 0;
  readonly #waiting = new Map<number, Waiting>();

  constructor(make: () => Worker) {
    this.#make = make;
  }

  end(error: Error): void {
    this.#worker?.terminate();
    this.#worker = null;
    this.#sent = null;
    const all = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const one of all) one.failed(error);
  }

  ask<T>(
    method: DeskCall['method'],
    content: ExportContent,
    order: ExportOrder,
    tell: (share: number) => void,
  ): Promise<T> {
    return new Promise<T>((done, failed) => {
      this.#worker ??= this.#start();
      this.#last += 1;
      this.#waiting.set(this.#last, { done, failed, tell });
      const known = this.#sent === content;
      this.#sent = content;
      this.#worker.postMessage({ call: this.#last, method, content: known ? null : content, order } satisfies DeskCall);
    });
  }

  #start(): Worker {
    const worker = this.#make();
    worker.addEventListener('message', ({ data }: MessageEvent<DeskAnswer>) => this.#hear(data));
    worker.addEventListener('error', () => this.end(new Error(ENDED)));
    return worker;
  }

  #hear(data: DeskAnswer): void {
    const one = this.#waiting.get(data.call);
    if ('share' in data) {
      one?.tell(data.share);
      return;
    }
    this.#waiting.delete(data.call);
    if ('problem' in data) one?.failed(new Error(data.problem));
    else one?.done(data.result as never);
  }
}

const quiet = (): void => undefined;

/** A desk in workers: one for most things, and one with the fonts, which are loaded for the files that carry them. */
export function createDeskClient(): StoppableDesk {
  const plain = new Clerk(() => new Worker(new URL('./export-worker.ts', import.meta.url), { type: 'module' }));
  const fonts = new Clerk(() => new Worker(new URL('./fonts-worker.ts', import.meta.url), { type: 'module' }));
  return {
    preview: (content, order) => plain.ask('preview', content, order, quiet),
    write: (content, order, tell = quiet) => (needsFonts(order) ? fonts : plain).ask('write', content, order, tell),
    texts: (content, order) => plain.ask('texts', content, order, quiet),
    stop() {
      plain.end(new Stopped());
      fonts.end(new Stopped());
    },
  };
}
