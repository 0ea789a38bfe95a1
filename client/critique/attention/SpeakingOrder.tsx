import { Button } from '@mantine/core';
import { Hand, Mic } from 'lucide-react';
import type { JSX } from 'react';
import { WhoShape } from '../../canvas/WhoShape.tsx';
import { useCritique } from '../critique-room.ts';
import { useCritiqueState } from '../room/use-session.ts';
import styles from './Attention.module.css';

const handsUp = (n: number): string => (n === 0 ? 'No hand is up' : n === 1 ? '1 hand up' : `${n} hands up`);
const PLACES = ['next', 'then'] as const;

/** Raises my hand, or lowers it. */
export function HandButton({ full = false }: { readonly full?: boolean }): JSX.Element | null {
  const room = useCritique();
  const up = useCritiqueState((s) => s.mine?.handUp ?? false);
  useCritiqueState((s) => s.phase);
  if (!up && !room.can('hand.raise')) return null;
  return (
    <Button
      variant={up ? 'filled' : 'default'}
      fullWidth={full}
      h={32}
      px={12}
      leftSection={<Hand size={15} />}
      aria-pressed={up}
      onClick={() => void room.send({ type: up ? 'hand.lower' : 'hand.raise' })}
    >
      {up ? 'Lower hand' : 'Raise hand'}
    </Button>
  );
}

/** Who speaks and who is next: shape and alias of those who raised their hand themselves. A convenor gives the floor. */
export function SpeakingOrder(): JSX.Element {
  const room = useCritique();
  const session = useCritiqueState((s) => s.session);
  const hands = [...(session?.hands ?? [])].sort((a, b) => Number(b.speaking) - Number(a.speaking) || a.at - b.at);
  const runs = room.can('session.run', null);
  const speaking = hands.some((hand) => hand.speaking) ? 1 : 0;
  return (
    <section className={styles['hands']} aria-label="Speaking order">
      <header>
        <h3>Speaking order</h3>
        <span>{handsUp(hands.length)}</span>
      </header>
      {hands.length > 0 && (
        <ol>
          {hands.map((hand, i) => (
            <li key={`${hand.alias} ${hand.at}`}>
              <span style={{ color: `var(--who-${hand.who})` }}>
                <WhoShape who={hand.who} size={16} />
              </span>
              <span className={styles['alias']} data-speaking={hand.speaking}>
                {hand.alias}
              </span>
              {runs ? (
                <Button
                  size="compact-xs"
                  variant={hand.speaking ? 'default' : 'subtle'}
                  onClick={() => void room.send({ type: 'hand.call', alias: hand.speaking ? null : hand.alias })}
                  aria-label={hand.speaking ? `${hand.alias} has spoken` : `Give the floor to ${hand.alias}`}
                >
                  {hand.speaking ? 'Has spoken' : 'Give the floor'}
                </Button>
              ) : (
                <span className={styles['turn']}>
                  {hand.speaking && <Mic size={13} aria-hidden="true" />}
                  {hand.speaking ? 'speaking now' : (PLACES[i - speaking] ?? 'later')}
                </span>
              )}
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}
