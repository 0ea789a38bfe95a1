import { type JSX, useEffect, useRef } from 'react';
import { commentKind } from '#shared/critique/kinds.ts';
import { useBoard } from '../../panels/use-board.ts';
import { useRuntime } from '../../session/runtime.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { KindSign, PinPicture } from '../pins/PinPicture.tsx';
import { factsOf } from '../pins/pin-look.ts';
import { closeComment, openComment } from './actions.ts';
import { anchorGone, anchorName } from './anchor-name.ts';
import styles from './Comments.module.css';
import type { Shown } from './comment-list.ts';
import { Dots } from './Dots.tsx';
import { Byline, Thread } from './Thread.tsx';

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** What stands in the list for a comment: its words, or that an opinion waits. */
export function headline(comment: Shown, about: string): string {
  if (comment.heard || comment.mine) return comment.text === '' ? commentKind(comment.kind).label : comment.text;
  return `An opinion about ${about} waits`;
}

interface Props {
  readonly room: CritiqueRoom;
  readonly comment: Shown;
  readonly open: boolean;
  /** Its number among the questions. */
  readonly number: number | null;
  /** My dots: how many there are to place, and how many are left; `null` outside the questions. */
  readonly dots: { readonly budget: number; readonly left: number; place(dots: number): void } | null;
  /** Whether it is among those that the scribe puts together; `null` when nobody is choosing. */
  readonly chosen: boolean | null;
  readonly onChoose: () => void;
}

/** One comment of the list; open it shows its thread. */
export function CommentRow(props: Props): JSX.Element {
  const { room, comment, open, number, dots, chosen } = props;
  const runtime = useRuntime();
  const board = useBoard();
  const about = anchorName(board, comment.anchor);
  const gone = anchorGone(board, comment.anchor);
  const words = headline(comment, about);
  const { label } = commentKind(comment.kind);
  const light = (on: boolean): void => {
    const id = 'id' in comment.anchor ? comment.anchor.id : null;
    if (on ? id !== null && !gone : runtime.ui.getState().lit !== null) {
      runtime.ui.setState({ lit: on && id !== null ? new Set([id]) : null });
    }
  };
  const facts = factsOf(comment, open, gone);
  const item = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (!open) return;
    item.current?.scrollIntoView({ block: 'nearest' });
    // Whoever opened it by keys goes on in the thread.
    const pin = document.activeElement?.closest<HTMLElement>('[data-pin]');
    if (pin?.dataset['pin'] === comment.id && pin.matches(':focus-visible')) {
      item.current?.querySelector<HTMLElement>('button[aria-expanded]')?.focus({ preventScroll: true });
    }
  }, [open, comment.id]);
  return (
    <li
      ref={item}
      className={styles['row']}
      data-open={open}
      data-unread={comment.unread}
      data-comment={comment.id}
      onPointerEnter={() => light(true)}
      onPointerLeave={() => light(false)}
    >
      <div className={styles['head']}>
        {chosen !== null && (
          <input type="checkbox" checked={chosen} aria-label={`Choose: ${words}`} onChange={props.onChoose} />
        )}
        <span className={styles['number']} aria-hidden="true">
          {number ?? <PinPicture kind={comment.kind} look={facts.look} gone={gone} />}
        </span>
        <button
          type="button"
          className={styles['words']}
          aria-expanded={open}
          onClick={() => {
            light(false);
            if (open) closeComment(room);
            else openComment(runtime, room, comment.id);
          }}
        >
          <span className="visually-hidden">
            {label}
            {comment.unread ? ', unread' : ''}:{' '}
          </span>
          {words}
        </button>
      </div>
      <div className={styles['under']}>
        <span className={styles['place']} data-gone={gone}>
          {capital(about)}
          {gone && ' (removed)'}
        </span>
        {dots !== null && (
          <Dots of={words} value={comment.myDots} budget={dots.budget} left={dots.left} onChange={dots.place} />
        )}
        {dots === null && comment.dots !== null && comment.dots > 0 && (
          <span className={styles['count']}>
            {comment.dots} {comment.dots === 1 ? 'dot' : 'dots'}
          </span>
        )}
      </div>
      {(open || number === null) && (
        <div className={styles['more']}>
          <Byline room={room} comment={comment} />
          {comment.voices > 0 && (
            <span className={styles['same']}>
              <KindSign kind="same-here" size={11} /> Same here {comment.voices}
            </span>
          )}
          {comment.held && <span className={styles['held']}>Only you see it</span>}
          {!open && comment.replies.length > 0 && (
            <span className={styles['count']}>
              {comment.replies.length} {comment.replies.length === 1 ? 'reply' : 'replies'}
            </span>
          )}
        </div>
      )}
      {open && <Thread room={room} comment={comment} />}
    </li>
  );
}
