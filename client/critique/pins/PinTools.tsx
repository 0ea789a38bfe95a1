import { Tooltip } from '@mantine/core';
import { X } from 'lucide-react';
import type { JSX } from 'react';
import { useStore } from 'zustand';
import { type CommentKindId, commentKind } from '#shared/critique/kinds.ts';
import chrome from '../../panels/BoardChrome.module.css';
import { useRuntime } from '../../session/runtime.ts';
import { mayPin, pinNext, reachedHere } from '../comments/actions.ts';
import { heldWords } from '../comments/held.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { KindSign } from './PinPicture.tsx';
import styles from './PinTools.module.css';

interface Props {
  readonly room: CritiqueRoom;
  /** Puts the bar away; absent where it stays. */
  readonly onClose?: () => void;
}

/** The bar of pins: the kinds of comments, those that wait for their phase muted with the word for it. */
export function PinTools({ room, onClose }: Props): JSX.Element | null {
  const runtime = useRuntime();
  const pinning = useStore(room.ui, (ui) => ui.pinning ?? ui.draft?.kind ?? null);
  useStore(room.store, (state) => state.phase);
  useStore(room.store, (state) => state.session?.step);
  useStore(room.store, (state) => state.role);
  const kinds = mayPin(room);
  const reached = reachedHere(room);
  if (kinds.length === 0) return null;
  const take = (kind: CommentKindId, on: boolean): void => {
    const { draft } = room.ui.getState();
    // What is being written becomes one of this kind; otherwise the next click pins one.
    if (draft !== null) room.ui.setState({ draft: { ...draft, kind } });
    else pinNext(runtime, room, on ? null : kind);
  };
  return (
    <div
      className={`${chrome['float']} ${chrome['bar']} ${chrome['tools']} ${styles['tools']}`}
      role="toolbar"
      aria-label="Pins"
      data-pin-tools
    >
      <span className={styles['word']} aria-hidden="true">
        Pin
      </span>
      {kinds.map((kind) => {
        const { label, term } = commentKind(kind);
        const held = heldWords(kind, reached);
        const on = pinning === kind;
        return (
          <Tooltip
            key={kind}
            label={held === '' ? term : `${label}: ${held}. Only you see it until then.`}
            openDelay={400}
          >
            <button
              type="button"
              className={styles['kind']}
              data-held={held !== ''}
              aria-pressed={on}
              aria-label={held === '' ? label : `${label}, ${held}`}
              onClick={() => take(kind, on)}
            >
              <KindSign kind={kind} size={15} color={on ? 'on-ink' : held === '' ? 'ink' : 'ink-3'} />
              <span>{label}</span>
            </button>
          </Tooltip>
        );
      })}
      {onClose !== undefined && (
        <button type="button" className={styles['close']} aria-label="Put the pins away" onClick={onClose}>
          <X size={15} aria-hidden="true" />
        </button>
      )}
    </div>
  );
}
