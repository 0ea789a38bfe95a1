import type { Command } from '#shared/critique/commands.ts';
import type { MyPart } from '#shared/critique/public.ts';
import { ApiError } from '../../session/api.ts';

/** Waits between two tries while the line is lost, in milliseconds: the last one stays. */
const WAITS = [500, 1_000, 2_000, 4_000, 8_000] as const;

/** Answers of a server that is not there or has no time just now: nothing of the command has happened. */
const PASSING: readonly number[] = [0, 429, 502, 503, 504];

export interface QueueOptions {
  post(command: Command): Promise<MyPart>;
  /** The server took one; its answer. */
  taken(part: MyPart, command: Command): void;
  /** One sentence for the person. */
  say(sentence: string): void;
  /** Resolves after so many milliseconds, or as soon as the line may be back. */
  wait(ms: number): Promise<void>;
}

export interface CommandQueue {
  send(command: Command): Promise<boolean>;
  destroy(): void;
}

const LOST = 'The server cannot be reached. What you sent waits here and goes out when the line is back.';

/**
 * Sends commands one after another, in the order they were given. While the server cannot be reached the first one is tried
 * again until it arrives; sent twice it counts once, because the page makes its ids. A refusal is said and ends that command.
 */
export function createCommandQueue({ post, taken, say, wait }: QueueOptions): CommandQueue {
  let last: Promise<unknown> = Promise.resolve();
  let closed = false;
  let told = false;

  const deliver = async (command: Command): Promise<boolean> => {
    for (let tries = 0; !closed; tries += 1) {
      try {
        const part = await post(command);
        told = false;
        if (!closed) taken(part, command);
        return true;
      } catch (error) {
        if (closed) return false;
        if (!(error instanceof ApiError) || !PASSING.includes(error.status)) {
          say(error instanceof Error ? error.message : 'That did not work. Try again in a moment.');
          return false;
        }
        if (!told) say(error.status === 429 ? error.message : LOST);
        told = true;
        await wait(WAITS[Math.min(tries, WAITS.length - 1)] ?? 8_000);
      }
    }
    return false;
  };

  return {
    send(command) {
      const sent = last.then(() => deliver(command));
      last = sent;
      return sent;
    },
    destroy() {
      closed = true;
    },
  };
}

/** Waits so long, or until the browser says that the line is back. */
export const waitForLine = (ms: number): Promise<void> =>
  new Promise((done) => {
    const end = (): void => {
      clearTimeout(timer);
      window.removeEventListener('online', end);
      done();
    };
    const timer = setTimeout(end, ms);
    window.addEventListener('online', end);
  });
