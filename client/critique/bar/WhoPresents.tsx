import { UnstyledButton } from '@mantine/core';
import { WifiOff } from 'lucide-react';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { WhoShape } from '../../canvas/WhoShape.tsx';
import { useOthers, useUi } from '../../panels/use-board.ts';
import { useRuntime } from '../../session/runtime.ts';
import { followersOf, leaderOf } from '../attention/leader-of.ts';
import { useCritique } from '../critique-room.ts';
import { slotNow } from '../room/session-standing.ts';
import { useCritiqueState, useCritiqueUi } from '../room/use-session.ts';
import { slotPlace } from './step-view.ts';
import { useAwayConvenor } from './use-away-convenor.ts';
import { useLineLost } from './use-line-lost.ts';
import styles from './WhoPresents.module.css';

/** How many see what the leader shows, me among them, and whether I do; `null` while nobody leads. */
export function useSpotlightSum(): { readonly follow: number; readonly mine: boolean; readonly lead: boolean } | null {
  const runtime = useRuntime();
  const { seat } = useCritique();
  const spotlight = useCritiqueState((s) => s.session?.spotlight ?? null);
  const others = useOthers();
  const following = useUi((ui) => ui.following);
  if (spotlight === null) return null;
  const me = runtime.editor.doc.clientID;
  const lead = spotlight.seat === seat;
  const client = lead ? me : others.find((one) => one.presence.user.seat === spotlight.seat)?.client;
  if (client === undefined) return { follow: 0, mine: false, lead };
  const real = following === null ? null : leaderOf(others, me, following);
  const mine = real !== null && real !== 'round' && real.client === client;
  return { follow: followersOf(others, client) + (mine ? 1 : 0), mine, lead };
}

function Below(): JSX.Element {
  const runtime = useRuntime();
  const room = useCritique();
  const session = useCritiqueState((s) => s.session);
  const lost = useLineLost();
  const sum = useSpotlightSum();
  const away = useAwayConvenor();
  const declined = useCritiqueUi((s) => s.notNow);
  const slot = slotNow(session);
  if (lost) {
    return (
      <span className={styles['wait']} role="status">
        <WifiOff size={12} aria-hidden="true" /> Line lost, the clock goes on
      </span>
    );
  }
  if (away !== null) {
    return (
      <span className={styles['wait']} role="status">
        {away} is away. You can go on.
      </span>
    );
  }
  const there = session?.spotlight?.board ?? slot?.board ?? null;
  if (there !== null && there !== runtime.boardId) {
    return <Link to={`/c/${runtime.councilId}/b/${there}`}>Go to that board</Link>;
  }
  if (sum !== null && session?.spotlight != null) {
    const { alias, n, seat } = session.spotlight;
    const by = slot !== null && seat === slot.seat ? 'Spotlight' : `Spotlight of ${alias}`;
    if (!sum.lead && !sum.mine && declined === n) {
      return (
        <UnstyledButton className={styles['link'] ?? ''} onClick={() => room.ui.setState({ notNow: null, joined: n })}>
          {by}: follow again
        </UnstyledButton>
      );
    }
    return <span>{sum.follow === 0 ? by : `${by} · ${sum.follow} follow${sum.follow === 1 ? 's' : ''}`}</span>;
  }
  return <span>{session === null || slot === null ? 'Everybody together' : slotPlace(session, slot)}</span>;
}

/** Whose board it is, and whom everybody looks at. */
export function WhoPresents(): JSX.Element {
  const { seat } = useCritique();
  const session = useCritiqueState((s) => s.session);
  const slot = slotNow(session);
  return (
    <div className={styles['who']}>
      {slot !== null && (
        <span style={{ color: `var(--who-${slot.who})` }} className={styles['shape']}>
          <WhoShape who={slot.who} size={20} />
        </span>
      )}
      <div>
        <strong>{slot === null ? 'The council' : slot.seat === seat ? 'You present' : `${slot.alias} presents`}</strong>
        <Below />
      </div>
    </div>
  );
}
