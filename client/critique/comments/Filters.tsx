import { Select, TextInput } from '@mantine/core';
import type { JSX } from 'react';
import { useStore } from 'zustand';
import { COMMENT_KIND_IDS, type CommentKindId, commentKind } from '#shared/critique/kinds.ts';
import type { CritiqueRoom, CritiqueUi } from '../critique-room.ts';
import { KindSign } from '../pins/PinPicture.tsx';
import styles from './Comments.module.css';
import { type CommentOrder, ORDERS } from './comment-list.ts';
import { KIND_ORDER } from './held.ts';

const STATES: readonly { readonly value: CritiqueUi['filter']['state']; readonly label: string }[] = [
  { value: 'all', label: 'All' },
  { value: 'open', label: 'Open' },
  { value: 'unread', label: 'Unread' },
  { value: 'mine', label: 'Mine' },
];

interface Props {
  readonly room: CritiqueRoom;
  readonly order: CommentOrder;
  readonly onOrder: (order: CommentOrder) => void;
}

/** Which comments the list shows, and in which order. */
export function Filters({ room, order, onOrder }: Props): JSX.Element {
  const filter = useStore(room.ui, (ui) => ui.filter);
  const set = (part: Partial<CritiqueUi['filter']>): void => room.ui.setState({ filter: { ...filter, ...part } });
  const all = filter.kinds.size === COMMENT_KIND_IDS.length || filter.kinds.size === 0;
  const turn = (kind: CommentKindId): void => {
    const kinds = new Set(all ? [] : filter.kinds);
    if (!kinds.delete(kind)) kinds.add(kind);
    set({ kinds: kinds.size === 0 ? new Set(COMMENT_KIND_IDS) : kinds });
  };
  return (
    <div className={styles['filters']}>
      <TextInput
        size="xs"
        aria-label="Find in comments"
        placeholder="Find in comments"
        value={filter.text}
        onChange={(event) => set({ text: event.currentTarget.value })}
      />
      <div className={styles['pair']}>
        <Select
          size="xs"
          aria-label="Which comments"
          data={STATES.map((one) => ({ ...one }))}
          value={filter.state}
          allowDeselect={false}
          onChange={(value) => set({ state: STATES.find((one) => one.value === value)?.value ?? 'all' })}
        />
        <Select
          size="xs"
          aria-label="Order"
          data={ORDERS.map(({ id, label }) => ({ value: id, label }))}
          value={order}
          allowDeselect={false}
          onChange={(value) => onOrder(ORDERS.find((one) => one.id === value)?.id ?? 'time')}
        />
      </div>
      <fieldset className={styles['kinds']} aria-label="Kinds">
        {KIND_ORDER.map((kind) => {
          const on = !all && filter.kinds.has(kind);
          return (
            <button
              key={kind}
              type="button"
              aria-pressed={on}
              aria-label={commentKind(kind).label}
              title={commentKind(kind).label}
              onClick={() => turn(kind)}
            >
              <KindSign kind={kind} size={14} color={on ? 'on-ink' : 'ink'} />
            </button>
          );
        })}
      </fieldset>
    </div>
  );
}
