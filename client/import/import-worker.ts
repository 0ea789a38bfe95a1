import type { DeskAnswer, DeskCall } from './desk-client.ts';
import { createReadDesk } from './read-desk.ts';

/** The desk beside the page: one call at a time, in the order they come. */
const say = (answer: DeskAnswer): void => self.postMessage(answer);

let current = 0;
/** A hundredth is as much as a bar can show; more would only fill the line. */
let told = -1;
const desk = createReadDesk((share) => {
  const next = Math.round(share * 100);
  if (next === told) return;
  told = next;
  say({ call: current, share });
});

let before: Promise<void> = Promise.resolve();
self.addEventListener('message', ({ data }: MessageEvent<DeskCall>) => {
  before = before.then(async () => {
    current = data.call;
    try {
      const work = desk[data.method] as (...args: readonly unknown[]) => Promise<unknown>;
      say({ call: data.call, result: await work(...data.args) });
    } catch (error) {
      const problem = error instanceof Error ? error.message : 'The file could not be read. Choose another one.';
      say({ call: data.call, problem });
    }
  });
});
