import { ActionIcon, Popover, Tooltip } from '@mantine/core';
import { Hand } from 'lucide-react';
import type { JSX } from 'react';
import { useCritique } from '../critique-room.ts';
import { useCritiqueState } from '../room/use-session.ts';
import styles from './Attention.module.css';
import { HandButton, SpeakingOrder } from './SpeakingOrder.tsx';

/** Hands in the bar: how many are up; a press shows the order and raises mine. */
export function HandsMenu(): JSX.Element {
  const { ui } = useCritique();
  const n = useCritiqueState((s) => s.session?.hands.length ?? 0);
  const up = useCritiqueState((s) => s.mine?.handUp ?? false);
  const label = `${up ? 'Your hand is up. ' : ''}Speaking order, ${n === 0 ? 'no hand is up' : `${n} up`}`;
  return (
    <Popover
      position="bottom-end"
      shadow="md"
      width={288}
      trapFocus
      withinPortal={false}
      onOpen={() => ui.setState({ panel: null })}
    >
      <Popover.Target>
        <Tooltip label="Hands" openDelay={400}>
          <ActionIcon
            variant={up ? 'filled' : 'subtle'}
            size={32}
            className={styles['control'] ?? ''}
            aria-label={label}
            data-on={up}
          >
            <Hand size={17} />
            {n > 0 && <span className={styles['bubble']}>{n}</span>}
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown p={12}>
        <SpeakingOrder />
        <HandButton full />
      </Popover.Dropdown>
    </Popover>
  );
}
