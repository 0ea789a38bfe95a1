import { type CSSProperties, type JSX, memo, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import type { Board, Box, StateId } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import { commentKind } from '#shared/critique/kinds.ts';
import { useCanvas } from '../../canvas/canvas-context.ts';
import { ZOOM } from '../../canvas/view-control.ts';
import { openTo } from '../../gestures/fold.ts';
import type { BoardRuntime } from '../../session/runtime.ts';
import { closeComment, openComment } from '../comments/actions.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { CanvasComposer } from './CanvasComposer.tsx';
import { OpenAnchor } from './OpenAnchor.tsx';
import { KindSign, PinPicture } from './PinPicture.tsx';
import styles from './Pins.module.css';
import { kindCounts, type Pin, type PinGroup, splitOf } from './pin-groups.ts';
import { factsOf, spokenPin } from './pin-look.ts';
import { usePinGroups } from './use-pin-groups.ts';

const at = ({ x, y }: { readonly x: number; readonly y: number }): CSSProperties =>
  ({ '--x': `${x}px`, '--y': `${y}px` }) as CSSProperties;

interface PinProps {
  readonly pin: Pin;
  readonly open: boolean;
  readonly label: string;
  readonly onOpen: (id: string) => void;
}

const OnePin = memo(function OnePin({ pin, open, label, onOpen }: PinProps): JSX.Element {
  const { comment, gone } = pin;
  const facts = factsOf(comment, open, gone);
  return (
    <button
      type="button"
      className={styles['pin']}
      style={at(pin.at)}
      data-pin={comment.id}
      data-look={facts.look}
      aria-label={label}
      aria-expanded={open}
      title={label}
      onClick={() => onOpen(comment.id)}
    >
      <PinPicture {...facts} />
      {comment.myDots > 0 && (
        <span className={styles['dots']} aria-hidden="true">
          {'●'.repeat(comment.myDots)}
        </span>
      )}
    </button>
  );
});

/** "6 comments under Marketing operations: 4 questions, 2 works, 3 unread". */
function barWords(board: Board, group: PinGroup): string {
  const kinds = kindCounts(group.pins).map(({ kind, count }) => `${count} ${commentKind(kind).label.toLowerCase()}`);
  const unread = group.pins.filter((pin) => pin.comment.unread).length;
  const where = group.under === null ? '' : ` under ${nameOf(board, group.under)}`;
  const parts = [...kinds, ...(unread === 0 ? [] : [`${unread} unread`])];
  return `${group.pins.length} ${group.pins.length === 1 ? 'comment' : 'comments'}${where}: ${parts.join(', ')}`;
}

/** Several pins as one bar: how many of each kind. */
function Bar({
  group,
  board,
  onPick,
}: {
  group: PinGroup;
  board: Board;
  onPick: (group: PinGroup) => void;
}): JSX.Element {
  const words = barWords(board, group);
  const unread = group.pins.some((pin) => pin.comment.unread);
  return (
    <button
      type="button"
      className={styles['bar']}
      style={at(group.at)}
      data-pins={group.pins.length}
      data-unread={unread}
      aria-label={words}
      title={words}
      onClick={() => onPick(group)}
    >
      {kindCounts(group.pins).map(({ kind, count }) => (
        <span key={kind}>
          <KindSign kind={kind} size={12} color={unread ? 'on-ink' : 'ink'} />
          {count}
        </span>
      ))}
    </button>
  );
}

/** Goes as near as it takes for the group to fall apart; one that never does opens its first. */
function pick(runtime: BoardRuntime, room: CritiqueRoom, group: PinGroup): void {
  const ids = group.pins.flatMap(({ comment }) => ('id' in comment.anchor ? [comment.anchor.id] : []));
  if (group.under !== null) {
    openTo(runtime, ids);
    return;
  }
  const split = splitOf(group);
  const { control } = runtime;
  if (split === null || control === null || split.zoom > ZOOM.most) {
    const first = group.pins.find((pin) => pin.comment.unread) ?? group.pins[0];
    if (first !== undefined) openComment(runtime, room, first.comment.id, false);
    return;
  }
  const seen = control.visible();
  const now = runtime.ui.getState().zoom;
  const zoom = Math.max(split.zoom, Math.min(now, ZOOM.most));
  // The view control keeps a margin of 8 pixels around what it shows.
  const w = (seen.w * now - 16) / zoom;
  const h = (seen.h * now - 16) / zoom;
  const { box } = split;
  control.contain({ x: box.x + box.w / 2 - w / 2, y: box.y + box.h / 2 - h / 2, w, h });
  runtime.ui.setState({ announcement: `Nearer: ${group.pins.length} comments.` });
}

function Elsewhere({ elsewhere }: { readonly elsewhere: ReadonlyMap<StateId, number> }): JSX.Element | null {
  const { runtime } = useCanvas();
  if (elsewhere.size === 0) return null;
  return (
    <div className={styles['elsewhere']}>
      {[...elsewhere].map(([state, count]) => {
        const title = runtime.view.states.find((one) => one.id === state)?.title ?? state;
        return (
          <button key={state} type="button" onClick={() => runtime.view.show(state)}>
            {count} {count === 1 ? 'comment' : 'comments'} on {title}
          </button>
        );
      })}
    </div>
  );
}

interface Props {
  readonly room: CritiqueRoom;
  /** The part of the board that is being drawn to comment on. */
  readonly area: Box | null;
}

/** The comments on the drawing: pins that ride along with what they stand on, and what is being written. */
export function PinsLayer({ room, area }: Props): JSX.Element {
  const { runtime, camera } = useCanvas();
  const ref = useRef<HTMLDivElement>(null);
  const { groups, elsewhere } = usePinGroups(room);
  const open = useStore(room.ui, (ui) => ui.open);
  const draft = useStore(room.ui, (ui) => ui.draft);
  useEffect(() => {
    const place = () => {
      const { x, y, zoom } = camera.get();
      const { current } = ref;
      if (current === null) return;
      current.style.transform = `translate(${x}px, ${y}px)`;
      current.style.setProperty('--zoom', `${zoom}`);
    };
    place();
    return camera.subscribe(place);
  }, [camera]);
  const onOpen = (id: string): void => {
    if (room.ui.getState().open === id) closeComment(room);
    else openComment(runtime, room, id, false);
  };
  const { board } = runtime.view;
  return (
    <section className={styles['layer']} aria-label="Comments on the drawing">
      <div ref={ref} className={styles['board']}>
        {area !== null && (
          <div
            className={styles['area']}
            style={{ ...at(area), '--w': `${area.w}px`, '--h': `${area.h}px` } as CSSProperties}
          />
        )}
        {open !== null && <OpenAnchor room={room} id={open} />}
        {groups.map((group) => {
          const [only] = group.pins;
          if (group.pins.length > 1 || group.under !== null || only === undefined) {
            return <Bar key={group.key} group={group} board={board} onPick={(one) => pick(runtime, room, one)} />;
          }
          const isOpen = only.comment.id === open;
          return (
            <OnePin
              key={group.key}
              pin={only}
              open={isOpen}
              label={spokenPin(board, only.comment, isOpen)}
              onOpen={onOpen}
            />
          );
        })}
      </div>
      <Elsewhere elsewhere={elsewhere} />
      {draft !== null && <CanvasComposer room={room} draft={draft} />}
    </section>
  );
}
