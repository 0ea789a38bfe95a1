import { lazyPart } from '../ui/lazy-part.ts';

/**
 * What is not in the first picture of a board, loaded when it is first asked for or when the page has nothing else to do:
 * details, questions, choosers and dialogs.
 */
const inspector = () => import('./Inspector.tsx');
const prompts = () => import('./Prompts.tsx');
const choosers = () => import('./choosers.ts');

export const Inspector = lazyPart(() => inspector().then((m) => ({ default: m.Inspector })));
export const BoardPanel = lazyPart(() => inspector().then((m) => ({ default: m.BoardPanel })));
export const BoardDetails = lazyPart(() => import('./BoardDetails.tsx').then((m) => ({ default: m.BoardDetails })));
export const Prompts = lazyPart(() => prompts().then((m) => ({ default: m.Prompts })));
export const PhoneSheets = lazyPart(() => import('./PhoneSheets.tsx').then((m) => ({ default: m.PhoneSheets })));
export const ContextMenu = lazyPart(() => choosers().then((m) => ({ default: m.ContextMenu })));
export const FrictionChooser = lazyPart(() => choosers().then((m) => ({ default: m.FrictionChooser })));
export const RelationChooser = lazyPart(() => choosers().then((m) => ({ default: m.RelationChooser })));
export const CommandPalette = lazyPart(() =>
  import('./CommandPalette.tsx').then((m) => ({ default: m.CommandPalette })),
);
export const FindDialog = lazyPart(() => import('./FindDialog.tsx').then((m) => ({ default: m.FindDialog })));
export const ShortcutsDialog = lazyPart(() =>
  import('./ShortcutsDialog.tsx').then((m) => ({ default: m.ShortcutsDialog })),
);
export const ExportDialog = lazyPart(() =>
  import('../export/ExportDialog.tsx').then((m) => ({ default: m.ExportDialog })),
);

/** Loads what the next gesture will most likely ask for, so that it opens at once and also without a line. */
export function warmPanels(): void {
  const warm = (): void => {
    for (const load of [inspector, choosers, prompts]) {
      load().catch(() => {
        // Without a line it is tried again when it is asked for.
      });
    }
  };
  if ('requestIdleCallback' in window) window.requestIdleCallback(warm, { timeout: 2_000 });
  else setTimeout(warm, 200);
}
