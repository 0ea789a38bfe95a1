import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Id } from '#shared/board/model.ts';
import type { BoardRuntime, OtherPerson } from '../session/runtime.ts';
import { presenterAmong, turnOf } from '../states/follow-state.ts';
import { showState } from '../states/show-state.ts';
import { placeOfSlide, type Slide, slideSentence, slidesOf } from './slides.ts';

export interface PresentState {
  readonly slides: readonly Slide[];
  readonly place: number;
  /** I lead: the others see what I show. Otherwise I see what the leader shows. */
  readonly leads: boolean;
  /** Who leads when it is not me. */
  readonly leader: OtherPerson | null;
  /** Nothing shows but paper. */
  readonly blank: boolean;
  readonly grid: boolean;
  readonly laser: boolean;
  /** When it began, in milliseconds since 1970. */
  readonly started: number;
  /** How many follow the one who leads. */
  readonly followers: number;
  /** What the last step says to those who do not see it. */
  readonly said: string;
}

export type Step = 'next' | 'previous' | 'first' | 'last' | 'blank' | 'grid' | 'laser' | 'take-over' | 'end';

export interface Presentation {
  readonly store: StoreApi<PresentState>;
  /** Shows a slide by its place; out of bounds is the nearest. */
  go(place: number): void;
  step(step: Step): void;
  /** Ends it, whatever is open. */
  leave(): void;
  destroy(): void;
}

/** Keys of a presentation; clickers send the page keys. `null` for every other. */
export function stepOf(event: Pick<KeyboardEvent, 'key' | 'code' | 'ctrlKey' | 'metaKey' | 'altKey'>): Step | null {
  if (event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case 'ArrowRight':
    case 'ArrowDown':
    case 'PageDown':
    case ' ':
    case 'Enter':
      return 'next';
    case 'ArrowLeft':
    case 'ArrowUp':
    case 'PageUp':
    case 'Backspace':
      return 'previous';
    case 'Home':
      return 'first';
    case 'End':
      return 'last';
    case 'Escape':
      return 'end';
    case '.':
      return 'blank';
    default:
  }
  // By the physical place where a layout has no such letter.
  const letter = /^[a-z]$/i.test(event.key) ? event.key.toUpperCase() : event.code.replace('Key', '');
  const letters: Readonly<Record<string, Step>> = { B: 'blank', G: 'grid', L: 'laser', T: 'take-over' };
  return letters[letter] ?? null;
}

interface Options {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Leaves the full screen. */
  readonly end: () => void;
}

/**
 * One presentation of an open board in this window: which slide shows, who leads, and what the others are told. It works from
 * the document alone: without a line everything goes on but the others' following.
 */
