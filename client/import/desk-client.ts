import type { ImportDesk } from './desk.ts';

/** What goes to the worker and what comes back. */
export interface DeskCall {
  readonly call: number;
  readonly method: keyof ImportDesk;
  readonly args: readonly unknown[];
}

export type DeskAnswer =
  | { readonly call: number; readonly share: number }
  | { readonly call: number; readonly result: unknown }
  | { readonly call: number; readonly problem: string };

/** The desk as a page has it: what it does can be watched and stopped. */
export interface WatchedDesk extends ImportDesk {
  /** Ends what is being done; every open question is answered with `Stopped`. The next one starts afresh. */
  stop(): void;
}

/** The person stopped it; nothing went wrong. */
export class Stopped extends Error {
  constructor() {
    super('The import was stopped. Nothing was changed.');
  }
}

interface Waiting {
  readonly done: (result: never) => void;
  readonly failed: (error: Error) => void;
}

/** A desk in a worker of its own. `tell` hears how far the current work is, from 0 to 1. */
export function createDeskClient(tell: (share: number) => void): WatchedDesk {
  let worker: Worker | null = null;
  let last = 0;
  const waiting = new Map<number, Waiting>();

  const end = (error: Error): void => {
    worker?.terminate();
    worker = null;
    for (const one of waiting.values()) one.failed(error);
    waiting.clear();
  };
  const hear = ({ data }: MessageEvent<DeskAnswer>): void => {
    if ('share' in data) {
      tell(data.share);
      return;
    }
    const one = waiting.get(data.call);
    waiting.delete(data.call);
    if ('problem' in data) one?.failed(new Error(data.problem));
    else one?.done(data.result as never);
  };
  const start = (): Worker => {
    const started = new Worker(new URL('./import-worker.ts', import.meta.url), { type: 'module' });
    started.addEventListener('message', hear);
    started.addEventListener('error', () =>
      end(new Error('The file could not be read: the reader stopped. Choose the file again, or a smaller one.')),
    );
    return started;
  };
  const ask = <T>(method: keyof ImportDesk, ...args: readonly unknown[]): Promise<T> =>
    new Promise<T>((done, failed) => {
      worker ??= start();
      last += 1;
      waiting.set(last, { done, failed });
      worker.postMessage({ call: last, method, args } satisfies DeskCall);
    });

  return {
    open: (source) => ask('open', source),
    draft: (mapping, options) => ask('draft', mapping, options),
    lay: (part, names) => ask('lay', part, names),
    compare: (board, names) => ask('compare', board, names),
    repairs: () => ask('repairs'),
    stop: () => end(new Stopped()),
  };
}
