import { Button } from '@mantine/core';
import { CheckCheck, Group as GroupIcon, ListFilter, MessageCirclePlus, X } from 'lucide-react';
import { type JSX, type KeyboardEvent, useState } from 'react';
import { useStore } from 'zustand';
import { PHASE_WORDS } from '#shared/critique/agenda.ts';
import { commentKind } from '#shared/critique/kinds.ts';
import { useBoard } from '../../panels/use-board.ts';
import { useRuntime } from '../../session/runtime.ts';
import { HandButton, SpeakingOrder } from '../attention/SpeakingOrder.tsx';
import type { CritiqueRoom } from '../critique-room.ts';
import { placeOfAnchor } from '../pins/anchor-place.ts';
import { closeComment, firstKind, markAllRead, pinNext } from './actions.ts';
import { CommentRow } from './CommentRow.tsx';
import styles from './Comments.module.css';
import {
  type CommentOrder,
  dotsPlaced,
  filtered,
  isFiltering,
  ordered,
  type Shown,
  unreadCount,
} from './comment-list.ts';
import { Filters } from './Filters.tsx';
import { fittingKind } from './held.ts';
import { Unsent } from './Unsent.tsx';
import { useShown } from './use-shown.ts';

/** Phases that speak about one kind: the list begins with it. */
const SPEAKING = new Set(['works', 'questions', 'failure']);

interface Dots {
  readonly budget: number;
  readonly left: number;
  place(id: string, dots: number): void;
}

/** My dots while the questions are on; `null` otherwise. */
function useDots(room: CritiqueRoom, shown: readonly Shown[]): Dots | null {
  const runtime = useRuntime();
  const phase = useStore(room.store, (state) => state.phase);
  const budget = useStore(room.store, (state) => state.session?.rules.dots ?? 0);
  const { boardId } = room;
  if (phase !== 'questions' || budget === 0 || boardId === null || !room.can('dots.place')) return null;
  const left = Math.max(0, budget - dotsPlaced(shown));
  return {
    budget,
    left,
    place(id, dots) {
      const all = Object.fromEntries(shown.flatMap((one) => (one.myDots > 0 ? [[one.id, one.myDots]] : [])));
      const { [id]: _, ...rest } = all;
      const next = dots === 0 ? rest : { ...rest, [id]: dots };
      const used = Object.values(next).reduce((sum, one) => sum + one, 0);
      void room.send({ type: 'dots.place', board: boardId, dots: next }).then((taken) => {
        if (taken) runtime.ui.setState({ announcement: `${used} of ${budget} dots placed.` });
      });
    },
  };
}

function emptyWords(room: CritiqueRoom, all: number, filtering: boolean): string {
  if (all > 0 && filtering) return 'No comment fits the filter.';
  const { phase } = room.store.getState();
  if (!room.can('comment.question')) return 'No comments on this board yet.';
  if (phase === 'read' || phase === 'ahead')
    return 'Nobody sees a pin yet, not even that there is one. Yours show here.';
  return 'No comments yet. Take a pin below and click what it is about.';
}

interface Props {
  readonly room: CritiqueRoom;
  /** A session is on: who speaks next belongs to it. */
  readonly running?: boolean;
}

