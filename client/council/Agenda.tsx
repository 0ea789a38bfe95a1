import { ActionIcon, Button, Menu, Select } from '@mantine/core';
import { Check, ChevronDown, ChevronUp, CircleDashed, GripVertical, Plus, X } from 'lucide-react';
import { type JSX, useEffect, useRef, useState } from 'react';
import { Link } from 'react-router';
import type { Slot } from '#shared/critique/agenda.ts';
import type { Council, Seat } from '#shared/protocol/api.ts';
import { useCritique } from '../critique/critique-room.ts';
import { useCritiqueState } from '../critique/room/use-session.ts';
import { newId } from '../session/new-id.ts';
import { Preparation } from './Preparation.tsx';
import { Alias, titleOf } from './parts.tsx';
import styles from './session.module.css';
import { useSeats } from './use-seats.ts';

const NO_SLOTS: readonly Slot[] = [];

interface RowProps {
  readonly council: Council;
  readonly slot: Slot;
  readonly index: number;
  readonly count: number;
  readonly plans: boolean;
  readonly seats: readonly Seat[];
  readonly onMove: (to: number) => void;
  readonly onPrepare: () => void;
}

function SlotState({ slot }: { readonly slot: Slot }): JSX.Element {
  if (slot.seat === null) return <span className={styles['missing']}>No presenter</span>;
  return slot.checked ? (
    <span className={styles['ready']}>
      <Check size={13} aria-hidden="true" /> Checked
    </span>
  ) : (
    <span className={styles['missing']}>
      <CircleDashed size={13} aria-hidden="true" /> Names not checked
    </span>
  );
}

function Row({ council, slot, index, count, plans, seats, onMove, onPrepare }: RowProps): JSX.Element {
  const room = useCritique();
  const title = titleOf(council.boards, slot);
  const mine = slot.seat === room.seat;
  const presenters = seats.filter((seat) => seat.role === 'presenter' || seat.role === 'convenor');
  return (
    <div className={styles['slot']}>
      {plans && <GripVertical size={15} className={styles['grip']} aria-hidden="true" />}
      <span className={styles['number']}>{index + 1}</span>
      <Link to={`/c/${council.id}/b/${slot.board}`} className={styles['board']}>
        {title}
      </Link>
      {plans ? (
        <Select
          size="xs"
          className={styles['who'] ?? ''}
          aria-label={`Who presents ${title}`}
          placeholder="Who presents"
          data={presenters.map((seat) => ({ value: seat.id, label: seat.mine ? `${seat.alias}, you` : seat.alias }))}
          value={slot.seat}
          allowDeselect={false}
          comboboxProps={{ portalProps: { target: 'main' } }}
          onChange={(seat) => void room.send({ type: 'slot.presenter', id: slot.id, seat })}
        />
      ) : (
        slot.seat !== null && <Alias alias={mine ? `${slot.alias}, you` : slot.alias} who={slot.who} />
      )}
      <SlotState slot={slot} />
      {(mine || plans) && (
        <Button
          size="xs"
          variant={mine && !slot.checked ? 'filled' : 'default'}
          aria-label={`Prepare ${title}`}
          onClick={onPrepare}
        >
          Prepare
        </Button>
      )}
      {plans && (
        <span className={styles['tools']}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${title} earlier`}
            aria-disabled={index === 0}
            onClick={() => onMove(index - 1)}
          >
            <ChevronUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`${title} later`}
            aria-disabled={index === count - 1}
            onClick={() => onMove(index + 1)}
          >
            <ChevronDown size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Take ${title} out`}
            onClick={() => void room.send({ type: 'slot.remove', id: slot.id })}
          >
            <X size={15} />
          </ActionIcon>
        </span>
      )}
    </div>
  );
}

interface Props {
  readonly council: Council;
  /** Says to screen readers what a press did. */
  readonly say: (sentence: string) => void;
}

/** The running order: who presents which board when. The convenor moves boards by drag or by their arrows. */
export function Agenda({ council, say }: Props): JSX.Element {
  const room = useCritique();
  const slots = useCritiqueState((s) => s.session?.slots ?? NO_SLOTS);
  const plans = room.can('session.plan', null);
  const seats = useSeats(council.id, plans);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const [preparing, setPreparing] = useState<string | null>(null);
  const list = useRef<HTMLOListElement>(null);
  // From the board one comes here to prepare: `#prepare`.
  const mine = slots.find((slot) => slot.seat === room.seat)?.id ?? null;
  useEffect(() => {
    if (window.location.hash === '#prepare' && mine !== null) setPreparing(mine);
  }, [mine]);
  const move = (slot: Slot, to: number): void => {
    if (to < 0 || to >= slots.length) return;
    void room.send({ type: 'slot.move', id: slot.id, to });
    say(`${titleOf(council.boards, slot)} is number ${to + 1} of ${slots.length}.`);
  };
  const missing = council.boards.filter((board) => !slots.some((slot) => slot.board === board.id));
  const open = slots.find((slot) => slot.id === preparing);
  return (
    <>
      <ol className={styles['order']} aria-label="Running order" ref={list}>
        {slots.map((slot, index) => (
          <li
            key={slot.id}
            draggable={plans}
            data-over={over === index || undefined}
            onDragStart={(event) => {
              event.dataTransfer.effectAllowed = 'move';
              setDragged(slot.id);
            }}
            onDragOver={(event) => {
              if (dragged === null) return;
              event.preventDefault();
              setOver(index);
            }}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
            onDrop={(event) => {
              event.preventDefault();
              const from = slots.find((one) => one.id === dragged);
              if (from !== undefined) move(from, index);
              setDragged(null);
              setOver(null);
            }}
          >
            <Row
              council={council}
              slot={slot}
              index={index}
              count={slots.length}
              plans={plans}
              seats={seats}
              onMove={(to) => move(slot, to)}
              onPrepare={() => setPreparing(slot.id)}
            />
          </li>
        ))}
      </ol>
      {plans && missing.length > 0 && (
        <Menu position="bottom-start" portalProps={{ target: 'main' }} withInitialFocusPlaceholder={false}>
          <Menu.Target>
            <Button size="xs" variant="subtle" color="gray" leftSection={<Plus size={14} />}>
              Add a board
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            {missing.map((board) => (
              <Menu.Item
                key={board.id}
                onClick={() => void room.send({ type: 'slot.add', id: newId(), board: board.id, seat: null })}
              >
                {board.title || 'Untitled board'}
              </Menu.Item>
            ))}
          </Menu.Dropdown>
        </Menu>
      )}
      {open !== undefined && <Preparation council={council} slot={open} onClose={() => setPreparing(null)} />}
    </>
  );
}
