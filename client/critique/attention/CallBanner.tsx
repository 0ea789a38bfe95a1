import { Button } from '@mantine/core';
import { type CSSProperties, type JSX, useEffect, useRef, useState } from 'react';
import { WhoShape } from '../../canvas/WhoShape.tsx';
import { useRuntime } from '../../session/runtime.ts';
import styles from './Attention.module.css';
import type { Call } from './use-spotlight.ts';

/** Seconds to say “not now” before the view moves. */
export const CALL_SECONDS = 5;

/** Says who leads from here on, and goes along by itself unless one stays. */
export function CallBanner({
  call,
  onGo,
  onStay,
}: {
  readonly call: Call;
  readonly onGo: () => void;
  readonly onStay: () => void;
}): JSX.Element {
  const { ui } = useRuntime();
  const [left, setLeft] = useState(CALL_SECONDS);
  const go = useRef(onGo);
  go.current = onGo;
  const { alias, words } = call;
  useEffect(() => {
    ui.setState({ announcement: `${alias} ${words}. You go along in ${CALL_SECONDS} seconds. Not now is a button.` });
    const timer = setInterval(() => setLeft((now) => now - 1), 1_000);
    return () => clearInterval(timer);
  }, [ui, alias, words]);
  useEffect(() => {
    if (left <= 0) go.current();
  }, [left]);
  return (
    <section
      className={styles['call']}
      aria-label="Look where somebody looks"
      data-who={call.who}
      style={{ '--call': `var(--who-${call.who})` } as CSSProperties}
      data-testid="call"
    >
      <span style={{ color: `var(--who-${call.who})` }}>
        <WhoShape who={call.who} size={16} />
      </span>
      <span>
        <strong>{alias}</strong> {words}.{' '}
        <span className={styles['seconds']}>You go along in {Math.max(left, 0)} s.</span>
      </span>
      <Button size="compact-sm" variant="default" h={32} onClick={onStay}>
        Not now
      </Button>
      <Button size="compact-sm" h={32} onClick={onGo}>
        Go
      </Button>
    </section>
  );
}
