import { ImagePlus, Images, Lock, Trash2 } from 'lucide-react';
import { removeImage, updateImage } from '#shared/board/images.ts';
import { attempt } from '../gestures/attempt.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { imageOf, imagesOf } from '../tracing/images-of.ts';
import { imageAt } from '../tracing/tracing-gesture.ts';
import { type Command, defineCommand } from './define-command.ts';

const shared = {
  group: 'Draw',
  needs: 'board.edit',
  words: 'image picture photo screenshot background trace',
} as const;

/** Lets the person pick a file, as a dialog of the browser. */
function pickFile(accept: string): Promise<File | null> {
  return new Promise((done) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.addEventListener('change', () => done(input.files?.[0] ?? null));
    input.addEventListener('cancel', () => done(null));
    input.click();
  });
}

const ADD = defineCommand({
  ...shared,
  id: 'tracing.add',
  title: 'Add a tracing layer',
  icon: ImagePlus,
  contextMenu: 'board',
  async run({ runtime, at }) {
    const file = await pickFile('image/png,image/jpeg,image/webp,image/svg+xml');
    if (file === null) return;
    const { pasteImage } = await import('../tracing/paste-image.ts');
    await pasteImage(runtime, file, at);
  },
});

const NEXT = defineCommand({
  ...shared,
  id: 'tracing.next',
  title: 'Select the next tracing layer',
  icon: Images,
  enabled: ({ runtime }) => imagesOf(runtime).images.length > 0,
  run({ runtime }) {
    const { images } = imagesOf(runtime);
    const place = images.findIndex((image) => image.id === runtime.ui.getState().tracing);
    const next = images[(place + 1) % images.length];
    if (next === undefined) return;
    const announcement = `Tracing layer ${images.indexOf(next) + 1} of ${images.length}.`;
    runtime.ui.setState({ selection: new Set(), tracing: next.id, announcement });
    runtime.control?.reveal(next);
  },
});

const UNLOCK = defineCommand({
  ...shared,
  id: 'tracing.unlock',
  title: 'Unlock the tracing layer',
  icon: Lock,
  contextMenu: 'board',
  enabled: ({ runtime, at }) => imageAt(runtime, at, true) !== null,
  run({ runtime, at }) {
    const image = imageAt(runtime, at, true);
    if (image === null) return;
    attempt(runtime, () => updateImage(runtime.editor, image.id, { locked: false }));
    runtime.ui.setState({ selection: new Set(), tracing: image.id, announcement: 'Tracing layer unlocked.' });
  },
});

/** Removes the tracing layer that is selected; there is never a selection beside it. Answers whether there was one. */
export function removeTracing(runtime: BoardRuntime): boolean {
  const image = imageOf(runtime, runtime.ui.getState().tracing);
  if (image === null) return false;
  attempt(runtime, () => removeImage(runtime.editor, image.id));
  runtime.ui.setState({ tracing: null, announcement: 'Tracing layer removed.' });
  return true;
}

const REMOVE = defineCommand({
  ...shared,
  id: 'tracing.remove',
  title: 'Remove the tracing layer',
  icon: Trash2,
  enabled: ({ runtime }) => imageOf(runtime, runtime.ui.getState().tracing) !== null,
  run: ({ runtime }) => void removeTracing(runtime),
});

export const TRACING: readonly Command[] = [ADD, NEXT, UNLOCK, REMOVE];
