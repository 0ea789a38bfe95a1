import { PanelsTopLeft, Play, SquarePlus } from 'lucide-react';
import { type Command, defineCommand } from '../commands/define-command.ts';
import { attempt } from '../gestures/attempt.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { showState } from '../states/show-state.ts';
import { framesInOrder } from './slides.ts';

/** Puts the page on the full screen where the browser lets it; it presents in the window otherwise. */
function fullScreen(): void {
  if (!document.fullscreenEnabled || document.fullscreenElement !== null) return;
  document.documentElement.requestFullscreen().catch((error: unknown) => {
    // A browser may refuse without a key or click of the person: the window is enough then.
    if (!(error instanceof TypeError)) throw error;
  });
}

/** Makes a frame of what the window shows, in the shape of a slide. */
export function frameFromView(runtime: BoardRuntime): void {
  const seen = runtime.control?.visible();
  if (seen === undefined) return;
  const w = Math.round(Math.min(seen.w, (seen.h * 16) / 9) * 0.86);
  const h = Math.round((w * 9) / 16);
  const box = { x: Math.round(seen.x + (seen.w - w) / 2), y: Math.round(seen.y + (seen.h - h) / 2), w, h };
  const title = `Frame ${runtime.view.board.frames.size + 1}`;
  const { state, states } = runtime.view;
  const id = attempt(runtime, () =>
    runtime.editor.addFrame({ title, ...box, ...(states.length > 1 ? { state } : {}) }),
  );
  if (id !== null) runtime.ui.setState({ selection: new Set([id]), announcement: `${title} is added.` });
}

const PRESENT = defineCommand({
  id: 'present.start',
  title: 'Present',
  group: 'Board',
  keys: ['Alt+P'],
  icon: Play,
  words: 'full screen slides slideshow show frames',
  run({ runtime }) {
    fullScreen();
    runtime.ui.setState({ presenting: true });
  },
});

const FRAMES = defineCommand({
  id: 'present.frames',
  title: 'Frames: show, hide the list',
  group: 'Board',
  keys: ['Alt+Shift+F'],
  icon: PanelsTopLeft,
  words: 'slides order notes panel',
  run: ({ runtime }) =>
    runtime.ui.setState(({ dock }) => ({
      dock: dock === 'frames' ? null : ('frames' as const),
      quiet: false,
    })),
});

const FROM_VIEW = defineCommand({
  id: 'present.frame-from-view',
  title: 'New frame from this view',
  group: 'Board',
  icon: SquarePlus,
  words: 'slide window 16:9',
  needs: 'board.edit',
  contextMenu: 'board',
  run: ({ runtime }) => frameFromView(runtime),
});

const byStep = (runtime: BoardRuntime, by: number): void => {
  const frames = framesInOrder(runtime.view.board);
  const at = frames.findIndex(({ id }) => runtime.ui.getState().selection.has(id));
  const next = frames[at < 0 ? 0 : (at + by + frames.length) % frames.length];
  if (next === undefined) return;
  runtime.ui.setState({ selection: new Set([next.id]), announcement: `${next.title || 'Untitled'}.` });
  if (next.state !== undefined) showState(runtime, next.state);
  runtime.control?.fit({ ids: [next.id] });
};

const NEXT_FRAME = defineCommand({
  id: 'present.next-frame',
  title: 'Go to the next frame',
  group: 'Look',
  icon: PanelsTopLeft,
  words: 'slide jump',
  enabled: ({ runtime }) => runtime.view.board.frames.size > 0,
  run: ({ runtime }) => byStep(runtime, 1),
});

/** Presenting and frames. */
export const PRESENT_COMMANDS: readonly Command[] = [PRESENT, FRAMES, FROM_VIEW, NEXT_FRAME];