/** The list of comments beside the board: by phase, filtered and ordered, each with its thread. */
export function CommentsPanel({ room, running = false }: Props): JSX.Element {
  const runtime = useRuntime();
  const board = useBoard();
  const shown = useShown(room);
  const phase = useStore(room.store, (state) => state.phase);
  const filter = useStore(room.ui, (ui) => ui.filter);
  const open = useStore(room.ui, (ui) => ui.open);
  useStore(room.store, (state) => state.role);
  const [order, setOrder] = useState<CommentOrder | null>(null);
  const [filters, setFilters] = useState(false);
  const [choosing, setChoosing] = useState<ReadonlySet<string> | null>(null);
  const dots = useDots(room, shown);
  const by = order ?? (phase === 'questions' ? 'dots' : 'time');
  const list = ordered(filtered(shown, filter), by, (one) => placeOfAnchor(runtime, one.anchor));
  const speaking = SPEAKING.has(phase) && !isFiltering(filter) ? fittingKind(phase) : null;
  const first = speaking === null ? list : list.filter((one) => one.kind === speaking);
  const rest = speaking === null ? [] : list.filter((one) => one.kind !== speaking);
  const unread = unreadCount(shown);
  const kind = firstKind(room);
  const title = phase === 'open' || phase === 'sealed' ? 'Comments' : PHASE_WORDS[phase].label;
  const close = (): void => {
    runtime.ui.setState({ dock: null });
    runtime.control?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.preventDefault();
    event.stopPropagation();
    if (open === null) close();
    else {
      closeComment(room);
      document.querySelector<HTMLElement>(`[data-pin="${CSS.escape(open)}"]`)?.focus();
    }
  };
  const together = (): void => {
    const ids = shown.flatMap((one) => (choosing?.has(one.id) ? [one.id, ...one.alike.map((other) => other.id)] : []));
    void room.send({ type: 'comment.group', ids }).then((taken) => {
      if (!taken) return;
      setChoosing(null);
      runtime.ui.setState({ announcement: `${ids.length} comments are put together.` });
    });
  };
  const row = (comment: Shown, i: number | null): JSX.Element => (
    <CommentRow
      key={comment.id}
      room={room}
      comment={comment}
      open={comment.id === open}
      number={i === null || comment.kind !== 'question' ? null : i + 1}
      dots={
        dots === null || comment.kind !== 'question' || comment.held
          ? null
          : { budget: dots.budget, left: dots.left, place: (n) => dots.place(comment.id, n) }
      }
      chosen={choosing === null ? null : choosing.has(comment.id)}
      onChoose={() =>
        setChoosing((before) => {
          const next = new Set(before);
          if (!next.delete(comment.id)) next.add(comment.id);
          return next;
        })
      }
    />
  );
  return (
    // Escape closes the thread, then the list; the pin gets the focus back.
    <section className={styles['panel']} aria-label="Comments" data-comments onKeyDown={onKeyDown}>
      <header className={styles['title']}>
        <h2>{title}</h2>
        <span>
          {dots !== null
            ? `${dots.budget - dots.left} of ${dots.budget} dots placed`
            : unread > 0
              ? `${unread} unread`
              : shown.length > 0 && `${shown.length}`}
        </span>
        <button
          type="button"
          className={styles['icon']}
          aria-label="Filter and order"
          aria-pressed={filters}
          data-on={isFiltering(filter)}
          onClick={() => setFilters(!filters)}
        >
          <ListFilter size={15} aria-hidden="true" />
        </button>
        {unread > 0 && (
          <button
            type="button"
            className={styles['icon']}
            aria-label="Mark all as read"
            title="Mark all as read"
            onClick={() => markAllRead(runtime, room)}
          >
            <CheckCheck size={15} aria-hidden="true" />
          </button>
        )}
        {room.can('comment.group') && shown.length > 1 && (
          <button
            type="button"
            className={styles['icon']}
            aria-label="Put like comments together"
            title="Put like comments together"
            aria-pressed={choosing !== null}
            onClick={() => setChoosing(choosing === null ? new Set() : null)}
          >
            <GroupIcon size={15} aria-hidden="true" />
          </button>
        )}
        <button type="button" className={styles['icon']} aria-label="Close the comments" onClick={close}>
          <X size={15} aria-hidden="true" />
        </button>
      </header>
      <p className={styles['sub']}>
        {dots !== null
          ? 'Dots set the order. Totals show when the time is over.'
          : phase === 'open'
            ? board.meta.title
            : PHASE_WORDS[phase].says}
      </p>
      {filters && <Filters room={room} order={by} onOrder={setOrder} />}
      <div className={styles['scroll']}>
        <Unsent room={room} />
        {list.length === 0 && <p className={styles['empty']}>{emptyWords(room, shown.length, isFiltering(filter))}</p>}
        {first.length > 0 && (
          <ol
            className={styles['list']}
            aria-label={speaking === null ? 'Comments' : `${commentKind(speaking).label}s`}
          >
            {first.map((comment, i) => row(comment, speaking === null ? null : i))}
          </ol>
        )}
        {rest.length > 0 && (
          <>
            <h3 className={styles['other']}>Other comments</h3>
            <ol className={styles['list']} aria-label="Other comments">
              {rest.map((comment) => row(comment, null))}
            </ol>
          </>
        )}
      </div>
      {running && (
        <div className={styles['speaking']}>
          <SpeakingOrder />
        </div>
      )}
      <footer className={styles['foot']}>
        {choosing !== null ? (
          <Button h={32} fullWidth disabled={choosing.size < 2} onClick={together}>
            Put {choosing.size} together
          </Button>
        ) : (
          <>
            {running && <HandButton full />}
            {kind !== null && (
              <Button
                h={32}
                fullWidth
                leftSection={<MessageCirclePlus size={16} aria-hidden="true" />}
                onClick={() => pinNext(runtime, room, kind)}
              >
                {kind === 'question' && phase !== 'open' ? 'Ask' : 'Comment'}
              </Button>
            )}
          </>
        )}
      </footer>
    </section>
  );
}
