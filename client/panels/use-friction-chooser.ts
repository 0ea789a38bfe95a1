import { useEffect } from 'react';
import type { Friction, Point } from '#shared/board/model.ts';
import { type BoardRuntime, useRuntime } from '../session/runtime.ts';

/** Window point beside a marker, where its chooser opens. */
function besideMarker(runtime: BoardRuntime, friction: Friction): Point {
  const { board } = runtime.view;
  const [first] = friction.on;
  const element = board.elements.get(first ?? '');
  const line = board.relations.get(first ?? '');
  const end = board.elements.get(line?.to ?? '');
  const on = element ?? end;
  const at = on === undefined ? friction.at : { x: on.x + on.w / 2, y: on.y };
  return runtime.control?.toScreen({ x: at.x + 16, y: at.y + 16 }) ?? { x: 200, y: 200 };
}

/** Opens the chooser when a marker of the common kind has just been put down: what rubs is said next. */
export function useFrictionChooser(): void {
  const runtime = useRuntime();
  useEffect(
    () =>
      runtime.view.subscribe(({ board, previous, ids, origin, switched }) => {
        const { tool, overlay } = runtime.ui.getState();
        if (switched === true || origin !== runtime.editor.origin || overlay.type !== 'none') return;
        const made = [...ids].filter((id) => board.overlays.has(id) && !previous.overlays.has(id));
        const [id] = made;
        const friction = board.overlays.get(id ?? '');
        if (friction?.kind !== 'friction' || made.length > 1) return;
        // A kind that was asked for by its name is not asked for again.
        if (tool.tool === 'friction' && tool.friction !== null) return;
        if (friction.friction !== 'unclear-owner' || friction.mitigation !== '' || friction.owner !== '') return;
        const at = besideMarker(runtime, friction);
        runtime.ui.setState({ overlay: { type: 'friction-chooser', at, id: friction.id } });
      }),
    [runtime],
  );
}
