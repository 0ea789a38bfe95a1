import { Button } from '@mantine/core';
import { Check, CircleAlert, Play } from 'lucide-react';
import type { JSX } from 'react';
import type { Slot } from '#shared/critique/agenda.ts';
import type { BoardSummary, Council } from '#shared/protocol/api.ts';
import { useCritique } from '../critique/critique-room.ts';
import { useCritiqueState } from '../critique/room/use-session.ts';
import { titleOf } from './parts.tsx';
import styles from './session.module.css';
import { useSeats } from './use-seats.ts';

/**
 * What a session still lacks before it can start, one sentence each.
 *
 * @param presenters seats that may present now; `null` while that is not known
 */
export function missingFor(
  slots: readonly Slot[],
  boards: readonly BoardSummary[],
  presenters: ReadonlySet<string> | null = null,
): readonly string[] {
  if (slots.length === 0) return ['No board is in the running order. Add one.'];
  return slots.flatMap((slot) => {
    const title = titleOf(boards, slot);
    if (!boards.some((board) => board.id === slot.board)) {
      return ['A board of the running order was deleted. Put it back, or take it out of the order.'];
    }
    if (slot.seat === null) return [`${title} has no presenter. Choose one.`];
    if (presenters !== null && !presenters.has(slot.seat)) {
      return [`${title}: ${slot.alias} can no longer present it. Choose another presenter.`];
    }
    return slot.checked ? [] : [`${title} is not checked for names. ${slot.alias} does it under Prepare.`];
  });
}

/** The convenor's last look before the start: what is missing, then the button. */
export function StartCheck({ council }: { readonly council: Council }): JSX.Element | null {
  const room = useCritique();
  const slots = useCritiqueState((s) => s.session?.slots);
  const seats = useSeats(council.id, room.can('council.revoke', null));
  if (slots === undefined) return null;
  const may = seats.filter(({ role }) => role === 'presenter' || role === 'convenor').map(({ id }) => id);
  const missing = missingFor(slots, council.boards, seats.length === 0 ? null : new Set(may));
  return (
    <div className={styles['start']}>
      <ul aria-label="Before the start">
        {missing.map((sentence) => (
          <li key={sentence}>
            <CircleAlert size={15} className={styles['wait']} aria-hidden="true" />
            {sentence}
          </li>
        ))}
        {missing.length === 0 && (
          <li>
            <Check size={15} className={styles['done']} aria-hidden="true" />
            Every board has a presenter and is checked for names.
          </li>
        )}
      </ul>
      <Button
        leftSection={<Play size={15} />}
        disabled={missing.length > 0}
        onClick={() => void room.send({ type: 'run.start' })}
      >
        Start the session
      </Button>
    </div>
  );
}
