import { useCallback, useRef } from 'react';
import type { Command } from '#shared/critique/commands.ts';
import type { Recap } from '#shared/critique/recap/recap.ts';
import type { CritiqueRoom } from '../critique/critique-room.ts';
import { api } from '../session/api.ts';
import { notify } from '../session/notify.ts';

/**
 * Writes a part of the recap. `make` gets the recap as the server has it at that moment, so that what somebody else wrote
 * meanwhile stays; `null`: there is nothing to write. Answers whether it is kept.
 */
export type WriteRecap = (make: (latest: Recap) => Command | null) => Promise<boolean>;

/** Writes one thing after the other, in the order they were written. */
export function useWriter(room: CritiqueRoom, written: () => void): WriteRecap {
  const before = useRef<Promise<unknown>>(Promise.resolve());
  return useCallback(
    (make) => {
      const write = async (): Promise<boolean> => {
        try {
          const command = make(await api.recap(room.councilId));
          return command === null || (await room.send(command));
        } catch (error) {
          notify(error instanceof Error ? error.message : 'This could not be kept. Try again.');
          return false;
        } finally {
          written();
        }
      };
      const mine = before.current.then(write);
      before.current = mine;
      return mine;
    },
    [room, written],
  );
}
