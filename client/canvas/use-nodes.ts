import { startTransition, useEffect, useState } from 'react';
import type { Id } from '#shared/board/model.ts';
import { litChanged, litSet } from '../lenses/lit-set.ts';
import { useCanvas } from './canvas-context.ts';
import { type ElementFlowNode, nodeIdsIn, nodeOf } from './node-list.ts';

/** The elements near the window as nodes; recomputed when the view comes to rest and when something about them changed. */
export function useNodes(): ElementFlowNode[] {
  const { runtime, scene, camera, live } = useCanvas();
  const [nodes, setNodes] = useState<ElementFlowNode[]>([]);

  useEffect(() => {
    let known = new Map<Id, ElementFlowNode>();
    let frame = 0;
    const update = () => {
      frame = 0;
      const ui = runtime.ui.getState();
      const { detail, selection, editing } = ui;
      const focus = litSet(scene.board, ui);
      const { dimmed, copying } = live.getState();
      const moved = scene.moved;
      const next = new Map<Id, ElementFlowNode>();
      let changed = false;
      for (const id of nodeIdsIn(scene, camera.get(), detail)) {
        const dim = dimmed.has(id) || (focus !== null && !focus.has(id));
        const veiled = (moved.has(id) && !copying) || dim || editing?.id === id;
        const before = known.get(id);
        const node = nodeOf(scene, id, { selected: selection.has(id), veiled }, before);
        if (node === null) continue;
        if (node !== before) changed = true;
        next.set(id, node);
      }
      if (!changed && next.size === known.size) return;
      known = next;
      const list = [...next.values()];
      // Many new nodes are mounted in slices; meanwhile the painting below shows them.
      if (next.size > nodesAtOnce) startTransition(() => setNodes(list));
      else setNodes(list);
    };
    const request = () => {
      if (frame === 0 && !camera.moving()) frame = requestAnimationFrame(update);
    };
    let movedIds = '';
    let asking = 0;
    // Asked once a frame: what the scene answers costs laying lines anew, and several changes may come in one frame.
    const askScene = () => {
      asking = 0;
      const ids = [...scene.moved.keys()].join(' ');
      if (ids === movedIds) return;
      movedIds = ids;
      if (frame === 0 && !camera.moving()) update();
    };
    const onScene = () => {
      if (asking === 0) asking = requestAnimationFrame(askScene);
    };
    const stops = [
      runtime.view.subscribe(() => {
        if (frame === 0) frame = requestAnimationFrame(update);
      }),
      scene.subscribe(onScene),
      camera.onRest(request),
      camera.subscribe((view) => {
        if (view.w > 0 && known.size === 0) request();
      }),
      runtime.ui.subscribe((now, before) => {
        const same =
          now.selection === before.selection && now.detail === before.detail && now.editing?.id === before.editing?.id;
        if (!same || now.folds !== before.folds || litChanged(now, before)) request();
      }),
      live.subscribe((now, before) => {
        if (now.dimmed !== before.dimmed || now.copying !== before.copying) request();
      }),
    ];
    request();
    return () => {
      cancelAnimationFrame(frame);
      cancelAnimationFrame(asking);
      for (const stop of stops) stop();
    };
  }, [runtime, scene, camera, live]);

  return nodes;
}

const nodesAtOnce = 24;
