import { Image } from 'lucide-react';
import { copyPicture } from '../export/copy-picture.ts';
import { defineCommand } from './define-command.ts';
import { selectedIds } from './support.ts';

/** The clipboard is asked within the gesture; what draws the picture is loaded then. */
export const COPY_PICTURE = defineCommand({
  id: 'clipboard.copy-picture',
  title: 'Copy as picture',
  group: 'Change',
  keys: ['Mod+Shift+C'],
  icon: Image,
  words: 'png svg image clipboard screenshot slide',
  contextMenu: 'selection',
  enabled: ({ runtime }) => runtime.view.board.elements.size > 0,
  async run({ runtime }) {
    const { board } = runtime.view;
    const ids = selectedIds(runtime);
    const clip = import('../export/copy-board.ts').then(({ pictureClip }) => pictureClip(board, ids));
    runtime.notify(await copyPicture(clip));
  },
});
