import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Presence } from '#shared/protocol/messages.ts';
import { startPresentation, stepOf } from '../../../client/present/presentation.ts';
import {
  elementsIn,
  placeOfSlide,
  placeSlide,
  roomFor,
  slideSentence,
  slidesOf,
} from '../../../client/present/slides.ts';
import type { OtherPerson, Room, Shown } from '../../../client/session/runtime.ts';
import { turnOf, watchGhosts, watchStates } from '../../../client/states/follow-state.ts';
import { glidesBetween, showState, stepSentence } from '../../../client/states/show-state.ts';
import { stubBrowser } from '../../support/browser-stubs.ts';
import { createFakeRuntime, type FakeRuntime } from '../../support/fake-runtime.ts';

/** A room whose others are set by hand. */
function madeRoom() {
  const listeners = new Set<() => void>();
  const shown: Shown[] = [];
  let others: readonly OtherPerson[] = [];
  const room: Room = {
    get others() {
      return others;
    },
    me: null,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    show: (patch) => shown.push(patch),
  };
  const set = (...people: OtherPerson[]): void => {
    others = people;
    for (const listener of [...listeners]) listener();
  };
  return { room, shown, set, last: () => shown.filter((patch) => 'presenting' in patch).at(-1)?.presenting };
}

const NOBODY: Omit<Presence, 'user'> = {
  cursor: null,
  selection: [],
  editing: null,
  viewport: null,
  drag: null,
  following: null,
};

const other = (client: number, part: Partial<Presence> = {}): OtherPerson => ({
  client,
  presence: { user: { seat: `s${client}`, alias: `Org ${client}`, who: 'b', role: 'presenter' }, ...NOBODY, ...part },
});

let runtime: FakeRuntime;
let stage: ReturnType<typeof madeRoom>;

beforeEach(() => {
  stubBrowser();
  stage = madeRoom();
  const made = createFakeRuntime();
  runtime = Object.assign(Object.create(made) as FakeRuntime, { room: stage.room });
  runtime.add('role', 'Head', { x: 0, y: 0 });
  runtime.editor.addFrame({ id: 'b', title: 'Second', x: 0, y: 0, w: 400, h: 300, order: 'c' });
  runtime.editor.addFrame({ id: 'a', title: 'First', subtitle: 'Today', x: -50, y: -50, w: 400, h: 300, order: 'b' });
});
afterEach(() => runtime.destroy());

const start = () => startPresentation(runtime, { now: () => 0, end: () => undefined });

describe('slides', () => {
  it('FRAMES-4 are the frames by order, or the whole board where none is drawn', () => {
    expect(slidesOf(runtime.board).map(({ title, subtitle }) => [title, subtitle])).toEqual([
      ['First', 'Today'],
      ['Second', ''],
    ]);
    runtime.editor.remove(['a', 'b']);
    const [whole, ...more] = slidesOf(runtime.board);
    expect([whole?.frame, more]).toEqual([null, []]);
    expect(elementsIn(runtime.board, whole?.box ?? { x: 0, y: 0, w: 0, h: 0 })).toHaveLength(1);
  });

  it('FRAMES-5 a step says its place, title, line and what is in it', () => {
    expect(slideSentence(runtime.board, slidesOf(runtime.board), 0)).toBe('1 of 2: First. Today. In it: Head.');
    runtime.editor.remove([runtime.named('Head').toString()]);
    expect(slideSentence(runtime.board, slidesOf(runtime.board), 1)).toBe('2 of 2: Second. Nothing is drawn in it.');
  });

  it('FRAMES-6 a slide that goes leaves its place to the next, the last one to the one before', () => {
    const slides = slidesOf(runtime.board);
    expect([placeOfSlide(slides, 'b', 0), placeOfSlide(slides, 'gone', 1), placeOfSlide(slides, 'gone', 7)]).toEqual([
      1, 1, 1,
    ]);
  });

  it.each([
    [1440, 900],
    [390, 844],
  ])('FRAMES-7 a frame fits a window of %i × %i below its title, whole and in the middle', (w, h) => {
    const room = roomFor(w, true, true);
    const { hole } = placeSlide({ x: 100, y: 50, w: 1600, h: 900 }, w, h, room);
    expect(hole.x).toBeGreaterThanOrEqual(room.left - 0.01);
    expect(hole.y).toBeGreaterThanOrEqual(room.top - 0.01);
    expect(hole.x + hole.w).toBeLessThanOrEqual(w - room.right + 0.01);
    expect(hole.y + hole.h).toBeLessThanOrEqual(h - room.bottom + 0.01);
    expect(hole.w / hole.h).toBeCloseTo(16 / 9, 5);
  });
});

