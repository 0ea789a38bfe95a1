import { Menu, UnstyledButton } from '@mantine/core';
import { LogOut, NotebookText } from 'lucide-react';
import type { JSX } from 'react';
import { useNavigate } from 'react-router';
import { PHASE_WORDS } from '#shared/critique/agenda.ts';
import { whoName } from '../../canvas/who-name.ts';
import { command } from '../../commands/index.ts';
import { contextFor, isOffered, runCommand } from '../../commands/support.ts';
import { useOthers, useUi } from '../../panels/use-board.ts';
import { useRuntime } from '../../session/runtime.ts';
import { Signs } from '../attention/Reactions.tsx';
import { REACTION_KINDS } from '../attention/reaction-kinds.ts';
import { useReactions } from '../attention/reactions.ts';
import { useCritique } from '../critique-room.ts';
import { slotNow } from '../room/session-standing.ts';
import { useCritiqueState } from '../room/use-session.ts';
import { WhereEverybodyIs } from './People.tsx';
import styles from './PhoneCard.module.css';
import { leads } from './session-commands.ts';
import { useClock } from './use-clock.ts';
import { useLineLost } from './use-line-lost.ts';

/** Commands that the card opens, in their order; those that a seat may not use are not there. */
const OFFERED = [
  'session.next',
  'session.back',
  'session.pause',
  'session.extend',
  'session.hand-over',
  'session.hand',
  'session.lead',
  'session.digest',
] as const;

/** What is read of the session in a few words: whom I follow, else who presents, else what to do. */
function useSays(): string {
  const slot = useCritiqueState((s) => slotNow(s.session));
  const phase = useCritiqueState((s) => s.phase);
  const lost = useLineLost();
  const following = useUi((ui) => ui.following);
  const leader = useOthers().find((one) => one.client === following);
  if (lost) return 'Line lost, the clock goes on';
  if (leader !== undefined) return `Following ${whoName(leader.presence.user)}`;
  return slot === null ? PHASE_WORDS[phase].says : `${slot.alias} presents`;
}

/** On a phone the session is one dark card: the step, what it asks for, and the clock. A press opens what one can do. */
export function PhoneCard(): JSX.Element | null {
  const runtime = useRuntime();
  const room = useCritique();
  const navigate = useNavigate();
  const phase = useCritiqueState((s) => s.phase);
  const board = useCritiqueState((s) => s.session?.spotlight?.board ?? slotNow(s.session)?.board ?? null);
  const up = useCritiqueState((s) => s.mine?.handUp ?? false);
  const still = useCritiqueState((s) => s.session?.clock?.pausedAt != null);
  const face = useClock();
  const says = useSays();
  const { counts, give } = useReactions(runtime);
  const words: Readonly<Record<string, string>> = {
    'session.hand': up ? 'Lower hand' : 'Raise hand',
    'session.lead': leads(runtime) ? 'Let everybody look around' : 'Lead every screen',
    'session.pause': still ? 'Let the clock run' : 'Stop the clock',
  };
  const { label } = PHASE_WORDS[phase];
  return (
    <>
      <Menu position="bottom" width="target" shadow="md" withinPortal={false} withInitialFocusPlaceholder={false}>
        <Menu.Target>
          <UnstyledButton
            className={styles['card']}
            data-state={face?.state ?? 'calm'}
            data-session-bar
            aria-label={`Session: ${label}. ${says}. ${face?.words ?? ''}`}
          >
            <strong>{label}</strong>
            <span className={styles['says']}>{says}</span>
            <span className={styles['cardClock']}>{face?.left}</span>
          </UnstyledButton>
        </Menu.Target>
        <Menu.Dropdown className={styles['items'] ?? ''}>
          <div className={styles['cardSays']}>
            <p>{PHASE_WORDS[phase].says}</p>
            <WhereEverybodyIs />
          </div>
          {room.can('react') &&
            REACTION_KINDS.map(({ kind, label: sign, icon: Icon }) => (
              <Menu.Item key={kind} leftSection={<Icon size={16} />} onClick={() => give(kind)}>
                {sign}
              </Menu.Item>
            ))}
          {OFFERED.map((id) => {
            const one = command(id);
            const Icon = one.icon;
            return !isOffered(one, runtime) ? null : (
              <Menu.Item
                key={id}
                leftSection={Icon === undefined ? null : <Icon size={16} />}
                onClick={() => runCommand(one, contextFor(runtime))}
              >
                {words[id] ?? one.title}
              </Menu.Item>
            );
          })}
          {board !== null && board !== runtime.boardId && (
            <Menu.Item onClick={() => void navigate(`/c/${runtime.councilId}/b/${board}`)}>
              Go to the board that is on
            </Menu.Item>
          )}
          {phase === 'recap' && room.can('recap.read', null) && (
            <Menu.Item
              leftSection={<NotebookText size={16} />}
              onClick={() => void navigate(`/c/${runtime.councilId}/recap`)}
            >
              Recap
            </Menu.Item>
          )}
          <Menu.Item leftSection={<LogOut size={16} />} onClick={() => void navigate(`/c/${runtime.councilId}`)}>
            Leave
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <span className={styles['cardSigns']}>
        <Signs counts={counts} />
      </span>
    </>
  );
}
