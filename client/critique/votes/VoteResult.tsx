import { Button } from '@mantine/core';
import { StickyNote } from 'lucide-react';
import type { JSX } from 'react';
import type { Vote } from '#shared/critique/public.ts';
import { ranked } from '#shared/critique/vote-picture.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { middleOf } from '../../commands/support.ts';
import { attempt } from '../../gestures/attempt.ts';
import { freeSpot } from '../../gestures/free-spot.ts';
import { type BoardRuntime, useRuntime } from '../../session/runtime.ts';
import { VotePictureView } from './VotePictureView.tsx';
import styles from './Votes.module.css';

const CARD = { w: 320, line: 17, padding: 46 } as const;

/** Writes the result on the board, as a card beside what is drawn: one step. */
function putOnBoard(runtime: BoardRuntime, vote: Vote): void {
  const lines = ranked(vote).map(({ label, dots }) => `${dots === 1 ? '1 vote' : `${dots ?? 0} votes`} · ${label}`);
  const rows = lines.reduce((sum, line) => sum + Math.ceil(line.length / 44), 1);
  const size = { w: CARD.w, h: Math.max(ELEMENT_KINDS.card.defaultSize.h, CARD.padding + rows * CARD.line) };
  const { x, y } = middleOf(runtime);
  const spot = freeSpot(runtime.view.board, { x: x - size.w / 2, y: y - size.h / 2, ...size });
  const name = [vote.title, ...lines].join('\n');
  const id = attempt(runtime, () =>
    runtime.editor.addElement({ kind: 'card', name, ...spot, ...size, attributes: { type: 'note' } }),
  );
  if (id === null) return;
  runtime.control?.reveal({ ...spot, ...size });
  runtime.notify('The result is on the board.', { label: 'Undo', run: () => runtime.undo.undo() });
}

/** How the vote went: a picture, and the way to keep it on the board. */
export function VoteResult({ vote }: { readonly vote: Vote }): JSX.Element {
  const runtime = useRuntime();
  const voters = vote.voters ?? 0;
  return (
    <>
      <VotePictureView vote={vote} narrow />
      <p className={styles['hint']}>
        {voters === 1 ? '1 person' : `${voters} people`} voted, {vote.budget} each. Votes set the order; they decide
        nothing.
      </p>
      {runtime.can('board.edit') && (
        <Button
          variant="default"
          leftSection={<StickyNote size={15} aria-hidden="true" />}
          onClick={() => putOnBoard(runtime, vote)}
        >
          Put on the board
        </Button>
      )}
    </>
  );
}
