import { MantineProvider } from '@mantine/core';
import { act, cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Comment } from '#shared/critique/comment.ts';
import { BottomComposer } from '../../../client/critique/comments/BottomComposer.tsx';
import { CommentsButton } from '../../../client/critique/comments/CommentsButton.tsx';
import { CommentsHost } from '../../../client/critique/comments/CommentsHost.tsx';
import { CommentsPanel } from '../../../client/critique/comments/CommentsPanel.tsx';
import { Composer } from '../../../client/critique/comments/Composer.tsx';
import { CritiqueContext, type CritiqueState } from '../../../client/critique/critique-room.ts';
import { PinTools } from '../../../client/critique/pins/PinTools.tsx';
import { RuntimeContext } from '../../../client/session/runtime.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { emptyPart, type FakeCritique, fakeCritique, sampleComment } from '../../support/fake-critique.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';
import { onElement } from './sample.ts';

let runtime: FakeRuntime;
let room: FakeCritique;
beforeEach(() => {
  stubBrowser();
  window.localStorage.clear();
});
afterEach(cleanup);

function open(what: (room: FakeCritique) => ReactNode, state: Partial<CritiqueState> = {}): void {
  room = fakeCritique(state);
  runtime = Object.assign(createFakeRuntime(room.store.getState().role), { critique: room });
  render(
    <MantineProvider env="test">
      <RuntimeContext value={runtime}>
        <CritiqueContext value={room}>{what(room)}</CritiqueContext>
      </RuntimeContext>
    </MantineProvider>,
  );
}

const panel = (one: FakeCritique): ReactNode => <CommentsPanel room={one} />;
const question = (id: string, more: Partial<Comment> = {}): Comment => sampleComment({ id, kind: 'question', ...more });
const button = (name: string | RegExp): HTMLElement => screen.getByRole('button', { name });

