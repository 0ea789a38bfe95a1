import { Check } from 'lucide-react';
import type { JSX } from 'react';
import type { Friction, TigerTeam, Zone } from '#shared/board/model.ts';
import { nameOf } from '#shared/board/sentences.ts';
import { selectedIds } from '../commands/support.ts';
import { attempt } from '../gestures/attempt.ts';
import { score } from '../panels/fuzzy.ts';
import { PickDialog } from '../panels/PickDialog.tsx';
import { useBoard } from '../panels/use-board.ts';
import { type BoardRuntime, useRuntime } from '../session/runtime.ts';
import styles from './Dialogs.module.css';
import { type Settable, settableValues } from './settable-values.ts';

/** What an overlay holds for nothing, by field; a field that is not here always holds something. */
const NOTHING: Readonly<Record<string, unknown>> = {
  fn: null,
  wall: false,
  collapsed: false,
  hidden: false,
  start: null,
  end: null,
  purpose: '',
  sponsor: '',
  lead: '',
  mitigation: '',
  owner: '',
};

function write(runtime: BoardRuntime, ids: readonly string[], { attribute, value, label }: Settable): void {
  const { board } = runtime.view;
  const done = attempt(runtime, () => {
    const plain = ids.filter((id) => !board.overlays.has(id));
    if (plain.length > 0) runtime.editor.setAttributes(plain, { [attribute]: value });
    for (const id of ids) {
      const overlay = board.overlays.get(id);
      const next = value ?? NOTHING[attribute];
      if (overlay === undefined || next === undefined) continue;
      const patch: unknown = { [attribute]: next };
      if (overlay.kind === 'zone') runtime.editor.updateZone(id, patch as Partial<Zone>);
      else if (overlay.kind === 'tiger') runtime.editor.updateTiger(id, patch as Partial<TigerTeam>);
      else runtime.editor.updateFriction(id, patch as Partial<Friction>);
    }
    return true;
  });
  if (done !== null) runtime.ui.setState({ announcement: `${label}.` });
}

/** Any value of what is selected, by typing its name: "fn mark", "size 14", "lead VP marketing". */
export function SetValueDialog({ onClose }: { readonly onClose: () => void }): JSX.Element | null {
  const runtime = useRuntime();
  const board = useBoard();
  const ids = selectedIds(runtime);
  const [first] = ids;
  if (first === undefined) return null;
  const what = ids.length === 1 ? nameOf(board, first) : `${ids.length} things`;
  const values = (question: string) =>
    settableValues(board, ids, question)
      .map((one) => ({ one, fit: score(question, one.label, one.words) }))
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => Number(a.one.hint) - Number(b.one.hint) || b.fit - a.fit)
      .map(({ one }) => one);
  let last: readonly Settable[] = [];
  return (
    <PickDialog
      title={`Set a value of ${what}`}
      placeholder="Function, size 14, lead VP marketing…"
      nothing="There is no such value here."
      rows={(question) => {
        last = values(question);
        return last.map((one) => ({
          id: one.id,
          label: one.label,
          disabled: one.hint,
          left: one.on ? <Check size={15} /> : null,
          ...(one.on ? { right: <span className={styles['said']}>Set</span> } : {}),
        }));
      }}
      onPick={(id) => {
        const chosen = last.find((one) => one.id === id);
        if (chosen !== undefined) write(runtime, ids, chosen);
      }}
      onClose={onClose}
    />
  );
}
