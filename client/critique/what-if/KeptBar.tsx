import { Button } from '@mantine/core';
import { PencilRuler } from 'lucide-react';
import { type JSX, useState } from 'react';
import { useStore } from 'zustand';
import { useRuntime } from '../../session/runtime.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { forgetWhatIf, keepWhatIf, keptWhatIf, type WhatIfPlace } from './kept-what-if.ts';
import styles from './WhatIf.module.css';

interface Props {
  readonly room: CritiqueRoom;
  readonly place: WhatIfPlace;
}

/** On coming back: a what-if that was begun here and not sent. */
export function KeptBar({ room, place }: Props): JSX.Element | null {
  const { notify, sync, can } = useRuntime();
  const arrived = useStore(sync, (state) => state.state !== 'loading');
  const [gone, setGone] = useState(false);
  const go = (): void => room.ui.setState({ whatIf: 'drawing', proposal: null });
  const discard = (): void => {
    const kept = keptWhatIf(place);
    forgetWhatIf(place);
    setGone(true);
    notify('What-if discarded.', {
      label: 'Bring it back',
      run: () => {
        if (kept !== null) keepWhatIf(place, kept);
        go();
      },
    });
  };
  if (gone || !arrived) return null;
  return (
    <section className={styles['bar']} aria-label="What if, not sent" data-raised={!can('board.edit')}>
      <div className={styles['row']}>
        <PencilRuler size={16} aria-hidden="true" className={styles['icon']} />
        <p className={styles['words']}>
          <strong>You were drawing a what-if here</strong>
          <span>Kept on this device, not sent.</span>
        </p>
        <Button size="xs" className={styles['button'] ?? ''} onClick={go}>
          Go on drawing
        </Button>
        <Button size="xs" variant="default" className={styles['button'] ?? ''} onClick={discard}>
          Discard
        </Button>
      </div>
    </section>
  );
}
