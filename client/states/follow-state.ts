import type { BoardRuntime, OtherPerson } from '../session/runtime.ts';
import { showState } from './show-state.ts';
import { otherState } from './state-commands.ts';

/** The person who presents at this moment, or `null`: of two, who took over from the other. */
export function presenterAmong(others: readonly OtherPerson[]): OtherPerson | null {
  const presenting = others.filter(({ presence }) => presence.presenting !== undefined);
  const left = new Set(presenting.flatMap(({ presence }) => presence.presenting?.after ?? []));
  return presenting.find(({ client }) => !left.has(client)) ?? presenting[0] ?? null;
}

/** Shows the others which state I look at, and me the state of whom I follow; followers go over to who takes over. */
export function watchStates(runtime: BoardRuntime, lookAt: (state: BoardRuntime['view']['state']) => void): () => void {
  const { room, ui, view } = runtime;
  /** State of the leader that was shown last: who steps elsewhere by hand is not pulled back. */
  let led: string | null = null;
  let told: number | null = null;
  const follow = (): void => {
    const { following, presenting } = ui.getState();
    const presenter = presenterAmong(room.others);
    if (presenter?.client !== told) {
      told = presenter?.client ?? null;
      if (presenter !== null && following === null && !presenting && presenter.presence.presenting?.after === null) {
        const { alias } = presenter.presence.user;
        runtime.notify(`${alias} presents.`, {
          label: 'Follow',
          run: () => ui.setState({ following: presenter.client, announcement: `Following ${alias}.` }),
        });
      }
    }
    if (following === null) {
      led = null;
      return;
    }
    if (presenter !== null && presenter.client !== following && presenter.presence.presenting?.after === following) {
      ui.setState({ following: presenter.client, announcement: `${presenter.presence.user.alias} presents now.` });
      return;
    }
    const leader = room.others.find(({ client }) => client === following);
    if (leader === undefined) return;
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
      if (now.following !== before.following) follow();
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
