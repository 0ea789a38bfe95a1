import { Menu, UnstyledButton } from '@mantine/core';
import { LogOut } from 'lucide-react';
import type { JSX } from 'react';
import { useNavigate } from 'react-router';
import { PHASE_WORDS } from '#shared/critique/agenda.ts';
import { command } from '../../commands/index.ts';
import { contextFor, isOffered, runCommand } from '../../commands/support.ts';
import { useRuntime } from '../../session/runtime.ts';
import { slotNow } from '../room/session-standing.ts';
import { useCritiqueState } from '../room/use-session.ts';
import styles from './SessionBar.module.css';
import { useClock } from './use-clock.ts';

/** Commands that the card opens, in their order; those that a seat may not use are not there. */
const OFFERED = [
  'session.hand',
  'session.digest',
  'session.lead',
  'session.next',
  'session.back',
  'session.pause',
  'session.extend',
  'session.hand-over',
] as const;

/** On a phone the session is one dark card: the step, what it asks for, and the clock. A press opens what one can do. */
export function PhoneCard(): JSX.Element | null {
  const runtime = useRuntime();
  const navigate = useNavigate();
  const phase = useCritiqueState((s) => s.phase);
  const slot = useCritiqueState((s) => slotNow(s.session));
  const live = useCritiqueState((s) => s.live);
  const face = useClock();
  const { label, says } = PHASE_WORDS[phase];
  return (
    <Menu position="bottom" width="target" shadow="md" withinPortal={false} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <UnstyledButton
          className={styles['card']}
          data-state={face?.state ?? 'calm'}
          data-session-bar
          aria-label={`Session: ${label}${slot === null ? '' : `, ${slot.alias} presents`}. ${says} ${face?.words ?? ''}`}
        >
          <strong>{label}</strong>
          <span className={styles['says']}>
            {live ? (slot === null ? says : `${slot.alias} presents`) : 'Line lost, the clock goes on'}
          </span>
          <span className={styles['cardClock']}>{face?.left}</span>
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <p className={styles['cardSays']}>{says}</p>
        {OFFERED.map((id) => {
          const one = command(id);
          const Icon = one.icon;
          return !isOffered(one, runtime) ? null : (
            <Menu.Item
              key={id}
              leftSection={Icon === undefined ? null : <Icon size={16} />}
              onClick={() => runCommand(one, contextFor(runtime))}
            >
              {one.title}
            </Menu.Item>
          );
        })}
        <Menu.Item leftSection={<LogOut size={16} />} onClick={() => void navigate(`/c/${runtime.councilId}`)}>
          Leave
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
