import { type JSX, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Presence } from '#shared/protocol/messages.ts';
import { leaderOf } from '../critique/attention/leader-of.ts';
import type { OtherPerson } from '../session/runtime.ts';
import { useCanvas } from './canvas-context.ts';
import { useSlice } from './use-subscription.ts';
import { WhoShape } from './WhoShape.tsx';
import { whoName } from './who-name.ts';

/** Milliseconds without a move after which a cursor is hollow. */
const IDLE = 60_000;
const ARROW = 'M0 0L5.2 15.4L8.1 9L14.6 6.3z';

const presents = (presence: Presence): boolean =>
  presence.user.role === 'presenter' || presence.user.role === 'convenor';

function useIdle(at: Presence['cursor']): boolean {
  const [idle, setIdle] = useState(false);
  const place = at === null ? '' : `${at.x} ${at.y}`;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new place is what starts the clock again.
  useEffect(() => {
    setIdle(false);
    const timer = setTimeout(() => setIdle(true), IDLE);
    return () => clearTimeout(timer);
  }, [place]);
  return idle;
}

function RemoteCursor({ person, zoom }: { readonly person: OtherPerson; readonly zoom: number }): JSX.Element | null {
  const { cursor, user } = person.presence;
  const idle = useIdle(cursor);
  if (cursor === null) return null;
  const color = `var(--who-${user.who})`;
  return (
    <div
      className="remote-cursor"
      data-alias={user.alias}
      style={{ transform: `translate(${cursor.x * zoom}px, ${cursor.y * zoom}px)`, color }}
    >
      <svg width="16" height="17" aria-hidden="true" overflow="visible">
        <path
          d={ARROW}
          fill={idle ? 'var(--surface)' : 'currentColor'}
          stroke={idle ? 'currentColor' : 'var(--surface)'}
          strokeWidth="1.6"
          strokeLinejoin="round"
        />
      </svg>
      {presents(person.presence) ? (
        <span className="alias" style={{ background: color }}>
          <WhoShape who={user.who} size={10} />
          {user.alias}
        </span>
      ) : (
        <span className="disc" style={{ boxShadow: `0 0 0 1.2px ${color}` }}>
          <WhoShape who={user.who} size={10} />
        </span>
      )}
    </div>
  );
}

/** The pill on the top right corner of what somebody has selected, and the words when they are writing in it. */
function RemotePills({ person, zoom }: { readonly person: OtherPerson; readonly zoom: number }): JSX.Element[] {
  const { scene } = useCanvas();
  const { selection, editing, user } = person.presence;
  const ids = editing === null || selection.includes(editing) ? selection : [...selection, editing];
  const pills: JSX.Element[] = [];
  for (const id of ids.slice(0, 12)) {
    const box = scene.boxOf(id);
    if (box === null) continue;
    const x = (box.x + box.w) * zoom + 6;
    const y = box.y * zoom - 4;
    pills.push(
      <span
        key={`${person.client} ${id}`}
        className="remote-pill"
        data-on={id}
        style={{ transform: `translate(${x}px, ${y}px) translate(-100%, -60%)`, color: `var(--who-${user.who})` }}
      >
        <WhoShape who={user.who} size={9} />
        {editing === id ? `${user.alias} is writing`.trim() : user.alias}
      </span>,
    );
  }
  return pills;
}

/** Other people on the board: cursors, who has selected what, whom I follow, and a few words at my own pointer. */
export function OthersLayer(): JSX.Element {
  const { runtime, camera, live } = useCanvas();
  const others = useSyncExternalStore(runtime.room.subscribe, () => runtime.room.others);
  const zoom = useSyncExternalStore(camera.subscribe, () => camera.get().zoom);
  const following = useSlice(runtime.ui, (ui) => ui.following);
  const hint = useSlice(live, (state) => state.hint);
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const place = () => {
      const { x, y } = camera.get();
      if (ref.current !== null) ref.current.style.transform = `translate(${x}px, ${y}px)`;
    };
    place();
    return camera.subscribe(place);
  }, [camera]);
  const found = following === null ? null : leaderOf(others, runtime.editor.doc.clientID, following);
  const leader = found === 'round' ? null : found;
  return (
    <div className="canvas-above">
      <div ref={ref}>
        {others.map((person) => (
          <RemotePills key={person.client} person={person} zoom={zoom} />
        ))}
        {others.map((person) => (
          <RemoteCursor key={person.client} person={person} zoom={zoom} />
        ))}
        {hint !== null && (
          <div
            className="canvas-hint"
            style={{ transform: `translate(${hint.at.x * zoom + 14}px, ${hint.at.y * zoom + 18}px)` }}
          >
            {hint.text}
          </div>
        )}
      </div>
      {leader !== null && <FollowFrame leader={leader} onLeave={() => runtime.ui.setState({ following: null })} />}
    </div>
  );
}

function FollowFrame({ leader, onLeave }: { readonly leader: OtherPerson; onLeave(): void }): JSX.Element {
  const color = `var(--who-${leader.presence.user.who})`;
  return (
    <>
      <div className="follow-frame" style={{ borderColor: color }} />
      <div className="follow-banner" role="status" style={{ background: color }}>
        <WhoShape who={leader.presence.user.who} size={12} />
        Following {whoName(leader.presence.user)}
        <button type="button" onClick={onLeave}>
          Look around
        </button>
      </div>
    </>
  );
}
