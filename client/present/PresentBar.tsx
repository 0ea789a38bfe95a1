import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { ArrowLeft, ArrowRight, EyeOff, Flashlight, LayoutGrid, MonitorSpeaker } from 'lucide-react';
import type { JSX, ReactNode } from 'react';
import { useStore } from 'zustand';
import { useRuntime } from '../session/runtime.ts';
import styles from './Present.module.css';
import type { Presentation, Step } from './presentation.ts';

interface ToolProps {
  readonly label: string;
  readonly keyName: string;
  readonly on?: boolean;
  readonly disabled?: boolean;
  onPress(): void;
  readonly children: ReactNode;
}

function Tool({ label, keyName, on, disabled = false, onPress, children }: ToolProps): JSX.Element {
  return (
    <Tooltip label={`${label}  ${keyName}`} openDelay={400} withinPortal={false}>
      <ActionIcon
        size={34}
        variant={on === true ? 'filled' : 'subtle'}
        aria-label={label}
        {...(on === undefined ? {} : { 'aria-pressed': on })}
        disabled={disabled}
        onClick={onPress}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

/** The bar of a presentation; it goes while the mouse rests and comes back with it, or with the keyboard. */
export function PresentBar(props: {
  readonly presentation: Presentation;
  readonly onSpeaker: () => void;
}): JSX.Element {
  const { presentation, onSpeaker } = props;
  const runtime = useRuntime();
  const { slides, place, leads, leader, laser, blank, grid } = useStore(presentation.store);
  const step = (name: Step) => () => presentation.step(name);
  const follows = !leads && leader !== null;
  return (
    <div className={styles['bar']} role="toolbar" aria-label="Presenting">
      <Tool label="Back" keyName="←" disabled={follows || place === 0} onPress={step('previous')}>
        <ArrowLeft size={17} />
      </Tool>
      <Tool label="On" keyName="→" disabled={follows || place === slides.length - 1} onPress={step('next')}>
        <ArrowRight size={17} />
      </Tool>
      <span className={styles['sep']} />
      {follows ? (
        <>
          <span className={styles['leader']}>{leader.presence.user.alias} presents</span>
          {runtime.can('board.edit') && (
            <Button size="compact-sm" variant="default" onClick={step('take-over')} title="T">
              Take over
            </Button>
          )}
        </>
      ) : (
        <>
          <Tool label="Laser" keyName="L" on={laser} onPress={step('laser')}>
            <Flashlight size={17} />
          </Tool>
          <Tool label="Blank screen" keyName="B" on={blank} onPress={step('blank')}>
            <EyeOff size={17} />
          </Tool>
        </>
      )}
      <span className={styles['sep']} />
      <Tool label="All frames" keyName="G" on={grid} onPress={step('grid')}>
        <LayoutGrid size={17} />
      </Tool>
      <Tool label="Notes in a second window" keyName="" onPress={onSpeaker}>
        <MonitorSpeaker size={17} />
      </Tool>
      <Button size="compact-sm" variant="subtle" color="ink" onClick={step('end')} title="Esc">
        End
      </Button>
    </div>
  );
}
