import { Button } from '@mantine/core';
import { MessageCirclePlus } from 'lucide-react';
import type { JSX } from 'react';
import { useStore } from 'zustand';
import type { Anchor } from '#shared/critique/comment.ts';
import { useUi } from '../../panels/use-board.ts';
import { useRuntime } from '../../session/runtime.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { beginComment, firstKind } from './actions.ts';
import { anchorKey } from './anchor-name.ts';
import { anchorOfThing } from './anchor-of-thing.ts';
import composer from './Composer.module.css';
import { Composer } from './Composer.tsx';

interface Props {
  readonly room: CritiqueRoom;
  /** The field always stands there, as while a session runs. */
  readonly stays: boolean;
}

const BOARD: Anchor = Object.freeze({ on: 'board' });

/** Writing a comment where there is no drawing: at the bottom, about the row that is chosen, else about the board. */
export function BottomComposer({ room, stays }: Props): JSX.Element | null {
  const runtime = useRuntime();
  const writing = useStore(room.ui, (ui) => ui.draft);
  const selection = useUi((ui) => ui.selection);
  useStore(room.store, (state) => state.phase);
  useStore(room.store, (state) => state.role);
  const kind = firstKind(room);
  if (kind === null) return null;
  const [id] = selection;
  const anchor = (id === undefined ? null : anchorOfThing(runtime, id)) ?? BOARD;
  const draft = writing ?? (stays ? { kind, anchor } : null);
  if (draft === null) {
    return (
      <div className={composer['door']}>
        <Button
          size="md"
          leftSection={<MessageCirclePlus size={18} aria-hidden="true" />}
          onClick={() => beginComment(runtime, room, kind, anchor)}
        >
          Comment
        </Button>
      </div>
    );
  }
  return (
    <div className={composer['bottom']} data-bottom-composer>
      <Composer key={anchorKey(draft.anchor)} room={room} draft={draft} stays={writing === null} />
    </div>
  );
}
