import { BookOpen, TriangleAlert } from 'lucide-react';
import type { JSX } from 'react';
import { Link } from 'react-router';
import type { Slot } from '#shared/critique/agenda.ts';
import type { Council } from '#shared/protocol/api.ts';
import { useCritiqueState } from '../critique/room/use-session.ts';
import { titleOf } from './parts.tsx';
import styles from './session.module.css';

/** Frictions that a challenger is asked for on each board (session 5.2). */
export const FRICTIONS_ASKED = 2;

/** What I was dealt: boards to read first, boards to challenge and how far I am. */
export function MyTurn({ council }: { readonly council: Council }): JSX.Element | null {
  const slots = useCritiqueState((s) => s.session?.slots);
  const mine = useCritiqueState((s) => s.mine);
  if (slots === undefined || mine === null) return null;
  const named = (ids: readonly string[]): readonly Slot[] => slots.filter((slot) => ids.includes(slot.id));
  const reads = named(mine.reads);
  const challenges = named(mine.challenges);
  if (reads.length === 0 && challenges.length === 0) return null;
  const link = (slot: Slot): JSX.Element => (
    <Link to={`/c/${council.id}/b/${slot.board}`}>{titleOf(council.boards, slot)}</Link>
  );
  return (
    <div className={styles['turn']}>
      {reads.length > 0 && (
        <p>
          <BookOpen size={15} aria-hidden="true" />
          <span>
            You are first reader of{' '}
            {reads.map((slot, i) => (
              <span key={slot.id}>
                {i === 0 ? '' : i === reads.length - 1 ? ' and ' : ', '}
                {link(slot)}
              </span>
            ))}
            .
          </span>
        </p>
      )}
      {challenges.map((slot) => {
        const pinned = mine.comments.filter((one) => one.kind === 'friction' && one.board === slot.board).length;
        return (
          <p key={slot.id}>
            <TriangleAlert size={15} aria-hidden="true" />
            <span>
              You challenge {link(slot)}: at least two frictions, {Math.min(pinned, FRICTIONS_ASKED)} of{' '}
              {FRICTIONS_ASKED} pinned.
            </span>
          </p>
        );
      })}
    </div>
  );
}
