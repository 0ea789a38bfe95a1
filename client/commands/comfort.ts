import { STYLES } from './copy-style.ts';
import type { Command } from './define-command.ts';
import { FOLDS } from './fold.ts';
import { LENS } from './lens.ts';
import { LINKS } from './links.ts';
import { STACKS } from './stack.ts';
import { TRACING } from './tracing.ts';

/** Looking at a part, folding, stacking, looks, links and tracing layers. */
export const COMFORT: readonly Command[] = [...LENS, ...FOLDS, ...STACKS, ...STYLES, ...LINKS, ...TRACING];
