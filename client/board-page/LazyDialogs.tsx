import { type JSX, Suspense, useEffect, useRef } from 'react';
import { useStore } from 'zustand';
import { BoardDrop } from '../import/BoardDrop.tsx';
import { focusBoard } from '../outline/focus-outline.ts';
import { useRuntime } from '../session/runtime.ts';
import { lazyPart } from '../ui/lazy-part.ts';

const ImportDialog = lazyPart(() => import('../import/ImportDialog.tsx').then((m) => ({ default: m.ImportDialog })));
const ShareDialog = lazyPart(() => import('../council/ShareDialog.tsx').then((m) => ({ default: m.ShareDialog })));
const TemplateDialog = lazyPart(() =>
  import('../templates/TemplateDialog.tsx').then((m) => ({ default: m.TemplateDialog })),
);

/** The dialogs of an open board that are pages of their own elsewhere: people and links, and the templates. */
export function LazyDialogs(): JSX.Element {
  const runtime = useRuntime();
  const { ui, councilId } = runtime;
  const overlay = useStore(ui, (s) => s.overlay);
  const open = overlay.type;
  const sealed = runtime.critique?.store.getState().phase === 'sealed';
  const before = useRef(open);
  useEffect(() => {
    // A dialog is taken out of the page when it closes and gives the focus back to nobody: then the board takes it.
    const closed = open === 'none' && before.current !== 'none';
    before.current = open;
    if (closed && document.activeElement === document.body) focusBoard(runtime);
  }, [open, runtime]);
  const close = (): void => ui.setState({ overlay: { type: 'none' } });
  return (
    <Suspense fallback={null}>
      {open === 'share' && <ShareDialog councilId={councilId} sealed={sealed} onClose={close} />}
      {open === 'templates' && <TemplateDialog onClose={close} />}
      {overlay.type === 'import' && <ImportDialog text={overlay.text} file={overlay.file} onClose={close} />}
      {runtime.can('board.edit') && <BoardDrop />}
    </Suspense>
  );
}
