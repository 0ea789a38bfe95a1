import { type JSX, Suspense } from 'react';
import { useUi } from '../panels/use-board.ts';
import { useRuntime } from '../session/runtime.ts';
import { lazyPart } from '../ui/lazy-part.ts';

const ConnectDialog = lazyPart(() => import('./ConnectDialog.tsx').then((m) => ({ default: m.ConnectDialog })));
const PlaceDialog = lazyPart(() => import('./PlaceDialog.tsx').then((m) => ({ default: m.PlaceDialog })));
const SetValueDialog = lazyPart(() => import('./SetValueDialog.tsx').then((m) => ({ default: m.SetValueDialog })));

/** The dialogs that work by typing: connect to, move under, sit in, set a value. On the drawing they serve as well. */
export function OutlineDialogs(): JSX.Element {
  const { ui } = useRuntime();
  const overlay = useUi((state) => state.overlay);
  const close = (): void => ui.setState({ overlay: { type: 'none' } });
  return (
    <Suspense fallback={null}>
      {overlay.type === 'connect' && (
        // A dialog for each question: the second one begins with nothing typed.
        <ConnectDialog key={overlay.to ?? ''} from={overlay.from} to={overlay.to ?? null} onClose={close} />
      )}
      {overlay.type === 'move-under' && <PlaceDialog id={overlay.id} as={overlay.as} onClose={close} />}
      {overlay.type === 'set-value' && <SetValueDialog onClose={close} />}
    </Suspense>
  );
}
