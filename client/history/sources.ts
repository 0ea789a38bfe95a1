import * as Y from 'yjs';
import type { Board, StateId } from '#shared/board/model.ts';
import { readBoard } from '#shared/board/read.ts';
import type { BoardSummary, HistoryStep } from '#shared/protocol/api.ts';
import { api } from '../session/api.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import type { History } from './history-store.ts';
import { momentOf } from './when.ts';

/** Something that can be compared: now, a moment, a state of the board, another board. */
export interface Source {
  /** `now`, `seq:12`, `state:target`, `board:abc`. */
  readonly value: string;
  readonly label: string;
}

export interface SourceGroup {
  readonly group: string;
  readonly items: readonly Source[];
}

export const NOW = 'now';

/** Moments that are offered beside the named ones: the ends of the last days, and of the last steps. */
const STEPS_OFFERED = 20;

const stepSource = (step: HistoryStep, now: Date): Source => ({
  value: `seq:${step.last}`,
  label: momentOf(step.to, now),
});

/** What there is to compare, grouped. */
export function sourcesOf(runtime: BoardRuntime, history: History, boards: readonly BoardSummary[]): SourceGroup[] {
  const { versions, steps, from } = history.store.getState();
  const { states, state } = runtime.view;
  const now = new Date();
  const moments = steps.filter((step) => step.last >= from).slice(0, -1);
  const groups: SourceGroup[] = [
    { group: 'This board', items: [{ value: NOW, label: 'Now' }] },
    {
      group: 'States',
      items: states
        .filter(({ id }) => id !== state)
        .map(({ id, title }) => ({ value: `state:${id}`, label: `State ${title}` })),
    },
    {
      group: 'Named versions',
      items: versions.map(({ seq, title }) => ({ value: `seq:${seq}:${title}`, label: title })).reverse(),
    },
    {
      group: 'Moments',
      items: moments
        .slice(-STEPS_OFFERED)
        .reverse()
        .map((step) => stepSource(step, now)),
    },
    {
      group: 'Other boards',
      items: boards
        .filter(({ id }) => id !== runtime.boardId)
        .map(({ id, title }) => ({ value: `board:${id}`, label: title === '' ? 'Untitled board' : title })),
    },
  ];
  return groups.filter(({ items }) => items.length > 0);
}

/** The board of a source; `null` when it is not there any more. `now` is the document's, whatever is shown. */
export async function boardOf(runtime: BoardRuntime, history: History, value: string): Promise<Board | null> {
  const { view } = runtime;
  const [type = '', id = ''] = value.split(':');
  if (type === NOW) return view.readState(view.state);
  if (type === 'state') return view.readState(id as StateId);
  if (type === 'seq') return history.replayer.boardAt(Number(id), view.state);
  const doc = new Y.Doc();
  Y.applyUpdate(doc, await api.boardState(runtime.councilId, id));
  const board = readBoard(doc);
  doc.destroy();
  return board;
}