describe('the panel of comments', () => {
  it('THREAD-11 begins with the questions in their phase, numbered, with my dots, and the rest after them', () => {
    open(panel, {
      phase: 'questions',
      comments: [question('a'), sampleComment({ id: 'w', kind: 'works', text: 'It works' }), question('b')],
      mine: emptyPart({ phase: 'questions', dots: { a: 2 } }),
    });
    expect(screen.getByRole('heading', { name: 'Questions' })).toBeInTheDocument();
    expect(screen.getByText('2 of 3 dots placed')).toBeInTheDocument();
    expect(within(screen.getByRole('list', { name: 'Questions' })).getAllByRole('slider')).toHaveLength(2);
    const rest = screen.getByRole('list', { name: 'Other comments' });
    expect(within(rest).getByText('It works')).toBeInTheDocument();
  });

  it('THREAD-12 places dots by keys, within the budget and together with those placed before', () => {
    open(panel, {
      phase: 'questions',
      comments: [question('a'), question('b')],
      mine: emptyPart({ phase: 'questions', dots: { a: 2 } }),
    });
    const second = screen.getAllByRole('slider')[1];
    if (second === undefined) throw new Error('Each question has dots.');
    fireEvent.keyDown(second, { key: 'ArrowRight' });
    expect(room.sent).toEqual([{ type: 'dots.place', board: 'board', dots: { a: 2, b: 1 } }]);
    act(() => room.store.setState({ mine: emptyPart({ phase: 'questions', dots: { a: 2, b: 1 } }) }));
    fireEvent.keyDown(second, { key: 'ArrowRight' });
    expect(room.sent).toHaveLength(1);
  });

  it('THREAD-13 opens a thread: replies with who spoke as what, the field, and what can be done', async () => {
    const by = { alias: 'Org B', who: 'b', as: 'presenter' as const };
    const reply = { id: 'r', text: 'A seat, and no budget.', by, at: 0, edited: false };
    open(panel, { comments: [question('a', { replies: [reply], same: 3 })] });
    fireEvent.click(button(/What decides the order/));
    expect(room.ui.getState().open).toBe('a');
    expect([...room.ui.getState().read].sort()).toEqual(['a', 'r']);
    expect(screen.getByText('A seat, and no budget.')).toBeInTheDocument();
    expect(screen.getByText('Org B')).toBeInTheDocument();
    fireEvent.click(button('Same here 3'));
    expect(room.sent).toEqual([{ type: 'comment.same', id: 'a', on: true }]);
    const field = screen.getByRole('textbox', { name: 'Reply' });
    fireEvent.change(field, { target: { value: 'And who pays?' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(room.sent[1]).toMatchObject({ type: 'comment.reply', on: 'a', text: 'And who pays?' });
    await waitFor(() => expect(field).toHaveValue(''));
  });

  it('THREAD-14 tells who changed what became of it, and lets who may open it again', () => {
    open(panel, {
      role: 'scribe',
      comments: [question('a', { state: 'answered', stateBy: { alias: 'Org A', at: 0 } })],
    });
    fireEvent.click(button(/What decides the order/));
    expect(screen.getByText(/Answered by Org A/)).toBeInTheDocument();
    fireEvent.click(button('Open again'));
    expect(room.sent).toEqual([{ type: 'comment.state', id: 'a', state: 'open' }]);
  });

  it('THREAD-15 says of an opinion only that it waits; the presenter alone can hear it', () => {
    const waiting = sampleComment({ id: 'o', kind: 'wish', heard: false, text: '', anchor: onElement('x', 'Web') });
    open(panel, { phase: 'opinions', comments: [waiting] });
    fireEvent.click(button(/An opinion about Web waits/));
    expect(screen.queryByRole('button', { name: 'Yes, hear it' })).toBeNull();
    expect(screen.queryByRole('textbox', { name: 'Reply' })).toBeNull();
    cleanup();
    open(panel, { phase: 'opinions', role: 'convenor', comments: [waiting] });
    fireEvent.click(button(/An opinion about Web waits/));
    fireEvent.click(button('Yes, hear it'));
    expect(room.sent).toEqual([{ type: 'comment.hear', id: 'o' }]);
  });

  it('THREAD-16 lets its author change and delete it, and nobody else', async () => {
    const mine = question('a', { text: 'My words' });
    open(panel, {
      comments: [mine, question('b', { text: 'Other words' })],
      mine: emptyPart({ comments: [{ ...mine, held: false }] }),
    });
    fireEvent.click(button(/Other words/));
    expect(screen.queryByRole('button', { name: 'Change my comment' })).toBeNull();
    fireEvent.click(button(/My words/));
    fireEvent.click(button('Change my comment'));
    const field = screen.getByRole('textbox', { name: 'My comment' });
    fireEvent.change(field, { target: { value: 'Better words' } });
    fireEvent.click(button('Save'));
    expect(room.sent).toEqual([{ type: 'comment.edit', id: 'a', text: 'Better words' }]);
    await waitFor(() => expect(screen.queryByRole('textbox', { name: 'My comment' })).toBeNull());
    fireEvent.click(button('Delete my comment'));
    expect(room.sent).toHaveLength(1);
    fireEvent.click(button('Delete for good'));
    expect(room.sent[1]).toEqual({ type: 'comment.delete', id: 'a' });
  });

  it('THREAD-17 lets the scribe put like comments together', () => {
    open(panel, { role: 'scribe', comments: [question('a', { text: 'One' }), question('b', { text: 'Two' })] });
    fireEvent.click(button('Put like comments together'));
    fireEvent.click(screen.getByRole('checkbox', { name: 'Choose: One' }));
    expect(button('Put 1 together')).toBeDisabled();
    fireEvent.click(screen.getByRole('checkbox', { name: 'Choose: Two' }));
    fireEvent.click(button('Put 2 together'));
    expect(room.sent).toEqual([{ type: 'comment.group', ids: ['a', 'b'] }]);
  });

  it('THREAD-18 gives an observer everything to read and nothing to press', () => {
    open((one) => [panel(one), <PinTools key="tools" room={one} />], { role: 'observer', comments: [question('a')] });
    fireEvent.click(button(/What decides the order/));
    for (const name of [/Same here/, 'Answered', 'Pass', 'Send the reply', 'Comment', 'Ask']) {
      expect(screen.queryByRole('button', { name })).toBeNull();
    }
    expect(screen.queryByRole('toolbar', { name: 'Pins' })).toBeNull();
    expect(button('Copy a link to this comment')).toBeInTheDocument();
  });

  it('THREAD-19 says in words why it is empty', () => {
    open(panel);
    expect(screen.getByText(/No comments yet/)).toBeInTheDocument();
    cleanup();
    open(panel, { phase: 'read' });
    expect(screen.getByText(/Nobody sees a pin yet/)).toBeInTheDocument();
    cleanup();
    open(panel, { comments: [question('a')] });
    act(() => room.ui.setState({ filter: { kinds: new Set(['works']), state: 'all', text: '' } }));
    expect(screen.getByText('No comment fits the filter.')).toBeInTheDocument();
  });

  it('THREAD-20 counts unread comments on its button and before the title of the page', async () => {
    document.title = 'Board · Orgora';
    open(() => [<CommentsButton key="b" />, <CommentsHost key="h" />], { comments: [question('a'), question('b')] });
    expect(button('Comments, 2 unread')).toBeInTheDocument();
    await waitFor(() => expect(document.title).toBe('(2) Board · Orgora'));
    act(() => room.ui.setState({ read: new Set(['a', 'b']) }));
    expect(button('Comments')).toBeInTheDocument();
    await waitFor(() => expect(document.title).toBe('Board · Orgora'));
  });
});

describe('what is heard and seen besides', () => {
  it('THREAD-21 says in sum what others wrote once it is open, and nothing of what was there before', async () => {
    open(() => <CommentsHost />, { phase: 'works', comments: [question('old')] });
    act(() => room.store.setState({ comments: [question('old')] }));
    await waitFor(() => expect(document.title).toMatch(/^\(1\)/));
    const works = ['a', 'b', 'c'].map((id) => sampleComment({ id, kind: 'works' }));
    act(() => room.store.setState({ comments: [question('old'), ...works] }));
    await waitFor(() => expect(runtime.ui.getState().announcement).toBe('3 comments are open now.'));
  });

  it('THREAD-22 closes the thread with Escape, then the list', () => {
    open(panel, { comments: [question('a')] });
    runtime.ui.setState({ dock: 'comments' });
    fireEvent.click(button(/What decides the order/));
    fireEvent.keyDown(button(/What decides the order/), { key: 'Escape' });
    expect(room.ui.getState().open).toBeNull();
    expect(runtime.ui.getState().dock).toBe('comments');
    fireEvent.keyDown(button(/What decides the order/), { key: 'Escape' });
    expect(runtime.ui.getState().dock).toBeNull();
  });
});

describe('writing a comment', () => {
  const write = (
    kind: 'question' | 'friction' | 'vocabulary' | 'same-here',
    state: Partial<CritiqueState> = {},
  ): void => open((one) => <Composer room={one} draft={{ kind, anchor: onElement('x', 'Web') }} />, state);
  const send = (): void => {
    fireEvent.click(button('Send'));
  };

  it('COMMENT-11 sends its kind, place and words, with whom it speaks to', async () => {
    write('question');
    const field = screen.getByRole('textbox', { name: 'Question' });
    expect(field).toHaveAttribute('placeholder', 'Ask without judging');
    fireEvent.change(field, { target: { value: 'Who pays, @presenter?' } });
    fireEvent.keyDown(field, { key: 'Enter' });
    expect(room.sent).toMatchObject([
      {
        type: 'comment.add',
        comment: { board: 'board', kind: 'question', text: 'Who pays, @presenter?', mentions: ['presenter'] },
      },
    ]);
    await waitFor(() => expect(runtime.ui.getState().announcement).toMatch(/^Question on Web pinned\.$/));
  });

  it('COMMENT-12 hints at words that judge, and sends them all the same', () => {
    write('question');
    const field = screen.getByRole('textbox', { name: 'Question' });
    fireEvent.change(field, { target: { value: 'Why don’t you merge them?' } });
    expect(screen.getByText('This judges. Ask what, how, who, when.')).toBeInTheDocument();
    send();
    expect(room.sent).toHaveLength(1);
    fireEvent.change(field, { target: { value: 'What keeps them apart?' } });
    expect(screen.queryByText(/This judges/)).toBeNull();
  });

  it('COMMENT-13 asks a friction for its kind and how grave it is', () => {
    write('friction');
    fireEvent.change(screen.getByRole('textbox', { name: 'Friction' }), {
      target: { value: 'Nobody answers for it.' },
    });
    fireEvent.click(screen.getByRole('radio', { name: /^3/ }));
    send();
    expect(room.sent).toMatchObject([{ comment: { friction: { kind: 'unclear-owner', level: 3 } } }]);
  });

  it('COMMENT-14 asks another word for term, symbol and meaning, and needs the term only', () => {
    write('vocabulary');
    send();
    expect(room.sent).toEqual([]);
    expect(screen.getByText('Write the word you use.')).toBeInTheDocument();
    fireEvent.change(screen.getByRole('textbox', { name: 'Our word' }), { target: { value: 'Hub' } });
    send();
    expect(room.sent).toMatchObject([{ comment: { text: 'We call this Hub.', word: { term: 'Hub' } } }]);
  });

  it('COMMENT-15 sends “we do this too” without a word more', () => {
    write('same-here');
    send();
    expect(room.sent).toMatchObject([{ comment: { kind: 'same-here', text: 'We do this too.' } }]);
  });

  it('COMMENT-16 keeps what was written when it is closed or refused, and not once it is sent', async () => {
    write('question');
    fireEvent.change(screen.getByRole('textbox', { name: 'Question' }), { target: { value: 'How long?' } });
    room.answers = false;
    send();
    await waitFor(() => expect(button('Send')).not.toHaveAttribute('data-loading'));
    expect(screen.getByRole('textbox', { name: 'Question' })).toHaveValue('How long?');
    fireEvent.keyDown(screen.getByRole('textbox', { name: 'Question' }), { key: 'Escape' });
    cleanup();
    write('question');
    expect(screen.getByRole('textbox', { name: 'Question' })).toHaveValue('How long?');
    send();
    await waitFor(() => expect(screen.getByRole('textbox', { name: 'Question' })).toHaveValue(''));
    cleanup();
    write('question');
    expect(screen.getByRole('textbox', { name: 'Question' })).toHaveValue('');
  });

  it('COMMENT-17 says that nobody else sees it yet, and until when', () => {
    write('friction', { phase: 'questions' });
    expect(screen.getByText('Only you see it, held until Imagined failure.')).toBeInTheDocument();
  });

  it('COMMENT-18 offers the kinds in their order, those that wait muted with the word for it', () => {
    open((one) => <PinTools room={one} />, { phase: 'questions' });
    const names = within(screen.getByRole('toolbar', { name: 'Pins' })).getAllByRole('button');
    expect(names.map((one) => one.getAttribute('aria-label'))).toEqual([
      'Question',
      'Same here',
      'Friction, held until Imagined failure',
      'Works',
      'Wish, held until Opinions',
      'What if, held until Opinions',
      'Vocabulary, held until Recap',
    ]);
    fireEvent.click(button('Question'));
    expect(room.ui.getState().pinning).toBe('question');
    expect(button('Question')).toHaveAttribute('aria-pressed', 'true');
    fireEvent.click(button('Question'));
    expect(room.ui.getState().pinning).toBeNull();
  });

  it('COMMENT-19 stands at the bottom of a phone while a session runs, about the row that is chosen', () => {
    open((one) => <BottomComposer room={one} stays />, { phase: 'questions' });
    expect(screen.getByRole('region', { name: 'Comment on the whole board' })).toBeInTheDocument();
    act(() => {
      const id = runtime.add('unit', 'Web');
      runtime.select(id);
    });
    expect(screen.getByRole('region', { name: 'Comment on Web' })).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Close/ })).toBeNull();
  });
});

