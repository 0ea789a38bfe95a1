import { PencilRuler } from 'lucide-react';
import { defineCommand } from '../../commands/define-command.ts';
import type { BoardRuntime } from '../../session/runtime.ts';

/** Whether somebody may begin a what-if here and now. */
const mayDraw = ({ critique }: BoardRuntime): boolean =>
  critique?.can('comment.what-if') === true && critique.ui.getState().whatIf === null;

export const DRAW_WHAT_IF = defineCommand({
  id: 'what-if.draw',
  title: 'Draw a what-if',
  group: 'Change',
  icon: PencilRuler,
  words: 'propose proposal change copy suggest ghost fork',
  needs: 'comment.what-if',
  enabled: ({ runtime }) => mayDraw(runtime),
  run: ({ runtime }) => {
    runtime.critique?.ui.setState({ whatIf: 'drawing', proposal: null });
  },
});

export const WHAT_IF_COMMANDS = Object.freeze([DRAW_WHAT_IF]);
