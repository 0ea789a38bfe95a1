import { SESSION_COMMANDS } from '../critique/bar/session-commands.ts';
import { COMMENT_COMMANDS } from '../critique/comments/commands.ts';
import { WHAT_IF_COMMANDS } from '../critique/what-if/what-if-commands.ts';
import { HISTORY_COMMANDS } from '../history/commands.ts';
import * as outline from '../outline/commands.ts';
import { PRESENT_COMMANDS } from '../present/present-commands.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { STATE_COMMANDS } from '../states/state-commands.ts';
import * as arrange from './arrange.ts';
import * as board from './board.ts';
import { COPY, CUT, PASTE } from './clipboard.ts';
import { COMFORT } from './comfort.ts';
import { COPY_PICTURE } from './copy-picture.ts';
import type { Command } from './define-command.ts';
import { IMPORT } from './import.ts';
import * as look from './look.ts';
import { PLACE_HERE } from './place-here.ts';
import { REGION_STEPS } from './regions.ts';
import * as stand from './reports-stand.ts';
import * as selection from './selection.ts';
import * as tidy from './tidy.ts';
import * as tools from './tools.ts';
import * as tree from './tree.ts';
import { useCommandKeys } from './use-hotkeys.ts';
import { NUDGE, WALK } from './walk.ts';

/** Everything a person can do, in the order of menus and help. Keys, menus, palette and help read this list. */
export const COMMANDS: readonly Command[] = Object.freeze([
  ...tools.PLACE,
  PLACE_HERE,
  tools.RELATE,
  tools.NOTE,
  tools.ZONE,
  tools.TIGER,
  tools.FRICTION,
  tools.FRAME,
  tools.KEEP,
  tools.DONE,
  tree.ADD_BELOW,
  tree.ADD_BESIDE,
  tree.ADD_BEFORE,
  tree.ADD_ABOVE,
  ...WALK,
  tree.EARLIER,
  tree.LATER,
  outline.MOVE_UNDER,
  outline.SIT_IN,
  outline.CONNECT,
  tools.SELECT,
  tools.HAND,
  look.FIT,
  look.FIT_SELECTION,
  look.FULL_SIZE,
  look.CLOSER,
  look.FARTHER,
  look.SNAPPING,
  look.QUIET,
  outline.OUTLINE,
  outline.SAY_OTHERS,
  look.FIND,
  look.COMMANDS_DIALOG,
  ...REGION_STEPS,
  board.FOLLOW,
  board.UNFOLLOW,
  selection.RENAME,
  outline.SET_VALUE,
  outline.DETAILS,
  look.UNDO,
  look.REDO,
  COPY,
  CUT,
  PASTE,
  COPY_PICTURE,
  selection.DUPLICATE,
  selection.SELECT_ALL,
  selection.SELECT_SUBTREE,
  selection.GROUP,
  selection.UNGROUP,
  selection.LOCK,
  selection.FRONT,
  selection.BACK,
  selection.VACANT,
  selection.TAKE_OUT,
  selection.SWAP_ENDS,
  ...NUDGE,
  selection.REMOVE,
  ...arrange.ALIGNS,
  ...arrange.DISTRIBUTES,
  ...COMFORT,
  tidy.TIDY,
  tidy.TIDY_SELECTION,
  tidy.FIT_SLIDE,
  tidy.FIT_STANDARD,
  tidy.LIVE,
  ...stand.STAND,
  stand.ASSISTANT,
  stand.PIN,
  ...COMMENT_COMMANDS,
  ...SESSION_COMMANDS,
  ...PRESENT_COMMANDS,
  ...STATE_COMMANDS,
  board.TEMPLATES,
  IMPORT,
  board.EXPORT,
  board.SAVE_FILE,
  ...HISTORY_COMMANDS,
  ...WHAT_IF_COMMANDS,
  board.SHARE,
  board.EDIT_TITLE,
  board.THEME,
  ...look.PANELS,
  ...tools.LINES,
  ...tools.FRICTIONS,
  ...selection.KINDS,
  ...selection.SET_FUNCTION,
  ...look.LINE_KINDS,
  board.SHORTCUTS,
  board.LESSON,
]);

const BY_ID: ReadonlyMap<string, Command> = new Map(COMMANDS.map((command) => [command.id, command]));

/** A command by its id. Throws for an id that is not in the list. */
export function command(id: string): Command {
  const found = BY_ID.get(id);
  if (found === undefined) throw new RangeError(`There is no command ${id}.`);
  return found;
}

/** Keys and clipboard of the board page. */
export const useHotkeys = (runtime: BoardRuntime): void => useCommandKeys(runtime, COMMANDS);