export function startPresentation(runtime: BoardRuntime, { now, end }: Options): Presentation {
  const { room, view } = runtime;
  const mine = runtime.editor.doc.clientID;
  const mayLead = runtime.can('board.edit');
  const slides = slidesOf(view.board);
  const { selection, following } = runtime.ui.getState();
  // Begun from a frame that is selected, it starts there.
  const from = slides.findIndex(({ frame }) => frame !== null && selection.has(frame));
  const first = presenterAmong(room.others);
  const store = createStore<PresentState>()(() => ({
    slides,
    place: Math.max(0, from),
    leads: first === null,
    leader: first,
    blank: false,
    grid: false,
    laser: false,
    started: now(),
    followers: 0,
    said: '',
  }));
  let turn = turnOf(first ?? undefined);
  if (first === null) turn = 1;
  runtime.ui.setState({
    selection: new Set<Id>(),
    tool: { tool: 'select' },
    overlay: { type: 'none' },
    following: null,
    comparison: null,
    ghosts: null,
  });

  const tell = (): void => {
    const { leads, slides: all, place, leader } = store.getState();
    const frame = all[place]?.frame ?? null;
    room.show({
      presenting: leads && mayLead ? { frame, turn } : undefined,
      following: leads ? null : (leader?.client ?? null),
    });
  };
  const show = (place: number): void => {
    const { slides: all } = store.getState();
    const next = Math.max(0, Math.min(place, all.length - 1));
    const slide = all[next];
    if (slide?.state !== null && slide?.state !== undefined) showState(runtime, slide.state);
    store.setState({ place: next, blank: false, said: slideSentence(view.board, all, next) });
    tell();
  };
  /** A step of mine takes the lead back when nobody has it; while somebody leads it is theirs to step. */
  const go = (place: number): void => {
    const { leads, leader } = store.getState();
    if (!leads && leader !== null) return;
    if (!leads) {
      turn += 1;
      store.setState({ leads: true });
    }
    show(place);
  };
  const takeOver = (): void => {
    const { leads, place } = store.getState();
    if (leads || !mayLead) return;
    turn = turnOf(presenterAmong(room.others) ?? undefined) + 1;
    store.setState({ leads: true, leader: null });
    show(place);
  };
  const onBoard = (): void => {
    const before = store.getState();
    const next = slidesOf(view.board);
    const frame = before.slides[before.place]?.frame ?? null;
    store.setState({ slides: next, place: placeOfSlide(next, frame, before.place) });
  };
  const onRoom = (): void => {
    const { leads, leader } = store.getState();
    const others = room.others;
    const presenter = presenterAmong(others);
    const over = turnOf(presenter ?? undefined) - turn;
    // Two who began at the same moment: the smaller number leads.
    const yields = presenter !== null && (over > 0 || (over === 0 && presenter.client < mine));
    if (leads && mayLead && yields) {
      store.setState({ leads: false, leader: presenter, laser: false });
      runtime.notify(`${presenter.presence.user.alias} presents now. Press T to take over.`);
      tell();
    }
    const state = store.getState();
    const leading = state.leads ? null : presenter;
    if (!state.leads && leading?.client !== leader?.client) {
      store.setState({ leader: leading });
      tell();
    }
    if (leading !== null) {
      const frame = leading.presence.presenting?.frame ?? null;
      const shown = leading.presence.state ?? 'now';
      const place = placeOfSlide(state.slides, frame, state.place);
      if (place !== state.place) {
        store.setState({ place, said: slideSentence(view.board, state.slides, place) });
      }
      if (view.state !== shown) showState(runtime, shown);
    }
    const led = state.leads ? mine : leading?.client;
    const followers = others.filter(({ presence }) => presence.following === led).length + (state.leads ? 0 : 1);
    if (followers !== store.getState().followers) store.setState({ followers: led === undefined ? 0 : followers });
  };
  const stops = [view.subscribe(onBoard), room.subscribe(onRoom)];
  if (following !== null && first === null) runtime.ui.setState({ announcement: 'You no longer follow.' });
  if (first === null) show(store.getState().place);
  else tell();
  onRoom();

  const step = (name: Step): void => {
    const { place, slides: all, blank, grid, laser } = store.getState();
    const acts: Readonly<Record<Step, () => void>> = {
      next: () => go(place + 1),
      previous: () => go(place - 1),
      first: () => go(0),
      last: () => go(all.length - 1),
      blank: () => store.setState({ blank: !blank, said: blank ? 'The slide shows.' : 'The screen is blank.' }),
      grid: () => store.setState({ grid: !grid }),
      laser: () => {
        if (laser) room.show({ laser: undefined });
        store.setState({ laser: !laser, said: laser ? 'Laser off.' : 'Laser on.' });
      },
      'take-over': takeOver,
      end: () => (grid ? store.setState({ grid: false }) : end()),
    };
    acts[name]();
  };
  return {
    store,
    go,
    step,
    leave: end,
    destroy() {
      for (const stop of stops) stop();
      room.show({ presenting: undefined, laser: undefined, following: null });
    },
  };
}