describe('a presentation', () => {
  const press = (key: string, code = '') => stepOf({ key, code, ctrlKey: false, metaKey: false, altKey: false });

  it('PRESENT-9 takes arrows, space, clicker and letter keys, also on layouts without these letters, and no shortcuts', () => {
    expect(
      ['ArrowRight', ' ', 'PageDown', 'ArrowLeft', 'PageUp', 'Home', 'End', 'Escape'].map((key) => press(key)),
    ).toEqual(['next', 'next', 'next', 'previous', 'previous', 'first', 'last', 'end']);
    expect([press('b'), press('.'), press('G'), press('и', 'KeyB'), press('x', 'KeyX')]).toEqual([
      'blank',
      'blank',
      'grid',
      'blank',
      null,
    ]);
    expect(stepOf({ key: 'l', code: 'KeyL', ctrlKey: true, metaKey: false, altKey: false })).toBeNull();
  });

  it('PRESENT-10 tells the others which frame shows, and nothing more when it ends', () => {
    const presentation = start();
    expect(stage.last()).toEqual({ frame: 'a', turn: 1 });
    presentation.step('next');
    presentation.step('next');
    expect(stage.last()).toEqual({ frame: 'b', turn: 1 });
    presentation.destroy();
    expect(stage.last()).toBeUndefined();
  });

  it('PRESENT-11 who comes while somebody presents follows, takes over, and yields to the next turn', () => {
    stage.set(other(7, { presenting: { frame: 'b', turn: 1 } }));
    const presentation = start();
    expect(presentation.store.getState()).toMatchObject({ leads: false, place: 1 });
    presentation.step('first');
    expect(presentation.store.getState().place).toBe(1);
    presentation.step('take-over');
    expect(stage.last()).toEqual({ frame: 'b', turn: 2 });
    stage.set(other(7));
    expect(presentation.store.getState().leads).toBe(true);
    stage.set(other(7, { presenting: { frame: 'a', turn: 3 } }));
    expect(presentation.store.getState()).toMatchObject({ leads: false, place: 0 });
    expect([stage.last(), runtime.notices.at(-1)]).toEqual([undefined, 'Org 7 presents now. Press T to take over.']);
  });

  it('PRESENT-12 of two who began at the same moment the smaller number leads', () => {
    const presentation = start();
    stage.set(other(runtime.editor.doc.clientID + 1, { presenting: { frame: 'b', turn: 1 } }));
    expect(presentation.store.getState().leads).toBe(true);
    stage.set(other(runtime.editor.doc.clientID - 1, { presenting: { frame: 'b', turn: 1 } }));
    expect(presentation.store.getState().leads).toBe(false);
  });

  it('PRESENT-13 a frame that somebody removes or adds meanwhile keeps the slide that shows', () => {
    const presentation = start();
    presentation.step('last');
    runtime.editor.addFrame({ id: 'zero', title: 'Zero', x: 0, y: 0, w: 400, h: 300, order: 'a' });
    expect(presentation.store.getState()).toMatchObject({ place: 2 });
    runtime.editor.remove(['b']);
    expect(presentation.store.getState().place).toBe(1);
  });

  it('PRESENT-14 counts who follows', () => {
    const presentation = start();
    const { clientID } = runtime.editor.doc;
    stage.set(other(3, { following: clientID }), other(4), other(5, { following: clientID }));
    expect(presentation.store.getState().followers).toBe(2);
  });
});

describe('following', () => {
  it('PRESENT-15 is offered once, goes over to who takes over, and comes back to who lost the line', () => {
    const stop = watchStates(runtime, () => undefined);
    stage.set(other(7, { presenting: { frame: 'a', turn: 1 } }), other(8));
    stage.set(other(7, { presenting: { frame: 'b', turn: 1 } }), other(8));
    expect(runtime.notices).toEqual(['Org 7 presents.']);
    runtime.ui.setState({ following: 7 });
    stage.set(other(7), other(8, { presenting: { frame: 'b', turn: 2 } }));
    expect(runtime.ui.getState().following).toBe(8);
    stage.set();
    // The canvas ends the following of who is not here.
    runtime.ui.setState({ following: null });
    stage.set(other(8, { presenting: { frame: 'b', turn: 2 } }));
    expect(runtime.ui.getState().following).toBe(8);
    runtime.ui.setState({ following: null });
    stage.set(other(8, { presenting: { frame: 'a', turn: 2 } }));
    expect(runtime.ui.getState().following).toBeNull();
    expect(turnOf(undefined)).toBe(0);
    stop();
  });

  it('STATE-22 shows the state of whom I follow once, and lets me step elsewhere', () => {
    const looked: string[] = [];
    const stop = watchStates(runtime, (state) => looked.push(state));
    runtime.editor.addState('target', 'Target', 'now');
    stage.set(other(7, { state: 'target' }));
    runtime.ui.setState({ following: 7 });
    expect(runtime.view.state).toBe('target');
    runtime.view.show('now');
    stage.set(other(7, { state: 'target', cursor: { x: 1, y: 1 } }));
    expect(runtime.view.state).toBe('now');
    expect(looked).toContain('target');
    stop();
  });
});

describe('stepping between states', () => {
  it('STATE-23 glides what stands elsewhere by id, keeps what is selected and there, and says what is new and gone', () => {
    const head = runtime.named('Head');
    runtime.editor.addState('target', 'Target', 'now');
    const before = runtime.board;
    runtime.view.show('target');
    runtime.editor.move(new Map([[head, { x: 90, y: 10 }]]));
    const added = runtime.add('unit', 'New', { x: 300, y: 0 });
    expect(glidesBetween(before, runtime.board)).toMatchObject([{ id: head, from: { x: 0 }, to: { x: 90 } }]);
    expect(stepSentence('Target', before, runtime.board)).toBe('Target: 2 elements, 1 new, 0 gone.');
    runtime.select(head, added);
    showState(runtime, 'now');
    expect([...runtime.ui.getState().selection]).toEqual([head]);
    expect(runtime.view.state).toBe('now');
  });

  it('STATE-24 ghosts follow the other state as it changes, and go with it', () => {
    const stop = watchGhosts(runtime);
    runtime.editor.addState('target', 'Target', 'now');
    runtime.ui.setState({ ghosts: 'target' });
    const first = runtime.ui.getState().comparison;
    expect([first?.title, first?.as]).toEqual(['Target', 'ghosts']);
    runtime.view.show('target');
    expect(runtime.ui.getState().comparison?.title).toBe('Now');
    runtime.view.show('now');
    runtime.editor.removeState('target');
    expect([runtime.ui.getState().ghosts, runtime.ui.getState().comparison]).toEqual([null, null]);
    stop();
  });
});
