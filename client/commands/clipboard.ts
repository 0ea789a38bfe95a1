import { ClipboardPaste, Copy, Scissors } from 'lucide-react';
import { pickContent } from '#shared/board/content.ts';
import { boardFromFile, fileText, parseFile } from '#shared/board/file.ts';
import { type Board, EMPTY_BOARD, type Id } from '#shared/board/model.ts';
import { treeRows } from '#shared/formats/tree-order.ts';
import { attempt } from '../gestures/attempt.ts';
import { movingSet } from '../gestures/moving-set.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { defineCommand } from './define-command.ts';
import { pasteBoard } from './paste-board.ts';
import { hasSelection, selectedIds } from './support.ts';

/** A piece of board on the clipboard: the same JSON as a board file. */
export const CLIP_TYPE = 'application/x-orgora+json';
const WEB_TYPE = `web ${CLIP_TYPE}`;

export interface Clip {
  readonly json: string;
  /** The same as an indented list, for everywhere else. */
  readonly text: string;
}

const byId = <T extends { readonly id: Id }>(items: readonly T[]): ReadonlyMap<Id, T> =>
  new Map(items.map((item) => [item.id, item]));

/** An indented list of names; what is copied goes on the clipboard at once, so this loads nothing. */
const listOf = (board: Board): string =>
  treeRows(board)
    .map(({ element, depth }) => '  '.repeat(depth) + element.name.replaceAll(/\s+/g, ' ').trim())
    .join('\n');

/** What is selected, with what sits in it, as a piece of board of its own. */
export function clipOf(board: Board, ids: readonly Id[]): Clip {
  const content = pickContent(board, new Set([...movingSet(board, ids), ...ids]));
  const piece: Board = {
    ...EMPTY_BOARD,
    elements: byId(content.elements),
    relations: byId(content.relations),
    overlays: byId(content.overlays),
    frames: byId(content.frames),
  };
  return { json: fileText(piece), text: listOf(piece) };
}

/**
 * Pastes our own JSON; else reads what it is beside this page's script: a list becomes a tree, a small plain table people,
 * everything else is shown in the import dialog first. Answers the new ids; says why when there is nothing to paste.
 */
export async function pasteText(runtime: BoardRuntime, text: string, json: string): Promise<readonly Id[]> {
  const own = json !== '' ? json : /^\s*\{\s*"format"/.test(text) ? text : '';
  if (own !== '') {
    const parsed = parseFile(own);
    if ('problem' in parsed) runtime.notify(parsed.problem);
    else return pasteBoard(runtime, boardFromFile(parsed.file));
    return [];
  }
  if (text.trim() === '') {
    runtime.notify('The clipboard holds no text. Copy a list with one name a line.');
    return [];
  }
  const { pasteForeign } = await import('../import/paste-foreign.ts');
  return pasteForeign(runtime, text);
}

async function writeClip({ json, text }: Clip): Promise<void> {
  const plain = new Blob([text], { type: 'text/plain' });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ 'text/plain': plain, [WEB_TYPE]: new Blob([json], { type: WEB_TYPE }) }),
    ]);
  } catch {
    // Browsers without custom formats take the list, which pastes as a tree; one that allows neither says so.
    await navigator.clipboard.writeText(text);
  }
}

async function readClip(): Promise<Clip> {
  const items = await navigator.clipboard.read();
  const take = async (type: string): Promise<string> => {
    const item = items.find((one) => one.types.includes(type));
    return item === undefined ? '' : (await item.getType(type)).text();
  };
  return { json: await take(WEB_TYPE), text: await take('text/plain') };
}

const REFUSED = 'The browser does not let this page use the clipboard. Use the keys Ctrl C and Ctrl V.';

export const COPY = defineCommand({
  id: 'clipboard.copy',
  title: 'Copy',
  group: 'Change',
  keys: ['Mod+C'],
  icon: Copy,
  contextMenu: 'selection',
  enabled: hasSelection,
  run: ({ runtime }) =>
    writeClip(clipOf(runtime.view.board, selectedIds(runtime))).catch(() => runtime.notify(REFUSED)),
});

export const CUT = defineCommand({
  id: 'clipboard.cut',
  title: 'Cut',
  group: 'Change',
  keys: ['Mod+X'],
  icon: Scissors,
  contextMenu: 'selection',
  needs: 'board.edit',
  enabled: hasSelection,
  async run({ runtime }) {
    const ids = selectedIds(runtime);
    try {
      await writeClip(clipOf(runtime.view.board, ids));
    } catch {
      runtime.notify(REFUSED);
      return;
    }
    attempt(runtime, () => runtime.editor.remove(ids));
  },
});

export const PASTE = defineCommand({
  id: 'clipboard.paste',
  title: 'Paste',
  group: 'Change',
  keys: ['Mod+V'],
  icon: ClipboardPaste,
  words: 'list outline tree import',
  contextMenu: 'board',
  needs: 'board.edit',
  async run({ runtime }) {
    let clip: Clip;
    try {
      clip = await readClip();
    } catch {
      runtime.notify(REFUSED);
      return;
    }
    await pasteText(runtime, clip.text, clip.json);
  },
});

const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input,textarea,[contenteditable],[role="dialog"]') !== null;

/** Answers the browser's own copy, cut and paste while nobody types. Returns what ends it. */
export function listenToClipboard(runtime: BoardRuntime, page: Document): () => void {
  const copy = (event: ClipboardEvent): boolean => {
    const ids = selectedIds(runtime);
    // Marked text of the page is what the person means to copy.
    const marked = page.getSelection()?.toString() ?? '';
    if (typing(event.target) || ids.length === 0 || marked !== '') return false;
    const clip = clipOf(runtime.view.board, ids);
    event.clipboardData?.setData(CLIP_TYPE, clip.json);
    event.clipboardData?.setData('text/plain', clip.text);
    event.preventDefault();
    runtime.ui.setState({ announcement: 'Copied.' });
    return true;
  };
  const cut = (event: ClipboardEvent): void => {
    if (!runtime.can('board.edit')) return;
    const ids = selectedIds(runtime);
    if (copy(event)) attempt(runtime, () => runtime.editor.remove(ids));
  };
  const paste = (event: ClipboardEvent): void => {
    if (typing(event.target) || !runtime.can('board.edit')) return;
    const data = event.clipboardData;
    if (data === null) return;
    event.preventDefault();
    pasteText(runtime, data.getData('text/plain'), data.getData(CLIP_TYPE)).catch((error: unknown) => {
      runtime.notify(error instanceof Error ? error.message : 'The text could not be pasted. Try again.');
    });
  };
  const stopper = new AbortController();
  const { signal } = stopper;
  page.addEventListener('copy', copy, { signal });
  page.addEventListener('cut', cut, { signal });
  page.addEventListener('paste', paste, { signal });
  return () => stopper.abort();
}
