import { ELEMENT_KINDS } from '#shared/vocabulary/index.ts';
import { onGrid } from '../canvas/geometry.ts';
import { attempt } from '../gestures/attempt.ts';
import { freeSpot } from '../gestures/free-spot.ts';
import { toolUsed } from '../gestures/place.ts';
import { defineCommand } from './define-command.ts';
import { middleOf } from './support.ts';

/** Places the kind whose tool was taken, without a pointer: in the middle of the view, its name being edited. */
export const PLACE_HERE = defineCommand({
  id: 'place.here',
  title: 'Place it in the middle',
  group: 'Draw',
  keys: ['Enter'],
  hidden: true,
  needs: 'board.edit',
  enabled: ({ runtime }) => runtime.ui.getState().tool.tool === 'place',
  run({ runtime }) {
    const { tool } = runtime.ui.getState();
    if (tool.tool !== 'place') return;
    const { defaultName: name, defaultSize } = ELEMENT_KINDS[tool.kind];
    const { w, h } = defaultSize;
    const middle = middleOf(runtime);
    const spot = freeSpot(runtime.view.board, { x: onGrid(middle.x - w / 2), y: onGrid(middle.y - h / 2), w, h });
    const id = attempt(runtime, () => runtime.editor.addElement({ kind: tool.kind, name, ...spot }));
    if (id === null) return;
    toolUsed(runtime, new Set([id]), id);
    runtime.control?.reveal({ ...spot, w, h });
  },
});
