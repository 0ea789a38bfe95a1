import type { Id } from '../../board/model.ts';
import type { CommandOf, NewComment } from '../commands.ts';
import { isHeardAtOnce } from '../hearing.ts';
import { commentKind } from '../kinds.ts';
import { isRunning, phaseOf, slotOfBoard } from '../program.ts';
import { type Critique, type KeptComment, toMinute, withEntry, withoutEntry } from '../state.ts';
import { visibleTo } from './command-actions.ts';
import {
  becomes,
  type Context,
  type Decision,
  firstProblem,
  idProblem,
  LENGTH,
  refused,
  textProblem,
} from './context.ts';
import { withoutMember } from './group.ts';

/** A flood is stopped here; nobody has this much to say about one board. */
const MOST_OPEN = 300;
const MOST_MENTIONS = 20;

export const NO_COMMENT = 'This comment is no longer there. Its author or the convenor removed it.';

export const withComment = (critique: Critique, comment: KeptComment): Critique => ({
  ...critique,
  comments: withEntry(critique.comments, comment.id, comment),
});

/** Runs with a comment that everybody may read, or refuses: one that is held is, to others, not there. */
export function onShown({ critique, actor }: Context, id: Id, run: (comment: KeptComment) => Decision): Decision {
  const comment = visibleTo(critique, actor.id, id);
  if (comment === null) return refused(NO_COMMENT);
  return comment.shown ? run(comment) : refused('Nobody else sees this comment yet. Wait until its time comes.');
}

/** Runs with a comment whose words everybody may read. */
export const onHeard = (context: Context, id: Id, run: (comment: KeptComment) => Decision): Decision =>
  onShown(context, id, (comment) =>
    comment.heard ? run(comment) : refused('This opinion waits until the presenter wants to hear it.'),
  );

function problemOf({ critique, actor, world }: Context, comment: NewComment): string | null {
  const { id, board, kind, text, anchor, word, friction, mentions } = comment;
  // “We do this too” and another word for a symbol say enough by themselves.
  const mayBeEmpty = kind === 'same-here' || (kind === 'vocabulary' && (word?.term.trim() ?? '') !== '');
  const names = [word?.term, word?.symbol, friction?.kind, 'name' in anchor ? anchor.name : '', ...(mentions ?? [])];
  const mine = [...critique.comments.values()].filter(
    (other) => other.seat === actor.id && other.board === board && other.state === 'open',
  );
  return firstProblem([
    idProblem(id),
    world.boards.some((one) => one.id === board) ? null : 'This board was deleted. Open another.',
    textProblem(text, LENGTH.text, mayBeEmpty),
    firstProblem(names.map((name) => textProblem(name ?? '', LENGTH.line, true))),
    textProblem(word?.meaning ?? '', LENGTH.note, true),
    (mentions ?? []).length > MOST_MENTIONS ? `A comment speaks to at most ${MOST_MENTIONS}. Take some out.` : null,
    mine.length >= MOST_OPEN ? `You have ${MOST_OPEN} open comments on this board. Take some back first.` : null,
  ]);
}

export function addComment(context: Context, { comment }: CommandOf<'comment.add'>): Decision {
  const { critique, actor, world } = context;
  const there = critique.comments.get(comment.id);
  if (there !== undefined) {
    return there.seat === actor.id
      ? becomes(critique)
      : refused('This cannot be an id. Reload the page and try again.');
  }
  const problem = problemOf(context, comment);
  if (problem !== null) return refused(problem);
  const { id, board, kind, anchor, text, friction, word, patch, mentions } = comment;
  const shown = isHeardAtOnce(critique, board, kind);
  const running = isRunning(critique);
  const proposal =
    kind === 'what-if' && patch !== undefined
      ? { patch, changes: world.changes ?? [], status: 'open' as const, answer: null }
      : null;
  return becomes(
    withComment(critique, {
      id,
      board,
      kind,
      anchor,
      text: text.trim(),
      seat: actor.id,
      shown,
      order: world.random(),
      heard: !commentKind(kind).opinion || phaseOf(critique) === 'open',
      at: toMinute(world.now),
      edited: false,
      same: [],
      sameForgotten: 0,
      dots: null,
      replies: [],
      state: 'open',
      stateBy: null,
      group: null,
      slot: running ? (slotOfBoard(critique, board)?.id ?? null) : null,
      friction: kind === 'friction' ? (friction ?? null) : null,
      word: kind === 'vocabulary' ? (word ?? null) : null,
      proposal,
      frozen: world.frozen ?? null,
      mentions: [...new Set(mentions ?? [])],
    }),
  );
}

export function editComment({ critique, actor }: Context, { id, text }: CommandOf<'comment.edit'>): Decision {
  const comment = visibleTo(critique, actor.id, id);
  if (comment === null) return refused(NO_COMMENT);
  if (comment.seat !== actor.id) return refused('Only its author can change a comment. You can reply.');
  const problem = textProblem(text, LENGTH.text);
  if (problem !== null) return refused(problem);
  if (comment.text === text.trim()) return becomes(critique);
  // What nobody has read yet was never another text.
  const edited = comment.edited || (comment.shown && comment.heard);
  return becomes(withComment(critique, { ...comment, text: text.trim(), edited }));
}

/** Taken back by its author, or removed by the convenor: which right that needs was asked before. */
export function deleteComment({ critique, actor }: Context, { id }: CommandOf<'comment.delete'>): Decision {
  const comment = visibleTo(critique, actor.id, id);
  if (comment === null) return becomes(critique);
  const dots = new Map(critique.dots);
  for (const [key, placed] of critique.dots) {
    if (!(id in placed.dots)) continue;
    const { [id]: _gone, ...rest } = placed.dots;
    dots.set(key, { ...placed, dots: rest });
  }
  return becomes({ ...critique, dots, comments: withoutEntry(withoutMember(critique.comments, comment), id) });
}
