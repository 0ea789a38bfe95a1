import type { Command } from 'commander';

/** One command of the command line: adds itself, with its options and what it does, to the program. One file a command. */
export type CliCommand = (program: Command) => void;
