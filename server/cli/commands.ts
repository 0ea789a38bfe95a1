import type { CliCommand } from './cli-command.ts';
import { diffCommand } from './diff-command.ts';
import { exportCommand } from './export-command.ts';
import { importCommand } from './import-command.ts';
import { layoutCommand } from './layout-command.ts';
import { lintCommand } from './lint-command.ts';
import { newCommand } from './new-command.ts';
import { serveCommand } from './serve-command.ts';
import { templatesCommand } from './templates-command.ts';

/** Every command, in the order that `orgora --help` lists them. */
export const COMMANDS: readonly CliCommand[] = [
  serveCommand,
  templatesCommand,
  newCommand,
  importCommand,
  layoutCommand,
  exportCommand,
  diffCommand,
  lintCommand,
];
