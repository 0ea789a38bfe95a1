import { ActionIcon, Button, Menu, Tooltip } from '@mantine/core';
import { ChevronLeft, Ellipsis, Flag, Pause, Play } from 'lucide-react';
import { type JSX, useState } from 'react';
import { useNavigate } from 'react-router';
import { command } from '../../commands/index.ts';
import { ariaKeys, isMac, keyCaps } from '../../commands/keys.ts';
import { contextFor, isOffered, runCommand } from '../../commands/support.ts';
import { KeyCaps } from '../../panels/KeyCaps.tsx';
import { useRuntime } from '../../session/runtime.ts';
import { useCritique } from '../critique-room.ts';
import { useCritiqueState } from '../room/use-session.ts';
import styles from './SessionBar.module.css';
import { nextSlot, nextStep, stepTitle, stepViews } from './step-view.ts';

/** A command as it reads in a tooltip: its words and its first key. */
export function withKey(label: string, id: string): string {
  const [key] = command(id).keys ?? [];
  return key === undefined ? label : `${label}  ${keyCaps(key, isMac()).join(' ')}`;
}

function Step({
  id,
  label,
  roomy = false,
  children,
}: {
  readonly id: string;
  readonly label: string;
  /** In the menu too: left out where the bar is narrow. */
  readonly roomy?: boolean;
  readonly children: JSX.Element;
}): JSX.Element {
  const runtime = useRuntime();
  const keys = ariaKeys(command(id).keys, isMac());
  return (
    <Tooltip label={withKey(label, id)} openDelay={400}>
      <ActionIcon
        variant="subtle"
        size={32}
        className={styles['control'] ?? ''}
        aria-label={label}
        {...(roomy ? { 'data-roomy': true } : {})}
        {...(keys === undefined ? {} : { 'aria-keyshortcuts': keys })}
        onClick={() => runCommand(command(id), contextFor(runtime))}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** Every step of the programme, to go to at once. */
function SkipTo({ onDone }: { readonly onDone: () => void }): JSX.Element | null {
  const room = useCritique();
  const session = useCritiqueState((s) => s.session);
  if (session === null) return null;
  return (
    <>
      <Menu.Label>Go to</Menu.Label>
      {stepViews(session).map((step) => (
        <Menu.Item
          key={step.index}
          disabled={step.state === 'now'}
          onClick={() => {
            onDone();
            void room.send({ type: 'run.to', step: step.index });
          }}
        >
          {stepTitle(step)}
        </Menu.Item>
      ))}
    </>
  );
}

/** What the convenor does besides going on: hand over, the view, skip, end. */
export function MoreMenu(): JSX.Element {
  const runtime = useRuntime();
  const navigate = useNavigate();
  const [skipping, setSkipping] = useState(false);
  const session = useCritiqueState((s) => s.session);
  const next = nextSlot(session);
  const lead = command('session.lead');
  const spotlight = session?.spotlight ?? null;
  const mine = spotlight?.seat === runtime.critique?.seat;
  return (
    <Menu
      position="bottom-end"
      shadow="md"
      width={280}
      withInitialFocusPlaceholder={false}
      onChange={(open) => {
        if (!open) setSkipping(false);
      }}
      closeOnItemClick={!skipping}
    >
      <Menu.Target>
        <ActionIcon variant="subtle" size={32} className={styles['control'] ?? ''} aria-label="More of the session">
          <Ellipsis size={17} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah="70vh" style={{ overflowY: 'auto' }}>
        {skipping ? (
          <SkipTo onDone={() => setSkipping(false)} />
        ) : (
          <>
            {next !== null && (
              <Menu.Item
                rightSection={<KeyCaps keys={command('session.hand-over').keys ?? []} />}
                onClick={() => runCommand(command('session.hand-over'), contextFor(runtime))}
              >
                Hand over to {next.alias}
              </Menu.Item>
            )}
            <Menu.Item
              rightSection={<KeyCaps keys={command('session.back').keys ?? []} />}
              onClick={() => runCommand(command('session.back'), contextFor(runtime))}
            >
              Step before
            </Menu.Item>
            <Menu.Item
              rightSection={<KeyCaps keys={command('session.extend').keys ?? []} />}
              onClick={() => runCommand(command('session.extend'), contextFor(runtime))}
            >
              One minute more
            </Menu.Item>
            <Menu.Item closeMenuOnClick={false} onClick={() => setSkipping(true)}>
              Go to another step
            </Menu.Item>
            {isOffered(lead, runtime) && (
              <Menu.Item
                rightSection={<KeyCaps keys={lead.keys ?? []} />}
                onClick={() => runCommand(lead, contextFor(runtime))}
              >
                {mine
                  ? 'Let everybody look around'
                  : spotlight === null
                    ? 'Lead every screen'
                    : 'Take control of the view'}
              </Menu.Item>
            )}
            <Menu.Divider />
            <Menu.Item leftSection={<Flag size={15} />} onClick={() => void navigate(`/c/${runtime.councilId}#end`)}>
              End the session
            </Menu.Item>
          </>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}

/** Back, stop the clock, a minute more, on: in one press each. Only for who may run the session. */
export function ConvenorControls(): JSX.Element {
  const runtime = useRuntime();
  const session = useCritiqueState((s) => s.session);
  const still = session?.clock?.pausedAt != null;
  const next = session === null ? null : nextStep(session);
  const label = next === null ? 'Last step' : `Next: ${stepTitle(next)}`;
  return (
    <fieldset className={styles['controls']} aria-label="Run the session">
      <Step id="session.back" label="Step before" roomy>
        <ChevronLeft size={17} />
      </Step>
      <Step id="session.pause" label={still ? 'Let the clock run' : 'Stop the clock'}>
        {still ? <Play size={16} /> : <Pause size={16} />}
      </Step>
      <Step id="session.extend" label="One minute more" roomy>
        <svg width="22" height="16" viewBox="0 0 22 16" className={styles['minute']} aria-hidden="true">
          <text x="11" y="12.5" textAnchor="middle">
            +1&apos;
          </text>
        </svg>
      </Step>
      <Tooltip label={withKey(label, 'session.next')} openDelay={400}>
        <Button
          h={32}
          px={12}
          disabled={next === null}
          aria-label={label}
          aria-keyshortcuts={ariaKeys(command('session.next').keys, isMac()) ?? ''}
          onClick={() => runCommand(command('session.next'), contextFor(runtime))}
        >
          {next?.slot != null && next.slot.state === 'waiting' ? next.slot.alias : 'Next'}
        </Button>
      </Tooltip>
      <MoreMenu />
    </fieldset>
  );
}
