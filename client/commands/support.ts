import type { Board, BoardElement, Box, Id, Point } from '#shared/board/model.ts';
import { openTo } from '../gestures/fold.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import type { Command, CommandContext } from './define-command.ts';

/** Ids that are selected and still on the board. */
export function selectedIds(runtime: BoardRuntime): Id[] {
  const { board } = runtime.view;
  return [...runtime.ui.getState().selection].filter(
    (id) => board.elements.has(id) || board.relations.has(id) || board.overlays.has(id) || board.frames.has(id),
  );
}

export function selectedElements(runtime: BoardRuntime): BoardElement[] {
  const { elements } = runtime.view.board;
  return selectedIds(runtime).flatMap((id) => elements.get(id) ?? []);
}

/** The element when exactly one thing is selected and it is an element. */
export function onlyElement(runtime: BoardRuntime): BoardElement | null {
  const ids = selectedIds(runtime);
  const [id] = ids;
  return ids.length === 1 && id !== undefined ? (runtime.view.board.elements.get(id) ?? null) : null;
}

/** Box of anything that has a place of its own. */
export function boxOn(board: Board, id: Id): Box | null {
  const overlay = board.overlays.get(id);
  return board.elements.get(id) ?? board.frames.get(id) ?? (overlay?.kind === 'zone' ? overlay : null);
}

export const selectedBoxes = (runtime: BoardRuntime): { readonly id: Id; readonly box: Box }[] =>
  selectedIds(runtime).flatMap((id) => {
    const box = boxOn(runtime.view.board, id);
    return box === null ? [] : [{ id, box }];
  });

export const hasSelection = ({ runtime }: CommandContext): boolean => selectedIds(runtime).length > 0;
export const hasElements = ({ runtime }: CommandContext): boolean => selectedElements(runtime).length > 0;
export const hasOneElement = ({ runtime }: CommandContext): boolean => onlyElement(runtime) !== null;

/** Middle of what is seen; the origin before the canvas is there. */
export function middleOf(runtime: BoardRuntime): Point {
  const seen = runtime.control?.visible();
  return seen === undefined ? { x: 0, y: 0 } : { x: seen.x + seen.w / 2, y: seen.y + seen.h / 2 };
}

export const contextFor = (runtime: BoardRuntime, on: Id | null = null, at?: Point): CommandContext => ({
  runtime,
  on,
  at: at ?? middleOf(runtime),
});

/** Whether this seat may ever use it here. */
export const isOffered = (command: Command, runtime: BoardRuntime): boolean =>
  (command.needs === undefined || runtime.can(command.needs)) && (command.offered?.(runtime) ?? true);

export const canRun = (command: Command, context: CommandContext): boolean =>
  isOffered(command, context.runtime) && (command.enabled?.(context) ?? true);

/** Runs a command when it may and can act. Answers whether it did. What fails later is said in a sentence. */
export function runCommand(command: Command, context: CommandContext): boolean {
  if (!canRun(command, context)) return false;
  const done = command.run(context);
  if (done instanceof Promise) {
    done.catch((error: unknown) => {
      context.runtime.notify(error instanceof Error ? error.message : 'That did not work. Try again.');
    });
  }
  return true;
}

/** Selects, brings into view, out of folds if need be, and says it. */
export function choose(runtime: BoardRuntime, ids: readonly Id[], announcement?: string): void {
  runtime.ui.setState({ selection: new Set(ids), ...(announcement === undefined ? {} : { announcement }) });
  openTo(runtime, ids);
  const [id] = ids;
  const box = id === undefined ? null : boxOn(runtime.view.board, id);
  if (box !== null && ids.length === 1) runtime.control?.reveal(box);
}
