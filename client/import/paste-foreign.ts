import type { Id } from '#shared/board/model.ts';
import type { ImportDraft } from '#shared/import/import-types.ts';
import { findNames } from '#shared/import/names.ts';
import { draftOf, openSource } from '#shared/import/read-source.ts';
import { boardFromDraft } from '#shared/import/to-board.ts';
import { pasteBoard } from '../commands/paste-board.ts';
import type { BoardRuntime } from '../session/runtime.ts';
import { counted } from './field-labels.ts';

/** Rows and letters above which a paste is looked at before it is added, and read beside the page. */
const MOST_ROWS = 200;
const MOST_LETTERS = 100_000;

/** What can be added without a question: it is small, its columns are known, and it shows no name of a person. */
function plainDraft(text: string): ImportDraft | null {
  const opened = openSource({ name: '', content: text });
  const { format, table, sure } = opened;
  if (format === 'graph' || format === 'board' || !sure) return null;
  if (table !== null && table.rows.length > MOST_ROWS) return null;
  const draft = draftOf(opened);
  return draft.items.length === 0 || findNames(draft).length > 0 ? null : draft;
}

/**
 * Pastes text that is not ours: an indented list becomes a tree, rows with headings become people, a flowchart becomes a chart.
 * What is large, unclear, or names people opens the import dialog instead, where everything can be seen before it is on the
 * board. Answers the new ids. Throws `ImportProblem` with a sentence for what cannot be read.
 */
export function pasteForeign(runtime: BoardRuntime, text: string): readonly Id[] {
  const look = (): void => runtime.ui.setState({ overlay: { type: 'import', text } });
  const draft = text.length > MOST_LETTERS ? null : plainDraft(text);
  if (draft === null) {
    look();
    return [];
  }
  const ids = pasteBoard(runtime, boardFromDraft(draft));
  const mended = draft.repairs.filter((one) => one.severity !== 'info').length;
  if (ids.length === 0 || (draft.format === 'outline' && mended === 0)) return ids;
  const what = draft.format === 'table' ? counted(ids.length, 'row', 'rows') : counted(ids.length, 'box', 'boxes');
  const said = `${what} added${mended === 0 ? '' : `, ${counted(mended, 'repair', 'repairs')}`}.`;
  if (mended === 0) runtime.notify(said);
  else runtime.notify(said, { label: 'Details', run: look });
  return ids;
}
