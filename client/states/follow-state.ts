import type { StateId } from '#shared/board/model.ts';
import type { BoardRuntime, OtherPerson } from '../session/runtime.ts';
import { showState } from './show-state.ts';
import { otherState } from './state-commands.ts';

/** Turn of somebody who presents; 0 for who does not. */
export const turnOf = (person: OtherPerson | undefined): number => person?.presence.presenting?.turn ?? 0;

/** The person who presents at this moment, or `null`: of several the one who took over last. */
export function presenterAmong(others: readonly OtherPerson[]): OtherPerson | null {
  const presenting = others.filter((one) => turnOf(one) > 0);
  return presenting.sort((a, b) => turnOf(b) - turnOf(a) || a.client - b.client)[0] ?? null;
}

/** Milliseconds within which a leader who lost the line is followed again when they are back. */
const BACK = 5 * 60_000;

/**
 * Shows the others which state I look at, and me the state of whom I follow. Followers of a presentation go over to who takes
 * over, and come back to a presenter whose line was lost for a while.
 */
export function watchStates(runtime: BoardRuntime, lookAt: (state: StateId) => void): () => void {
  const { room, ui, view } = runtime;
  /** State of the leader that was shown last: who steps elsewhere by hand is not pulled back. */
  let led: string | null = null;
  let told: number | null = null;
  /** Turn of the presentation I follow. */
  let turn = 0;
  let lost: { readonly client: number; readonly at: number } | null = null;

  const offer = (presenter: OtherPerson | null): void => {
    if (presenter?.client === told) return;
    told = presenter?.client ?? null;
    const { following, presenting } = ui.getState();
    if (presenter === null || following !== null || presenting || turnOf(presenter) !== 1) return;
    const { alias } = presenter.presence.user;
    runtime.notify(`${alias} presents.`, {
      label: 'Follow',
      run: () => ui.setState({ following: presenter.client, announcement: `Following ${alias}.` }),
    });
  };
  const follow = (): void => {
    const { following, presenting } = ui.getState();
    const presenter = presenterAmong(room.others);
    if (lost !== null && following === null && !presenting && presenter?.client === lost.client) {
      const { at } = lost;
      lost = null;
      told = presenter.client;
      if (performance.now() - at < BACK) {
        ui.setState({ following: presenter.client, announcement: `Following ${presenter.presence.user.alias} again.` });
        return;
      }
    }
    offer(presenter);
    if (following === null) {
      led = null;
      turn = 0;
      return;
    }
    if (presenter !== null && presenter.client !== following && turn > 0 && turnOf(presenter) > turn) {
      turn = turnOf(presenter);
      ui.setState({ following: presenter.client, announcement: `${presenter.presence.user.alias} presents now.` });
      return;
    }
    const leader = room.others.find(({ client }) => client === following);
    if (leader === undefined) return;
    if (turnOf(leader) > 0) turn = turnOf(leader);
    const state = leader.presence.state ?? 'now';
    const key = `${following} ${state}`;
    if (key === led) return;
    led = key;
    showState(runtime, state);
  };
  const stops = [
    view.subscribe(() => lookAt(view.state)),
    room.subscribe(follow),
    ui.subscribe((now, before) => {
      if (now.following === before.following) return;
      const { following: left } = before;
      const gone = left !== null && now.following === null && !room.others.some(({ client }) => client === left);
      if (gone && turn > 0) lost = { client: left, at: performance.now() };
      else if (!gone) lost = null;
      follow();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

/** Keeps the ghosts of another state under the drawing as that state changes, and takes them away with it. */
export function watchGhosts(runtime: BoardRuntime): () => void {
  const { ui, view, editor } = runtime;
  const put = (): void => {
    const { ghosts, comparison } = ui.getState();
    if (ghosts === null) return;
    // Seen from itself a state has no ghosts: then the other one shows.
    const of = ghosts === view.state ? otherState(runtime) : ghosts;
    const before = of === null ? null : view.readState(of);
    const title = view.states.find(({ id }) => id === of)?.title ?? '';
    if (before === null) ui.setState({ ghosts: null });
    else if (comparison?.before !== before) ui.setState({ comparison: { before, title, as: 'ghosts' } });
  };
  const stops = [
    view.subscribe(put),
    ui.subscribe((now, before) => {
      if (now.ghosts === before.ghosts) return;
      if (now.ghosts === null && now.comparison?.as === 'ghosts') ui.setState({ comparison: null });
      put();
    }),
  ];
  editor.doc.on('afterAllTransactions', put);
  return () => {
    for (const stop of stops) stop();
    editor.doc.off('afterAllTransactions', put);
  };
}
