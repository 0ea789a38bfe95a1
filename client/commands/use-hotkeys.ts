import { useEffect } from 'react';
import type { BoardRuntime } from '../session/runtime.ts';
import { listenToClipboard } from './clipboard.ts';
import type { Command } from './define-command.ts';
import { keptSingleKeys, tabMovesFocus } from './key-settings.ts';
import { isMac, isPageKey, isSingleKey, isWayOut, matches, pressOf } from './keys.ts';
import { canRun, contextFor, runCommand } from './support.ts';

const TYPING = 'input,textarea,select,[contenteditable="true"],[role="dialog"],[role="menu"],[role="listbox"]';

/** The browser answers these itself with clipboard events, which we listen to. */
const ANSWERED_BY_EVENTS = new Set(['clipboard.copy', 'clipboard.cut', 'clipboard.paste']);

const onCanvas = (target: EventTarget | null): boolean =>
  !(target instanceof Element) || target === document.body || target.closest('.board-canvas') !== null;

/** The command a key press asks for, or `null`. */
export function commandFor(commands: readonly Command[], runtime: BoardRuntime, event: KeyboardEvent): Command | null {
  const { target } = event;
  if (event.defaultPrevented || event.isComposing) return null;
  const typing = target instanceof Element && target.closest(TYPING) !== null;
  const modal = target instanceof Element && target.closest('[role="dialog"],[role="menu"]') !== null;
  const mac = isMac();
  const press = pressOf(event);
  const { singleKeys, editing } = runtime.ui.getState();
  if (editing !== null) return null;
  const button = target instanceof Element && target.closest('button,a[href],[role="switch"],summary') !== null;
  for (const command of commands) {
    if (ANSWERED_BY_EVENTS.has(command.id)) continue;
    for (const spec of command.keys ?? []) {
      if (!matches(spec, press, mac)) continue;
      if (typing && (modal || !isWayOut(spec))) continue;
      if (isSingleKey(spec) && !singleKeys) continue;
      if (isPageKey(spec) && (button || !onCanvas(target))) continue;
      if (spec.endsWith('Tab') && tabMovesFocus()) continue;
      if (canRun(command, contextFor(runtime))) return command;
    }
  }
  return null;
}

/** Keys of the board page. Nothing is taken while somebody types, and Tab only while an element is selected. */
export function useCommandKeys(runtime: BoardRuntime, commands: readonly Command[]): void {
  useEffect(() => {
    runtime.ui.setState({ singleKeys: keptSingleKeys() });
    const onKey = (event: KeyboardEvent): void => {
      const command = commandFor(commands, runtime, event);
      if (command === null) return;
      event.preventDefault();
      runCommand(command, contextFor(runtime));
    };
    window.addEventListener('keydown', onKey);
    const stopClipboard = listenToClipboard(runtime, document);
    return () => {
      window.removeEventListener('keydown', onKey);
      stopClipboard();
    };
  }, [runtime, commands]);
}
