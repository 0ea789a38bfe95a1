import { useEffect, useState } from 'react';
import type { Transaction } from 'yjs';
import { useStore } from 'zustand';
import type { Board, Id } from '#shared/board/model.ts';
import { type BoardRuntime, useRuntime } from '../session/runtime.ts';
import { changeSentence } from './changes.ts';
import { outlineStore } from './outline-store.ts';

/** At most one sentence in so many milliseconds. */
const EVERY_MS = 4_000;
/** What comes in within this time of the first change is said together. */
const GATHER_MS = 600;

const SOMEBODY = 'Somebody';
const SEVERAL = 'Others';

/** Who most likely made a change: whoever holds what changed, else the only other one who is here. */
function authorOf(runtime: BoardRuntime, ids: ReadonlySet<Id>): string {
  const { others } = runtime.room;
  const holding = others.find(({ presence: { selection, editing } }) =>
    [...selection, ...(editing === null ? [] : [editing])].some((id) => ids.has(id)),
  );
  const seats = new Set(others.map(({ presence }) => presence.user.seat));
  const one = holding ?? (seats.size === 1 ? others[0] : undefined);
  return one?.presence.user.alias ?? SOMEBODY;
}

interface Batch {
  readonly before: Board;
  readonly ids: Set<Id>;
  readonly authors: Set<string>;
}

/** The last sentence about what others changed; empty while nothing is to be said, or when that is switched off. */
export function useOthersSaid(): string {
  const runtime = useRuntime();
  const on = useStore(outlineStore(runtime), (state) => state.sayOthers);
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (!on) {
      setSaid('');
      return undefined;
    }
    const { doc } = runtime.editor;
    let local = true;
    let batch: Batch | null = null;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let last = Number.NEGATIVE_INFINITY;
    const begin = (transaction: Transaction): void => {
      local = transaction.local;
    };
    const speak = (): void => {
      timer = undefined;
      if (batch === null) return;
      const { before, ids, authors } = batch;
      batch = null;
      const [author] = authors;
      const who = authors.size === 1 && author !== undefined ? author : SEVERAL;
      const sentence = changeSentence(who, before, runtime.view.board, ids);
      if (sentence === '') return;
      last = performance.now();
      setSaid(sentence);
    };
    doc.on('beforeTransaction', begin);
    const stop = runtime.view.subscribe(({ ids, previous, switched }) => {
      // What this device or the server held when the board was opened is no news, nor that another moment is shown.
      // What was gathered was about the state or moment that was shown until now.
      if (switched === true) batch = null;
      if (local || switched === true || runtime.sync.getState().state === 'loading') return;
      batch ??= { before: previous, ids: new Set(), authors: new Set() };
      for (const id of ids) batch.ids.add(id);
      batch.authors.add(authorOf(runtime, ids));
      timer ??= setTimeout(speak, Math.max(GATHER_MS, last + EVERY_MS - performance.now()));
    });
    return () => {
      doc.off('beforeTransaction', begin);
      stop();
      clearTimeout(timer);
    };
  }, [runtime, on]);
  return said;
}
