import type { JSX } from 'react';
import { PHASE_WORDS } from '#shared/critique/agenda.ts';
import type { Council } from '#shared/protocol/api.ts';
import { WhoShape } from '../canvas/WhoShape.tsx';
import { useCritique } from '../critique/critique-room.ts';
import { useCritiqueState } from '../critique/room/use-session.ts';
import { type Block, blocksOf, inMinutes, liveSeconds, sinceStart } from './agenda-times.ts';
import { titleOf } from './parts.tsx';
import strip from './programme.module.css';
import styles from './session.module.css';

/** The whole session as one strip: a block as wide as it is long, a shape for who presents. */
export function Programme({ council }: { readonly council: Council }): JSX.Element | null {
  const room = useCritique();
  const session = useCritiqueState((s) => s.session);
  if (session === null) return null;
  const { slots, steps, rules, step } = session;
  const stateOf = (block: Block): 'done' | 'now' | 'next' =>
    step === null || block.first > step ? 'next' : block.last < step ? 'done' : 'now';
  const named = (block: Block): string => {
    const what =
      block.slot === null
        ? PHASE_WORDS[block.phase].label
        : `${titleOf(council.boards, block.slot)}, ${block.slot.alias || 'no presenter yet'}`;
    const state = step === null ? '' : `, ${stateOf(block)}`;
    if (block.phase === 'ahead') return `${what}, before the live part${state}`;
    return `${what}, at ${sinceStart(block.from)}, ${inMinutes(block.seconds)}${state}`;
  };
  const total = liveSeconds(rules, slots);
  return (
    <div className={strip['programme']}>
      <div className={styles['words']}>
        <h2 id="session-title">Critique session</h2>
        <p>
          <span data-total>{inMinutes(total)}</span>
          {step === null &&
            `. Started now, it ends at ${new Date(room.now() + total * 1_000).toLocaleTimeString('en', { hour: '2-digit', minute: '2-digit', hour12: false })}.`}
        </p>
        <p className={styles['small']}>
          {slots.length} {slots.length === 1 ? 'board' : 'boards'}
        </p>
      </div>
      <ol className={strip['strip']} aria-label="Programme">
        {blocksOf(slots, steps).map((block) => (
          <li
            key={`${block.phase} ${block.slot?.id ?? ''}`}
            title={named(block)}
            data-state={stateOf(block)}
            aria-current={stateOf(block) === 'now' ? 'step' : undefined}
            style={{ flexGrow: Math.max(60, block.seconds) }}
          >
            <span className="visually-hidden">{named(block)}</span>
            <span className={strip['block']} aria-hidden="true">
              {block.slot !== null && block.slot.who !== '' && (
                <span style={{ color: `var(--who-${block.slot.who})` }}>
                  <WhoShape who={block.slot.who} size={12} />
                </span>
              )}
            </span>
            <small aria-hidden="true">
              {block.slot === null
                ? PHASE_WORDS[block.phase].label
                : block.slot.seat === room.seat
                  ? `You, ${sinceStart(block.from)}`
                  : sinceStart(block.from)}
            </small>
          </li>
        ))}
      </ol>
    </div>
  );
}
