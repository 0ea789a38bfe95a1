import { Button } from '@mantine/core';
import { BookOpen, Shuffle, TriangleAlert } from 'lucide-react';
import { type JSX, useEffect, useState } from 'react';
import type { Slot } from '#shared/critique/agenda.ts';
import type { ConvenorPart } from '#shared/critique/public.ts';
import type { Council, Seat } from '#shared/protocol/api.ts';
import { useCritique } from '../critique/critique-room.ts';
import { useCritiqueState } from '../critique/room/use-session.ts';
import { api } from '../session/api.ts';
import { Alias, tell, titleOf } from './parts.tsx';
import table from './readers.module.css';
import styles from './session.module.css';
import { useSeats } from './use-seats.ts';

const NO_SLOTS: readonly Slot[] = [];

const toggled = (seats: readonly string[], seat: string): readonly string[] =>
  seats.includes(seat) ? seats.filter((one) => one !== seat) : [...seats, seat];

interface CellProps {
  readonly slot: Slot;
  readonly seat: Seat;
  readonly title: string;
  readonly reads: readonly string[];
  readonly challenges: readonly string[];
  readonly onSet: (kind: 'readers' | 'challengers', seats: readonly string[]) => void;
}

function Cell({ slot, seat, title, reads, challenges, onSet }: CellProps): JSX.Element {
  if (slot.seat === seat.id) return <td className={table['own']}>presents</td>;
  return (
    <td>
      <button
        type="button"
        aria-pressed={reads.includes(seat.id)}
        aria-label={`${seat.alias} reads ${title} first`}
        title="Reads first"
        onClick={() => onSet('readers', toggled(reads, seat.id))}
      >
        <BookOpen size={14} aria-hidden="true" />
      </button>
      <button
        type="button"
        aria-pressed={challenges.includes(seat.id)}
        aria-label={`${seat.alias} challenges ${title}`}
        title="Challenges"
        onClick={() => onSet('challengers', toggled(challenges, seat.id))}
      >
        <TriangleAlert size={14} aria-hidden="true" />
      </button>
    </td>
  );
}

/** Who reads which board first and who challenges it: dealt with one press, changed cell by cell. The convenor's alone. */
export function Readers({ council }: { readonly council: Council }): JSX.Element {
  const room = useCritique();
  const slots = useCritiqueState((s) => s.session?.slots ?? NO_SLOTS);
  const seats = useSeats(council.id, true).filter(
    (seat) => seat.role === 'respondent' || seat.role === 'presenter' || seat.role === 'scribe',
  );
  const [plan, setPlan] = useState<ConvenorPart>({ readers: {}, challengers: {} });
  const load = (): void => {
    api.plan(council.id).then(setPlan, tell);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the order changes
  useEffect(load, [council.id, slots]);
  const set = (slot: Slot, kind: 'readers' | 'challengers', chosen: readonly string[]): void => {
    setPlan((now) => ({ ...now, [kind]: { ...now[kind], [slot.id]: chosen } }));
    void room.send({ type: `slot.${kind}`, id: slot.id, seats: chosen }).then(load);
  };
  return (
    <details className={styles['settings']}>
      <summary>First readers and challengers</summary>
      <div className={styles['fields']}>
        <div className={styles['deal']}>
          <p className={styles['small']}>
            A first reader looks at a board with care: three boards each. A challenger pins at least two frictions.
          </p>
          <Button
            size="xs"
            variant="default"
            leftSection={<Shuffle size={14} />}
            onClick={() => void room.send({ type: 'readers.deal' }).then(load)}
          >
            Deal to who is here
          </Button>
        </div>
        {seats.length === 0 ? (
          <p className={styles['small']}>Nobody is here yet who could read. Share a link for respondents.</p>
        ) : (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a table wider than the page is scrolled by keyboard
          <section className={table['table']} aria-label="Boards and people" tabIndex={0}>
            <table>
              <thead>
                <tr>
                  <th scope="col">Board</th>
                  {seats.map((seat) => (
                    <th key={seat.id} scope="col">
                      <Alias alias={seat.alias} who={seat.who} />
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {slots.map((slot) => {
                  const title = titleOf(council.boards, slot);
                  return (
                    <tr key={slot.id}>
                      <th scope="row">{title}</th>
                      {seats.map((seat) => (
                        <Cell
                          key={seat.id}
                          slot={slot}
                          seat={seat}
                          title={title}
                          reads={plan.readers[slot.id] ?? []}
                          challenges={plan.challengers[slot.id] ?? []}
                          onSet={(kind, chosen) => set(slot, kind, chosen)}
                        />
                      ))}
                    </tr>
                  );
                })}
              </tbody>
            </table>
          </section>
        )}
      </div>
    </details>
  );
}
