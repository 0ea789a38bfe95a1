import type { JSX } from 'react';
import { nameOf } from '#shared/board/sentences.ts';
import { OVERLAYS } from '#shared/overlays/index.ts';
import { choiceLabel } from '#shared/vocabulary/attributes.ts';
import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { choose } from '../commands/support.ts';
import { useRuntime } from '../session/runtime.ts';
import { score } from './fuzzy.ts';
import { KindIcon } from './KindIcon.tsx';
import { PickDialog } from './PickDialog.tsx';
import { useBoard } from './use-board.ts';

/** Anything on the board by its name, kind or tag; it is selected and brought into view. */
export function FindDialog({ onClose }: { readonly onClose: () => void }): JSX.Element {
  const runtime = useRuntime();
  const board = useBoard();
  const rows = (question: string) => {
    const elements = [...board.elements.values()].map((one) => {
      const kind = ELEMENT_KINDS[one.kind];
      const fn = one.attributes['fn'];
      const words = `${kind.label} ${fn === undefined ? '' : `${String(fn)} ${choiceLabel('fn', fn)}`} ${one.attributes['vacant'] === true ? 'vacant' : ''}`;
      return {
        id: one.id,
        label: nameOf(board, one.id),
        words,
        icon: kind.icon,
        said: fn === undefined ? kind.label : `${kind.label} · ${String(fn)}`,
      };
    });
    const overlays = [...board.overlays.values()].map((one) => {
      const kind = OVERLAYS[one.kind];
      return { id: one.id, label: nameOf(board, one.id), words: kind.label, icon: kind.icon, said: kind.label };
    });
    const frames = [...board.frames.values()].map((one) => ({
      id: one.id,
      label: nameOf(board, one.id),
      words: 'Frame',
      icon: [],
      said: 'Frame',
    }));
    return [...elements, ...overlays, ...frames]
      .map((one) => ({ one, fit: score(question, one.label, one.words) }))
      .filter(({ fit }) => fit > 0)
      .sort((a, b) => b.fit - a.fit || a.one.label.localeCompare(b.one.label))
      .map(({ one }) => ({
        id: one.id,
        label: one.label,
        left: <KindIcon icon={one.icon} width={30} />,
        right: <span style={{ fontSize: 12, color: 'var(--ink-3)' }}>{one.said}</span>,
      }));
  };
  return (
    <PickDialog
      title="Find on this board"
      placeholder="Name, kind or tag"
      nothing={
        board.elements.size === 0
          ? 'Nothing is drawn yet. What you draw can be found here by its name.'
          : 'Nothing on this board has that name. Try its kind, or a function like MOP.'
      }
      rows={rows}
      onPick={(id) => {
        choose(runtime, [id], nameOf(runtime.view.board, id));
        runtime.control?.fit({ ids: [id] });
        runtime.control?.focus();
      }}
      onClose={onClose}
    />
  );
}
