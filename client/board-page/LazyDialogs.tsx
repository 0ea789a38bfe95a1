import { type JSX, lazy, Suspense } from 'react';
import { useStore } from 'zustand';
import { useRuntime } from '../session/runtime.ts';

const ShareDialog = lazy(() => import('../council/ShareDialog.tsx').then((m) => ({ default: m.ShareDialog })));
const TemplateDialog = lazy(() =>
  import('../templates/TemplateDialog.tsx').then((m) => ({ default: m.TemplateDialog })),
);

/** The dialogs of an open board that are pages of their own elsewhere: people and links, and the templates. */
export function LazyDialogs(): JSX.Element {
  const { ui, councilId } = useRuntime();
  const open = useStore(ui, (s) => s.overlay.type);
  const close = (): void => ui.setState({ overlay: { type: 'none' } });
  return (
    <Suspense fallback={null}>
      {open === 'share' && <ShareDialog councilId={councilId} onClose={close} />}
      {open === 'templates' && <TemplateDialog onClose={close} />}
    </Suspense>
  );
}
