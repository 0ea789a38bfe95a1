import type { Id } from '#shared/board/model.ts';
import type { CommandOf } from '#shared/critique/commands.ts';
import { commentLinkHash } from '../../links/comment-link.ts';
import { newId } from '../../session/new-id.ts';
import type { BoardRuntime } from '../../session/runtime.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import type { Shown } from './comment-list.ts';
import { keepReply } from './drafts.ts';

export type ThreadState = CommandOf<'comment.state'>['state'];

const STATE_WORDS: Readonly<Record<ThreadState, string>> = {
  open: 'Open again.',
  answered: 'Marked as answered.',
  passed: 'Passed: it stays open on purpose.',
  resolved: 'Resolved.',
};

/** What can be done with one thread. Each says what it did once the server has taken it. */
export function threadActions(runtime: BoardRuntime, room: CritiqueRoom, comment: Shown) {
  const say = (announcement: string): void => runtime.ui.setState({ announcement });
  const { id } = comment;
  return {
    async reply(text: string): Promise<boolean> {
      const words = text.trim();
      if (words === '') return false;
      const reply = newId();
      if (!(await room.send({ type: 'comment.reply', on: id, id: reply, text: words }))) return false;
      keepReply(room, id, '');
      room.ui.setState(({ read }) => ({ read: new Set([...read, reply]) }));
      say('Reply sent.');
      return true;
    },
    async same(): Promise<void> {
      const on = !comment.sameByMe;
      if (await room.send({ type: 'comment.same', id, on })) say(on ? 'You said: we do this too.' : 'Taken back.');
    },
    async state(state: ThreadState): Promise<void> {
      if (await room.send({ type: 'comment.state', id, state })) say(STATE_WORDS[state]);
    },
    async hear(): Promise<void> {
      if (await room.send({ type: 'comment.hear', id })) say('The opinion is open.');
    },
    async edit(text: string): Promise<boolean> {
      if (!(await room.send({ type: 'comment.edit', id, text: text.trim() }))) return false;
      say('Changed.');
      return true;
    },
    async remove(): Promise<void> {
      if (!(await room.send({ type: 'comment.delete', id }))) return;
      if (room.ui.getState().open === id) room.ui.setState({ open: null });
      say('The comment is deleted.');
    },
    async editReply(reply: Id, text: string): Promise<boolean> {
      if (!(await room.send({ type: 'reply.edit', on: id, id: reply, text: text.trim() }))) return false;
      say('Changed.');
      return true;
    },
    async removeReply(reply: Id): Promise<void> {
      if (await room.send({ type: 'reply.delete', on: id, id: reply })) say('The reply is deleted.');
    },
    async ungroup(other: Id): Promise<void> {
      if (await room.send({ type: 'comment.ungroup', id: other })) say('Taken apart.');
    },
    async copyLink(): Promise<void> {
      const { origin, pathname } = window.location;
      const path = pathname.replace(/\/present$/, '');
      await navigator.clipboard.writeText(`${origin}${path}${commentLinkHash(id)}`);
      runtime.notify('The link to this comment is copied. It opens for members of this council only.');
    },
  };
}

export type ThreadActions = ReturnType<typeof threadActions>;
