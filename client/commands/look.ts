import {
  Command,
  Eye,
  EyeOff,
  Grid3x3,
  Maximize,
  Maximize2,
  Minus,
  Plus,
  Redo2,
  Scan,
  Search,
  Undo2,
} from 'lucide-react';
import { RELATION_LIST } from '#shared/relations/index.ts';
import type { Panel } from '../state/ui-store.ts';
import { type Command as CommandData, defineCommand } from './define-command.ts';
import { hasSelection, selectedIds } from './support.ts';

/** Factor of one step of zoom. */
const ZOOM_STEP = 1.25;

export const FIT = defineCommand({
  id: 'view.fit',
  title: 'See everything',
  group: 'Look',
  keys: ['Shift+1'],
  icon: Maximize,
  words: 'fit zoom all',
  contextMenu: 'board',
  run: ({ runtime }) => runtime.control?.fit(),
});

export const FIT_SELECTION = defineCommand({
  id: 'view.fit-selection',
  title: 'See the selection',
  group: 'Look',
  keys: ['Shift+2'],
  icon: Scan,
  words: 'fit zoom',
  enabled: hasSelection,
  run: ({ runtime }) => runtime.control?.fit({ ids: selectedIds(runtime) }),
});

export const FULL_SIZE = defineCommand({
  id: 'view.full-size',
  title: '100 %',
  group: 'Look',
  keys: ['Shift+0'],
  icon: Maximize2,
  words: 'zoom actual size',
  run: ({ runtime }) => runtime.control?.zoomTo(1),
});

export const CLOSER = defineCommand({
  id: 'view.closer',
  title: 'Zoom in',
  group: 'Look',
  keys: ['Mod+Plus'],
  icon: Plus,
  run: ({ runtime }) => runtime.control?.zoomBy(ZOOM_STEP),
});

export const FARTHER = defineCommand({
  id: 'view.farther',
  title: 'Zoom out',
  group: 'Look',
  keys: ['Mod+Minus'],
  icon: Minus,
  run: ({ runtime }) => runtime.control?.zoomBy(1 / ZOOM_STEP),
});

export const SNAPPING = defineCommand({
  id: 'view.snapping',
  title: 'Grid and guides on, off',
  group: 'Look',
  keys: ["Mod+'"],
  icon: Grid3x3,
  words: 'snap snapping',
  needs: 'board.edit',
  run({ runtime }) {
    const snapping = !runtime.ui.getState().snapping;
    runtime.ui.setState({ snapping });
    runtime.notify(snapping ? 'Boxes snap to the grid and to one another.' : 'Boxes move freely.');
  },
});

export const QUIET = defineCommand({
  id: 'view.quiet',
  title: 'Quiet screen',
  group: 'Look',
  keys: ['Mod+.'],
  icon: EyeOff,
  words: 'hide bars panels',
  run: ({ runtime }) => runtime.ui.setState((ui) => ({ quiet: !ui.quiet })),
});

const PANEL_WORDS: readonly (readonly [Panel, string])[] = [
  ['inspector', 'Details'],
  ['board', 'About this board'],
  ['legend', 'Legend'],
  ['prompts', 'Questions'],
  ['minimap', 'Map'],
];

export const PANELS: readonly CommandData[] = PANEL_WORDS.map(([panel, label]) =>
  defineCommand({
    id: `panel.${panel}`,
    title: `${label}: show, hide`,
    group: 'Look',
    words: 'panel open close',
    run: ({ runtime }) =>
      runtime.ui.setState(({ closedPanels }) => {
        const next = new Set(closedPanels);
        if (!next.delete(panel)) next.add(panel);
        return { closedPanels: next };
      }),
  }),
);

export const LINE_KINDS: readonly CommandData[] = RELATION_LIST.map((kind) =>
  defineCommand({
    id: `show.${kind.id}`,
    title: `Lines "${kind.label.toLowerCase()}": show, hide`,
    group: 'Look',
    icon: Eye,
    words: 'relations filter',
    run: ({ runtime }) =>
      runtime.ui.setState(({ hiddenRelations }) => {
        const next = new Set(hiddenRelations);
        if (!next.delete(kind.id)) next.add(kind.id);
        return { hiddenRelations: next };
      }),
  }),
);

export const FIND = defineCommand({
  id: 'view.find',
  title: 'Find',
  group: 'Look',
  keys: ['Mod+F'],
  icon: Search,
  words: 'search name',
  run: ({ runtime }) => runtime.ui.setState({ overlay: { type: 'find' } }),
});

export const COMMANDS_DIALOG = defineCommand({
  id: 'view.commands',
  title: 'Do anything',
  group: 'Look',
  keys: ['Mod+K', '/'],
  icon: Command,
  words: 'command palette',
  run: ({ runtime }) => runtime.ui.setState({ overlay: { type: 'commands' } }),
});

export const UNDO = defineCommand({
  id: 'edit.undo',
  title: 'Undo',
  group: 'Change',
  keys: ['Mod+Z'],
  icon: Undo2,
  needs: 'board.edit',
  enabled: ({ runtime }) => runtime.undo.canUndo,
  run({ runtime }) {
    runtime.ui.setState({ announcement: runtime.undo.undo() ? 'Undone.' : 'Nothing of yours to undo.' });
  },
});

export const REDO = defineCommand({
  id: 'edit.redo',
  title: 'Redo',
  group: 'Change',
  keys: ['Mod+Y', 'Mod+Shift+Z'],
  icon: Redo2,
  needs: 'board.edit',
  enabled: ({ runtime }) => runtime.undo.canRedo,
  run({ runtime }) {
    runtime.ui.setState({ announcement: runtime.undo.redo() ? 'Done again.' : 'Nothing of yours to redo.' });
  },
});
