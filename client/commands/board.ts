import {
  Download,
  FileJson,
  GraduationCap,
  HelpCircle,
  LayoutTemplate,
  SunMoon,
  Type,
  UserPlus,
  UserX,
} from 'lucide-react';
import { documentText } from '#shared/board/file.ts';
import { download } from '../session/download.ts';
import { defineCommand } from './define-command.ts';
import { followPerson } from './people.ts';
import { toggleScheme } from './scheme.ts';

export const EDIT_TITLE = defineCommand({
  id: 'board.title',
  title: 'Edit the board title',
  group: 'Board',
  icon: Type,
  words: 'rename name',
  needs: 'board.rename',
  run: ({ runtime }) => {
    runtime.ui.setState({ quiet: false });
    // The field belongs to the bar; it listens for this.
    window.dispatchEvent(new CustomEvent(EDIT_TITLE_EVENT));
  },
});

/** Asks the bar at the top to edit the title. */
export const EDIT_TITLE_EVENT = 'orgora:edit-title';

export const TEMPLATES = defineCommand({
  id: 'board.template',
  title: 'Insert a template',
  group: 'Board',
  icon: LayoutTemplate,
  words: 'gallery start pattern',
  needs: 'board.edit',
  contextMenu: 'board',
  run: ({ runtime }) => runtime.ui.setState({ overlay: { type: 'templates' } }),
});

export const EXPORT = defineCommand({
  id: 'board.export',
  title: 'Export',
  group: 'Board',
  keys: ['Mod+Shift+E'],
  icon: Download,
  words: 'svg png picture save download slide',
  contextMenu: 'board',
  run: ({ runtime }) => runtime.ui.setState({ overlay: { type: 'export' } }),
});

export const SAVE_FILE = defineCommand({
  id: 'board.save-file',
  title: 'Save as a file',
  group: 'Board',
  icon: FileJson,
  words: 'json download backup',
  run({ runtime }) {
    const { board } = runtime.view;
    download(`${board.meta.title || 'board'}.orgora.json`, 'application/json', documentText(runtime.editor.doc));
  },
});

export const SHARE = defineCommand({
  id: 'board.share',
  title: 'Share',
  group: 'Board',
  icon: UserPlus,
  words: 'invite link people',
  needs: 'council.links',
  run: ({ runtime }) => runtime.ui.setState({ overlay: { type: 'share' } }),
});

export const THEME = defineCommand({
  id: 'board.theme',
  title: 'Light, dark',
  group: 'Board',
  icon: SunMoon,
  words: 'theme colour scheme',
  run: () => toggleScheme(),
});

export const UNFOLLOW = defineCommand({
  id: 'room.unfollow',
  title: 'Look around on my own',
  group: 'Look',
  icon: UserX,
  words: 'stop following',
  enabled: ({ runtime }) => runtime.ui.getState().following !== null,
  run: ({ runtime }) => runtime.ui.setState({ following: null }),
});

export const FOLLOW = defineCommand({
  id: 'room.follow',
  title: 'Follow the next person',
  group: 'Look',
  icon: UserPlus,
  words: 'view someone',
  enabled: ({ runtime }) => runtime.room.others.length > 0,
  run({ runtime }) {
    const { others } = runtime.room;
    const place = others.findIndex((one) => one.client === runtime.ui.getState().following);
    const next = others[(place + 1) % others.length];
    if (next !== undefined) followPerson(runtime, next.client);
  },
});

export const SHORTCUTS = defineCommand({
  id: 'help.shortcuts',
  title: 'This list',
  group: 'Help',
  keys: ['?'],
  icon: HelpCircle,
  words: 'keyboard shortcuts keys help',
  run: ({ runtime }) => runtime.ui.setState({ overlay: { type: 'shortcuts' } }),
});

export const LESSON = defineCommand({
  id: 'help.lesson',
  title: 'Learn the symbols in five minutes',
  group: 'Help',
  icon: GraduationCap,
  words: 'lesson tour tutorial help start quiz',
  run: () => window.location.assign('/learn'),
});
