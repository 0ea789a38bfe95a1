import { type JSX, useState } from 'react';
import { useStore } from 'zustand';
import { commentKind } from '#shared/critique/kinds.ts';
import { useBoard } from '../../panels/use-board.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { anchorKey, anchorName } from './anchor-name.ts';
import styles from './Comments.module.css';
import { forgetDraft, keptDrafts } from './drafts.ts';

/** Comments that were begun and closed: they wait on this device until they are sent or thrown away. */
export function Unsent({ room }: { readonly room: CritiqueRoom }): JSX.Element | null {
  const board = useBoard();
  const writing = useStore(room.ui, (ui) => ui.draft);
  const [, setThrown] = useState(0);
  const drafts = writing === null ? keptDrafts(room) : [];
  if (drafts.length === 0) return null;
  return (
    <ul className={styles['unsent']} aria-label="Not sent yet">
      {drafts.map((draft) => (
        <li key={anchorKey(draft.anchor)}>
          <p>
            <strong>Not sent yet.</strong> {commentKind(draft.kind).label} on {anchorName(board, draft.anchor)}
          </p>
          <button
            type="button"
            onClick={() => room.ui.setState({ draft: { kind: draft.kind, anchor: draft.anchor }, pinning: null })}
          >
            Go on
          </button>
          <button
            type="button"
            onClick={() => {
              forgetDraft(room, draft.anchor);
              setThrown((n) => n + 1);
            }}
          >
            Throw away
          </button>
        </li>
      ))}
    </ul>
  );
}
