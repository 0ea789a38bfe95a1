import { STYLES } from './copy-style.ts';
import type { Command } from './define-command.ts';
import { FOLDS } from './fold.ts';
import { LEAVE_LOOK, LENS } from './lens.ts';
import { LINKS } from './links.ts';
import { STACKS } from './stack.ts';
import { LEAVE_TRACING, REMOVE_TRACING, TRACING } from './tracing.ts';

/** What answers Escape and Delete before anything else does, while it can act. */
export const BEFORE: readonly Command[] = [LEAVE_TRACING, REMOVE_TRACING, LEAVE_LOOK];

/** Looking at a part, folding, stacking, looks, links and tracing layers. */
export const COMFORT: readonly Command[] = [...LENS, ...FOLDS, ...STACKS, ...STYLES, ...LINKS, ...TRACING];
