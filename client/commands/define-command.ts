import type { LucideIcon } from 'lucide-react';
import type { Id, Point } from '#shared/board/model.ts';
import type { Action } from '#shared/rights/may.ts';
import type { BoardRuntime } from '../session/runtime.ts';

export type CommandGroup = 'Draw' | 'Grow the tree' | 'Look' | 'Change' | 'Arrange' | 'Session' | 'Board' | 'Help';

/** Where a command was asked for. */
export interface CommandContext {
  readonly runtime: BoardRuntime;
  /** Board point under the pointer, or the middle of the view. */
  readonly at: Point;
  /** What the context menu was opened on. */
  readonly on: Id | null;
}

/**
 * One thing a person can do. Menus, context menus, palette, shortcuts and help all read the one list in `index.ts`; adding a
 * command is one file and one line.
 */
export interface Command {
  /** Stable id: `selection.duplicate`. */
  readonly id: string;
  readonly title: string;
  readonly group: CommandGroup;
  /**
   * Keys as `Mod+Shift+L`, `Tab`, `1`; `Mod` is Ctrl, or Cmd on a Mac. Letters and digits are matched by physical place
   * (`event.code`) when the layout gives no such letter.
   */
  readonly keys?: readonly string[];
  readonly icon?: LucideIcon;
  /** Extra words it is found by. */
  readonly words?: string;
  /** Right it needs; without it the command is not shown at all. */
  readonly needs?: Action;
  /** Whether it belongs to this page at all (a session is on, for example); without it not shown. Absent: always. */
  offered?(runtime: BoardRuntime): boolean;
  /** Shown in the context menu of what it can act on. */
  readonly contextMenu?: 'selection' | 'board';
  /** Not in the palette or menus (walking with arrows, for example); still in the shortcut help. */
  readonly hidden?: boolean;
  /** Whether it can act now; asked before `run`. Absent: always. */
  enabled?(context: CommandContext): boolean;
  run(context: CommandContext): void | Promise<void>;
}

export const defineCommand = (command: Command): Command => Object.freeze(command);
