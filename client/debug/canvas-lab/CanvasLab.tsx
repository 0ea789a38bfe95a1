import { type JSX, useEffect, useMemo } from 'react';
import { isRole } from '#shared/rights/roles.ts';
import { boardFromTemplate } from '#shared/templates/board-from-template.ts';
import { template } from '#shared/templates/index.ts';
import { BoardCanvas } from '../../canvas/BoardCanvas.tsx';
import { RuntimeContext } from '../../session/runtime.ts';
import { createLabRuntime, type LabRuntime } from './lab-runtime.ts';
import { sampleBoard } from './sample-board.ts';

declare global {
  interface Window {
    /** The lab's board, for browser tests and benchmarks. */
    orgoraLab?: { readonly runtime: LabRuntime };
  }
}

function fill(runtime: LabRuntime, query: URLSearchParams): void {
  const n = query.get('n');
  if (n !== null) {
    runtime.editor.addElements(sampleBoard(Number(n)));
    return;
  }
  const wanted = template(query.get('template') ?? 'T1');
  if (wanted === undefined) return;
  const board = boardFromTemplate(wanted);
  runtime.editor.transact(() => {
    runtime.editor.setMeta(board.meta);
    runtime.editor.addElements({
      elements: [...board.elements.values()],
      relations: [...board.relations.values()],
      overlays: [...board.overlays.values()],
      frames: [...board.frames.values()],
      prompts: [],
    });
  });
}

/**
 * The canvas by itself: no server, nothing saved. `?n=1000` makes a large board, `?template=T1` opens a template,
 * `?others=8` lets others drag, `?role=observer` looks only, `?theme=dark`. The browser tests draw here.
 */
export function CanvasLab(): JSX.Element {
  const query = useMemo(() => new URLSearchParams(window.location.search), []);
  const runtime = useMemo(() => {
    const role = query.get('role') ?? 'presenter';
    const made = createLabRuntime(isRole(role) ? role : 'presenter');
    fill(made, query);
    return made;
  }, [query]);
  useEffect(() => {
    window.orgoraLab = { runtime };
    const theme = query.get('theme');
    if (theme !== null) {
      document.documentElement.dataset['theme'] = theme;
      document.documentElement.dataset['mantineColorScheme'] = theme;
    }
    const others = Number(query.get('others') ?? 0);
    if (others > 0) runtime.room.animate(others, 20, [...runtime.view.board.elements]);
    return () => runtime.room.animate(0, 1, []);
  }, [runtime, query]);
  return (
    <RuntimeContext value={runtime}>
      <div style={{ position: 'fixed', inset: 0 }}>
        <BoardCanvas />
      </div>
    </RuntimeContext>
  );
}
