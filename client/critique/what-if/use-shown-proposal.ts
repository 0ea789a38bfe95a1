import { useEffect, useState } from 'react';
import type { Board, Box, Id } from '#shared/board/model.ts';
import { readerOf } from '#shared/board/reader.ts';
import { patchIds } from '#shared/critique/patch/between.ts';
import { fitPatch } from '#shared/critique/patch/fit.ts';
import { openTo } from '../../gestures/fold.ts';
import { fitting, isPhone } from '../../outline/kept-look.ts';
import type { BoardRuntime } from '../../session/runtime.ts';
import type { CritiqueRoom } from '../critique-room.ts';
import type { Proposed } from './proposals.ts';

function around(board: Board, ids: Iterable<Id>): Box | null {
  const boxes = [...ids].flatMap((id) => {
    const line = board.relations.get(id);
    const ends = line === undefined ? [id] : [line.from, line.to];
    return ends.flatMap((end) => board.elements.get(end) ?? board.frames.get(end) ?? []);
  });
  if (boxes.length === 0) return null;
  const x = Math.min(...boxes.map((box) => box.x));
  const y = Math.min(...boxes.map((box) => box.y));
  return {
    x,
    y,
    w: Math.max(...boxes.map((box) => box.x + box.w)) - x,
    h: Math.max(...boxes.map((box) => box.y + box.h)) - y,
  };
}

/**
 * Shows the board as it would be with a proposal on it, over the board as it is, as long as the component stands. Follows what
 * others change on the board meanwhile. Answers what no longer fits.
 */
export function useShownProposal(
  runtime: BoardRuntime,
  room: CritiqueRoom,
  comment: Proposed | null,
): readonly string[] {
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const patch = comment?.proposal.patch ?? null;
  useEffect(() => {
    if (patch === null) return undefined;
    const { view, ui, editor } = runtime;
    if (!view.states.some(({ id }) => id === patch.state)) {
      setSkipped(['The state of the board that this was drawn in is no longer there.']);
      return undefined;
    }
    view.show(patch.state);
    const show = (): Board => {
      const before = readerOf(editor.doc, patch.state).board;
      const fit = fitPatch(before, patch, { mayEditLocked: room.can('board.edit-locked') });
      view.showing(fit.board);
      ui.setState({ comparison: { before, title: 'The board', as: 'proposed' }, ghosts: null });
      setSkipped(fit.skipped);
      return fit.board;
    };
    // The outline and, on a phone, the list of comments would lie over what is to be seen.
    const { look, dock } = ui.getState();
    const covered = { ...(fitting(look) === 'outline' ? { look } : {}), ...(isPhone() ? { dock } : {}) };
    const clear = {
      ...('look' in covered ? { look: 'canvas' as const } : {}),
      ...('dock' in covered ? { dock: null } : {}),
    };
    ui.setState(clear);
    const shown = show();
    const ids = patchIds(patch);
    openTo(runtime, [...ids]);
    const box = around(shown, ids);
    let frame = 0;
    const reveal = (): void => {
      if (box === null) return;
      if (runtime.control === null) frame = requestAnimationFrame(reveal);
      else runtime.control.reveal(box);
    };
    reveal();
    editor.doc.on('update', show);
    return () => {
      cancelAnimationFrame(frame);
      editor.doc.off('update', show);
      view.showing(null);
      if (ui.getState().comparison?.as === 'proposed') ui.setState({ comparison: null });
      setSkipped([]);
      ui.setState(covered);
    };
  }, [runtime, room, patch]);
  return skipped;
}
