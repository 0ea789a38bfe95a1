import { ActionIcon, Button } from '@mantine/core';
import { ArrowUp, Pencil, Trash2 } from 'lucide-react';
import { type JSX, useState } from 'react';
import { useStore } from 'zustand';
import type { Reply } from '#shared/critique/comment.ts';
import { WhoShape } from '../../canvas/WhoShape.tsx';
import { useRuntime } from '../../session/runtime.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import composer from './Composer.module.css';
import type { Shown } from './comment-list.ts';
import { keepReply, keptReply } from './drafts.ts';
import { EditField } from './EditField.tsx';
import { MentionField } from './MentionField.tsx';
import thread from './Thread.module.css';
import type { ThreadActions } from './thread-actions.ts';
import { useAliases } from './use-aliases.ts';
import { whenWords } from './when.ts';

interface Props {
  readonly room: CritiqueRoom;
  readonly comment: Shown;
  readonly actions: ThreadActions;
}

function OneReply(props: Props & { readonly reply: Reply; readonly mine: boolean }): JSX.Element {
  const { room, reply, mine, actions } = props;
  const names = useAliases(room);
  const [editing, setEditing] = useState(false);
  const may = mine && room.can('comment.edit');
  return (
    <li className={thread['reply']} data-spoken={reply.by !== null}>
      <p className={thread['by']}>
        {reply.by === null ? (
          <span>{mine ? 'You, without a name' : 'No author'}</span>
        ) : (
          <>
            <span style={{ color: `var(--who-${reply.by.who})` }}>
              <WhoShape who={reply.by.who} size={11} />
            </span>
            <strong>{reply.by.alias}</strong>
            <span>{reply.by.as}</span>
          </>
        )}
        <span>· {whenWords(reply.at, room.now())}</span>
        {reply.edited && <span>· changed</span>}
        {(may || room.can('comment.remove')) && !editing && (
          <span className={thread['own']}>
            {may && (
              <ActionIcon variant="subtle" size={22} aria-label="Change my reply" onClick={() => setEditing(true)}>
                <Pencil size={12} />
              </ActionIcon>
            )}
            <ActionIcon
              variant="subtle"
              size={22}
              aria-label={may ? 'Delete my reply' : 'Remove this reply'}
              onClick={() => void actions.removeReply(reply.id)}
            >
              <Trash2 size={12} />
            </ActionIcon>
          </span>
        )}
      </p>
      {editing ? (
        <EditField
          label="My reply"
          text={reply.text}
          names={names}
          onSave={(text) => actions.editReply(reply.id, text)}
          onClose={() => setEditing(false)}
        />
      ) : (
        <p className={thread['text']}>{reply.text}</p>
      )}
    </li>
  );
}

/** What was answered, oldest first, and the field for one's own reply. */
export function Replies({ room, comment, actions }: Props): JSX.Element | null {
  const runtime = useRuntime();
  const mine = useStore(room.store, (state) => state.mine?.replies);
  const names = useAliases(room);
  const [text, setText] = useState(() => keptReply(room, comment.id));
  const [sending, setSending] = useState(false);
  const may = room.can('comment.reply') && !comment.held;
  const write = (next: string): void => {
    setText(next);
    keepReply(room, comment.id, next);
  };
  const send = (): void => {
    if (text.trim() === '' || sending) return;
    setSending(true);
    actions.reply(text).then(
      (taken) => {
        setSending(false);
        if (taken) setText('');
      },
      (error: unknown) => {
        setSending(false);
        runtime.notify(error instanceof Error ? error.message : 'The reply was not sent. Try again.');
      },
    );
  };
  const replies = [comment, ...comment.alike].flatMap((one) => one.replies).sort((a, b) => a.at - b.at);
  return (
    <>
      {replies.length > 0 && (
        <ul className={thread['replies']} aria-label="Replies">
          {replies.map((reply) => (
            <OneReply
              key={reply.id}
              room={room}
              comment={comment}
              actions={actions}
              reply={reply}
              mine={mine?.includes(reply.id) === true}
            />
          ))}
        </ul>
      )}
      {may && (
        <div className={composer['write']}>
          <MentionField
            label="Reply"
            placeholder={comment.kind === 'question' ? 'Answer, or ask without judging' : 'Reply'}
            value={text}
            names={names}
            onChange={write}
            onSend={send}
          />
          <Button
            className={composer['send'] ?? ''}
            size="sm"
            px={10}
            aria-label="Send the reply"
            loading={sending}
            onClick={send}
          >
            <ArrowUp size={16} aria-hidden="true" />
          </Button>
        </div>
      )}
    </>
  );
}
