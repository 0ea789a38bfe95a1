import { Button } from '@mantine/core';
import { MessageCirclePlus } from 'lucide-react';
import type { JSX } from 'react';
import { useStore } from 'zustand';
import { useUi } from '../../panels/use-board.ts';
import { useRuntime } from '../../session/runtime.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { beginComment, firstKind } from './actions.ts';
import { anchorKey } from './anchor-name.ts';
import composer from './Composer.module.css';
import { Composer } from './Composer.tsx';
import { anchorOfThing } from './commands.ts';

/** Writing a comment where there is no drawing: at the bottom, about the row that is chosen, else about the board. */
export function BottomComposer({
  room,
  stays,
}: {
  readonly room: CritiqueRoom;
  readonly stays: boolean;
}): JSX.Element | null {
  const runtime = useRuntime();
  const draft = useStore(room.ui, (ui) => ui.draft);
  const selection = useUi((ui) => ui.selection);
  useStore(room.store, (state) => state.phase);
  useStore(room.store, (state) => state.role);
  const kind = firstKind(room);
  if (draft !== null) {
    return (
      <div className={composer['bottom']} data-bottom-composer>
        <Composer key={anchorKey(draft.anchor)} room={room} draft={draft} />
      </div>
    );
  }
  if (kind === null) return null;
  const begin = (): void => {
    const [id] = selection;
    const anchor = id === undefined ? null : anchorOfThing(runtime, id);
    beginComment(runtime, room, kind, anchor ?? { on: 'board' });
  };
  return (
    <div className={stays ? composer['ask'] : composer['door']}>
      <Button
        size="md"
        fullWidth={stays}
        leftSection={<MessageCirclePlus size={18} aria-hidden="true" />}
        onClick={begin}
      >
        {kind === 'question' && stays ? 'Ask' : 'Comment'}
      </Button>
    </div>
  );
}