describe('where there is no drawing', () => {
  it('COMMENT-20 a comment is about the row that is chosen, else about the board', () => {
    open(panel);
    const id = runtime.add('unit', 'Web');
    runtime.ui.setState({ look: 'outline', selection: new Set([id]) });
    fireEvent.click(button('Comment'));
    expect(room.ui.getState()).toMatchObject({ pinning: null, draft: { anchor: { on: 'element', id, name: 'Web' } } });
    act(() => {
      room.ui.setState({ draft: null });
      runtime.select();
    });
    fireEvent.click(button('Comment'));
    expect(room.ui.getState().draft?.anchor).toEqual({ on: 'board' });
  });
});

describe('the list in a session', () => {
  it('THREAD-23 opens by itself once for who does not draw, and stays closed when it was closed', async () => {
    open(() => <CommentsHost />, { phase: 'works' });
    await waitFor(() => expect(runtime.ui.getState().dock).toBe('comments'));
    act(() => runtime.ui.setState({ dock: null }));
    act(() => room.store.setState({ phase: 'answers' }));
    expect(runtime.ui.getState().dock).toBeNull();
    cleanup();
    open(() => <CommentsHost />, { phase: 'works', role: 'convenor' });
    expect(runtime.ui.getState().dock).toBeNull();
  });
});
