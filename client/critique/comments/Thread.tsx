import { Button } from '@mantine/core';
import { Link2, Pencil, Trash2 } from 'lucide-react';
import { type JSX, Suspense, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { frictionKind } from '#shared/overlays/friction-kinds.ts';
import { WhoShape } from '../../canvas/WhoShape.tsx';
import { useRuntime } from '../../session/runtime.ts';
import { lazyPart } from '../../ui/lazy-part.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import { KindSign } from '../pins/PinPicture.tsx';
import styles from './Comments.module.css';
import type { Shown } from './comment-list.ts';
import { EditField } from './EditField.tsx';
import { FrozenPicture } from './FrozenPicture.tsx';
import { Replies } from './Replies.tsx';
import thread from './Thread.module.css';
import { type ThreadActions, type ThreadState, threadActions } from './thread-actions.ts';
import { useAliases } from './use-aliases.ts';
import { whenWords } from './when.ts';

const ProposalCard = lazyPart(() => import('../what-if/ProposalCard.tsx').then((m) => ({ default: m.ProposalCard })));

const STATE_WORDS: Readonly<Record<ThreadState, string>> = {
  open: 'Opened again',
  answered: 'Answered',
  passed: 'Passed',
  resolved: 'Resolved',
};

/** States that a thread can be brought to from here, with the words for it. */
function waysOn(comment: Shown): readonly { readonly to: ThreadState; readonly label: string }[] {
  if (comment.state !== 'open') return [{ to: 'open', label: 'Open again' }];
  if (comment.kind !== 'question') return [{ to: 'resolved', label: 'Resolve' }];
  return [
    { to: 'answered', label: 'Answered' },
    { to: 'passed', label: 'Pass' },
  ];
}

function Facts({ comment }: { readonly comment: Shown }): JSX.Element | null {
  const { friction, word } = comment;
  if (friction === null && word === null) return null;
  return (
    <dl className={thread['facts']}>
      {friction !== null && (
        <>
          <dt>Friction</dt>
          <dd>
            {frictionKind(friction.kind)?.label ?? friction.kind}, level {friction.level} of 3
          </dd>
        </>
      )}
      {word !== null && (
        <>
          <dt>Word</dt>
          <dd>{word.term}</dd>
          {word.symbol !== '' && (
            <>
              <dt>Symbol</dt>
              <dd>{word.symbol}</dd>
            </>
          )}
          {word.meaning !== '' && (
            <>
              <dt>Meaning</dt>
              <dd>{word.meaning}</dd>
            </>
          )}
        </>
      )}
    </dl>
  );
}

/** Who speaks, when, and what has become of it. */
export function Byline({ room, comment }: { readonly room: CritiqueRoom; readonly comment: Shown }): JSX.Element {
  const now = room.now();
  const { by, stateBy } = comment;
  return (
    <p className={thread['by']}>
      {by === null ? (
        <span>{comment.mine ? 'Yours, without a name' : 'No author'}</span>
      ) : (
        <>
          <span style={{ color: `var(--who-${by.who})` }}>
            <WhoShape who={by.who} size={11} />
          </span>
          <strong>{by.alias}</strong>
          <span>{by.as}</span>
        </>
      )}
      <span>· {whenWords(comment.at, now)}</span>
      {comment.edited && <span>· changed</span>}
      {stateBy !== null && (
        <span>
          · {STATE_WORDS[comment.state]} by {stateBy.alias}, {whenWords(stateBy.at, now)}
        </span>
      )}
    </p>
  );
}

function Buttons(props: {
  readonly room: CritiqueRoom;
  readonly comment: Shown;
  readonly actions: ThreadActions;
  readonly onEdit: () => void;
}): JSX.Element {
  const { room, comment, actions, onEdit } = props;
  const { mine, held } = comment;
  const mayState = !held && comment.heard && (room.can('comment.resolve') || (mine && room.can('comment.edit')));
  const removes = !mine && room.can('comment.remove');
  const [sure, setSure] = useState(false);
  if (sure) {
    return (
      <div className={thread['ways']}>
        <Button h={28} px={9} fz={12} color="red" autoFocus onClick={() => void actions.remove()}>
          {removes ? 'Remove for good' : 'Delete for good'}
        </Button>
        <Button h={28} px={9} fz={12} variant="default" onClick={() => setSure(false)}>
          Keep
        </Button>
      </div>
    );
  }
  return (
    <div className={thread['ways']}>
      {!held && room.can('comment.same') && (
        <Button
          h={28}
          px={9}
          fz={12}
          variant={comment.sameByMe ? 'filled' : 'default'}
          aria-pressed={comment.sameByMe}
          leftSection={<KindSign kind="same-here" size={12} color={comment.sameByMe ? 'on-ink' : 'ink'} />}
          disabled={mine}
          onClick={() => void actions.same()}
        >
          Same here{comment.same > 0 ? ` ${comment.same}` : ''}
        </Button>
      )}
      {mayState &&
        waysOn(comment).map(({ to, label }) => (
          <Button key={to} h={28} px={9} fz={12} variant="default" onClick={() => void actions.state(to)}>
            {label}
          </Button>
        ))}
      <span className={thread['own']}>
        <button
          type="button"
          className={styles['icon']}
          aria-label="Copy a link to this comment"
          onClick={() => void actions.copyLink()}
        >
          <Link2 size={14} aria-hidden="true" />
        </button>
        {mine && room.can('comment.edit') && (
          <button type="button" className={styles['icon']} aria-label="Change my comment" onClick={onEdit}>
            <Pencil size={14} aria-hidden="true" />
          </button>
        )}
        {((mine && room.can('comment.edit')) || removes) && (
          <button
            type="button"
            className={styles['icon']}
            aria-label={removes ? 'Remove this comment: it breaks the rule' : 'Delete my comment'}
            onClick={() => setSure(true)}
          >
            <Trash2 size={14} aria-hidden="true" />
          </button>
        )}
      </span>
    </div>
  );
}

/** Everything under one comment: what it was made on, what was answered, and what can be done with it. */
export function Thread({ room, comment }: { readonly room: CritiqueRoom; readonly comment: Shown }): JSX.Element {
  const runtime = useRuntime();
  useStore(room.store, (state) => state.phase);
  useStore(room.store, (state) => state.role);
  const actions = useMemo(() => threadActions(runtime, room, comment), [runtime, room, comment]);
  const names = useAliases(room);
  const [editing, setEditing] = useState(false);
  if (!comment.heard && !comment.mine) {
    return (
      <div className={thread['thread']}>
        {room.can('comment.hear') ? (
          <Button size="xs" onClick={() => void actions.hear()}>
            Yes, hear it
          </Button>
        ) : (
          <p className={thread['note']}>The presenter opens it, or leaves it closed.</p>
        )}
      </div>
    );
  }
  return (
    <div className={thread['thread']} data-thread={comment.id}>
      {editing && (
        <EditField
          label="My comment"
          text={comment.text}
          names={names}
          onSave={(text) => actions.edit(text)}
          onClose={() => setEditing(false)}
        />
      )}
      <Facts comment={comment} />
      {comment.proposal !== null && (
        <Suspense fallback={null}>
          <ProposalCard comment={comment} />
        </Suspense>
      )}
      {comment.alike.length > 0 && (
        <ul className={thread['alike']} aria-label="Says the same">
          {comment.alike.map((other) => (
            <li key={other.id}>
              {other.text}
              {room.can('comment.group') && (
                <button type="button" onClick={() => void actions.ungroup(other.id)}>
                  Take apart
                </button>
              )}
            </li>
          ))}
        </ul>
      )}
      {comment.frozen !== null && <FrozenPicture frozen={comment.frozen} />}
      <Replies room={room} comment={comment} actions={actions} />
      <Buttons room={room} comment={comment} actions={actions} onEdit={() => setEditing(true)} />
    </div>
  );
}
